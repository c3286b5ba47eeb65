import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { Activation, Network } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import { learn } from "../../src/learn/learn.ts";
import { binary } from "../../src/math/domain.ts";
import { Random } from "../../src/math/random.ts";
import { type ArrayValue, evaluate } from "../../src/program/evaluate.ts";
import { printProgram } from "../../src/program/json.ts";
import type { Program } from "../../src/program/program.ts";
import { taskSamples } from "../../src/tasks/task-samples.ts";
import { ofLayers } from "../of-layers.ts";
import { some } from "../thorough.ts";
import { allBits, layer, lifeNetwork, rule30Network } from "../verify/pairs.ts";
import { reordered, ringNetwork, scaled, stencils } from "./random-networks.ts";

const printed = (network: Network): string => printProgram(condense(network, { name: "f" }));
const threeSigns: readonly Activation[] = ["sign", "sign", "sign"];

describe("the program depends on what a network computes", () => {
  it.each([
    ["rule 30 on a ring", rule30Network(9, "ring")],
    ["rule 30 with zeros", rule30Network(9, "zero")],
    ["Life", lifeNetwork(6, 5)],
  ])("not on the order or size of its neurons: %s", (_, network) => {
    const program = printed(network);
    for (const seed of [1, 2, 3]) {
      const other = reordered(network, new Random(seed));
      expect(other.layers).not.toEqual(network.layers);
      expect(printed(other)).toBe(program);
      expect(printed(scaled(other, new Random(seed)))).toBe(program);
    }
  });

  it.each(["rule30", "rule110", "rule22", "majority3", "life"])(
    "not on the order or size of neurons that were learnt: %s",
    async (name) => {
      for (const candidate of await learn(taskSamples(name, { seed: 3 }))) {
        const network = ofLayers(candidate.network);
        const other = scaled(reordered(network, new Random(1)), new Random(2));
        expect(other.layers).not.toEqual(network.layers);
        expect(printed(other)).toBe(printed(network));
      }
    },
  );

  it.each(some([3, 4, 5]))("not on the order of hidden neurons: seed %i", (seedOfAll) => {
    let nDifferent = 0;
    fc.assert(
      fc.property(stencils(threeSigns), fc.nat(), (stencil, seed) => {
        const network = ringNetwork(stencil, 7);
        const other = reordered(network, new Random(seed));
        expect(printed(other)).toBe(printed(network));
        if (other.layers[0]!.biases.some((bias, k) => bias !== network.layers[0]!.biases[k]))
          nDifferent += 1;
      }),
      { seed: seedOfAll, numRuns: 60 },
    );
    expect(nDifferent).toBeGreaterThan(20);
  });

  it("not on the size of weights", () => {
    let nDifferent = 0;
    fc.assert(
      fc.property(stencils(threeSigns), fc.nat(), (stencil, seed) => {
        const network = ringNetwork(stencil, 7);
        const other = scaled(network, new Random(seed));
        expect(printed(other)).toBe(printed(network));
        if (other.layers.some(({ biases }, l) => biases[0] !== network.layers[l]!.biases[0]))
          nDifferent += 1;
      }),
      { seed: 2, numRuns: 15 },
    );
    expect(nDifferent).toBeGreaterThan(5);
  });
});

