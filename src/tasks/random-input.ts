import type { Network, NetworkInput } from "../enn/network.ts";
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
  return inputs.flatMap((input) =>
    Array.from({ length: nItems(input) }, () => draw(input.domain, random, share)).flat(),
  );
}

/** All inputs of a network, or nothing where there are more than `most`. */
export function everyInput({ inputs }: Network, most: number): number[][] | undefined {
  let all: number[][] = [[]];
  for (const input of inputs) {
    const values = valuesOf(input.domain);
    if (values === undefined) return undefined;
    for (let item = 0; item < nItems(input); item++) {
      if (all.length * values.length > most) return undefined;
      all = all.flatMap((x) => values.map((value) => x.concat(value)));
    }
  }
  return all;
}

/** A value stands in one cell, a text in a place for each text. */
function nItems({ shape, domain }: NetworkInput): number {
  return domain.kind === "one-hot" ? sizeOf(shape) / domain.values.length : sizeOf(shape);
}

function draw(domain: Domain, random: Random, share: number): number | number[] {
  switch (domain.kind) {
    case "binary":
      return random.below(8) < share ? 1 : 0;
    case "sign":
      return random.below(3) - 1;
    case "integer":
      return domain.low + random.below(domain.high - domain.low + 1);
    case "real":
      return random.bit() ? (random.below(9) - 4) / 4 : (random.below(2 ** 14) - 2 ** 13) / 2 ** 10;
    case "one-hot":
      return placesOf(random.below(domain.values.length), domain.values.length);
  }
}

function valuesOf(domain: Domain): (number | number[])[] | undefined {
  switch (domain.kind) {
    case "binary":
      return [0, 1];
    case "sign":
      return [-1, 0, 1];
    case "integer":
      return Array.from({ length: domain.high - domain.low + 1 }, (_, k) => domain.low + k);
    case "real":
      return undefined;
    case "one-hot":
      return domain.values.map((_, code) => placesOf(code, domain.values.length));
  }
}

/** 1 at the place of a text, 0 at those of others. */
function placesOf(code: number, nValues: number): number[] {
  return Array.from({ length: nValues }, (_, place) => (place === code ? 1 : 0));
}
