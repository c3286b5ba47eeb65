import { describe, expect, it } from "vitest";
import { type LayerTable, parseLayerTable } from "../../src/enn/layer-table.ts";
import { networkOfTables } from "../../src/enn/network-of-tables.ts";
import { predict } from "../../src/enn/predict.ts";
import { predictionShape } from "../../src/enn/prediction-shape.ts";
import { rowOf } from "../../src/enn/sparse-matrix.ts";

const table = (text: string): LayerTable => parseLayerTable(text, "a.csv");

/** Two inputs, then 2 + 1 units; then one unit over those. */
const two = table("1,0,2\n0,-1,2\n0,1,-3\n");
const one = table("1\n1\n-4\n5\n");

describe("networkOfTables", () => {
  it("has a row for each unit, without the zeros", () => {
    const { layers } = networkOfTables([two, one], { output: "sign" });
    const [first, last] = layers;
    expect([0, 1, 2].map((row) => rowOf(first!.weights, row))).toEqual([
      [{ column: 0, value: 1 }],
      [{ column: 1, value: -1 }],
      [
        { column: 0, value: 2 },
        { column: 1, value: 2 },
      ],
    ]);
    expect([...first!.biases]).toEqual([0, 1, -3]);
    expect(first!.weights.nColumns).toBe(2);
    expect([first!.activation, last!.activation]).toEqual(["sign", "sign"]);
  });

  it("takes flat bits to the index of the largest unit, unless it is told otherwise", () => {
    const network = networkOfTables([two], {});
    expect(network).toMatchObject({
      inputs: [{ name: "x", shape: [2], domain: { kind: "binary" } }],
      output: { name: "y", shape: [], labels: { kind: "raw" } },
    });
    // Sums 1, 1, -1 and then 0, 1, -1: the first of the largest.
    expect([...predict(network, [1, 0])]).toEqual([0]);
    expect([...predict(network, [0, 0])]).toEqual([1]);
  });

  it("takes other domains, shapes and units", () => {
    const inputDomain = { kind: "integer", low: -3, high: 4 } as const;
    const network = networkOfTables([two, one], {
      inputShape: [1, 2],
      inputDomain,
      hidden: "step",
      output: "identity",
    });
    expect(network.inputs).toEqual([{ name: "x", shape: [1, 2], domain: inputDomain }]);
    // Steps of 4, -2 and 7, then 1 - 4 + 5.
    expect([...predict(network, [4, 3])]).toEqual([2]);
  });

  it("gives a single unit's value as it is, and an array of one where that is asked for", () => {
    expect(networkOfTables([two, one], { output: "sign" }).output.shape).toEqual([]);
    const listed = networkOfTables([two, one], { output: "sign", outputShape: [1] });
    expect(listed.output.shape).toEqual([1]);
    expect(networkOfTables([two], { output: "sign" }).output.shape).toEqual([3]);
  });

  it("looks at classes along the last axis of the output", () => {
    const six = table("0,1,2,5,4,3\n0,0,0,0,0,0\n");
    const shape = (output: "argmax" | "softmax" | "sign") => {
      return networkOfTables([six], { output, outputShape: [2, 3] });
    };
    expect(shape("sign").output.shape).toEqual([2, 3]);
    expect(shape("argmax").output.shape).toEqual([2]);
    expect([...predict(shape("argmax"), [1])]).toEqual([2, 0]);
    expect(predictionShape(shape("argmax"))).toEqual([2]);
    expect(predictionShape(shape("softmax"))).toEqual([2, 3]);
    expect(predictionShape(networkOfTables([six], { output: "softmax" }))).toEqual([6]);
  });

  it.each([
    [
      [two, two],
      {},
      "shape-mismatch: layer 2 expects 2 inputs, found 3; was the bias row included?",
    ],
    [
      [one, two],
      {},
      "shape-mismatch: layer 2 expects 2 inputs, found 1; was the bias row included?",
    ],
    [
      [table("1,1,1,1\n0,0,0,0\n"), two],
      {},
      "shape-mismatch: layer 2 expects 2 inputs, found 4; is a layer missing, or the order another?",
    ],
    [
      [two],
      { inputShape: [3, 1] },
      "shape-mismatch: layer 1 expects 2 inputs, found 3 in the input shape 3x1; was the bias row included?",
    ],
    [
      [two],
      { inputShape: [28, 28] },
      "shape-mismatch: layer 1 expects 2 inputs, found 784 in the input shape 28x28; give another --input-shape",
    ],
    [
      [two],
      { outputShape: [2, 2] },
      "shape-mismatch: the output shape 2x2 expects 4 units in the last layer, found 3; give another --output-shape",
    ],
  ])("refuses what does not fit %#", (tables, options, sentence) => {
    expect(() => networkOfTables(tables, options)).toThrow(sentence);
  });
});
