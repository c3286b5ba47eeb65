import { bootstrap } from "./bootstrap.ts";
import type { Experiment } from "./experiment.ts";
import type { At, Measurement } from "./measurement.ts";
import type { Measure } from "./panel.ts";

/** One line of results.json: all that was measured at one place. */
export type Row = At & { readonly experiment: string; readonly unit: Measure } & Content;

type Content =
  | {
      readonly kind: "value";
      readonly value: number;
      /** The bootstrap interval at 95 %. */
      readonly low: number;
      readonly high: number;
      /** How many measurements, or trials, the value is the mean of. */
      readonly measurements: number;
    }
  | { readonly kind: "cannot"; readonly reason: string }
  | { readonly kind: "text"; readonly text: string };

/** Measurements of the same place together, panel by panel, in the order in which places first occur. */
export function rowsOf(
  { name, panels }: Experiment,
  measurements: readonly Measurement[],
  seed: number,
): Row[] {
  return panels.flatMap(({ what, unit }) =>
    byPlace(measurements.filter((each) => each.what === what)).map((group): Row => {
      const { series, x } = group[0]!;
      return { experiment: name, what, series, x, unit, ...contentOf(group, seed) };
    }),
  );
}

function byPlace(measurements: readonly Measurement[]): Measurement[][] {
  const groups = new Map<string, Measurement[]>();
  for (const measurement of measurements) {
    const key = JSON.stringify([measurement.series, measurement.x]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [measurement]);
    else group.push(measurement);
  }
  return [...groups.values()];
}

function contentOf(group: readonly Measurement[], seed: number): Content {
  const values = group.flatMap((each) => outcomesOf(each, group.length < FEW));
  const [first] = group;
  if (values.length === 0 && first!.kind === "text") return { kind: "text", text: first!.text };
  if (values.length === 0 && first!.kind === "cannot") {
    return { kind: "cannot", reason: first!.reason };
  }
  const { mean, low, high } = bootstrap(values, seed);
  return { kind: "value", value: mean, low, high, measurements: values.length };
}

/** Of training sets: where there are more, it is they that differ, and not the tests of each. */
const FEW = 10;

/** A share of trials is as many values, each of them 0 or 1. */
function outcomesOf(each: Measurement, areTrials: boolean): number[] {
  if (each.kind !== "value") return [];
  const { value, trials } = each;
  if (trials === undefined || !areTrials) return [value];
  const successes = Math.round(value * trials);
  return Array.from({ length: trials }, (_, k) => (k < successes ? 1 : 0));
}
