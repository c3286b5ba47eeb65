import { describe, expect, it } from "vitest";
import { checkNetwork } from "../../src/enn/check.ts";
import type { Network } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import { rowOf } from "../../src/enn/sparse-matrix.ts";
import { type Cell, labelOf } from "../../src/learn/cell.ts";
import { type Output, unfold } from "../../src/learn/unfold.ts";
import { allBits } from "../verify/pairs.ts";
import { datasetOf } from "./dataset-of.ts";

/** One or two of left, centre and right: at least one, and at most two. */
const some: Cell = {
  nInputs: 3,
  differentiae: [
    { weights: [2, 2, 2], bias: -1 },
    { weights: [-2, -2, -2], bias: 5 },
  ],
  subconcepts: [[0, 1]],
  positive: true,
};

/** The same cell at every place of a row with zeros beyond its edges. */
function row(cell: Cell, length: number): { network: Network; outputs: readonly Output[] } {
  const outputs = Array.from({ length }, (_, place) => ({
    cell,
    columns: [place - 1, place, place + 1].map((column) => (column < length ? column : -1)),
  }));
  const zeros = new Array<number>(length).fill(0);
  const dataset = datasetOf({ inputs: { x: [length] }, target: [length] }, [
    { inputs: [zeros], target: zeros },
  ]);
  return { network: unfold(outputs, dataset), outputs };
}

const nonzero = ({ layers }: Network): number[] =>
  layers.map(({ weights }) => weights.values.length);

describe("unfold", () => {
  it("has a layer of differentiae, one of subconcepts and one of concepts", () => {
    const { network } = row(some, 5);
    checkNetwork(network);
    expect(network.layers.map(({ biases }) => biases.length)).toEqual([10, 5, 5]);
    expect(network.layers.map(({ weights }) => weights.nColumns)).toEqual([5, 10, 5]);
    expect(network.layers.map(({ activation }) => activation)).toEqual(["sign", "sign", "sign"]);
    expect(network.output).toEqual({ name: "y", shape: [5], labels: { kind: "above-zero" } });
  });

  it("has no weights beyond an edge of zeros", () => {
    const { network } = row(some, 5);
    // Three cells for each of two differentiae, but for two at the edges.
    expect(nonzero(network)).toEqual([2 * (3 * 5 - 2), 10, 5]);
    const first = network.layers[0]!.weights;
    expect(rowOf(first, 0)).toEqual([
      { column: 0, value: 2 },
      { column: 1, value: 2 },
    ]);
    expect(rowOf(first, 9)).toEqual([
      { column: 3, value: -2 },
      { column: 4, value: -2 },
    ]);
  });

  it.each([
    ["both bounds", some],
    ["the opposite", { ...some, positive: false }],
    ["either of two differentiae", { ...some, subconcepts: [[0], [1]] }],
    ["always", { ...some, differentiae: [], subconcepts: [[]] }],
    ["never", { ...some, differentiae: [], subconcepts: [[]], positive: false }],
  ])("gives what the cell gives at every place: %s", (_, cell) => {
    const { network, outputs } = row(cell, 6);
    for (const x of allBits(6)) {
      const expected = outputs.map(({ columns }) =>
        labelOf(
          cell,
          columns.map((column) => (column === -1 ? 0 : x[column]!)),
        ),
      );
      expect([...predict(network, x)]).toEqual(expected);
    }
  });

  it("is linear in the number of outputs", () => {
    const weights = (length: number): number =>
      nonzero(row(some, length).network).reduce((sum, count) => sum + count, 0);
    expect(weights(2000)).toBe(9 * 2000 - 4);
    expect(weights(4000)).toBe(9 * 4000 - 4);
  });

  it("takes outputs with cells of their own", () => {
    const copy: Cell = {
      nInputs: 1,
      differentiae: [{ weights: [2], bias: -1 }],
      subconcepts: [[0]],
      positive: true,
    };
    const dataset = datasetOf({ inputs: { a: [2], b: [3] }, target: [2] }, [
      {
        inputs: [
          [0, 0],
          [0, 0, 0],
        ],
        target: [0, 0],
      },
    ]);
    const outputs = [
      { cell: copy, columns: [4] },
      { cell: some, columns: [0, 1, 2] },
    ];
    const network = unfold(outputs, dataset);
    checkNetwork(network);
    expect(network.inputs.map(({ name }) => name)).toEqual(["a", "b"]);
    for (const x of allBits(5)) {
      expect([...predict(network, x)]).toEqual([x[4]!, labelOf(some, [...x].slice(0, 3))]);
    }
  });
});
