import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly } from "../../src/condense/1-exact.ts";
import { merge } from "../../src/condense/2-merge.ts";
import type { Sum, Unit, Value, Wiring } from "../../src/condense/wiring.ts";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { binary } from "../../src/math/domain.ts";
import * as exacts from "../../src/math/exact.ts";
import { type Exact, exact } from "../../src/math/exact.ts";
import { Random } from "../../src/math/random.ts";
import { sizeOf } from "../../src/math/shape.ts";
import { inputX, type Neuron, networkOf } from "../../src/tasks/neuron.ts";
import { everyInput, randomInput } from "../../src/tasks/random-input.ts";
import { randomStructure } from "./random-structures.ts";

const neuron = (bias: number, ...weights: readonly number[]): Neuron => ({
  bias,
  entries: weights.map((value, column) => ({ column, value })),
});

/** The nodes beside cells. */
function unitsOf(network: Network): Unit[] {
  return merge(exactly(network)).nodes.flatMap((node) => (node.kind === "unit" ? [node] : []));
}

function overBits(
  nCells: number,
  activation: "sign" | "step",
  neurons: readonly Neuron[],
): Network {
  return networkOf({
    inputs: inputX([nCells], binary),
    layers: [{ activation, neurons }],
    shape: [neurons.length],
  });
}

describe("merge", () => {
  it("finds equal units, and those that are each other's opposite, once", () => {
    const network = overBits(2, "step", [
      neuron(-1, 1, 1),
      neuron(-3, 2, 2),
      neuron(1.5, -1, -1),
      neuron(3, -2, -2),
    ]);
    expect(unitsOf(network)).toHaveLength(1);
    const { output } = merge(exactly(network));
    const node = 2;
    expect(output).toEqual({
      kind: "values",
      values: [
        { node, factor: 1, offset: 0 },
        { node, factor: 1, offset: 0 },
        { node, factor: -1, offset: 1 },
        { node, factor: -1, offset: 1 },
      ],
    });
  });

  it("reads units that repeat or deny an input as that input", () => {
    const network = overBits(2, "step", [neuron(0, 3), neuron(1, -1), neuron(-2, 3)]);
    expect(unitsOf(network)).toHaveLength(0);
  });

  it("knows units that never change", () => {
    const network = overBits(2, "sign", [neuron(3, 1, 1), neuron(-3, 1, 1), neuron(0)]);
    expect(merge(exactly(network)).output).toMatchObject({
      values: [{ offset: 1 }, { offset: -1 }, { offset: 0 }],
    });
    expect(unitsOf(network)).toHaveLength(0);
  });

  it("takes a sign that never ties for a bit", () => {
    const network = overBits(3, "sign", [neuron(-3, 2, 2, 2)]);
    expect(unitsOf(network)).toMatchObject([{ rule: "threshold", bias: -1 }]);
    expect(merge(exactly(network)).output).toMatchObject({ values: [{ factor: 2, offset: -1 }] });
  });

  it("keeps all neurons that a node stands for", () => {
    const network = overBits(2, "step", [neuron(-1, 1, 1), neuron(1, -1, -1), neuron(-3, 2, 2)]);
    const origins = unitsOf(network).flatMap((unit) => unit.origins);
    expect(origins.filter(({ neuron: k }) => k !== 1)).toEqual([
      { layer: 0, neuron: 0 },
      { layer: 0, neuron: 2 },
    ]);
  });
});

describe("laws", () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 });

  it("the graph computes what the network computes", () => {
    let nUnits = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const network = randomStructure(seed);
        const found = exactly(network);
        fc.pre(found.snapped === 0);
        const wiring = merge(found);
        nUnits += wiring.nodes.length;
        const predict = predictor(network);
        const isRounded = wiring.output.kind === "softmax";
        for (const x of someInputs(network)) {
          expectAlike(valuesOf(wiring, network, x), predict(x), isRounded);
        }
      }),
      { seed: 61, numRuns: 250 },
    );
    expect(nUnits).toBeGreaterThan(1000);
  });

  it("no unit is there twice, and each reads what comes before", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { nodes } = merge(exactly(randomStructure(seed)));
        const texts = nodes.flatMap((node) =>
          node.kind === "unit" ? [JSON.stringify([node.rule, node.terms, text(node.bias)])] : [],
        );
        expect(new Set(texts).size).toBe(texts.length);
        nodes.forEach((node, k) => {
          if (node.kind === "cell") return;
          const reads = node.terms.map((term) => term.node);
          expect(reads).toEqual([...new Set(reads)].sort((a, b) => a - b));
          expect(reads.every((read) => read < k)).toBe(true);
        });
      }),
      { seed: 62, numRuns: 150 },
    );
  });
});

function text(bias: Exact): string {
  return typeof bias === "number" ? String(bias) : `${bias.mantissa} ${bias.exponent}`;
}

function someInputs(network: Network): readonly (readonly number[])[] {
  const random = new Random(7);
  return everyInput(network, 64) ?? Array.from({ length: 12 }, () => randomInput(network, random));
}

/** Equal numbers, but for the last digits of probabilities; 0 and -0 are equal. */
function expectAlike(found: readonly number[], wanted: Float64Array, isRounded: boolean): void {
  const isEqual = (value: number, k: number): boolean =>
    isRounded ? Math.abs(value - wanted[k]!) <= 1e-12 : value === wanted[k];
  expect(found.every(isEqual), `${found} is not ${wanted}`).toBe(true);
}

/** What the graph gives, exactly but for softmax. */
function valuesOf({ nodes, output }: Wiring, network: Network, x: readonly number[]): number[] {
  const starts = network.inputs.map((_, k) =>
    network.inputs.slice(0, k).reduce((sum, { shape }) => sum + sizeOf(shape), 0),
  );
  const values: Exact[] = [];
  for (const node of nodes) {
    if (node.kind === "cell") values.push(exact(x[starts[node.input]! + node.index]!));
    else values.push(activated(node.rule, sumOf(node, values)));
  }
  switch (output.kind) {
    case "values":
      return output.values.map((value) => exacts.toNumber(outputOf(value, values)));
    case "argmax":
      return output.groups.map((group) => largest(group.map((sum) => sumOf(sum, values))));
    case "softmax":
      return output.groups.flatMap((group) => shares(group.map((sum) => sumOf(sum, values))));
  }
}

function sumOf({ terms, bias }: Sum, values: readonly Exact[]): Exact {
  return terms.reduce(
    (sum, { node, weight }) => exacts.add(sum, exacts.multiply(exact(weight), values[node]!)),
    bias,
  );
}

function activated(rule: Unit["rule"], sum: Exact): Exact {
  const side = Math.sign(exacts.compare(sum, 0));
  if (rule === "sum") return sum;
  return rule === "sign" ? side : Math.max(side, 0);
}

function outputOf({ node, factor, offset }: Value, values: readonly Exact[]): Exact {
  if (node === undefined) return exact(offset);
  return exacts.add(exacts.multiply(exact(factor), values[node]!), exact(offset));
}

function largest(sums: readonly Exact[]): number {
  return sums.findIndex((sum) => sums.every((other) => exacts.compare(sum, other) >= 0));
}

function shares(sums: readonly Exact[]): number[] {
  const logits = sums.map(exacts.toNumber);
  const powers = logits.map((logit) => Math.exp(logit - Math.max(...logits)));
  return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
}
