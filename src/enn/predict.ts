import type { AnyNetwork, StepPart } from "./network.ts";
import { partPredictor } from "./predict-part.ts";
import { stepsPredictor } from "./predict-steps.ts";

/**
 * The definition of what a network means: its outputs for one sample.
 *
 * Shapes: `x` holds all inputs one after the other, flat and row-major; the result has the shape of the
 * output, flat. Labels are applied. Exact: weights are the numbers that their doubles denote, and sums
 * are not rounded. Cost: the number of nonzero weights, of a step network once for each place. Throws
 * RangeError where what a step network carries leaves its bounds.
 */
export function predict(network: AnyNetwork, x: ArrayLike<number>): Float64Array {
  return predictor(network)(x);
}

/** `predict` for many samples: what can be decided about the weights is decided once. */
export function predictor(network: AnyNetwork | StepPart): (x: ArrayLike<number>) => Float64Array {
  return network.kind === "step" ? stepsPredictor(network) : partPredictor(network);
}
