import { sizeOf } from "../math/shape.ts";
import type { StepNetwork } from "./network.ts";
import { partPredictor } from "./predict-part.ts";

/** `predictor` for step networks: the step at one place after the other. */
export function stepsPredictor(network: StepNetwork): (x: ArrayLike<number>) => Float64Array {
  const { inputs, carried, isBackward, isInTurn = false, end } = network;
  const length = sizeOf(inputs[0]!.shape);
  const item = network.item && partPredictor(network.item);
  const nexts = carried.map(({ next }) => partPredictor(next));
  const last = end && partPredictor(end);
  return (x) => {
    const state = carried.map(({ initial }) => initial);
    const outputs: number[] = [];
    for (let step = 0; step < length; step++) {
      const place = isBackward ? length - 1 - step : step;
      const seen = [...inputs.map((_, k) => x[k * length + place]!), ...state];
      if (item !== undefined && !isInTurn) outputs.push(item(seen)[0]!);
      nexts.forEach((next, k) => {
        state[k] = next(seen)[0]!;
        if (isInTurn) seen[inputs.length + k] = state[k];
      });
      checkState(state, network);
      if (item !== undefined && isInTurn) outputs.push(item(seen)[0]!);
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
