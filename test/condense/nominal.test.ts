import { describe, expect, test } from "vitest";
import { evaluate, predict, type Sample } from "../../src/answer.ts";
import { condense } from "../../src/condense/condense.ts";
import { emit } from "../../src/emit/emit.ts";
import { parseNetwork, printNetwork } from "../../src/enn/json.ts";
import type { Activation, Layer, Network, NetworkInput } from "../../src/enn/network.ts";
import { parseProgram, printProgram } from "../../src/program/json.ts";
import { verify } from "../../src/verify/verify.ts";

const shapes = ["octagon", "round", "square"];
const head = nominal("head", [], shapes);
const body = nominal("body", [], shapes);
const jacket = nominal("jacket", [], ["blue", "green", "red", "yellow"]);

/** Is the head shaped as the body, or the jacket red? */
const robots: Network = {
  kind: "feedforward",
  inputs: [head, body, jacket],
  layers: [
    layer("step", [
      [-3, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0],
      [-3, 0, 2, 0, 0, 2, 0, 0, 0, 0, 0],
      [-3, 0, 0, 2, 0, 0, 2, 0, 0, 0, 0],
      [-1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0],
    ]),
    layer("sign", [[-1, 2, 2, 2, 2]]),
  ],
  output: { name: "y", shape: [], labels: { kind: "above-zero" }, classes: ["bad", "good"] },
};

/** Are there three b or more? */
const many: Network = {
  kind: "feedforward",
  inputs: [nominal("x", [6], ["a", "b", "c"])],
  layers: [layer("sign", [[-5, ...Array.from({ length: 18 }, (_, k) => (k % 3 === 1 ? 2 : 0))]])],
  output: { name: "y", shape: [], labels: { kind: "above-zero" }, classes: [false, true] },
};

/** The colour of a light, as what to do. */
const lights: Network = {
  kind: "feedforward",
  inputs: [nominal("colour", [], ["green", "red", "yellow"])],
  layers: [
    layer("argmax", [
      [0, 1, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
    ]),
  ],
  output: { name: "y", shape: [], labels: { kind: "raw" }, classes: ["go", "slow", "stop"] },
};

describe("a network that takes texts and gives labels", () => {
  test.each([
    ["robots", robots, 'return "good" if jacket == "red" or head == body else "bad"'],
    ["many", many, 'return sum(value == "b" for value in x) >= 3'],
    ["lights", lights, '("go", "slow", "stop")'],
  ])("%s is condensed, proved and printed", (name, network, printed) => {
    const program = condense(network, { name });
    expect(emit(program, "python")).toContain(printed);
    expect(verify(network, program)).toMatchObject({ kind: "equivalent" });
  });

  test("network and program say the same labels", () => {
    const program = condense(robots, { name: "robots" });
    for (const [sample, label] of [
      [{ head: "round", body: "round", jacket: "blue" }, "good"],
      [{ head: "round", body: "square", jacket: "red" }, "good"],
      [{ head: "round", body: "square", jacket: "green" }, "bad"],
    ] satisfies [Sample, string][]) {
      expect(predict(robots, sample)).toBe(label);
      expect(evaluate(program, sample)).toBe(label);
    }
    const light = condense(lights, { name: "lights" });
    expect(evaluate(light, { colour: "yellow" })).toBe("slow");
    expect(predict(lights, { colour: "red" })).toBe("stop");
  });

  test("the number of values is no length that may vary", () => {
    const program = condense(many, { name: "many" });
    expect(program.inputs[0]!.shape).toEqual(["n", 3]);
    expect(evaluate(program, { x: ["b", "b", "b", "a", "b", "c", "c"] })).toBe(true);
  });

  test("files give both back", async () => {
    expect(await parseNetwork(printNetwork(robots))).toEqual(robots);
    const program = condense(robots, { name: "robots" });
    expect(await parseProgram(printProgram(program))).toEqual(program);
  });

  test("classes that do not fit what the network gives are refused", () => {
    const { output } = lights;
    const short = { ...lights, output: { ...output, classes: ["go", "stop"] } };
    expect(() => printNetwork(short)).toThrow("output y expects 3 classes, found 2");
    const twice = { ...lights, output: { ...output, classes: ["go", "go", "stop"] } };
    expect(() => printNetwork(twice)).toThrow("output y expects different classes");
    const sign = { ...many, output: { ...many.output, labels: { kind: "raw" } as const } };
    expect(() => printNetwork(sign)).toThrow("expects no classes beside sign");
    const narrow = { ...lights, inputs: [{ ...lights.inputs[0]!, shape: [4] }] };
    expect(() => printNetwork(narrow)).toThrow("expects a last axis of 3");
  });
});

function nominal(name: string, shape: readonly number[], values: readonly string[]): NetworkInput {
  return { name, shape: [...shape, values.length], domain: { kind: "one-hot", values } };
}

/** Units by their bias and then their weights. */
function layer(activation: Activation, units: readonly (readonly number[])[]): Layer {
  const rows = units.map(([, ...weights]) =>
    weights.flatMap((weight, column) => (weight === 0 ? [] : [{ weight, column }])),
  );
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1)! + row.length);
  const entries = rows.flat();
  return {
    weights: {
      nRows: units.length,
      nColumns: units[0]!.length - 1,
      starts: Int32Array.from(starts),
      columns: Int32Array.from(entries, ({ column }) => column),
      values: Float64Array.from(entries, ({ weight }) => weight),
    },
    biases: Float64Array.from(units, ([bias]) => bias!),
    activation,
  };
}
