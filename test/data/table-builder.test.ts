import { describe, expect, it } from "vitest";
import type { KeyOptions } from "../../src/data/choose-keys.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { TableBuilder } from "../../src/data/table-builder.ts";

/** A table from rows whose cells stand between spaces; `_` is an empty cell. */
function table(rows: readonly string[], options: KeyOptions = {}): Dataset {
  const builder = new TableBuilder("t.csv", options);
  rows.forEach((row, k) => {
    builder.add(
      row.split(" ").map((cell) => (cell === "_" ? "" : cell)),
      k + 1,
    );
  });
  return builder.finish();
}

describe("columns of a table", () => {
  it("are inputs by name, and elements of arrays by index, in any order", () => {
    const { inputs, target, places } = table([
      "x[1][0] n x[0][0] y x[0][1] x[1][1]",
      "3 0.5 1 no 2 4",
      "7 1.5 5 yes 6 8",
    ]);
    expect(inputs.map(({ name, shape }) => [name, shape])).toEqual([
      ["x", [2, 2]],
      ["n", []],
    ]);
    expect([...inputs[0]!.values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(target).toMatchObject({ name: "y", shape: [], classes: ["no", "yes"] });
    expect(places).toEqual(["t.csv:2", "t.csv:3"]);
  });

  it("hold numbers, true and false, or text", () => {
    const { inputs, target } = table([
      "a b c y",
      "-1e1 True red 0.5",
      "+.5 FALSE blue 1.",
      "7 true red 0.50",
    ]);
    expect(inputs.map(({ domain }) => domain.kind)).toEqual(["real", "binary", "one-hot"]);
    expect([...inputs[0]!.values]).toEqual([-10, 0.5, 7]);
    expect([...inputs[1]!.values]).toEqual([1, 0, 1]);
    expect(target.classes).toEqual([0.5, 1]);
  });

  it("may give the target as an array", () => {
    const { target } = table(["a y[0] y[1]", "0 1 0", "1 0 0"]);
    expect(target).toMatchObject({ shape: [2], classes: [0, 1] });
    expect([...target.values]).toEqual([1, 0, 0, 0]);
  });

  it("without a name are left out", () => {
    const { inputs, warnings } = table(["_ a y", "0 1 1", "_ 0 0"]);
    expect(inputs.map(({ name }) => name)).toEqual(["a"]);
    expect(warnings).toEqual([
      "unnamed-column: t.csv:1: column 1 has no name and was left out; give it one to use it",
    ]);
  });
});

describe("the target of a table", () => {
  const targetOf = (header: string, options: KeyOptions = {}): string =>
    table([header, "0 1 1", "1 0 1", "1 1 0"], options).target.name;

  it("is y, label, target or class, else the last column, unless it is named", () => {
    expect(targetOf("class y a")).toBe("y");
    expect(targetOf("target a label")).toBe("label");
    expect(targetOf("a class b")).toBe("class");
    expect(targetOf("a b c")).toBe("c");
    expect(targetOf("a y c", { target: "c" })).toBe("c");
    expect(targetOf("a b c", { inputs: ["b"] })).toBe("c");
  });

  it("warns of others that are called as targets are", () => {
    expect(table(["y class a", "0 1 1", "1 0 1", "1 0 0"]).warnings).toEqual([
      'other-targets: t.csv:1: "y" was taken as the target and "class" as input; name another with --target, or choose inputs with --inputs',
    ]);
  });
});

describe("tables at fault", () => {
  it.each([
    ["no-samples: t.csv holds no samples, expected a row of column names", [], {}],
    ["no-samples: t.csv holds no samples", ["a y"], {}],
    ["ragged-rows: t.csv:3: expected 2 cells", ["a y", "1 0", "1 0 1"], {}],
    ["ragged-rows: t.csv:2: expected 2 cells as in the row of names, found 1", ["a y", "1"], {}],
    [
      "duplicate-column: t.csv:1: expected different column names, found a in columns 1 and 3",
      ["a y a"],
      {},
    ],
    [
      "duplicate-column: t.csv:1: expected different column names, found x[1] in",
      ["x[1] x[01]"],
      {},
    ],
    ["missing-element: t.csv:1: expected a column x[1] beside x[0]", ["x[0] x[2] y"], {}],
    [
      "missing-element: t.csv:1: expected a column x[0] beside x[999999999]",
      ["x[999999999] y"],
      {},
    ],
    [
      "missing-element: t.csv:1: expected a column x[1][0] beside",
      ["x[0][0] x[0][1] x[1][1] y"],
      {},
    ],
    [
      "mixed-axes: t.csv:1: expected columns with as many indices as x, found x[0]",
      ["x x[0] y"],
      {},
    ],
    ["too-many-axes: t.csv:1", ["x[0][0][0][0] y"], {}],
    ["no-target: t.csv:1", ["a y"], { target: "z" }],
    ["unknown-input: t.csv:1", ["a y"], { inputs: ["x[0]"] }],
    ['no-inputs: t.csv:1: expected several columns, found only "a;b;y"; put commas', ["a;b;y"], {}],
    ["no-inputs: t.csv:1", ["y"], {}],
    ["missing-value: t.csv:3: expected a value in x[1]", ["x[0] x[1] y", "1 0 1", "1 _ 0"], {}],
    ["missing-value: t.csv:2: expected a value in a", ["a y", "NaN 1"], {}],
    ["not-finite: t.csv:2: expected a finite number in a, found -inf", ["a y", "-inf 1"], {}],
    ["not-finite: t.csv:2: expected a finite number in a, found 1e999", ["a y", "1e999 1"], {}],
    [
      "unsafe-integer: t.csv:2: expected integers below 2^53 in a, found 9007199254740993,",
      ["a y", "9007199254740993 1"],
      {},
    ],
    [
      'mixed-kinds: t.csv:3: expected a number in a as in t.csv:2, where a is 5, found "five"',
      ["a y", "5 1", "five 0"],
      {},
    ],
    [
      'mixed-kinds: t.csv:3: expected text in y as in t.csv:2, where y is "no", found 1',
      ["a y", "5 no", "6 1"],
      {},
    ],
  ] as const)("%s", (sentence, rows, options) => {
    expect(() => table(rows, options)).toThrow(sentence);
  });

  it("reads columns that are not chosen not at all", () => {
    const rows = ["a note y", "0 _ 0", "1 7 1", "1 seven 1"];
    expect(table(rows, { inputs: ["a"] }).inputs).toHaveLength(1);
  });
});
