import { describe, expect, it } from "vitest";
import { exactly } from "../../src/condense/1-exact.ts";
import type { ExactUnit } from "../../src/condense/exact/exact-network.ts";
import type { Activation, Network } from "../../src/enn/network.ts";
import type { Domain } from "../../src/math/domain.ts";
import { layer, networkOf } from "../verify/pairs.ts";

interface Unit {
  readonly weights: readonly number[];
  readonly bias: number;
}

function networkOn(domain: Domain, layers: readonly (readonly [Activation, ...Unit[]])[]): Network {
  const nInputs = layers[0]![1]!.weights.length;
  const built = layers.map(([activation, ...neurons]) =>
    layer(
      neurons.map(({ weights, bias }) => ({
        bias,
        entries: weights.map((value, column) => ({ column, value })),
      })),
      neurons[0]!.weights.length,
      activation,
    ),
  );
  const [last, ...units] = layers.at(-1)!;
  const isOne = last === "argmax" || last === "softmax";
  const network = networkOf([nInputs], isOne ? [] : [units.length], built);
  return {
    ...network,
    inputs: [{ ...network.inputs[0]!, domain }],
    output: { ...network.output, labels: { kind: "raw" } },
  };
}

function lastUnits(network: Network): readonly ExactUnit[] {
  return exactly(network).layers.at(-1)!;
}

const binary: Domain = { kind: "binary" };

describe("layers in exact numbers", () => {
  it("fold units of one value into the bias", () => {
    const first = ["sign", { weights: [1], bias: 2 }, { weights: [2], bias: -1 }] as const;
    const constant = { weights: [5, 1], bias: -5 };
    const base = { columns: [1], weights: [1], bias: 0 };
    expect(lastUnits(networkOn(binary, [first, ["sign", constant]]))[0]).toMatchObject(base);
    expect(lastUnits(networkOn(binary, [first, ["softmax", constant]]))[0]).toMatchObject(base);
    const contest = ["argmax", constant, { weights: [1, 0.5], bias: 0 }] as const;
    expect(lastUnits(networkOn(binary, [first, contest]))).toMatchObject([
      { columns: [1], weights: [2], bias: 0 },
      { columns: [1], weights: [1], bias: 2 },
    ]);
  });

  it("keep the numbers of identities and of softmax", () => {
    const units = [
      { weights: [2, -4], bias: 6 },
      { weights: [0.1, 0.3], bias: 1 },
    ];
    for (const activation of ["identity", "softmax"] as const) {
      expect(lastUnits(networkOn(binary, [[activation, ...units]]))).toEqual([
        {
          ...{ columns: [0, 1], weights: [2, -4], bias: 6, isInteger: true },
          activation: "identity",
          values: { kind: "integers", low: 2, high: 8, step: 2 },
        },
        {
          ...{ columns: [0, 1], weights: [0.1, 0.3], bias: 1, isInteger: false },
          activation: "identity",
          values: { kind: "reals" },
        },
      ]);
    }
  });

  it("read the steps of an identity", () => {
    // 3 * a + 3 * b - 4 is -4, -1 or 2: it never ties, and is positive where both are 1.
    const network = networkOn(binary, [
      ["identity", { weights: [3, 3], bias: -4 }],
      ["sign", { weights: [1], bias: 0 }],
    ]);
    expect(exactly(network).layers[0]![0]!.values).toEqual({
      ...{ kind: "integers", low: -4, high: 2, step: 3 },
    });
    // In steps from -4 it is twice t - 3; t is (x + 4) / 3.
    expect(lastUnits(network)[0]).toMatchObject({ weights: [2], bias: -1 });
    expect(lastUnits(network)[0]!.values).toMatchObject({ low: -1, high: 1, step: 2 });
  });

  it("tell how the last layer is read, and count what is snapped anywhere", () => {
    const tie = { weights: [0.1, 0.2, -0.3], bias: 0 };
    const network = networkOn(binary, [
      ["sign", tie, tie],
      ["step", { weights: [0.1, 0.7], bias: -0.8 }],
    ]);
    const { output, snapped } = exactly(network);
    expect(output.reading).toBe("values");
    expect(snapped).toBe(2);
  });

  it("take a range of integers that is too wide for one of all reals", () => {
    const wide: Domain = { kind: "integer", low: -(2 ** 52), high: 2 ** 52 };
    const [unit] = lastUnits(networkOn(wide, [["sign", { weights: [6, -6], bias: 3 }]]));
    expect(unit).toMatchObject({ weights: [2, -2], bias: 1, isInteger: true });
  });
});
