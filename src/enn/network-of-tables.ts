import { inputShapeMismatch, layerMismatch, outputShapeMismatch } from "../errors.ts";
import { binary, type Domain } from "../math/domain.ts";
import { type Shape, sizeOf } from "../math/shape.ts";
import { checkNetwork } from "./check.ts";
import type { LayerTable } from "./layer-table.ts";
import type { Activation, Layer, Network } from "./network.ts";

/** What tables of weights do not say of their network. */
export interface LayerOptions {
  /** Default: one axis. */
  readonly inputShape?: Shape;
  /** Default: binary. */
  readonly inputDomain?: Domain;
  /** Of all layers but the last; default: sign. */
  readonly hidden?: "sign" | "step";
  /** Of the last layer; default: argmax. */
  readonly output?: Activation;
  /** Of the last layer's units; default: one axis, or a single value for a single unit. */
  readonly outputShape?: Shape;
}

/**
 * The network from `x` to `y` whose layers are these tables, in order; values of the last layer stay as
 * they are. Argmax and softmax look along the last axis of the output shape.
 *
 * Throws `shape-mismatch`.
 */
export function networkOfTables(tables: readonly LayerTable[], options: LayerOptions): Network {
  const { inputDomain: domain = binary, hidden = "sign", output = "argmax" } = options;
  checkChain(tables);
  const shape = inputShapeOf(tables[0]!, options);
  const layers = tables.map((table, l) => {
    return layerOf(table, l < tables.length - 1 ? hidden : output);
  });
  const network: Network = {
    kind: "feedforward",
    inputs: [{ name: "x", shape, domain }],
    layers,
    output: {
      name: "y",
      shape: outputShapeOf(tables.at(-1)!, output, options),
      labels: { kind: "raw" },
    },
  };
  checkNetwork(network);
  return network;
}

function checkChain(tables: readonly LayerTable[]): void {
  tables.forEach((table, l) => {
    const before = tables[l - 1];
    if (before === undefined) return;
    const [expected, found] = [inputsOf(table), before.biases.length];
    if (expected !== found) throw layerMismatch(l + 1, expected, found);
  });
}

function inputsOf({ weights, biases }: LayerTable): number {
  return weights.length / biases.length;
}

function inputShapeOf(first: LayerTable, { inputShape }: LayerOptions): Shape {
  const nInputs = inputsOf(first);
  const shape = inputShape ?? [nInputs];
  if (sizeOf(shape) !== nInputs) throw inputShapeMismatch(nInputs, shape);
  return shape;
}

function outputShapeOf(
  { biases }: LayerTable,
  activation: Activation,
  { outputShape }: LayerOptions,
): Shape {
  const nUnits = biases.length;
  if (outputShape !== undefined && sizeOf(outputShape) !== nUnits) {
    throw outputShapeMismatch(nUnits, outputShape);
  }
  if (activation === "argmax" || activation === "softmax") return outputShape?.slice(0, -1) ?? [];
  return outputShape ?? (nUnits === 1 ? [] : [nUnits]);
}

/** A row for each unit, without the zeros. */
function layerOf({ weights, biases }: LayerTable, activation: Activation): Layer {
  const nUnits = biases.length;
  const nInputs = weights.length / nUnits;
  const starts = startsOf(weights, nUnits);
  const columns = new Int32Array(starts[nUnits]!);
  const values = new Float64Array(starts[nUnits]!);
  const next = starts.slice();
  for (let input = 0; input < nInputs; input++) {
    for (let unit = 0; unit < nUnits; unit++) {
      const value = weights[input * nUnits + unit]!;
      if (value === 0) continue;
      const k = next[unit]!++;
      columns[k] = input;
      values[k] = value;
    }
  }
  return {
    weights: { nRows: nUnits, nColumns: nInputs, starts, columns, values },
    biases: biases.slice(),
    activation,
  };
}

/** Where the nonzero weights of each unit start, and where all of them end. */
function startsOf(weights: Float64Array, nUnits: number): Int32Array {
  const starts = new Int32Array(nUnits + 1);
  for (let k = 0; k < weights.length; k++) {
    if (weights[k] !== 0) starts[(k % nUnits) + 1]! += 1;
  }
  for (let unit = 0; unit < nUnits; unit++) starts[unit + 1]! += starts[unit]!;
  return starts;
}
