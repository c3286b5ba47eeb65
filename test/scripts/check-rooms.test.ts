import { describe, expect, it } from "vitest";
import { findOffences } from "../../scripts/check-rooms.ts";
import { importsOf } from "../../scripts/imports-of.ts";

describe("findOffences", () => {
  const offences = (path: string, text: string): string[] =>
    findOffences([{ path, text }]).map(({ line, sentence }) => `${line}: ${sentence}`);

  it.each([
    ["src/math/a.ts", 'import { x } from "../data/b.ts";', "1: math may not import data"],
    [
      "src/verify/a.ts",
      '\nimport { x } from "../condense/b.ts";',
      "2: verify may not import condense",
    ],
    [
      "src/data/a.ts",
      'import { stat } from "node:fs";',
      "1: data is pure: it may not import Node's node:fs",
    ],
    ["src/data/a.ts", 'import fs from "fs";', "1: data is pure: it may not import Node's fs"],
    ["src/emit/a.ts", 'import { z } from "zod";', "1: emit may not import the package zod"],
    ["src/emit/a.ts", 'export * from "../enn/b.ts";', "1: emit may not import enn"],
    ["src/enn/a.ts", 'await import("../learn/b.ts");', "1: enn may not import learn"],
    [
      "src/learn/a.ts",
      'import type { X } from "../program/b.ts";',
      "1: learn may not import types of program",
    ],
    [
      "src/report/a.ts",
      'import { verify } from "../verify/b.ts";',
      "1: report may not import verify",
    ],
    ["src/tasks/a.ts", 'import { d } from "../distill.ts";', "1: tasks may not import distill.ts"],
    ["src/attic/a.ts", 'import { x } from "./b.ts";', "1: attic is no room of the house"],
  ])("%s: %s", (path, text, expected) => {
    expect(offences(path, text)).toEqual([expected]);
  });

  it.each([
    ["src/data/a.ts", 'import { x } from "../math/b.ts";'],
    ["src/data/a.ts", 'import { x } from "./b.ts";'],
    ["src/learn/a.ts", 'import { x } from "../errors.ts";'],
    ["src/math/a.ts", 'import highs from "highs";'],
    ["src/report/a.ts", 'import type { V } from "../verify/b.ts";'],
    ["src/report/a.ts", 'import { type V } from "../verify/b.ts";'],
    ["src/cli/a.ts", 'import "node:fs"; import "../distill.ts"; import "commander";'],
    ["src/emit/a.ts", '// import { x } from "../enn/b.ts";'],
  ])("allows %s: %s", (path, text) => {
    expect(offences(path, text)).toEqual([]);
  });
});

it("importsOf tells types from values", () => {
  const text =
    'import type { A } from "a";\nlet b: typeof import("b");\nimport { type C, d } from "c";';
  expect(importsOf("x.ts", text)).toEqual([
    { specifier: "a", line: 1, isType: true },
    { specifier: "b", line: 2, isType: true },
    { specifier: "c", line: 3, isType: false },
  ]);
});
