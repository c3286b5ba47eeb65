import { describe, expect, it } from "vitest";
import { distill, FLIP, put, scratch } from "./command.ts";

const folder = scratch();
const flip = put(folder, "flip.json", FLIP);

describe("distill run", () => {
  it("prints predictions for samples of any size, and their accuracy", async () => {
    const data = put(folder, "a.jsonl", '{"x": [0,1], "y": [1,0]}\n{"x": [1,1,0], "y": [0,0,0]}\n');
    const said = await distill("run", flip, data);
    expect(said).toEqual({
      code: 0,
      out: "[1,0]\n[0,0,1]\naccuracy 0.800 (1 of 2 samples, 4 of 5 values)\n",
      err: "",
    });
  });

  it("needs no targets", async () => {
    const data = put(folder, "b.jsonl", '{"x": [0]}\n{"x": [1]}');
    expect((await distill("run", flip, data)).out).toBe(
      '[1]\n[0]\naccuracy unknown (2 samples without the key "y")\n',
    );
    expect((await distill("run", flip, data, "--quiet")).out).toBe("[1]\n[0]\n");
  });

  it("prints one JSON object", async () => {
    const data = put(folder, "c.jsonl", '{"x": [0,1], "label": [1,0]}\n');
    const { out } = await distill("run", flip, data, "--json", "--target", "label");
    expect(JSON.parse(out)).toEqual({
      predictions: [[1, 0]],
      samples: 1,
      accuracy: 1,
      rightSamples: 1,
      values: 2,
      rightValues: 2,
    });
  });

  it("finds inputs whose keys are no identifiers", async () => {
    const program = put(folder, "spaced.json", FLIP.replaceAll('"x"', '"a_b"'));
    const data = put(folder, "d.jsonl", '{"other": 3, "a b": [0,1]}\n');
    expect((await distill("run", program, data, "--quiet")).out).toBe("[1,0]\n");
  });

  it.each([
    ["missing-input", '{"z": [0]}', '"x", found the keys ["z"]'],
    ["wrong-input", '{"x": [[0]]}', "x has 2 axes, expected 1"],
    ["outside-domain", '{"x": [0,2]}', "expected 0 or 1 in x[1], found 2"],
    ["target-shape", '{"x": [0,1], "y": 1}', "an array of 2"],
    ["missing-key", '{"x": [0], "y": [1]}\n{"x": [0]}', '"y"'],
    ["no-samples", "\n", "no samples"],
    ["bad-json", "{", "e.jsonl:1"],
  ])("%s", async (code, text, part) => {
    const said = await distill("run", flip, put(folder, "e.jsonl", text));
    expect(said.err).toMatch(new RegExp(`^${code}: [^\\n]+\\n$`));
    expect(said.err).toContain(part);
    expect(said.code).toBe(1);
  });

  it.each([
    ["text", "expected JSON, found other text"],
    ["{}", "format: "],
    [FLIP.replace('"version":1', '"version":9'), "version: expected 1"],
    [FLIP.replace('"name":"flip"', '"name":"f(): pass #"'), "name: expected an identifier"],
    [FLIP.replace('"array":"x"', '"array":"z"'), "z is not bound"],
    [FLIP.replace('"kind":"not"', '"kind":"nought"'), "body.result"],
    [FLIP.replace('{"kind":"variable","name":"i"}', nested(20_000)), "nested too deeply"],
  ])("refuses a bad program %#", async (text, part) => {
    const said = await distill("run", put(folder, "bad.json", text), put(folder, "f.jsonl", "{}"));
    expect(said.err).toMatch(/^bad-program: [^\n]+\n$/);
    expect(said.err).toContain(part);
    expect(said.code).toBe(1);
  });

  it("refuses files that are not there", async () => {
    expect((await distill("run", "none.json", "none.jsonl")).err).toMatch(
      /^missing-file: none\.json /,
    );
    expect((await distill("run", flip, "none.jsonl")).err).toMatch(/^missing-file: none\.jsonl /);
    expect((await distill("run", flip, flip)).err).toMatch(/^unsupported-format: /);
  });
});

function nested(depth: number): string {
  const open = '{"kind":"add","terms":[';
  return `${open.repeat(depth)}{"kind":"integer","value":0}${"]}".repeat(depth)}`;
}
