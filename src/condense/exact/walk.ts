import { bigFloor } from "./big-integers.ts";
import type { Lattice } from "./lattice.ts";
import { LARGEST_SUM } from "./values.ts";

/** A unit of two or three values; a step gives the same below zero and on it. */
export type Side = "sign" | "step";

/** Where the sums of a lattice lie, counted in small sizes. */
export interface Sides {
  /** The largest small sum where the exact sum is negative (for a step, or 0); -Infinity if it never is. */
  readonly below: number;
  /** The smallest small sum where the exact sum is positive; Infinity if it never is. */
  readonly above: number;
  /** The small sum where the exact sum of a sign is 0, if it ever is. */
  readonly tie: number | undefined;
}

/** How many steps are left for walks; it is counted down. */
export interface Budget {
  steps: number;
}

/** Steps for one walk. */
const MOST_STEPS = 2 ** 13;

/** The number of sums, but for the largest group: there, a division takes the place of steps. */
function walkLength(counts: readonly number[]): number {
  const largest = Math.max(...counts);
  return counts.reduce((product, count) => product * (count + 1), 1) / (largest + 1);
}

/**
 * Goes through all sums of a lattice and tells their sides by the sums of small sizes in their place.
 *
 * Undefined where no threshold on the small sums has these sides, and where there are too many sums.
 */
export function walk(
  lattice: Pick<Lattice, "base" | "sizes" | "counts">,
  small: readonly number[],
  activation: Side,
  budget: Budget = { steps: MOST_STEPS },
): Sides | undefined {
  const { counts, sizes } = lattice;
  const isShort = counts.length > 0 && walkLength(counts) <= budget.steps;
  if (!isShort || counts.some((count) => count > LARGEST_SUM)) {
    budget.steps = 0;
    return undefined;
  }
  const inner = counts.indexOf(Math.max(...counts));
  const row = { size: sizes[inner]!, count: BigInt(counts[inner]!), small: small[inner]! };
  const outer = counts.map((_, g) => g).filter((g) => g !== inner);
  const at = outer.map(() => 0);
  const found = { below: -Infinity, above: Infinity, low: Infinity, high: -Infinity };
  let [exact, sum] = [lattice.base, 0];
  for (;;) {
    budget.steps -= 1;
    look(found, exact, { sum, row, activation });
    if (isCrossed(found)) return undefined;
    let k = 0;
    for (; k < outer.length; k++) {
      const g = outer[k]!;
      if (at[k]! < counts[g]!) {
        at[k]! += 1;
        exact += sizes[g]!;
        sum += small[g]!;
        break;
      }
      exact -= sizes[g]! * BigInt(at[k]!);
      sum -= small[g]! * at[k]!;
      at[k] = 0;
    }
    if (k === outer.length) break;
  }
  const { below, above, low, high } = found;
  return { below, above, tie: low <= high ? low : undefined };
}

interface Found {
  below: number;
  above: number;
  low: number;
  high: number;
}

interface Row {
  readonly size: bigint;
  readonly count: bigint;
  readonly small: number;
}

/** One row of sums: `exact + size * t` for t from 0 to the count. */
function look(
  found: Found,
  exact: bigint,
  { sum, row, activation }: { readonly sum: number; readonly row: Row; readonly activation: Side },
): void {
  const crossing = bigFloor(-exact, row.size);
  const isTie = activation === "sign" && crossing * row.size === -exact;
  const lastBelow = isTie ? crossing - 1n : crossing;
  const smallAt = (t: bigint): number => sum + row.small * Number(t);
  if (lastBelow >= 0n) {
    found.below = Math.max(found.below, smallAt(lastBelow < row.count ? lastBelow : row.count));
  }
  if (isTie && crossing >= 0n && crossing <= row.count) {
    found.low = Math.min(found.low, smallAt(crossing));
    found.high = Math.max(found.high, smallAt(crossing));
  }
  if (crossing < row.count) {
    found.above = Math.min(found.above, smallAt(crossing < 0n ? 0n : crossing + 1n));
  }
}

function isCrossed({ below, above, low, high }: Found): boolean {
  return below >= above || below >= low || high >= above || high > low;
}
