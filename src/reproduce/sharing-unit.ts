import type { Unit } from "./experiment.ts";
import type { Measurement } from "./measurement.ts";
import type { Score } from "./peers.ts";
import { SHARING_SERIES, type SharingKind, type SharingQuestion } from "./sharing-peers.ts";

interface SharingWork {
  readonly name: string;
  readonly kind: SharingKind;
  readonly effort: number;
  readonly question: () => Omit<SharingQuestion, "kind" | "isQuick">;
  /** What the scores, one for each test, are measurements of. */
  readonly measure: (series: string, scores: readonly Score[]) => Measurement[];
}

/** One training set, given to a network that shares its weights. */
export function sharingUnit({ name, kind, effort, question, measure }: SharingWork): Unit {
  const series = SHARING_SERIES[kind];
  return {
    name: `${name}, ${series}`,
    effort,
    needs: "torch",
    measure: async ({ torch, quick }) =>
      measure(series, await torch!.ask({ ...question(), kind, isQuick: quick })),
  };
}
