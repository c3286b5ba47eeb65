import { sizeOf } from "../math/shape.ts";
import type { StepNetwork } from "./network.ts";
import { layersPredictor } from "./predict-layers.ts";

/** `predictor` for step networks: the step at one place after the other. */
export function stepsPredictor(network: StepNetwork): (x: ArrayLike<number>) => Float64Array {
  const { inputs, carried, isBackward, end } = network;
  const length = sizeOf(inputs[0]!.shape);
  const item = network.item && layersPredictor(network.item);
  const nexts = carried.map(({ next }) => layersPredictor(next));
  const last = end && layersPredictor(end);
  return (x) => {
    let state = carried.map(({ initial }) => initial);
    const outputs: number[] = [];
    for (let step = 0; step < length; step++) {
      const place = isBackward ? length - 1 - step : step;
      const seen = [...inputs.map((_, k) => x[k * length + place]!), ...state];
      if (item !== undefined) outputs.push(item(seen)[0]!);
      state = nexts.map((next) => next(seen)[0]!);
      checkState(state, network);
    }
    if (last !== undefined) outputs.push(last(state)[0]!);
    return Float64Array.from(isBackward ? outputs.reverse() : outputs);
  };
}

function checkState(state: readonly number[], { carried }: StepNetwork): void {
  carried.forEach(({ name, low, high }, k) => {
    const value = state[k]!;
    if (Number.isInteger(value) && value >= low && value <= high) return;
    throw new RangeError(`${name} is ${value}, not between ${low} and ${high}`);
  });
}
