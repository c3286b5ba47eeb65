import type { Dataset, Input, Target } from "../../data/dataset.ts";

/** What a step sees: a number by its name. */
export type Seen = Pick<Input, "name" | "domain">;

/** What a part of a step gives: one integer for each row. */
export interface Given {
  readonly name: string;
  readonly values: readonly number[];
}

/** Steps as samples of scalars, of (rows, seen); undefined where what they give has too many values. */
export function stepTable(
  seen: readonly Seen[],
  rows: readonly (readonly number[])[],
  given: Given,
): Dataset | undefined {
  const target = targetOf(given);
  return (
    target && {
      nSamples: rows.length,
      inputs: seen.map(
        ({ name, domain }, k): Input => ({
          name,
          shape: [],
          domain,
          values: Float64Array.from(rows, (row) => row[k]!),
        }),
      ),
      target,
      places: rows.map((_, k) => `step ${k}`),
      warnings: [],
    }
  );
}

const MOST_CLASSES = 4096;

/** Classes without gaps: where all are natural, a class is the number for which it stands. */
function targetOf({ name, values }: Given): Target | undefined {
  const low = values.reduce((least, value) => Math.min(least, value), 0);
  const high = values.reduce((most, value) => Math.max(most, value), 1);
  if (!(high - low <= MOST_CLASSES)) return undefined;
  const classes = Array.from({ length: high - low + 1 }, (_, k) => low + k);
  return { name, shape: [], classes, values: Int32Array.from(values, (value) => value - low) };
}
