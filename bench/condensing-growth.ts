import type { Shape } from "../src/math/shape.ts";
import { networkFamilies } from "../src/tasks/networks.ts";
import { nonzeroWeights, outcomeOf, timesOf, verdictOf } from "./condensing-case.ts";
import type { Report } from "./figure.ts";

interface Growth {
  readonly name: string;
  readonly sizes: readonly Shape[];
}

const GROWTHS: readonly Growth[] = [
  { name: "orientation-ratio", sizes: [[14], [28], [40]] },
  { name: "argmax-pairs-real", sizes: [[16], [32], [64], [96]] },
  { name: "argmax-triangle-integer", sizes: [[16], [32], [64], [96]] },
  { name: "argmax-winner-integer", sizes: [[16], [32], [64], [96]] },
  {
    name: "life-torus",
    sizes: [
      [16, 16],
      [32, 32],
      [64, 64],
    ],
  },
  {
    name: "life-torus-two-layers",
    sizes: [
      [16, 16],
      [32, 32],
      [64, 64],
    ],
  },
];

const RUNS = 3;
/** A case that takes longer is the last of its kind. */
const MOST_SECONDS = 10;
const NEAR_LINEAR = 1.25;

/** Seconds of condense and verify against nonzero weights, as the exponent of the best power. */
export function growths(report: Report, calibration: number): void {
  for (const growth of GROWTHS) report.add(figureOf(growth, calibration));
}

function figureOf({ name, sizes }: Growth, calibration: number) {
  const what = `growth of ${name}, ${sizes.map((size) => size.join("x")).join(" ")}`;
  const hopedFor = `proved, exponent at most ${NEAR_LINEAR}`;
  measure(name, sizes[0]!);
  const measured: Point[] = [];
  for (const size of sizes) {
    const point = measure(name, size);
    if (typeof point === "string") return { what, hopedFor, measured: point, isReached: false };
    measured.push(point);
  }
  const exponent = slope(measured);
  const ratios = measured.map(({ seconds }) => (seconds / calibration).toFixed(2)).join(" ");
  const largest = measured.at(-1)!;
  return {
    what,
    hopedFor,
    measured: `exponent ${exponent.toFixed(2)}; ${ratios} of calibration; ${largest.weights} weights in ${largest.seconds.toFixed(2)} s`,
    isReached: exponent <= NEAR_LINEAR,
  };
}

interface Point {
  readonly weights: number;
  readonly seconds: number;
}

/** The median of a few runs, or why there is none. */
function measure(name: string, size: Shape): Point | string {
  const network = networkFamilies.get(name)!.build(size);
  const seconds: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const outcome = outcomeOf(network);
    if (outcome.kind === "failed") return `${size.join("x")}: ${outcome.reason}`;
    if (outcome.verdict.kind !== "equivalent") return `${size.join("x")}: ${verdictOf(outcome)}`;
    const taken = outcome.condenseSeconds + outcome.verifySeconds;
    if (taken > MOST_SECONDS) return `${size.join("x")}: ${timesOf(outcome)}, no larger one tried`;
    seconds.push(taken);
  }
  seconds.sort((a, b) => a - b);
  return { weights: nonzeroWeights(network), seconds: seconds[Math.floor(RUNS / 2)]! };
}

/** Of the line of least squares through the logarithms. */
function slope(points: readonly Point[]): number {
  const xs = points.map(({ weights }) => Math.log(weights));
  const ys = points.map(({ seconds }) => Math.log(seconds));
  const [x, y] = [mean(xs), mean(ys)];
  const above = xs.reduce((sum, each, k) => sum + (each - x) * (ys[k]! - y), 0);
  return above / xs.reduce((sum, each) => sum + (each - x) ** 2, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
