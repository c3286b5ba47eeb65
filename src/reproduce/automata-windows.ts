import { fresh, LENGTH, type States } from "./automata-tests.ts";
import type { Unit } from "./experiment.ts";
import { type Measurement, value } from "./measurement.ts";
import { peerUnit } from "./peer-unit.ts";
import type { PeerQuestion, PeerTest, Score } from "./peers.ts";
import { RULE_PEERS } from "./rule-peers.ts";
import { ruleUnit } from "./rule-unit.ts";

export const TOLD = "rules learnt exactly by peers that are told the three cells";

interface Told {
  readonly rule: number;
  readonly given: () => States;
  readonly count: number;
  readonly seed: number;
}

/** What a convolution of three cells is told: where to look, and that all cells follow one rule. */
export function peersToldTheWindow({ rule, given, count, seed }: Told): Unit[] {
  const work = {
    name: `rule ${rule}, ${count} states, windows`,
    effort: 1.5,
    question: (): PeerQuestion => ({
      ...windowsOf(given()),
      seed,
      tests: [windowsOf(fresh(rule, LENGTH, seed))],
    }),
    measure: (series: string, [score]: readonly Score[]): Measurement[] => [
      value({ what: TOLD, series, x: count }, score!.samples === 1 ? 1 : 0),
    ],
  };
  return [peerUnit(work), ...RULE_PEERS.map((peer) => ruleUnit({ ...work, peer }))];
}

/** Each cell by itself: its neighbours on the ring and what becomes of it. */
function windowsOf({ x, y }: States): PeerTest {
  return {
    x: x.flatMap((state) =>
      state.map((cell, i) => [state.at(i - 1)!, cell, state[(i + 1) % state.length]!]),
    ),
    y: y.flatMap((state) => state.map((cell) => [cell])),
  };
}
