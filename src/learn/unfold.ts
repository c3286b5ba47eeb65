import type { Dataset } from "../data/dataset.ts";
import type { Layer, Network } from "../enn/network.ts";
import { type Entry, sparseMatrix } from "../enn/sparse-matrix.ts";
import { sizeOf } from "../math/shape.ts";
import type { Cell } from "./cell.ts";

/** The function of one output: a cell, and the network's input that each of its own inputs is. */
export interface Output {
  readonly cell: Cell;
  /** (cell inputs): flat index among all inputs, or -1 for a zero beyond an edge. */
  readonly columns: readonly number[];
}

/**
 * The essence neural network of all outputs: layers of differentiae, subconcepts and concepts, output
 * by output. Inputs beyond an edge of zeros have no weight. Cost: the number of nonzero weights.
 */
export function unfold(outputs: readonly Output[], dataset: Dataset): Network {
  const nInputs = dataset.inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const differentiae = outputs.flatMap(differentiaUnits);
  const subconcepts = stacked(outputs, subconceptUnits, ({ cell }) => cell.differentiae.length);
  const concepts = stacked(outputs, conceptUnits, ({ cell }) => cell.subconcepts.length);
  return {
    kind: "feedforward",
    inputs: dataset.inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
    layers: [
      layer(differentiae, nInputs),
      layer(subconcepts, differentiae.length),
      layer(concepts, subconcepts.length),
    ],
    output: {
      name: dataset.target.name,
      shape: dataset.target.shape,
      labels: { kind: "above-zero" },
    },
  };
}

interface UnitEntries {
  readonly entries: readonly Entry[];
  readonly bias: number;
}

function differentiaUnits({ cell, columns }: Output): UnitEntries[] {
  return cell.differentiae.map(({ weights, bias }) => ({
    entries: weights.flatMap((value, k) =>
      columns[k] === -1 ? [] : [{ column: columns[k]!, value }],
    ),
    bias,
  }));
}

/** All differentiae at once: their sum of -1s and 1s is as large as it can be. */
function subconceptUnits({ cell }: Output): UnitEntries[] {
  return cell.subconcepts.map((members) => ({
    entries: members.map((column) => ({ column, value: 1 })),
    bias: 1 - members.length,
  }));
}

/** At least one subconcept: their sum of -1s and 1s is not as small as it can be. */
function conceptUnits({ cell }: Output): UnitEntries[] {
  const sign = cell.positive ? 1 : -1;
  const entries = cell.subconcepts.map((_, column) => ({ column, value: sign }));
  return [{ entries, bias: sign * (cell.subconcepts.length - 1) }];
}

/** Units of all outputs, whose columns count from the output's own first unit in the layer before. */
function stacked(
  outputs: readonly Output[],
  units: (output: Output) => UnitEntries[],
  widthBefore: (output: Output) => number,
): UnitEntries[] {
  let start = 0;
  return outputs.flatMap((output) => {
    const from = start;
    start += widthBefore(output);
    return units(output).map(({ entries, bias }) => ({
      entries: entries.map(({ column, value }) => ({ column: column + from, value })),
      bias,
    }));
  });
}

function layer(units: readonly UnitEntries[], nInputs: number): Layer {
  return {
    weights: sparseMatrix(
      units.map(({ entries }) => entries),
      nInputs,
    ),
    biases: Float64Array.from(units, ({ bias }) => bias),
    activation: "sign",
  };
}
