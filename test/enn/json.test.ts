import { describe, expect, it } from "vitest";
import { checkNetwork } from "../../src/enn/check.ts";
import { parseNetwork, printNetwork } from "../../src/enn/json.ts";
import type { Layer, Network } from "../../src/enn/network.ts";
import { type Entry, sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import { ofLayers } from "../of-layers.ts";

describe("network.json", () => {
  it("gives back what was printed, exactly", async () => {
    const network = andNetwork([0.1, 5e-324], [-0, 2 ** -1074, 1.7976931348623157e308]);
    const parsed = ofLayers(await parseNetwork(printNetwork(network)));
    expect(parsed).toStrictEqual(network);
    expect(Object.is(parsed.layers[0]!.biases[0], -0)).toBe(true);
  });

  it("prints each array of numbers on one line", () => {
    expect(printNetwork(andNetwork())).toContain('"biases": [-3,1,2]\n');
  });

  it("holds a large network", async () => {
    const network = largeNetwork();
    const parsed = ofLayers(await parseNetwork(printNetwork(network)));
    expect(parsed.layers[0]!.weights.values.length).toBe(8192 * 9);
  });

  it.each([
    ["{", "expected JSON"],
    ["[]", "expected object, found array"],
    ['{"format": "x"}', "format: expected"],
    [
      printed().replace('"version": 1', '"version": 2'),
      "version: expected 1; was the file written",
    ],
    [printed().replace("-3,1,2", "-3,1"), "layer 1 expects 3 biases, found 2"],
    [printed().replace("-3,1,2", "-3,1,1e999"), "layers[0].biases[2]: "],
    [printed().replace("-3,1,2", '-3,1,"2"'), "layers[0].biases[2]: expected number, found string"],
    [printed().replace('"columns": [0,1]', '"columns": [0,2]'), "columns that ascend below 2"],
    [printed().replace('"columns": [0,1]', '"columns": [1,0]'), "columns that ascend below 2"],
    [printed().replace('"starts": [0,2,2,2]', '"starts": [0,3,2,2]'), "starts"],
    [printed().replace('"weights": [2,2]', '"weights": [2,0]'), "weights other than 0"],
    [printed().replace('"shape":[2]', '"shape":[3]'), "layer 1 expects 2 inputs, found 3"],
    [printed().replace('"shape":[3]', '"shape":[4]'), "output y expects 4 values, found 3"],
    [printed().replace('"binary"', '"ternary"'), "inputs[0].domain"],
    [
      printed().replace('"sign"', '"relu"'),
      'layers[0].activation: expected one of "sign"|"step"|"argmax"|"softmax"|"identity", found another; docs/formats.md describes network.json',
    ],
    [
      printed().replace('"starts"', '"begins"'),
      "layers[0].starts: expected array, found nothing; docs/formats.md describes network.json",
    ],
  ])("refuses %#", async (text, sentence) => {
    await expect(parseNetwork(text, "n.json")).rejects.toThrow(/^bad-network: n\.json: /);
    await expect(parseNetwork(text, "n.json")).rejects.toThrow(sentence);
  });
});

describe("checkNetwork", () => {
  it("refuses weights that are no numbers, and argmax inside", () => {
    expect(() => checkNetwork(andNetwork([Number.NaN, 1]))).toThrow("finite weights");
    const [layer] = andNetwork().layers as [Layer];
    const inside = {
      ...andNetwork(),
      layers: [{ ...layer, activation: "argmax" }, layer],
    } as Network;
    expect(() => checkNetwork(inside)).toThrow("which only the last layer has");
  });

  it("refuses to name probabilities by their sides: all are above zero", () => {
    const [layer] = andNetwork().layers as [Layer];
    const labelled = {
      ...andNetwork(),
      layers: [{ ...layer, activation: "softmax" }],
      output: { name: "y", shape: [], labels: { kind: "above-zero" } },
    } as Network;
    expect(() => checkNetwork(labelled)).toThrow(
      "bad-network: network: output y expects raw labels beside softmax, found above-zero; all probabilities are: should the last layer be argmax?",
    );
    checkNetwork({ ...labelled, output: { ...labelled.output, labels: { kind: "raw" } } });
  });

  it("refuses empty domains and repeated names", () => {
    const network = andNetwork();
    const input = { name: "x", shape: [1], domain: { kind: "integer", low: 2, high: 1 } } as const;
    expect(() => checkNetwork({ ...network, inputs: [input] })).toThrow("found 2 and 1");
    const twice = { ...network, inputs: [network.inputs[0]!, network.inputs[0]!] };
    expect(() => checkNetwork(twice)).toThrow("found x twice");
  });
});

function printed(): string {
  return printNetwork(andNetwork());
}

/** One layer: "and" of two bits, and two constants. */
function andNetwork(weights = [2, 2], biases = [-3, 1, 2]): Network {
  const row = weights.map((value, column): Entry => ({ column, value }));
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape: [2], domain: { kind: "binary" } }],
    layers: [
      {
        activation: "sign",
        weights: sparseMatrix([row, [], []], 2),
        biases: Float64Array.from(biases),
      },
    ],
    output: { name: "y", shape: [3], labels: { kind: "above-zero" } },
  };
}

function largeNetwork(): Network {
  const rows = Array.from({ length: 8192 }, (_, r) =>
    Array.from({ length: 9 }, (_, k): Entry => ({ column: (r + 64 * k) % 4096, value: k + 1 })),
  );
  const layer: Layer = {
    activation: "step",
    weights: sparseMatrix(rows, 4096),
    biases: new Float64Array(8192),
  };
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape: [64, 64], domain: { kind: "binary" } }],
    layers: [layer],
    output: { name: "y", shape: [8192], labels: { kind: "raw" } },
  };
}
