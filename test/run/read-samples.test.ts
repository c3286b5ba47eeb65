import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Label } from "../../src/math/label.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { type Prediction, runProgram } from "../../src/run/run-program.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-samples-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const element = (array: string, ...indices: number[]): Expression => ({
  kind: "element",
  array,
  indices: indices.map((value) => ({ kind: "integer", value })),
});

/** 1 where the first cell is an x and the colour is red. */
const program: Program & { readonly labels?: readonly Label[] } = {
  name: "both",
  inputs: [
    { name: "x", shape: [2, 3], domain: { kind: "one-hot", values: ["b", "o", "x"] } },
    { name: "colour", shape: [2], domain: { kind: "one-hot", values: ["blue", "red"] } },
  ],
  body: {
    lets: [],
    result: { kind: "and", operands: [element("x", 0, 2), element("colour", 1)] },
  },
};

async function predictions(
  path: string,
  { labels, target }: { labels?: readonly Label[]; target?: string } = {},
): Promise<Prediction[]> {
  const all: Prediction[] = [];
  const labelled = labels === undefined ? program : { ...program, labels };
  for await (const each of runProgram(labelled, path, target)) all.push(each);
  return all;
}

const shown = (all: readonly Prediction[]) => all.map(({ value, right }) => [value, right]);

describe("samples for a program", () => {
  const rows = ["id,x[1],colour,x[0],why", "1,o,red,x,win", "2,b,blue,x,lose", "3,x,red,o,win"];
  const table = put("t.csv", `${rows.join("\n")}\n`);
  const lines = put(
    "t.jsonl",
    '{"colour": "red", "x": ["x", "o"], "y": {"win": 0.75, "lose": 0.25}}\n' +
      '{"x": ["o", "o"], "colour": "red", "more": null, "y": {"win": 0.5, "lose": 0.5}}\n',
  );

  it("come from tables, whatever else stands there, the last column being the target", async () => {
    const said = await predictions(table, { labels: ["lose", "win"] });
    expect(shown(said)).toEqual([
      ["win", 1],
      ["lose", 1],
      ["lose", 0],
    ]);
  });

  it("come from lines, and of distributions the most probable class counts", async () => {
    expect(shown(await predictions(lines, { labels: ["lose", "win"] }))).toEqual([
      ["win", 1],
      ["lose", 1],
    ]);
  });

  it("count true as 1 and false as 0 for a program of bits only", async () => {
    const path = put("b.csv", "x[0],x[1],colour,y\nx,x,red,True\nx,x,blue,True\n");
    expect(shown(await predictions(path))).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(shown(await predictions(path, { labels: [false, true] }))).toEqual([
      [true, 1],
      [false, 0],
    ]);
    expect(shown(await predictions(path, { labels: ["no", "yes"] }))).toEqual([
      ["yes", 0],
      ["no", 0],
    ]);
  });

  it("need no targets", async () => {
    const path = put("n.csv", "x[0],x[1],colour\nx,x,red\n");
    expect(shown(await predictions(path))).toEqual([[1, undefined]]);
  });

  it.each([
    [
      "unknown-value",
      "x[0],x[1],colour\nx,x,green\n",
      ':2: expected one of ["blue","red"] in colour, found "green"',
    ],
    [
      "unknown-value",
      "x[0],x[1],colour\nx,1,red\n",
      ':2: expected one of ["b","o","x"] in x[1], found 1',
    ],
    ["missing-value", "x[0],x[1],colour\nx,,red\n", ":2: expected a value in x[1]"],
    ["missing-input", "x[0],x[1],color\nx,x,red\n", '"colour", found the keys ["x","color"]'],
    ["wrong-input", "x[0],colour\nx,red\n", ""],
    ["ragged-rows", "x[0],x[1],colour\nx,x\n", ":2: expected 3 cells"],
    ["no-samples", "x[0],x[1],colour\n", ""],
    ["no-samples", "", ""],
  ])("%s: %j", async (code, text, part) => {
    const error = await predictions(put("e.csv", text)).catch((reason: Error) => reason);
    expect((error as Error).message).toMatch(new RegExp(`^${code}: `));
    expect((error as Error).message).toContain(part);
  });

  it("must have the target that is named", async () => {
    await expect(predictions(table, { target: "z" })).rejects.toThrow(/^no-target: .*t\.csv:1/);
    await expect(predictions(lines, { target: "z" })).rejects.toThrow(/^no-target: .*t\.jsonl:1/);
  });
});
