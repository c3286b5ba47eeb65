import type { Unit } from "./experiment.ts";
import { cannot, type Measurement, value } from "./measurement.ts";
import { PEER_NAMES, type PeerQuestion, type Score } from "./peers.ts";

interface PeerWork {
  readonly name: string;
  readonly effort: number;
  readonly question: () => PeerQuestion;
  /** What the scores of one peer, one for each test, are measurements of. */
  readonly measure: (series: string, scores: readonly Score[]) => Measurement[];
}

/** One training set, given to every peer. */
export function peerUnit({ name, effort, question, measure }: PeerWork): Unit {
  return {
    name: `${name}, peers`,
    effort,
    needs: "sklearn",
    measure: async ({ sklearn }) => {
      const scores = await sklearn!.ask(question());
      return PEER_NAMES.flatMap((peer) => measure(peer, scores[peer]));
    },
  };
}

/** The same measurement for each of some places. */
export function valuesAt(
  what: string,
  series: string,
  values: readonly (readonly [x: number | string, value: number])[],
): Measurement[] {
  return values.map(([x, measured]) => value({ what, series, x }, measured));
}

/** The same reason at each of some places. */
export function cannotAt(
  what: string,
  series: string,
  { places, reason }: { readonly places: readonly (number | string)[]; readonly reason: string },
): Measurement[] {
  return places.map((x) => cannot({ what, series, x }, reason));
}
