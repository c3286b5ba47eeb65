import type { StepNetwork } from "../../enn/network.ts";
import { predictor } from "../../enn/predict.ts";
import { stepInputs } from "../../enn/step-inputs.ts";
import { extremesOf } from "../../math/domain.ts";
import { countWays, wayAt } from "../../math/integer-ranges.ts";

/** More combinations of cells and a state are not tried. */
const MOST_STEPS = 200_000;

/** Does every step from a state lead to a state, whatever the cells are? */
export function staysInside(network: StepNetwork): boolean {
  const ranges = stepInputs(network).map(({ domain }) => extremesOf(domain));
  const count = countWays(ranges);
  if (!(count <= MOST_STEPS)) return false;
  const steps = Array.from({ length: count }, (_, k) => wayAt(k, ranges));
  return network.carried.every(({ low, high, next }) => {
    const predict = predictor(next);
    return steps.every((step) => {
      const value = predict(step)[0]!;
      return value >= low && value <= high;
    });
  });
}
