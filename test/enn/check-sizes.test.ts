import { describe, expect, it } from "vitest";
import { checkSizes } from "../../src/enn/check-sizes.ts";
import type { Network, NetworkInput } from "../../src/enn/network.ts";
import { majority, majoritySign } from "../../src/tasks/count-networks.ts";

const ofFive = majority([5]);
const ofSix = majority([6]);

const withInput = (change: Partial<NetworkInput>): Network => ({
  ...ofSix,
  inputs: [{ ...ofSix.inputs[0]!, ...change }],
});

const withOutput = (change: Partial<Network["output"]>): Network => ({
  ...ofSix,
  output: { ...ofSix.output, ...change },
});

const softmax: Network = {
  ...ofSix,
  layers: [{ ...ofSix.layers[0]!, activation: "softmax" }],
};

describe("checkSizes", () => {
  it("takes networks of one problem", () => {
    expect(() => checkSizes([ofFive, ofSix, majority([9])], ["a", "b", "c"])).not.toThrow();
  });

  it.each<readonly [string, Network, string]>([
    [
      "inputs",
      { ...ofSix, inputs: [...ofSix.inputs, ...ofSix.inputs] },
      "1 input as in a.json, found 2 inputs",
    ],
    ["names", withInput({ name: "z" }), "inputs named x as in a.json, found inputs named z"],
    ["axes", withInput({ shape: [2, 3] }), "x with 1 axis as in a.json, found x with 2 axes"],
    [
      "domains",
      withInput({ domain: { kind: "integer", low: 0, high: 9 } }),
      "x of the domain binary as in a.json, found x of the domain integer:0..9",
    ],
    [
      "texts",
      withInput({ domain: { kind: "one-hot", values: ["a"] } }),
      'found x of the domain one-hot ["a"]',
    ],
    [
      "an output",
      withOutput({ name: "z" }),
      "an output named y as in a.json, found an output named z",
    ],
    ["its axes", withOutput({ shape: [1] }), "y with 0 axes as in a.json, found y with 1 axis"],
    ["its values", majoritySign(6), "y of single values as in a.json, found y of signs"],
    ["probabilities", softmax, "y of single values as in a.json, found y of probabilities"],
    [
      "classes",
      withOutput({ classes: ["no", "yes"] }),
      'no classes as in a.json, found the classes ["no","yes"]',
    ],
  ])("refuses other %s", (_, other, sentence) => {
    const check = () => checkSizes([ofFive, other], ["a.json", "b.json"]);
    expect(check).toThrow(`different-problems: b.json: expected `);
    expect(check).toThrow(`${sentence}`);
  });

  it("refuses two of one size, wherever they stand", () => {
    expect(() => checkSizes([ofFive, ofSix, majority([6])], ["a", "b", "c"])).toThrow(
      "same-size: c: expected another size than that of b, found x of 6 in both; leave one of them out",
    );
  });
});
