import { describe, expect, it } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { Random } from "../../src/math/random.ts";
import type { Shape } from "../../src/math/shape.ts";
import type { Family } from "../../src/tasks/family.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { everyInput, randomInput } from "../../src/tasks/random-input.ts";

const MOST = 1024;

describe("every network answers as the rule that it was built for", () => {
  it.each([...networkFamilies])("%s", (_, family) => {
    for (const size of family.sizes) {
      const network = family.build(size);
      const predict = predictor(network);
      for (const x of inputsOf(family, size, network)) {
        expectSame([...predict(x)], family.reference(x, size), network);
      }
    }
  });
});

describe("a family", () => {
  it.each([...networkFamilies])("has inputs that tell answers apart: %s", (name, family) => {
    for (const size of family.sizes) {
      const network = family.build(size);
      const predict = predictor(network);
      const answers = new Set(inputsOf(family, size, network).map((x) => predict(x).join()));
      if (name === "constant") expect(answers.size).toBe(1);
      else expect(answers.size).toBeGreaterThan(1);
    }
  });
});

/** All inputs where they are few; else seeded ones of both kinds, fewer of them for large networks. */
function inputsOf(family: Family, size: Shape, network: Network): readonly (readonly number[])[] {
  const all = everyInput(network, MOST);
  if (all !== undefined) return all;
  const random = new Random(7);
  const nWeights = network.layers.reduce((total, { weights }) => total + weights.values.length, 0);
  const count = Math.max(20, Math.min(300, Math.floor(500_000 / nWeights)));
  return Array.from({ length: count }, (_, k) =>
    family.draw !== undefined && k % 4 > 0
      ? family.draw(size, random)
      : randomInput(network, random),
  );
}

/** Probabilities are rounded on both sides; everything else is equal. */
function expectSame(found: number[], wanted: readonly number[], network: Network): void {
  if (network.layers.at(-1)!.activation !== "softmax") {
    expect(found).toEqual(wanted.map((value) => value + 0));
    return;
  }
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, k) => {
    expect(Math.abs(value - wanted[k]!)).toBeLessThan(1e-12);
  });
}
