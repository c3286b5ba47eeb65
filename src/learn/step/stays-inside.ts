import type { StepNetwork } from "../../enn/network.ts";
import { predictor } from "../../enn/predict.ts";
import { stepInputs } from "../../enn/step-inputs.ts";
import { extremesOf } from "../../math/domain.ts";

/** More combinations of cells and a state are not tried. */
const MOST_STEPS = 200_000;

/** Does every step from a state lead to a state, whatever the cells are? */
export function staysInside(network: StepNetwork): boolean {
  const ranges = stepInputs(network).map(({ domain }) => extremesOf(domain));
  const count = ranges.reduce((product, { low, high }) => product * (high - low + 1), 1);
  if (!(count <= MOST_STEPS)) return false;
  const steps = Array.from({ length: count }, (_, k) => stepAt(k, ranges));
  return network.carried.every(({ low, high, next }) => {
    const predict = predictor(next);
    return steps.every((step) => {
      const value = predict(step)[0]!;
      return value >= low && value <= high;
    });
  });
}

type Range = ReturnType<typeof extremesOf>;

/** The number k with a digit for each range, the first one counting least. */
function stepAt(k: number, ranges: readonly Range[]): number[] {
  let rest = k;
  return ranges.map(({ low, high }) => {
    const width = high - low + 1;
    const value = low + (rest % width);
    rest = Math.floor(rest / width);
    return value;
  });
}
