import type { NetworkInput } from "../enn/network.ts";
import type { Domain } from "../math/domain.ts";
import { sizeOf } from "../math/shape.ts";

/** The inputs that a verdict is about: `all 2^20 inputs x of 20 bits`. */
export function describeDomain(inputs: readonly NetworkInput[]): string {
  const phrases = inputs.map(({ name, shape, domain }) => {
    // What is said of an input is not how it is encoded.
    const items = domain.kind === "one-hot" ? shape.slice(0, -1) : shape;
    const count = items.length === 0 ? "1" : items.join("x");
    return `${name} of ${count} ${valuesText(domain, sizeOf(items) === 1)}`;
  });
  const nCells = inputs.reduce((total, { shape }) => total + sizeOf(shape), 0);
  const isBinary = inputs.every(({ domain }) => domain.kind === "binary");
  return `all ${isBinary ? `2^${nCells} ` : ""}inputs ${phrases.join(" and ")}`;
}

function valuesText(domain: Domain, isOne: boolean): string {
  const plural = isOne ? "" : "s";
  switch (domain.kind) {
    case "binary":
      return `bit${plural}`;
    case "sign":
      return `sign${plural}`;
    case "integer":
      return `integer${plural} from ${domain.low} to ${domain.high}`;
    case "one-hot":
      return `text${plural} out of ${domain.values.length}`;
    case "real":
      return `real${plural}`;
  }
}
