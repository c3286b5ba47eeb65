import { describe, expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { printJsonl } from "../../src/data/print-jsonl.ts";
import { DistillError } from "../../src/errors.ts";

describe("parseJsonl", () => {
  it("takes every key but the target as an input, in the order of the first line", () => {
    const data = parseJsonl('{"b": [0,1], "y": 1, "a": 1}\n{"a": 0, "b": [1,1], "y": 0}\n');
    expect(data.inputs.map(({ name, shape }) => [name, shape])).toEqual([
      ["b", [2]],
      ["a", []],
    ]);
    expect([...data.inputs[0]!.values]).toEqual([0, 1, 1, 1]);
    expect([...data.inputs[1]!.values]).toEqual([1, 0]);
    expect(data.target.classes).toEqual([0, 1]);
    expect([...data.target.values]).toEqual([1, 0]);
    expect(data.places).toEqual(["data:1", "data:2"]);
  });

  it("flattens nested arrays row by row", () => {
    const data = parseJsonl('{"x": [[0,1],[1,1]], "y": [[[1,0]]]}');
    expect(data.inputs[0]!.shape).toEqual([2, 2]);
    expect([...data.inputs[0]!.values]).toEqual([0, 1, 1, 1]);
    expect(data.target.shape).toEqual([1, 1, 2]);
  });

  it("accepts a byte order mark, CRLF and blank lines", () => {
    const data = parseJsonl('\ufeff{"x": 0, "y": 1}\r\n\r\n{"x": 1, "y": 0}\r\n\n  \n');
    expect(data.nSamples).toBe(2);
    expect(data.places).toEqual(["data:1", "data:3"]);
  });

  it("takes another target and chosen inputs, and then ignores other keys", () => {
    const text = '{"a": 0, "b": "note", "c": 1}\n{"a": 1, "c": 0, "d": null}\n';
    const data = parseJsonl(text, { target: "c", inputs: ["a"] });
    expect(data.inputs.map(({ name }) => name)).toEqual(["a"]);
    expect(data.target.name).toBe("c");
  });

  it("keeps a constant target, with one class", () => {
    const { target } = parseJsonl('{"x": 0, "y": 1}\n{"x": 1, "y": 1}');
    expect(target.classes).toEqual([1]);
    expect([...target.values]).toEqual([0, 0]);
  });

  it("accepts samples that are repeated", () => {
    expect(parseJsonl('{"x": [0], "y": 1}\n{"x": [0], "y": 1}').nSamples).toBe(2);
  });

  it("reads what printJsonl prints", () => {
    const data = parseJsonl(
      '{"x": [[0,1],[1,1]], "k": 1, "y": 1}\n{"x": [[1,1],[1,1]], "k": 0, "y": 0}\n',
    );
    const again = parseJsonl(printJsonl(data));
    expect(again).toEqual(data);
  });

  it("takes -0 as 0", () => {
    const { inputs, target } = parseJsonl('{"x": [-0, 2], "y": -0}\n{"x": [0, 1], "y": 1}');
    expect(Object.is(inputs[0]!.values[0], 0)).toBe(true);
    expect(target.classes).toEqual([0, 1]);
  });

  it("keeps the order of keys that are numbers", () => {
    const text = '{"10": 1, "y": {"5": 1}, "2": 0, "a\\"{\\u0031": 0}\n';
    const more = '{"10": 0, "y": {"6": 1}, "2": 1, "a\\"{1": 1}';
    expect(parseJsonl(text + more).inputs.map(({ name }) => name)).toEqual(["10", "2", 'a"{1']);
  });
});

describe("domains of inputs", () => {
  const inputOf = (...values: readonly unknown[]) => {
    const lines = values.map((x, k) => JSON.stringify({ x, y: k % 2 }));
    return parseJsonl(lines.join("\n")).inputs[0]!;
  };

  it("are what the values show", () => {
    expect(inputOf([0, 1], [1, 1]).domain).toEqual({ kind: "binary" });
    expect(inputOf(true, false)).toMatchObject({ domain: { kind: "binary" }, values: f(1, 0) });
    expect(inputOf(-1, 1).domain).toEqual({ kind: "integer", low: -1, high: 1 });
    expect(inputOf([0, 7], [3, 1.0]).domain).toEqual({ kind: "integer", low: 0, high: 7 });
    expect(inputOf(1, 0.5).domain).toEqual({ kind: "real" });
    const [large] = parseJsonl('{"x": 1e20, "y": 0}\n{"x": 1, "y": 1}').inputs;
    expect(large!.domain).toEqual({ kind: "real" });
  });

  it("are one-hot for texts, in ascending order", () => {
    expect(inputOf("red", "blue")).toEqual({
      name: "x",
      shape: [2],
      domain: { kind: "one-hot", values: ["blue", "red"] },
      values: f(0, 1, 1, 0),
    });
    const { shape, domain, values } = inputOf(["x", "o"], ["b", "x"]);
    expect(shape).toEqual([2, 3]);
    expect(domain).toEqual({ kind: "one-hot", values: ["b", "o", "x"] });
    expect([...values]).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 1]);
  });
});

