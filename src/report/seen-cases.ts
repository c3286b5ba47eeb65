import type { Dataset } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";
import { block, table } from "../program/build.ts";
import { type ArrayValue, evaluate, type Value } from "../program/evaluate.ts";
import type { Expression, Program } from "../program/program.ts";
import type { CoveragePart } from "../verify/coverage.ts";

const MOST_WORK = 1_000_000;

/** One case of a cell function: what the cell looks at, what the program gives, how often it occurs. */
export interface SeenCase {
  readonly values: readonly number[];
  readonly result: number;
  readonly occurrences: number;
}

/**
 * All cases of a cell function, in ascending order of their values.
 *
 * Undefined where the program is not one table, so that features have no places of their own, where a
 * feature is read at some places only, and where there are too many values to look at. Cost: one
 * evaluation of the program for each feature and sample.
 */
export function seenCases(
  part: CoveragePart,
  program: Program,
  dataset: Dataset,
): readonly SeenCase[] | undefined {
  const { lets, result } = program.body;
  const work = dataset.target.values.length * (part.features.length + 1);
  if (result.kind !== "table" || work > MOST_WORK) return undefined;
  const everywhere = (feature: Expression): Program => ({
    ...program,
    body: block(lets, table(result.ranges, block(result.body.lets, feature))),
  });
  const programs = [...part.features.map(everywhere), program];
  const counts = countOccurrences(programs, dataset);
  if (counts === undefined) return undefined;
  const unseen = part.unseen.map((each) => ({ ...each, occurrences: 0 }));
  return [...counts.values(), ...unseen].sort((a, b) => compareValues(a.values, b.values));
}

/** The programs' values at each place of each sample: all but the last are features. */
function countOccurrences(
  programs: readonly Program[],
  dataset: Dataset,
): ReadonlyMap<string, SeenCase> | undefined {
  try {
    return occurrences(programs, dataset);
  } catch (error) {
    // A feature behind a condition may leave its array where the condition does not hold.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function occurrences(
  programs: readonly Program[],
  dataset: Dataset,
): ReadonlyMap<string, SeenCase> {
  const counts = new Map<string, SeenCase>();
  for (let sample = 0; sample < dataset.nSamples; sample++) {
    const inputs = inputsOf(dataset, sample);
    const columns = programs.map((each) => elementsOf(evaluate(each, inputs)));
    columns.at(-1)!.forEach((result, place) => {
      const values = columns.slice(0, -1).map((column) => column[place]!);
      const key = values.join();
      const before = counts.get(key)?.occurrences ?? 0;
      counts.set(key, { values, result, occurrences: before + 1 });
    });
  }
  return counts;
}

function inputsOf({ inputs }: Dataset, sample: number): ArrayValue[] {
  return inputs.map(({ shape, values }) => {
    const size = sizeOf(shape);
    return { shape, data: values.slice(sample * size, (sample + 1) * size) };
  });
}

function elementsOf(value: Value): Float64Array {
  return typeof value === "number" ? Float64Array.of(value) : value.data;
}

function compareValues(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
