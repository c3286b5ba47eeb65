import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { Random } from "../../src/math/random.ts";
import { nest, sizeOf } from "../../src/math/shape.ts";
import { check } from "../../src/program/check.ts";
import { type ArrayValue, evaluate, type Value } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { randomPrograms } from "./random-programs.ts";
import { runPython } from "./run-python.ts";

const programs = randomPrograms(600, 7);
const sources = programs.map((program) => emit(program, "python"));

test("printed Python gives what evaluate gives, at all small sizes", () => {
  const samples = programs.map((program, k) => randomSamples(program, new Random(k)));
  const jobs = programs.map(({ name }, k) => ({
    source: sources[k]!,
    name,
    calls: samples[k]!.map((inputs) => inputs.map(plain)),
  }));
  const results = runPython(jobs);
  programs.forEach((program, k) => {
    const expected = samples[k]!.map((inputs) => plain(evaluate(program, inputs)));
    expect(results[k], sources[k]).toBe(JSON.stringify(expected));
  });
});

test("the random programs are well formed and use every way of writing", () => {
  for (const program of programs) check(program);
  const all = sources.join("\n");
  const ways = [
    "[i - 1]",
    "% n]",
    "& ~",
    "1 - ",
    "int(",
    " and ",
    " or ",
    "not ",
    " in (",
    " not in (",
    "!=",
    "zeros = ",
    "*row",
    "plane",
    ".append(",
    "y[i][j] = ",
    "range(-2, 3)",
    "(-1, 0, 1)",
    "raise ValueError",
    " if ",
    "[0] * 4",
    "(\n",

    "len(x)",
    "n, m = ",
  ];
  expect(ways.filter((way) => !all.includes(way))).toEqual([]);
  expect(all).toMatch(/-?\d <= [^\n]* < \d/);
  expect(all).toMatch(/[[(]-[a-z(]/);
  expect(all).not.toMatch(/True|False/);
});

/** Three samples: of lengths 1, of lengths up to 3, of length 3; a fixed length stays. */
function randomSamples(program: Program, random: Random): readonly (readonly ArrayValue[])[] {
  return [() => 1, () => 1 + random.below(3), () => 3].map((length) => {
    const lengths = new Map<string, number>();
    return program.inputs.map(({ shape, domain }) => {
      const sizes = shape.map((size) => {
        if (typeof size === "number") return size;
        if (!lengths.has(size)) lengths.set(size, length());
        return lengths.get(size)!;
      });
      const value = () => (domain.kind === "binary" ? random.bit() : random.below(7) - 3);
      return { shape: sizes, data: Float64Array.from({ length: sizeOf(sizes) }, value) };
    });
  });
}

function plain(value: Value) {
  return typeof value === "number" ? value : nest(value.data, value.shape);
}
