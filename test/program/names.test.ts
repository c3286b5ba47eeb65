import fc from "fast-check";
import { expect, test } from "vitest";
import { fresh, identifier } from "../../src/program/names.ts";
import { python } from "../emit/run-python.ts";

test("plain names stay", () => {
  for (const name of ["x", "rule30", "edge_count", "camelCase", "n"])
    expect(identifier(name)).toBe(name);
});

test("hostile texts become names", () => {
  const cases: Readonly<Record<string, string>> = {
    "": "unnamed",
    "   ": "unnamed",
    ___: "unnamed",
    日本: "unnamed",
    "30-rule": "x30_rule",
    "Größe (cm)": "Gro_e_cm",
    naïve: "naive",
    __proto__: "proto",
    constructor: "constructor_",
    "x;import os": "x_import_os",
    "a\u0000\n\u202eb": "a_b",
    '"""': "unnamed",
    "../../etc/passwd": "etc_passwd",
    lambda: "lambda_",
    sum: "sum_",
    len: "len_",
    int: "int_",
    typeof: "typeof_",
    int32_t: "int32_t_",
    None: "None_",
  };
  for (const [text, name] of Object.entries(cases)) expect(identifier(text)).toBe(name);
});

test("any text gives an ASCII identifier that is its own identifier", () => {
  const check = (text: string) => {
    const name = identifier(text);
    expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,48}$/);
    expect(identifier(name)).toBe(name);
    expect(
      () => new Function(`"use strict"; let ${name} = 1; function f(${name}) {}`),
    ).not.toThrow();
  };
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), check), { seed: 1 });
  fc.assert(fc.property(fc.stringMatching(/^[a-z_0-9]{0,9}$/), check), { seed: 1 });
});

test("no keyword or builtin of Python that printed code uses is left as it is", () => {
  const words = python(
    "import json, keyword; print(json.dumps([*keyword.kwlist, *keyword.softkwlist]))",
    "",
  );
  const reserved: readonly string[] = [
    ...JSON.parse(words),
    "sum",
    "len",
    "range",
    "int",
    "list",
    "any",
    "ValueError",
  ];
  expect(reserved.filter((word) => word !== "_" && identifier(word) === word)).toEqual([]);
});

test("a fresh name is not taken", () => {
  expect(fresh("y", new Set(["x"]))).toBe("y");
  expect(fresh("y", new Set(["y", "y2"]))).toBe("y3");
});
