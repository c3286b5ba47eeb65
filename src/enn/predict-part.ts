import type { StepPart } from "./network.ts";
import { layersPredictor } from "./predict-layers.ts";

/** `predictor` for the parts of steps. */
export function partPredictor(part: StepPart): (x: ArrayLike<number>) => Float64Array {
  if (part.kind === "feedforward") return layersPredictor(part);
  const condition = layersPredictor(part.condition);
  const [then, otherwise] = [partPredictor(part.then), partPredictor(part.otherwise)];
  return (x) => (condition(x)[0] === 1 ? then(x) : otherwise(x));
}
