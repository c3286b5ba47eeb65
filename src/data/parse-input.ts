import { outsideDomain, unknownValue } from "../errors.ts";
import type { Domain } from "../math/domain.ts";
import type { Shape } from "../math/shape.ts";
import { checkLeaf } from "./check-leaf.ts";
import { elementName } from "./element-name.ts";
import type { Leaf } from "./leaf.ts";
import { encodeOneHot } from "./one-hot.ts";
import { type FieldPlace, walkLeaves } from "./walk-leaves.ts";

/** An input as networks and programs take it, flat and row-major. */
export interface Field {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Where an input stands, and what it may be. */
export interface InputPlace extends FieldPlace {
  readonly domain: Domain;
}

/**
 * An input of one sample, a value or nested arrays of them: texts as places along a last axis,
 * true and false as 1 and 0.
 *
 * Throws `outside-domain`, `unknown-value` and what `walkLeaves` and `checkLeaf` throw.
 */
export function parseInput(value: unknown, at: InputPlace): Field {
  const { domain, place, name } = at;
  const numbers: number[] = [];
  const shape = walkLeaves(value, {
    at,
    visit: (part, path) => {
      const element = (): string => elementName(name, path);
      numbers.push(numberFor(checkLeaf(part, place, element), { domain, place, element }));
    },
  });
  if (domain.kind !== "one-hot") return { shape, data: Float64Array.from(numbers) };
  const { length } = domain.values;
  return { shape: [...shape, length], data: encodeOneHot(numbers, length) };
}

interface LeafPlace {
  readonly domain: Domain;
  readonly place: string;
  readonly element: () => string;
}

/** The number, or the code of a text. */
function numberFor(leaf: Leaf, { domain, place, element }: LeafPlace): number {
  if (domain.kind === "one-hot") {
    const code = domain.values.indexOf(leaf as string);
    if (code < 0) throw unknownValue(place, element(), leaf, domain.values);
    return code;
  }
  if (typeof leaf !== "string" && isInside(Number(leaf), domain)) return Number(leaf);
  throw outsideDomain(place, element(), domainText(domain), leaf);
}

function isInside(value: number, domain: Domain): boolean {
  switch (domain.kind) {
    case "binary":
      return value === 0 || value === 1;
    case "sign":
      return value === -1 || value === 0 || value === 1;
    case "integer":
      return Number.isSafeInteger(value) && value >= domain.low && value <= domain.high;
    case "real":
      return Number.isFinite(value);
    case "one-hot":
      return false;
  }
}

function domainText(domain: Domain): string {
  switch (domain.kind) {
    case "binary":
      return "0 or 1";
    case "sign":
      return "-1, 0 or 1";
    case "integer":
      return `an integer ${rangeText(domain.low, domain.high)}`;
    case "real":
      return "a finite number";
    case "one-hot":
      return domain.values.join(", ");
  }
}

/** A domain that was widened has no bounds on one side or both. */
function rangeText(low: number, high: number): string {
  if (low === -Infinity && high === Infinity) return "below 2^53";
  if (low === -Infinity) return `up to ${high}`;
  return high === Infinity ? `from ${low}` : `from ${low} to ${high}`;
}
