import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activation, Labels, Layer, Network } from "../../src/enn/network.ts";
import { predict, predictor } from "../../src/enn/predict.ts";
import { rowOf, sparseMatrix } from "../../src/enn/sparse-matrix.ts";

/** A layer from dense rows, each a bias and then its weights. */
function layer(activation: Activation, rows: readonly (readonly number[])[]): Layer {
  return {
    activation,
    weights: sparseMatrix(
      rows.map((row) => row.slice(1).map((value, column) => ({ column, value }))),
      rows[0]!.length - 1,
    ),
    biases: Float64Array.from(rows, ([bias]) => bias!),
  };
}

function network(
  layers: readonly Layer[],
  shape: readonly number[] = [layers.at(-1)!.biases.length],
  kind: Labels["kind"] = "raw",
): Network {
  const nInputs = layers[0]!.weights.nColumns;
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape: [nInputs], domain: { kind: "real" } }],
    layers,
    output: { name: "y", shape, labels: { kind } },
  };
}

/** One unit, applied. */
function unit(activation: Activation, row: readonly number[], x: readonly number[]): number {
  return predict(network([layer(activation, [row])]), x)[0]!;
}

describe("a unit's sum is not rounded", () => {
  it("ten times the double 0.1 is above 1, though doubles add up to less", () => {
    const tenths = new Array<number>(10).fill(0.1);
    expect(tenths.reduce((sum, value) => sum + value, -1)).toBeLessThan(0);
    expect(unit("sign", [-1, ...tenths], new Array<number>(10).fill(1))).toBe(1);
  });

  it("0.1 + 0.2 - 0.3 is above 0, and 0.5 + 0.25 - 0.75 is 0", () => {
    expect(unit("sign", [0, 0.1, 0.2, -0.3], [1, 1, 1])).toBe(1);
    expect(unit("sign", [0, -0.1, -0.2, 0.3], [1, 1, 1])).toBe(-1);
    expect(unit("sign", [0, 0.5, 0.25, -0.75], [1, 1, 1])).toBe(0);
  });

  it("the same holds for weights of 1 and inputs that are decimals", () => {
    expect(unit("sign", [0, 1, 1, -1], [0.1, 0.2, 0.3])).toBe(1);
    expect(unit("step", [0, -1, -1, 1], [0.1, 0.2, 0.3])).toBe(0);
  });

  it("2^53 + 1 - 2^53 is 1, for large weights and for large inputs", () => {
    expect(unit("sign", [2 ** 53, 1, -(2 ** 53)], [1, 1])).toBe(1);
    expect(unit("sign", [0, 1, 1, -1], [2 ** 53, 1, 2 ** 53])).toBe(1);
    expect(unit("sign", [1, 1, -1], [2 ** 53, 2 ** 53 + 2])).toBe(-1);
    expect(unit("identity", [2 ** 53, 1, -(2 ** 53)], [1, 1])).toBe(1);
  });

  it("a sum too small for a double keeps its side", () => {
    expect(unit("sign", [0, 2 ** -600], [2 ** -600])).toBe(1);
    expect(unit("sign", [0, -(2 ** -600)], [2 ** -600])).toBe(-1);
    expect(unit("step", [0, 2 ** -600], [2 ** -600])).toBe(1);
  });

  it("agrees with sums of fractions, where doubles often do not", () => {
    let nWrongInDoubles = 0;
    const weight = fc.integer({ min: -9, max: 9 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 7 }), (weights) => {
        const tenths = weights.reduce((sum, value) => sum + Math.round(10 * value), 0);
        const row = [-tenths / 10, ...weights];
        const x = weights.map(() => 1);
        const exact = row.reduce((sum, value) => sum + scaled(value), 0n);
        const side = exact > 0n ? 1 : exact < 0n ? -1 : 0;
        expect(unit("sign", row, x)).toBe(side);
        const rounded = Math.sign(row.reduce((sum, value) => sum + value, 0));
        if (rounded !== side) nWrongInDoubles += 1;
      }),
      { seed: 3, numRuns: 1000 },
    );
    expect(nWrongInDoubles).toBeGreaterThan(100);
  });
});

/** A multiple of 0.1 in units of 2^-60: its double has no finer digits. */
function scaled(value: number): bigint {
  return BigInt(value * 2 ** 60);
}

