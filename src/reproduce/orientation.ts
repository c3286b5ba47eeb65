import { condense } from "../condense/condense.ts";
import type { Network } from "../enn/network.ts";
import { orientation as network, publishedWeights } from "../tasks/orientation-network.ts";
import { orientation as problem } from "../tasks/orientation-problem.ts";
import { BY_HAND } from "./by-hand.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { programTest } from "./flat.ts";
import { casesOf } from "./hidden-cases.ts";
import { share, text } from "./measurement.ts";
import { networkPanels, networkUnit } from "./network-unit.ts";
import { scoreProgram } from "./score-program.ts";
import { sideBySide, type Test } from "./side-by-side.ts";
import { streamOf } from "./stream.ts";

const FAMILIES = "right pictures, learnt from the 56 full lines";
const PROGRAM = "the program that was learnt";

export const orientation: Experiment = {
  name: "orientation",
  title: "Orientation of lines",
  about:
    "Pictures of 28x28 pixels, upright (0) or level (1). All learn from the 28 vertical and 28 horizontal full lines, and are " +
    "asked about 200 random pictures of each other kind: short lines of 6 pixels or more, dotted ones (every second or third " +
    "pixel), zigzags, slanted lines that move across by at most half of what they move along, those dotted, outlines and filled " +
    "boxes at least twice as long as wide, and full lines with 2 % of the other pixels set. The published network, rebuilt from " +
    "its weights, goes through the same condenser. The CNN is told that a pattern means the same wherever it is: two layers of " +
    "8 convolutions over 5x5 or 3x3 pixels, then the maximum, or the mean, of each over the whole picture. " +
    "RIPPER (JRip of Weka) finds lists of rules that ask for pixels, all 784 of which it is given.",
  panels: [
    { what: FAMILIES, unit: "share", x: "pictures", axis: "names" },
    ...networkPanels,
    { what: PROGRAM, unit: "text", x: "pictures" },
  ],
  units: (settings) => [...seedsOf(settings).flatMap(families), ...published(settings)],
};

function seedsOf({ quick, seed }: Settings): number[] {
  return quick ? [seed] : [0, 1, 2].map((k) => seed + k);
}

/** Seeds draw other test pictures: there is one training set. */
function families(seed: number, order: number): Unit[] {
  return sideBySide({
    name: `56 full lines, seed ${seed}`,
    effort: 8,
    seed,
    shown: () => [casesOf(problem)],
    tests: testsOf(seed),
    counts: "samples",
    shares: "picture",
    rules: ["RIPPER"],
    more: ({ source }) =>
      order > 0 ? [] : [text({ what: PROGRAM, series: "ours", x: "28x28" }, source.python!)],
  });
}

function testsOf(seed: number): Test[] {
  return problem.tests!.map(({ name, examples }) => ({
    at: { what: FAMILIES, x: name },
    examples: () => examples(streamOf(seed, name)),
  }));
}

function published(settings: Settings): Unit[] {
  const build = (): Network => network(28, publishedWeights);
  const answers = seedsOf(settings).map(
    (seed): Unit => ({
      name: `the published network, pictures of seed ${seed}`,
      effort: 5,
      measure: () => {
        const program = condense(build(), { name: "published" });
        return testsOf(seed).map(({ at, examples }) => {
          const tested = examples().map(programTest);
          const { samples } = scoreProgram(program, tested);
          return share({ ...at, series: "published network" }, samples, tested.length);
        });
      },
    }),
  );
  return [...answers, networkUnit("orientation", build, BY_HAND.orientation)];
}
