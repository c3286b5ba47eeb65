import { EXACT, LARGER, MOST_STATES, OVER_STEPS, RIGHT, STEPS } from "./automata-places.ts";
import { first, fresh, LENGTH, rollOut, type States } from "./automata-tests.ts";
import type { Unit } from "./experiment.ts";
import { value } from "./measurement.ts";
import { valuesAt } from "./peer-unit.ts";
import type { PeerTest } from "./peers.ts";
import type { Batch } from "./sharing-peers.ts";
import { sharingUnit } from "./sharing-unit.ts";

const LENGTHS = [LENGTH, ...LARGER];

/** A convolution on whole states: it takes every length, so it has to be right at all of them, as ours has. */
export function cnnOn(
  rule: number,
  given: () => States,
  { name, seed }: { readonly name: string; readonly seed: number },
): Unit {
  const tests = (): PeerTest[] => [
    ...LENGTHS.map((length) => fresh(rule, length, seed)),
    rollOut(rule, first(fresh(rule, LENGTH, seed), 5), STEPS),
  ];
  return sharingUnit({
    name,
    kind: "ring",
    effort: 0.5,
    question: () => ({ shown: [ring(given())], tests: tests().map(ring), seed }),
    measure: (series, scores) => {
      const count = given().x.length;
      const next = scores.slice(0, LENGTHS.length);
      const isExact = next.every(({ samples }) => samples === 1);
      const exact = value({ what: EXACT, series, x: count }, isExact ? 1 : 0);
      if (count < MOST_STATES) return [exact];
      const places = [...LENGTHS, OVER_STEPS];
      return [
        exact,
        ...valuesAt(
          RIGHT,
          series,
          places.map((place, k) => [place, scores[k]!.cells]),
        ),
      ];
    },
  });
}

/** States as one array. */
export function ring(states: PeerTest): Batch {
  return { ...states, shape: [1, states.x[0]!.length] };
}