describe("activations", () => {
  it("sign and step take a tie for 0", () => {
    expect(unit("sign", [-2, 1, 1], [1, 1])).toBe(0);
    expect(unit("step", [-2, 1, 1], [1, 1])).toBe(0);
    expect(unit("sign", [-0.75, 0.25, 0.5], [1, 1])).toBe(0);
    expect(unit("step", [-0.75, 0.25, 0.5], [1, 1])).toBe(0);
  });

  it("sign gives -1 and 1, step 0 and 1, identity the sum", () => {
    const x = [1, 0];
    expect(["sign", "step", "identity"].map((a) => unit(a as Activation, [0, -3, 9], x))).toEqual([
      -1, 0, -3,
    ]);
    expect(["sign", "step", "identity"].map((a) => unit(a as Activation, [0, 3, 9], x))).toEqual([
      1, 1, 3,
    ]);
  });

  it("layers feed each other: exclusive or of two bits", () => {
    const hidden = layer("sign", [
      [-1, 2, 2],
      [3, -2, -2],
    ]);
    const both = network([hidden, layer("step", [[-1, 1, 1]])]);
    const xor = predictor(both);
    const pairs = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ];
    expect(pairs.map((x) => xor(x)[0])).toEqual([0, 1, 1, 0]);
    expect(pairs.map((x) => predict(both, x)[0])).toEqual([0, 1, 1, 0]);
  });
});

describe("argmax", () => {
  const choose = (rows: readonly (readonly number[])[], x: readonly number[], shape = [1]) => [
    ...predict(network([layer("argmax", rows)], shape), x),
  ];

  it("takes the lowest index on a tie", () => {
    expect(choose([[1], [3], [3], [2]], [])).toEqual([1]);
    expect(choose([[0.25], [0.75], [0.75]], [])).toEqual([1]);
    expect(choose([[-1], [-1]], [])).toEqual([0]);
  });

  it("tells sums apart that are the same double", () => {
    const less = [1, -(2 ** -60)];
    const more = [1, 2 ** -60];
    expect(1 + 2 ** -60).toBe(1);
    expect(choose([[1, 0], more, less], [1])).toEqual([1]);
    expect(choose([less, [1, 0], [1, 0]], [1])).toEqual([1]);
    expect(choose([more, [1, 0], more], [1])).toEqual([0]);
    expect(
      choose(
        [
          [2 ** 53, 0],
          [2 ** 53, 1],
        ],
        [1],
      ),
    ).toEqual([1]);
  });

  it("looks along the last axis", () => {
    const rows = [[5], [6], [7], [9], [9], [8], [1], [2], [1], [0], [0], [4]];
    expect(choose(rows, [], [4])).toEqual([2, 0, 1, 2]);
    expect(choose(rows, [], [2, 2])).toEqual([2, 0, 1, 2]);
    expect(choose(rows, [], [])).toEqual([3]);
  });
});

describe("softmax", () => {
  it("gives probabilities along the last axis", () => {
    const rows = [[0], [0], [Math.log(3)], [0]];
    const y = predict(network([layer("softmax", rows)], [2]), []);
    expect(y).toHaveLength(4);
    expect([...y.subarray(0, 2)]).toEqual([0.5, 0.5]);
    expect(y[2]).toBeCloseTo(0.75, 12);
    expect(y[3]).toBeCloseTo(0.25, 12);
  });

  it("does not overflow", () => {
    const y = predict(network([layer("softmax", [[5000], [5000], [-5000]])], []), []);
    expect([...y]).toEqual([0.5, 0.5, 0]);
  });
});

describe("labels", () => {
  const rows = [[-2], [0], [3]];

  it("above-zero makes 0 of -1 and 0, and 1 of 1", () => {
    expect([...predict(network([layer("sign", rows)], [3], "above-zero"), [])]).toEqual([0, 0, 1]);
    expect([...predict(network([layer("identity", rows)], [3], "above-zero"), [])]).toEqual([
      0, 0, 1,
    ]);
  });

  it("raw leaves values as they are", () => {
    expect([...predict(network([layer("sign", rows)]), [])]).toEqual([-1, 0, 1]);
  });
});

describe("sparse matrices", () => {
  const entry = (column: number, value: number) => ({ column, value });

  it("drop zeros, sort columns and add repeated ones up", () => {
    const matrix = sparseMatrix(
      [
        [entry(3, 1), entry(0, 2), entry(1, 0)],
        [],
        [entry(2, 5), entry(2, -5), entry(1, 1), entry(1, 2)],
      ],
      4,
    );
    expect(matrix).toEqual({
      nRows: 3,
      nColumns: 4,
      starts: Int32Array.of(0, 2, 2, 3),
      columns: Int32Array.of(0, 3, 1),
      values: Float64Array.of(2, 1, 3),
    });
    expect(rowOf(matrix, 0)).toEqual([entry(0, 2), entry(3, 1)]);
    expect(rowOf(matrix, 1)).toEqual([]);
    expect(rowOf(matrix, 2)).toEqual([entry(1, 3)]);
  });
});