describe("targets", () => {
  const targetOf = (...labels: readonly unknown[]) => {
    const lines = labels.map((y, k) => JSON.stringify({ x: k, y }));
    return parseJsonl(lines.join("\n")).target;
  };

  it("are classes in ascending order", () => {
    expect(targetOf(10, 9, 10)).toMatchObject({ classes: [9, 10], values: i(1, 0, 1) });
    expect(targetOf(0.5, -1.5, 0.5)).toMatchObject({ classes: [-1.5, 0.5], values: i(1, 0, 1) });
    expect(targetOf("b", "a", "B")).toMatchObject({ classes: ["B", "a", "b"], values: i(2, 1, 0) });
    expect(targetOf(true, false)).toMatchObject({ classes: [false, true], values: i(1, 0) });
  });

  it("may be arrays of labels", () => {
    const target = targetOf([["a"], ["b"]], [["b"], ["b"]]);
    expect(target).toEqual({
      name: "y",
      shape: [2, 1],
      classes: ["a", "b"],
      values: i(0, 1, 1, 1),
    });
  });

  it("may be distributions, of which the most probable class counts, the first on a tie", () => {
    const target = targetOf({ b: 0.25, a: 0.75 }, { b: 1 }, { c: 0.5, b: 0.5 });
    expect(target).toEqual({
      name: "y",
      shape: [],
      classes: ["a", "b", "c"],
      values: i(0, 1, 1),
      probabilities: f(0.75, 0.25, 0, 0, 1, 0, 0, 0.5, 0.5),
    });
  });

  it("take names of classes in distributions for what they say", () => {
    expect(targetOf({ 10: 1 }, { 9: 1 }).classes).toEqual([9, 10]);
    expect(targetOf({ true: 1 }, { false: 0.6, true: 0.4 }).classes).toEqual([false, true]);
    expect(targetOf({ "01": 1 }, { 1: 1 }).classes).toEqual(["01", "1"]);
  });
});

describe("inputs that are left out", () => {
  it("never change", () => {
    const line = (k: number) => JSON.stringify({ a: 3, b: [7], c: k, d: "same", y: k % 2 });
    const { inputs, warnings } = parseJsonl([0, 1, 2].map(line).join("\n"), { file: "f.jsonl" });
    expect(inputs.map(({ name }) => name)).toEqual(["b", "c"]);
    expect(warnings).toEqual([
      'constant-input: f.jsonl: "a", "d" never change and were left out; nothing can be learnt from them',
    ]);
  });

  it.each([
    ["dates", (k: number) => `2024-0${1 + (k % 9)}-${10 + k}`],
    ["dates", (k: number) => `${1 + k}.12.2023 10:00`],
    ["times", (k: number) => `12:${10 + k}`],
    ["free text", (k: number) => `sample number ${k}`],
    ["names or identifiers", (k: number) => `id${k}`],
  ])("look like %s", (looks, text) => {
    const line = (k: number) => JSON.stringify({ a: text(k), b: k, y: k % 2 });
    const lines = Array.from({ length: 21 }, (_, k) => line(k));
    const { inputs, warnings } = parseJsonl(lines.join("\n"));
    expect(inputs.map(({ name }) => name)).toEqual(["b"]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^free-text: data: "a" has 21 different texts such as /);
    expect(warnings[0]).toContain(`looks like ${looks};`);
    // One text less is kept.
    expect(parseJsonl(lines.slice(1).join("\n")).inputs).toHaveLength(2);
  });

  it("are an error where nothing else is left", () => {
    const error = failure(() => parseJsonl('{"a": 1, "y": 0}\n{"a": 1, "y": 1}'));
    expect(error.message).toContain("no-inputs: data: expected an input that tells samples apart");
    expect(error.message).toContain("(a never changes)");
  });
});

const f = (...values: number[]): Float64Array => Float64Array.from(values);
const i = (...values: number[]): Int32Array => Int32Array.from(values);

