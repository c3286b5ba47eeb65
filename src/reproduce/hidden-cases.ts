import type { Example, Problem } from "../tasks/problem.ts";
import { shuffle } from "../tasks/shuffle.ts";
import type { Settings, Unit } from "./experiment.ts";
import { RULE_PEERS } from "./rule-peers.ts";
import { sideBySide } from "./side-by-side.ts";
import { streamOf } from "./stream.ts";

interface Cases {
  /** The panel. */
  readonly what: string;
  readonly name: string;
  readonly cases: readonly Example[];
  /** How many cases are shown. */
  readonly counts: readonly number[];
  readonly settings: Settings;
  readonly effort: number;
  /** Counts at which logic gates are trained, too. */
  readonly gatesAt?: readonly number[];
}

/** Some cases of a problem that has few are shown, and all others asked: ours beside peers on the same samples. */
export function hiddenCases(hidden: Cases): Unit[] {
  const { what, name, cases, counts, settings, effort, gatesAt = [] } = hidden;
  const seeds = settings.quick ? [settings.seed] : [settings.seed, settings.seed + 1];
  return seeds.flatMap((seed) => {
    const shuffled = shuffle(cases, streamOf(seed, name));
    return counts.flatMap((count) =>
      sideBySide({
        name: `${name}, ${count} cases, seed ${seed}`,
        effort,
        seed,
        shown: () => [shuffled.slice(0, count)],
        tests: [{ at: { what, x: count }, examples: () => shuffled.slice(count) }],
        counts: "samples",
        rules: RULE_PEERS,
        ...(gatesAt.includes(count) && { shares: "gates" }),
      }),
    );
  });
}

/** All cases of a problem that has few. */
export function casesOf({ source, size }: Problem): readonly Example[] {
  return source.kind === "cases" ? source.cases(size) : [];
}
