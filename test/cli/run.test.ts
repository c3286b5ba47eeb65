import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Random } from "../../src/math/random.ts";
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
    const named = FLIP.replaceAll('"x"', '"a_b"');
    const keyed = named.replace('"name":"a_b"', '"name":"a_b","key":"a b"');
    const program = put(folder, "spaced.json", keyed);
    const data = put(folder, "d.jsonl", '{"a_b": [7], "a b": [0,1]}\n');
    expect((await distill("run", program, data, "--quiet")).out).toBe("[1,0]\n");
  });

  it.each([
    ["x", ["x", "x2"]],
    ["len", ["len"]],
    ["pair", ["a-b", "a_b"]],
    ["proto", ["__proto__"]],
  ])("finds the inputs of what learn wrote: %s of %j", async (name, keys) => {
    const random = new Random(1);
    const lines = Array.from({ length: 8 }, () => {
      const rows = keys.map(() => Array.from({ length: 12 }, () => random.bit()));
      const y = rows[0]!.map((bit, i) => bit ^ rows.at(-1)!.at(i - 1)!);
      const fields = keys.map((key, k) => `${JSON.stringify(key)}:${JSON.stringify(rows[k])}`);
      return `{${fields.join()},"y":${JSON.stringify(y)}}\n`;
    });
    const data = put(folder, `${name}.jsonl`, lines.join(""));
    const out = join(folder, `learnt-${name}`);
    const said = await distill("learn", data, "--out", out, "--require-proof", "--check-run");
    expect(said).toMatchObject({ code: 0, err: "" });
    const run = await distill("run", join(out, "program.json"), data, "--json");
    expect(JSON.parse(run.out)).toMatchObject({ accuracy: 1, rightSamples: 8 });
    const proof = await distill("verify", join(out, "program.json"), join(out, "network.json"));
    expect(proof).toMatchObject({ code: 0 });
    expect(proof.out).toContain("equivalent");
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
