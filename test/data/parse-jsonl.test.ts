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
    expect(parseJsonl('{"x": 0, "y": 1}\n{"x": 0, "y": 1}').nSamples).toBe(2);
  });

  it("reads what printJsonl prints", () => {
    const data = parseJsonl(
      '{"x": [[0,1],[1,1]], "k": 1, "y": 1}\n{"x": [[1,1],[1,1]], "k": 0, "y": 0}\n',
    );
    const again = parseJsonl(printJsonl(data));
    expect(again).toEqual(data);
  });

  it("takes -0 as 0", () => {
    expect(Object.is(parseJsonl('{"x": -0, "y": 1}').inputs[0]!.values[0], 0)).toBe(true);
  });
});

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
    ["ragged-array", '{"x": [[0,1],1], "y": 1}', ["x[1]", "a single number"]],
    ["shape-mismatch", `${ok}{"x": [0], "y": 1}`, ["data:2", "array of 2", "array of 1"]],
    ["shape-mismatch", `${ok}{"x": 1, "y": 1}`, ["data:2", "a number"]],
    ["shape-mismatch", `${ok}{"x": [1,1], "y": [1]}`, ["data:2", "y"]],
    ["not-a-number", '{"x": [0,"1"], "y": 1}', ["x[1]", '"1"']],
    ["not-a-number", '{"x": [0,null], "y": 1}', ["x[1]", "null"]],
    ["not-a-number", '{"x": true, "y": 1}', ["x", "true"]],
    ["not-a-number", '{"x": [[0],{"a": 1}], "y": 1}', ["x[1]", "an object"]],
    ["not-a-number", '{"x": [0,[1]], "y": 1}', ["x[1]", "an array"]],
    ["not-a-number", '{"x": [0,1], "y": "yes"}', ["y", '"yes"']],
    ["not-binary", '{"x": [[0,1],[2,1]], "y": 1}', ["x[1][0]", "2"]],
    ["not-binary", '{"x": 0.5, "y": 1}', ["0.5"]],
    ["not-binary", '{"x": 1e999, "y": 1}', ["Infinity"]],
    ["empty-array", '{"x": [], "y": 1}', ["x"]],
    ["empty-array", '{"x": [[0],[]], "y": 1}', ["x[1]"]],
    ["too-many-axes", '{"x": [[[[0]]]], "y": 1}', ["x"]],
    ["contradiction", `${ok}{"x": [1,1], "y": 1}\n{"x": [0,1], "y": 0}`, ["data:3", "data:1"]],
  ])("%s: %s", (code, text, parts) => {
    const error = failure(() => parseJsonl(text));
    expect(error.code).toBe(code);
    for (const part of parts) expect(error.sentence).toContain(part);
    expect(error.message).not.toContain("\n");
  });

  it("unknown-input and no-target name the keys that are there", () => {
    expect(failure(() => parseJsonl(ok, { inputs: ["z"] })).code).toBe("unknown-input");
    expect(failure(() => parseJsonl(ok, { target: "z" })).sentence).toContain('["x","y"]');
  });

  it("takes control characters out of what it quotes", () => {
    const error = failure(() => parseJsonl('{"x": ["\\u001b[2J\\u202e"], "y": 1}'));
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
