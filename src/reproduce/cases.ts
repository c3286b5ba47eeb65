import { distill } from "../distill.ts";
import type { Example, Given, Problem } from "../tasks/problem.ts";
import { datasetOf } from "../tasks/problem-samples.ts";
import { shuffle } from "../tasks/shuffle.ts";
import type { Settings, Unit } from "./experiment.ts";
import { value } from "./measurement.ts";
import { peerUnit } from "./peer-unit.ts";
import type { PeerTest } from "./peers.ts";
import { type ProgramTest, scoreProgram } from "./score-program.ts";
import { streamOf } from "./stream.ts";

interface Cases {
  readonly what: string;
  readonly name: string;
  /** Its cases are few enough to be listed. */
  readonly problem: Problem;
  /** How many cases are shown. */
  readonly counts: readonly number[];
  readonly settings: Settings;
  readonly effort: number;
}

/** Some cases of a problem are shown, and all others asked: ours beside peers on the same samples. */
export function casesExperiment({ what, name, problem, counts, settings, effort }: Cases): Unit[] {
  const seeds = settings.quick ? [settings.seed] : [0, 1].map((k) => settings.seed + k);
  return seeds.flatMap((seed) =>
    counts.flatMap((count): Unit[] => {
      const unit = `${name}, ${count} cases, seed ${seed}`;
      const split = (): Split => splitCases(problem, { count, seed, name });
      return [
        {
          name: unit,
          effort,
          measure: async () => {
            const { shown, hidden } = split();
            const { program } = await distill(datasetOf(shown, name), { name: "f" });
            const { samples } = scoreProgram(program, hidden.map(programTest));
            return [value({ what, series: "ours", x: count }, samples)];
          },
        },
        peerUnit({
          name: unit,
          effort: effort / 2,
          question: () => {
            const { shown, hidden } = split();
            return { ...peerTest(shown), tests: [peerTest(hidden)], seed };
          },
          measure: (series, [score]) => [value({ what, series, x: count }, score!.samples)],
        }),
      ];
    }),
  );
}

interface Split {
  readonly shown: readonly Example[];
  readonly hidden: readonly Example[];
}

function splitCases(
  { source, size }: Problem,
  { count, seed, name }: { readonly count: number; readonly seed: number; readonly name: string },
): Split {
  const cases = source.kind === "cases" ? source.cases(size) : [];
  const shuffled = shuffle(cases, streamOf(seed, name));
  return { shown: shuffled.slice(0, count), hidden: shuffled.slice(count) };
}

/** An example as a program takes it. */
export function programTest({ x, y }: Example): ProgramTest {
  return {
    inputs: Object.values(x).map((given) => ({
      shape: shapeOf(given),
      data: Float64Array.from(flat(given)),
    })),
    answer: flat(y),
  };
}

/** Examples as matrices. */
export function peerTest(examples: readonly Example[]): PeerTest {
  return {
    x: examples.map(({ x }) => Object.values(x).flatMap(flat)),
    y: examples.map(({ y }) => flat(y)),
  };
}

function shapeOf(given: Given): number[] {
  return Array.isArray(given) ? [given.length, ...shapeOf(given[0]!)] : [];
}

function flat(given: Given): number[] {
  return Array.isArray(given) ? given.flatMap(flat) : [Number(given)];
}
