import type { Network } from "../enn/network.ts";
import { sizeOf } from "../math/shape.ts";
import type { Program } from "../program/program.ts";
import type { Meter } from "./expansion.ts";
import { allUnits, noiseOn } from "./noise.ts";
import { orObstacle } from "./obstacle.ts";
import { isOneHot } from "./one-hot.ts";
import type { ProofLimits } from "./prove.ts";
import type { Trial } from "./trial.ts";

/** What is to be proved, and how both definitions are run. */
export interface Task {
  readonly network: Network;
  readonly program: Program;
  readonly limits: ProofLimits;
  readonly run: (x: Float64Array) => Trial;
  readonly meter: Meter;
}

/** A trial that shows that the two are not the same. */
export type Refutation = Exclude<Trial, { readonly kind: "same" }>;

/** The longest of all expansions counts. */
export function metered<Result>(
  { meter }: Task,
  attempt: (meter: Meter) => Result,
): Result | { readonly reason: string } {
  const own: Meter = { steps: 0 };
  const result = orObstacle(() => attempt(own));
  meter.steps = Math.max(meter.steps, own.steps);
  return result;
}

/** The first input that shows a difference which is no noise. */
export function refuteBy(suspects: readonly Float64Array[], task: Task): Refutation | undefined {
  const isNoisy = noiseOn(task.network, allUnits(task.network));
  return firstNotSame(
    suspects.filter((x) => isOneHot(x, task.network.inputs) && !isNoisy(x)),
    task.run,
  );
}

export function firstNotSame(
  inputs: Iterable<Float64Array>,
  run: Task["run"],
): Refutation | undefined {
  for (const x of inputs) {
    const trial = run(x);
    if (trial.kind !== "same") return trial;
  }
  return undefined;
}

/** Of one run: weights of the network and steps of the program. */
export function costOf({ network: { inputs, layers }, meter }: Task): number {
  const nCells = inputs.reduce((total, { shape }) => total + sizeOf(shape), 0);
  const nWeights = layers.reduce((total, { weights }) => total + weights.values.length, nCells);
  return meter.steps + nWeights;
}
