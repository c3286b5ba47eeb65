import type { Network } from "../enn/network.ts";
import type { Domain } from "../math/domain.ts";
import type { Random } from "../math/random.ts";
import { sizeOf } from "../math/shape.ts";

/**
 * An input of a network's domain, flat: bits from none to all of them, numbers often equal to each other.
 *
 * Reals are few halves and quarters, or multiples of 2^-10 between -8 and 8, so that sums of few are exact.
 */
export function randomInput({ inputs }: Network, random: Random): number[] {
  const share = random.below(9);
  return inputs.flatMap(({ shape, domain }) =>
    Array.from({ length: sizeOf(shape) }, () => draw(domain, random, share)),
  );
}

/** All inputs of a network, or nothing where there are more than `most`. */
export function everyInput({ inputs }: Network, most: number): number[][] | undefined {
  let all: number[][] = [[]];
  for (const { shape, domain } of inputs) {
    const values = valuesOf(domain);
    if (values === undefined) return undefined;
    for (let cell = 0; cell < sizeOf(shape); cell++) {
      if (all.length * values.length > most) return undefined;
      all = all.flatMap((x) => values.map((value) => [...x, value]));
    }
  }
  return all;
}

function draw(domain: Domain, random: Random, share: number): number {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return random.below(8) < share ? 1 : 0;
    case "sign":
      return random.below(3) - 1;
    case "integer":
      return domain.low + random.below(domain.high - domain.low + 1);
    case "real":
      return random.bit() ? (random.below(9) - 4) / 4 : (random.below(2 ** 14) - 2 ** 13) / 2 ** 10;
  }
}

function valuesOf(domain: Domain): number[] | undefined {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return [0, 1];
    case "sign":
      return [-1, 0, 1];
    case "integer":
      return Array.from({ length: domain.high - domain.low + 1 }, (_, k) => domain.low + k);
    case "real":
      return undefined;
  }
}
