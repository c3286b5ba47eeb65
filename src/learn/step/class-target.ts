import type { Target } from "../../data/dataset.ts";

const MOST_CLASSES = 4096;

/**
 * Integers as a target. Its classes have no gaps, so that a class and the number for which it stands are
 * the same where all are natural. Undefined where they would be too many.
 */
export function classTarget(name: string, values: readonly number[]): Target | undefined {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), 1);
  if (!(high - low <= MOST_CLASSES)) return undefined;
  const classes = Array.from({ length: high - low + 1 }, (_, k) => low + k);
  return { name, shape: [], classes, values: Int32Array.from(values, (value) => value - low) };
}
