import { describe, expect, it } from "vitest";
import { Random } from "../../src/math/random.ts";

const take = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

describe("a seeded stream", () => {
  it.each([
    [0, [1684164658, 3653269916, 2939563536, 2141751570]],
    [1, [1580013426, 350525680, 3524174333, 3011703609]],
    [42, [551831576, 144025891, 322543647, 3034809370]],
  ])("starts the same everywhere: seed %i", (seed, first) => {
    const random = new Random(seed);
    expect(take(4, () => random.next())).toEqual(first);
  });

  it("takes a seed modulo 2^32", () => {
    expect(new Random(2 ** 32 + 1).next()).toBe(new Random(1).next());
    expect(new Random(-1).next()).toBe(new Random(2 ** 32 - 1).next());
  });

  it("derives bits and numbers below a bound from the same stream", () => {
    // The highest bits of 1684164658, 3653269916, 2939563536 and 2141751570.
    const bits = new Random(0);
    expect(take(4, () => bits.bit())).toEqual([0, 1, 1, 0]);
    const digits = new Random(0);
    expect(take(4, () => digits.below(10))).toEqual([3, 8, 6, 4]);
  });

  it("stays below the bound and reaches all numbers there", () => {
    const random = new Random(7);
    const numbers = take(1000, () => random.below(6));
    expect([...new Set(numbers)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(new Set(take(10, () => random.below(1)))).toEqual(new Set([0]));
  });

  it("gives ones half of the time", () => {
    const random = new Random(3);
    const ones = take(10_000, () => random.bit()).filter((bit) => bit === 1).length;
    expect(ones).toBeGreaterThan(4_800);
    expect(ones).toBeLessThan(5_200);
  });
});
