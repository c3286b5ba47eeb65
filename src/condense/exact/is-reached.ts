import { commonDivisor } from "../../math/integers.ts";

/** Sums up to this are looked up in a table. */
const LARGEST_TABLE = 2 ** 16;

/**
 * Can the sum be taken, as `sum of sizes[g] * t[g]` with every `t[g]` from 0 to `counts[g]`?
 *
 * Sizes ascend. Undefined where that is not easily told.
 */
export function isReached(
  sum: number,
  sizes: readonly number[],
  counts: readonly number[],
): boolean | undefined {
  const most = sizes.reduce((total, size, g) => total + size * counts[g]!, 0);
  const divisor = sizes.reduce(commonDivisor, 0) || 1;
  if (sum < 0 || sum > most || sum % divisor !== 0) return false;
  if (isContiguous(sizes, counts, divisor)) return true;
  // What is left over is a sum as well.
  const target = Math.min(sum, most - sum) / divisor;
  if (target > LARGEST_TABLE || target * sizes.length > 16 * LARGEST_TABLE) {
    return undefined;
  }
  return isInTable(
    target,
    sizes.map((size) => size / divisor),
    counts,
  );
}

/** Every multiple of the divisor is reached where no size leaps over the sums of smaller ones. */
function isContiguous(
  sizes: readonly number[],
  counts: readonly number[],
  divisor: number,
): boolean {
  let reach = 0;
  return sizes.every((size, g) => {
    const isNext = size <= reach + divisor;
    reach += size * counts[g]!;
    return isNext;
  });
}

function isInTable(target: number, sizes: readonly number[], counts: readonly number[]): boolean {
  // How many of the present size a sum needs at least; -1 where it is not reached.
  const used = new Float64Array(target + 1).fill(-1);
  used[0] = 0;
  sizes.forEach((size, g) => {
    for (let sum = 0; sum <= target; sum++) {
      if (used[sum]! >= 0) used[sum] = 0;
      else if (sum >= size && used[sum - size]! >= 0 && used[sum - size]! < counts[g]!) {
        used[sum] = used[sum - size]! + 1;
      }
    }
  });
  return used[target]! >= 0;
}
