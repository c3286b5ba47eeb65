import type { Sizes } from "./sizes.ts";

/** Every length is at most that: no memory holds more. */
export const MOST_LENGTH = 1n << 40n;

/** Sizes that a function must check, because beyond them a number would not fit its type. */
export interface CheckedSizes {
  readonly sizes: Sizes;
  readonly checked: ReadonlyMap<string, bigint>;
}

/** Sizes under which a condition holds; undefined if it does not hold even for 1. */
export function narrowedSizes(
  { sizes, checked }: CheckedSizes,
  holds: (sizes: Sizes) => boolean,
): CheckedSizes | undefined {
  if (holds(sizes)) return { sizes, checked };
  const symbols = [...sizes.limits.keys()];
  const single = symbols.find((symbol) => holds(limited(sizes, [symbol], 1n)));
  const chosen = single === undefined ? symbols : [single];
  if (!holds(limited(sizes, chosen, 1n))) return undefined;
  const limit = largest((length) => holds(limited(sizes, chosen, length)));
  const more = chosen.map((symbol) => [symbol, limit] as const);
  return { sizes: limited(sizes, chosen, limit), checked: new Map([...checked, ...more]) };
}

function limited(sizes: Sizes, symbols: readonly string[], limit: bigint): Sizes {
  const limits = new Map(sizes.limits);
  for (const symbol of symbols) {
    const known = limits.get(symbol)!;
    limits.set(symbol, limit < known ? limit : known);
  }
  return { ...sizes, limits };
}

/** The largest length that holds, if 1 does and every smaller one than that too. */
function largest(holds: (length: bigint) => boolean): bigint {
  let [low, high] = [1n, MOST_LENGTH];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (holds(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}
