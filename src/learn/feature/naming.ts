import type { Feature } from "./feature.ts";

/** Bits to name one of so many things of which none is preferred. */
export function nameBits(count: number): number {
  return Math.log2(Math.max(1, count));
}

/** Bits to name the thing of this rank, 0 the nearest, where near ones are named more often. */
export function rankBits(rank: number, count: number): number {
  return Math.log2(rank + 1) + Math.log2(1 + Math.log2(Math.max(2, count)));
}

/** Bits to say which family a feature belongs to: single cells are the most common, then whole sums. */
const FAMILY_BITS = {
  cell: 1,
  whole: 3,
  part: 4,
  around: 4,
  state: 4,
  running: 4,
  law: 5,
  pair: 4,
  count: 5,
  amount: 5,
  rank: 5,
  group: 4,
  window: 5,
  place: 5,
  end: 5,
  lookup: 5,
};

interface Description extends Pick<Feature, "bits" | "isInteger" | "thresholds" | "values" | "at"> {
  readonly family: keyof typeof FAMILY_BITS;
  /** Which subfamily, such as the value of a nominal input, out of how many. */
  readonly sub?: readonly [name: string | number, count: number];
}

/** A feature of a family. */
export function feature({ family, sub = ["", 1], ...rest }: Description): Feature {
  const [name, count] = sub;
  return {
    ...rest,
    family: `${family} ${name}`,
    familyBits: FAMILY_BITS[family] + nameBits(count),
  };
}