describe("errors of parseJsonl", () => {
  const ok = '{"x": [0,1], "y": 1}\n';

  it.each([
    ["no-samples", "", ["data", "no samples"]],
    ["no-samples", "\n \n", ["data"]],
    ["bad-json", `${ok}{"x": [0,1], "y"`, ["data:2"]],
    ["not-an-object", `${ok}[1]`, ["data:2", "an array"]],
    ["not-an-object", "3", ["data:1", "3"]],
    ["not-an-object", "null", ["null"]],
    ["missing-key", `${ok}{"y": 1}`, ["data:2", '"x"', "data:1"]],
    ["missing-key", `${ok}{"x": [0,1]}`, ["data:2", '"y"', "data:1"]],
    ["extra-key", `${ok}{"x": [0,0], "y": 1, "z": 0}`, ["data:2", '"z"', "data:1"]],
    ["no-target", '{"x": 0, "label": 1}', ["data:1", '["x","label"]', "--target"]],
    ["no-inputs", '{"y": 1}', ["data:1", '"y"']],
    ["ragged-array", '{"x": [[0,1],[1]], "y": 1}', ["expected 2", "x[1]", "found 1"]],
    ["ragged-array", '{"x": [[0,1],1], "y": 1}', ["x[1]", "a single value"]],
    ["shape-mismatch", `${ok}{"x": [0], "y": 1}`, ["data:2", "array of 2", "array of 1"]],
    ["shape-mismatch", `${ok}{"x": 1, "y": 1}`, ["data:2", "a single value"]],
    ["shape-mismatch", `${ok}{"x": [1,1], "y": [1]}`, ["data:2", "y"]],
    ["mixed-kinds", '{"x": [0,"1"], "y": 1}', ["a number in x[1]", "x[0] is 0", 'found "1"']],
    ["mixed-kinds", `${ok}{"x": [0,true], "y": 1}`, ["data:2", "data:1", "x[1]", "true"]],
    ["mixed-kinds", `${ok}{"x": [0,1], "y": "1"}`, ["data:2", "data:1", "y", '"1"']],
    ["mixed-kinds", `${ok}{"x": [0,1], "y": {"1": 1}}`, ["data:2", "y", "an object"]],
    ["missing-value", '{"x": [0,null], "y": 1}', ["x[1]"]],
    ["missing-value", '{"x": [[0],null], "y": 1}', ["x[1]"]],
    ["missing-value", '{"x": 1, "y": null}', ["y"]],
    ["not-a-value", '{"x": [0,{"a": 1}], "y": 1}', ["x[1]", "an object"]],
    ["ragged-array", '{"x": [[0],{"a": 1}], "y": 1}', ["x[1]"]],
    ["ragged-array", '{"x": [0,[1]], "y": 1}', ["x[1]", "an array"]],
    ["not-finite", '{"x": 1e999, "y": 1}', ["Infinity"]],
    ["unsafe-integer", '{"x": [9007199254740992], "y": 1}', ["x[0]", "9007199254740992"]],
    ["unsafe-integer", '{"z": "1", "x": -12345678901234567890}', ["x", "-12345678901234567890"]],
    ["unsafe-integer", '{"x": 1, "y": [0, 9007199254740993]}', ["y[1]", "9007199254740993"]],
    ["bad-distribution", '{"x": 1, "y": {"a": 0.9, "b": 0.2}}', ["y", "a sum of 1.1"]],
    ["bad-distribution", '{"x": 1, "y": [{"a": 1}, {"a": 2, "b": -1}]}', ["y[1]", "-1"]],
    ["bad-distribution", '{"x": 1, "y": {"a": "1"}}', ['"1"']],
    ["bad-distribution", '{"x": 1, "y": {}}', ["a sum of 0"]],
    ["empty-array", '{"x": [], "y": 1}', ["x"]],
    ["empty-array", '{"x": [[0],[]], "y": 1}', ["x[1]"]],
    ["too-many-axes", '{"x": [[[[0]]]], "y": 1}', ["x"]],
    [
      "too-many-classes",
      [1, 2, 3, 4].map((k) => `{"x": ${k}, "y": ${k / 8}}`).join("\n"),
      ["found 4"],
    ],
  ])("%s: %s", (code, text, parts) => {
    const target = text.includes('"y"') || text.includes('"label"') ? "y" : "z";
    const error = failure(() => parseJsonl(text, { target }));
    expect(error.code).toBe(code);
    for (const part of parts) expect(error.sentence).toContain(part);
    expect(error.message).not.toContain("\n");
  });

  it("unknown-input and no-target name the keys that are there", () => {
    expect(failure(() => parseJsonl(ok, { inputs: ["z"] })).code).toBe("unknown-input");
    expect(failure(() => parseJsonl(ok, { target: "z" })).sentence).toContain('["x","y"]');
  });

  it("accepts integers up to 2^53 - 1, rounded ones in other keys, and digits in texts", () => {
    const line =
      '{"x": [9007199254740991, 0], "id": 12345678901234567890, "y": "12345678901234567890"}';
    const { inputs, target } = parseJsonl(line, { inputs: ["x"] });
    expect(inputs[0]!.values[0]).toBe(9007199254740991);
    expect(target.classes).toEqual(["12345678901234567890"]);
  });

  it("takes control characters out of what it quotes", () => {
    const error = failure(() => parseJsonl('{"x": [0, "\\u001b[2J\\u202e"], "y": 1}'));
    expect(error.message).not.toMatch(/[^\x20-\x7e]/);
  });
});

function failure(action: () => unknown): DistillError {
  try {
    action();
  } catch (error) {
    if (error instanceof DistillError) return error;
    throw error;
  }
  throw new Error("expected an error");
}
