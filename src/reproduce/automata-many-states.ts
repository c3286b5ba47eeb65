import { ring } from "./automata-cnn.ts";
import { fresh, LENGTH, randomStates, type States } from "./automata-tests.ts";
import type { Settings, Unit } from "./experiment.ts";
import type { Measurement } from "./measurement.ts";
import { peerUnit, valuesAt } from "./peer-unit.ts";
import type { Score } from "./peers.ts";
import { sharingUnit } from "./sharing-unit.ts";
import { streamOf } from "./stream.ts";

export const MANY_STATES = "right states of 20 cells, from many states";

/** How many states peers need. */
export function manyStates({ quick, seed }: Settings): Unit[] {
  const rules = quick ? [30] : [30, 90, 110, 184];
  const counts = quick ? [20, 100] : [20, 50, 100, 200, 500];
  return rules.flatMap((rule) =>
    counts.flatMap((count) => {
      const name = `rule ${rule}, ${count} states`;
      const given = (): States =>
        randomStates(rule, { count, length: LENGTH }, streamOf(seed, `rule ${rule}, many`));
      const asked = (): States => fresh(rule, LENGTH, seed);
      const measure = (series: string, [score]: readonly Score[]): Measurement[] =>
        valuesAt(MANY_STATES, series, [[count, score!.samples]]);
      return [
        peerUnit({
          name,
          effort: 0.15 * count,
          question: () => ({ ...given(), seed, tests: [asked()] }),
          measure,
        }),
        sharingUnit({
          name,
          kind: "ring",
          effort: 2 + 0.02 * count,
          question: () => ({ shown: [ring(given())], seed, tests: [ring(asked())] }),
          measure,
        }),
      ];
    }),
  );
}
