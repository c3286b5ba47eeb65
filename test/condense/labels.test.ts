import { expect, test } from "vitest";
import { evaluate, predict } from "../../src/answer.ts";
import { distillNetwork } from "../../src/distill.ts";
import { emit } from "../../src/emit/emit.ts";
import { parseNetwork, printNetwork } from "../../src/enn/json.ts";
import type { Network, NetworkOutput } from "../../src/enn/network.ts";
import type { Entry } from "../../src/enn/sparse-matrix.ts";
import type { Domain } from "../../src/math/domain.ts";
import { parseProgram, printProgram } from "../../src/program/json.ts";
import { checkPrinted } from "../../src/run/check-printed.ts";
import { randomSamples } from "../../src/run/samples.ts";
import { type LayerPlan, layerOf } from "../../src/tasks/neuron.ts";

const marks: Domain = { kind: "one-hot", values: ["b", "o", "x"] };
const lines = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [0, 3, 6],
  [1, 4, 7],
  [2, 5, 8],
  [0, 4, 8],
  [2, 4, 6],
];
const has = (cell: number, value: number, weight = 1): Entry => ({
  column: 3 * cell + value,
  value: weight,
});

function network(
  shape: readonly number[],
  layers: readonly LayerPlan[],
  output: Partial<NetworkOutput>,
): Network {
  const first = shape.reduce((a, b) => a * b, 1);
  const widths = [first, ...layers.map(({ neurons }) => neurons.length)];
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape, domain: marks }],
    layers: layers.map((plan, l) => layerOf(plan, widths[l]!)),
    output: { name: "y", shape: [], labels: { kind: "raw" }, ...output },
  };
}

const wins = network(
  [9, 3],
  [
    {
      activation: "step",
      neurons: lines.map((cells) => ({ bias: -5, entries: cells.map((cell) => has(cell, 2, 2)) })),
    },
    {
      activation: "step",
      neurons: [{ bias: -1, entries: lines.map((_, column) => ({ column, value: 2 })) }],
    },
  ],
  { classes: ["negative", "positive"] },
);
const count = network(
  [9, 3],
  [
    {
      activation: "step",
      neurons: [{ bias: -7, entries: Array.from({ length: 9 }, (_, cell) => has(cell, 2, 2)) }],
    },
  ],
  { classes: [false, true] },
);
const most = network(
  [9, 3],
  [
    {
      activation: "argmax",
      neurons: [0, 1, 2].map((v) => ({
        bias: 0,
        entries: Array.from({ length: 9 }, (_, cell) => has(cell, v)),
      })),
    },
  ],
  { classes: ["b", "o", "x"] },
);
const monk = network(
  [2, 3],
  [
    {
      activation: "step",
      neurons: [0, 1, 2].map((v) => ({ bias: -3, entries: [has(0, v, 2), has(1, v, 2)] })),
    },
    {
      activation: "step",
      neurons: [{ bias: -1, entries: [0, 1, 2].map((column) => ({ column, value: 2 })) }],
    },
  ],
  { classes: ["differ", "same"] },
);
const cells = network(
  [4, 3],
  [
    {
      activation: "step",
      neurons: [0, 1, 2, 3].map((cell) => ({
        bias: -1,
        entries: [has(cell, 2, 2), has((cell + 1) % 4, 2, 2)],
      })),
    },
  ],
  { classes: [false, true], shape: [4] },
);
const soft = network(
  [3],
  [
    {
      activation: "softmax",
      neurons: [
        { bias: 0, entries: [has(0, 1)] },
        { bias: 0, entries: [has(0, 2)] },
      ],
    },
  ],
  { classes: ["a", "b"] },
);

const pair: Network = {
  ...network(
    [6],
    [
      {
        activation: "step",
        neurons: [0, 1, 2].map((v) => ({ bias: -3, entries: [has(0, v, 2), has(1, v, 2)] })),
      },
      {
        activation: "step",
        neurons: [{ bias: -1, entries: [0, 1, 2].map((column) => ({ column, value: 2 })) }],
      },
    ],
    { classes: [1, 7] },
  ),
  inputs: [
    { name: "a", shape: [3], domain: marks },
    { name: "b", shape: [3], domain: marks },
  ],
};

const networks = { wins, count, most, monk, cells, soft, pair };

/** The last line of the printed Python. */
function lastLine(given: Network): string {
  const { source } = distillNetwork(given, { name: "f" });
  return source.python!.trimEnd().split("\n").at(-1)!.trim();
}

test("networks over texts are said in texts and labels", () => {
  expect(lastLine(count)).toBe('return sum(value == "x" for value in x) >= 4');
  expect(lastLine(cells)).toBe('return [x[i] == "x" or x[(i + 1) % n] == "x" for i in range(n)]');
  expect(lastLine(pair)).toBe("return 7 if a == b else 1");
  expect(distillNetwork(wins, { name: "f" }).program.labels).toEqual(["negative", "positive"]);
});

test("probabilities have no labels", () => {
  expect(distillNetwork(soft, { name: "f" }).program.labels).toBeUndefined();
});

test("they are proved, and read back as they are written", async () => {
  for (const [name, given] of Object.entries(networks)) {
    const { program, verdict } = distillNetwork(given, { name: "f" });
    expect(verdict.kind, name).toBe("equivalent");
    expect(await parseProgram(printProgram(program)), name).toEqual(program);
    expect(await parseNetwork(printNetwork(given)), name).toEqual(given);
  }
});

test("all printed languages agree", async () => {
  for (const [name, given] of Object.entries({ wins, cells, pair })) {
    const { program } = distillNetwork(given, { name: "f" });
    const samples = randomSamples(given.inputs, 30, 0);
    for (const language of ["python", "typescript", "c"] as const) {
      const run = await checkPrinted(emit(program, language), language, program, samples);
      expect(run, `${name} in ${language}`).toEqual({ executed: 30, agrees: true });
    }
  }
}, 30_000);

test("network and program answer with the labels", () => {
  const { program } = distillNetwork(wins, { name: "f" });
  const x = ["x", "o", "b", "x", "b", "o", "x", "b", "b"];
  expect(predict(wins, { x })).toBe("positive");
  expect(evaluate(program, { x })).toBe("positive");
  expect(evaluate(program, { x: x.with(0, "o") })).toBe("negative");
});
