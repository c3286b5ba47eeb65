import { sizeOf } from "../math/shape.ts";
import type { ExactNetwork, ExactUnit } from "./1-exact.ts";
import { Merger } from "./merge/merger.ts";
import { difference } from "./merge/sum.ts";
import type { Sum, Value, WiredOutput, Wiring } from "./wiring.ts";

/**
 * Merges what is computed twice: equal units, their negatives and complements, units that repeat one
 * input of theirs; constants go into biases.
 *
 * Cost: linear in the weights, but for sorting the terms of each unit.
 */
export function merge(network: ExactNetwork): Wiring {
  const merger = new Merger();
  let values = network.inputs.flatMap(({ shape, domain }, input) =>
    Array.from({ length: sizeOf(shape) }, (_, index) => merger.cell(input, index, domain)),
  );
  const last = network.layers.length - 1;
  const { reading } = network.output;
  network.layers.slice(0, reading === "values" ? last + 1 : last).forEach((units, layer) => {
    values = units.map((unit, neuron) => merger.value(unit, values, { layer, neuron }));
  });
  const output: WiredOutput =
    reading === "values"
      ? { kind: "values", values: labelled(values, network, merger) }
      : readGroups(network, reading, (unit) => merger.sum(unit, values), merger);
  return { nodes: merger.nodes, output };
}

/** Outputs that are named by their sides become bits. */
function labelled(values: readonly Value[], network: ExactNetwork, merger: Merger): Value[] {
  if (network.output.labels.kind === "raw") return [...values];
  return values.map((value) => merger.above(value));
}

function readGroups(
  network: ExactNetwork,
  kind: "argmax" | "softmax",
  sumOf: (unit: ExactUnit) => Sum,
  merger: Merger,
): WiredOutput {
  const units = network.layers.at(-1)!;
  const nGroups = sizeOf(network.output.shape);
  const nClasses = units.length / nGroups;
  const groups = Array.from({ length: nGroups }, (_, g) =>
    units.slice(g * nClasses, (g + 1) * nClasses).map(sumOf),
  );
  if (kind === "softmax" || nClasses > 2) return { kind, groups };
  // The first of two classes wins ties: the answer is 1 where the second sum is larger.
  const layer = network.layers.length - 1;
  const values = groups.map(([first, second], g): Value => {
    if (second === undefined) return { node: undefined, factor: 0, offset: 0 };
    const origins = [0, 1].map((k) => ({ layer, neuron: 2 * g + k }));
    return merger.threshold(difference(second, first!), origins);
  });
  return { kind: "values", values };
}
