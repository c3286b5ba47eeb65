import { commonDivisor } from "../../math/integers.ts";
import { powerBelow } from "./power-below.ts";

/** How far a multiple of a ratio may be from an integer, relative to it and at all. */
const NOISE = 1e-9;
const MOST_NOISE = 1e-3;

/** Ratios are multiplied by up to this. */
const LARGEST_MULTIPLIER = 1000;

/** The smallest integers in the ratio of positive numbers (ascending), up to noise, if there are small ones. */
export function nearIntegers(sizes: readonly number[]): number[] | undefined {
  return multiplied(sizes) ?? decimals(sizes);
}

function multiplied(sizes: readonly number[]): number[] | undefined {
  const ratios = sizes.map((size) => size / sizes[0]!);
  for (let multiplier = 1; multiplier <= LARGEST_MULTIPLIER; multiplier++) {
    if (ratios.every((ratio) => isNear(multiplier * ratio))) {
      return ratios.map((ratio) => Math.round(multiplier * ratio));
    }
  }
  return undefined;
}

/** Numbers of few digits, and powers of two times such numbers, are integers times a power of ten. */
function decimals(sizes: readonly number[]): number[] | undefined {
  // At one scale, so that a unit and its double are the same. More digits would be in any double.
  const scale = 2 ** 10 / powerBelow(sizes.at(-1)!);
  for (let digits = 0; digits <= 9; digits++) {
    const factor = scale * 10 ** digits;
    if (sizes.every((size) => size * factor >= 0.5 && isNear(size * factor))) {
      return coprime(sizes.map((size) => Math.round(size * factor)));
    }
  }
  return undefined;
}

function isNear(value: number): boolean {
  const integer = Math.round(value);
  return Math.abs(value - integer) <= Math.min(MOST_NOISE, NOISE * integer);
}

function coprime(integers: readonly number[]): number[] {
  const divisor = integers.reduce(commonDivisor, 0) || 1;
  return integers.map((integer) => integer / divisor);
}
