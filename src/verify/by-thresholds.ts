import type { Network } from "../enn/network.ts";
import { isSameShape, sizeOf } from "../math/shape.ts";
import type { Program } from "../program/program.ts";
import { expand } from "./expansion.ts";
import { Bases } from "./thresholds/base.ts";
import { differenceAt } from "./thresholds/difference-at.ts";
import { networkValues } from "./thresholds/network-values.ts";
import { difference } from "./thresholds/sum.ts";
import { thresholdAlgebra } from "./thresholds/threshold-algebra.ts";
import { fixed } from "./thresholds/value.ts";

/** What is found out about outputs that are each a table over one sum, or over one extreme of sums. */
export interface ThresholdProof {
  readonly proved: ReadonlySet<number>;
  /** Inputs on which others seem to differ. */
  readonly suspects: readonly Float64Array[];
}

/**
 * Proves outputs of a network and a program equal of which both are functions by nested thresholds.
 *
 * For a program that is known to have a result for every input. Throws Obstacle. Cost: the nonzero weights,
 * one `evaluate` and, for each number, the thresholds at which it changes times the sums that these ask.
 */
export function proveByThresholds(
  network: Network,
  program: Program,
  outputs: readonly number[],
): ThresholdProof {
  const nothing = { proved: new Set<number>(), suspects: [] };
  const domains = network.inputs.flatMap(({ shape, domain }) =>
    Array.from({ length: sizeOf(shape) }, () => domain),
  );
  const bases = new Bases(domains);
  const expected = networkValues(network, bases, outputs);
  if (expected.every(({ kind }) => kind === "unknown")) return nothing;
  const shapes = network.inputs.map(({ shape }) => shape);
  const means = { algebra: thresholdAlgebra(bases), meter: { steps: 0 } };
  const { items, shape } = expand(program, shapes, means);
  if (!isSameShape(shape, network.output.shape)) return nothing;
  const proved = new Set<number>();
  const suspects: Float64Array[] = [];
  outputs.forEach((output, k) => {
    const [value, item] = [expected[k]!, items[output]!];
    if (fixed(difference(bases, value, item)) === 0) proved.add(output);
    else if (suspects.length === 0) suspects.push(...differenceAt(bases, value, item));
  });
  return { proved, suspects };
}