describe("a function that is constant at an edge", () => {
  /** Outputs above zero where `weights` around a cell (itself in the middle) and the bias say so. */
  function betweenZeros(weights: readonly number[], bias: number): Network {
    const cells = Array.from({ length: 8 }, (_, i) => i);
    const neurons = cells.map((i) => ({
      bias,
      entries: weights
        .map((value, k) => ({ column: i + k - 1, value }))
        .filter(({ column }) => cells.includes(column)),
    }));
    return {
      kind: "feedforward",
      inputs: [{ name: "x", shape: [8], domain: binary }],
      layers: [layer(neurons, 8, "sign")],
      output: { name: "y", shape: [8], labels: { kind: "above-zero" } },
    };
  }

  // The last cell has no right neighbour, or the first no left one: there the answer is fixed.
  it.each([
    ["001 is 1", [-2, -2, 2], -1],
    ["001 is 0", [2, 2, -2], 1],
    ["100 is 1", [2, -2, -2], -1],
    ["100 is 0", [-2, 2, 2], 1],
    ["011 is 1", [-2, 2, 2], -3],
  ])("holds at any size: %s", (_, weights, bias) => {
    const program = condense(betweenZeros(weights, bias), { name: "f" });
    for (const x of [[1], [0, 1], [0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0]]) {
      const y = evaluate(program, [{ shape: [x.length], data: Float64Array.from(x) }]);
      const expected = x.map((cell, i) => {
        const around = [x[i - 1] ?? 0, cell, x[i + 1] ?? 0];
        return around.reduce((sum, value, k) => sum + value * weights[k]!, bias) > 0 ? 1 : 0;
      });
      expect([...(y as ArrayValue).data]).toEqual(expected);
    }
  });
});

describe("names", () => {
  /** Every cell of one input and its right neighbour of another, both of these names. */
  function twoInputs(first: string, second: string): Network {
    const neurons = [0, 1, 2, 3].map((i) => ({
      bias: -5,
      entries: [i, (i + 1) % 4, (i + 3) % 4, 4 + i, 4 + ((i + 1) % 4)].map((column) => ({
        column,
        value: 2,
      })),
    }));
    return {
      kind: "feedforward",
      inputs: [first, second].map((name) => ({ name, shape: [4], domain: binary })),
      layers: [layer(neurons, 8, "sign")],
      output: { name: "y", shape: [4], labels: { kind: "above-zero" } },
    };
  }

  /** An input may be called as the function is; all else has a name of its own. */
  function expectDistinct(program: Program): void {
    const [own, ...names] = namesOf(program);
    expect(new Set(names).size, names.join()).toBe(names.length);
    expect(names.slice(program.inputs.length)).not.toContain(own);
  }

  const hostile = ["n", "i", "y", "x", "sum", "total", "padded", "len", "a", "range", "count"];

  it.each(hostile)("of inputs never clash with those of a program: %s", (name) => {
    for (const other of ["b", "m", "centre"]) {
      const network = twoInputs(name, other);
      const program = condense(network, { name: "x" });
      expectDistinct(program);
      for (const x of allBits(8)) {
        const inputs = [x.subarray(0, 4), x.subarray(4)].map((data) => ({ shape: [4], data }));
        expect((evaluate(program, inputs) as ArrayValue).data).toEqual(predict(network, x));
      }
    }
  });

  it("of inputs that are alike as identifiers are told apart", () => {
    const program = condense(twoInputs("a b", "a-b"), { name: "a_b" });
    expectDistinct(program);
    expect(program.inputs).toMatchObject([
      { name: "a_b", key: "a b" },
      { name: "a_b2", key: "a-b" },
    ]);
  });

  it("of arrays with zeros around them do not clash either", () => {
    const network = rule30Network(6, "zero");
    const [input] = network.inputs;
    const program = condense(
      { ...network, inputs: [{ ...input!, name: "padded" }] },
      { name: "n" },
    );
    expect(program.body.lets).toHaveLength(1);
    const names = namesOf(program);
    expect(new Set(names).size).toBe(names.length);
    for (const data of allBits(6)) {
      const result = evaluate(program, [{ shape: [6], data }]) as ArrayValue;
      expect(result.data).toEqual(predict(network, data));
    }
  });
});

/** All names that a program binds: its own, of inputs, sizes, values and the loops of its result. */
function namesOf({ name, inputs, body }: Program): string[] {
  const sizes = inputs.flatMap(({ shape }) => shape.filter((size) => typeof size === "string"));
  const { result } = body;
  if (result.kind !== "table") throw new Error("expected a table");
  return [
    name,
    ...inputs.map((input) => input.name),
    ...new Set(sizes),
    ...[...body.lets, ...result.body.lets].map((each) => each.name),
    ...result.ranges.map(({ variable }) => variable),
  ];
}
