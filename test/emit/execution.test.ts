import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import type { Domain } from "../../src/math/domain.ts";
import { Random } from "../../src/math/random.ts";
import { nest, sizeOf } from "../../src/math/shape.ts";
import { check } from "../../src/program/check.ts";
import { type ArrayValue, evaluate, type Value } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { randomPrograms, randomSoftmaxPrograms } from "./random-programs.ts";
import { runPython } from "./run-python.ts";

const programs = randomPrograms(900, 7);
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
    expect(withoutSigns(results[k]!), sources[k]).toEqual(expected);
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
    "def sign(v):",
    "(s > ",
    "//",
    "2**",
    "(-2)**",
    "abs(",
    "max(",
    "min(",
    "any(",
    "all(",
    "sum(map(sum, ",
    "max(map(max, ",
    ".index(max(",
    ".index(min(",
    "key=lambda ",
    "enumerate(",
    " zip(",
    "[-1]",
    "[-i - 1]",
    "[1:]",
    "[:-1]",
    "for column in zip(*",
    "reversed(",
    "[::-1]",
    "for row in ",
    "for value in ",
    "0.125",
  ];
  expect(ways.filter((way) => !all.includes(way))).toEqual([]);
  expect(all).toMatch(/-?\d <= [^\n]* < \d/);
  expect(all).toMatch(/(any\(map\(any|all\(map\(all), /);
  expect(all).toMatch(/[[(]-[a-z(]/);
  expect(all).not.toMatch(/True|False/);
});

test("printed probabilities agree to 12 digits", () => {
  const given = randomSoftmaxPrograms(60, 21);
  const texts = given.map((program) => emit(program, "python"));
  const samples = given.map((program, k) => randomSamples(program, new Random(k)));
  const jobs = given.map(({ name }, k) => ({
    source: texts[k]!,
    name,
    calls: samples[k]!.map((inputs) => inputs.map(plain)),
  }));
  runPython(jobs).forEach((json, k) => {
    const results: readonly unknown[] = JSON.parse(json);
    results.forEach((result, sample) => {
      const expected = evaluate(given[k]!, samples[k]![sample]!) as ArrayValue;
      const found = [result].flat(4) as readonly number[];
      expect(found.length).toBe(expected.data.length);
      const errors = found.map((value, at) => Math.abs(value - expected.data[at]!));
      expect(Math.max(...errors), texts[k]).toBeLessThan(1e-12);
    });
  });
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
      const value = () => randomValue(domain, random);
      return { shape: sizes, data: Float64Array.from({ length: sizeOf(sizes) }, value) };
    });
  });
}

/** Reals are small multiples of 1/8, so that no sum or product of doubles is rounded. */
function randomValue({ kind }: Domain, random: Random): number {
  switch (kind) {
    case "binary":
    case "one-hot":
      return random.bit();
    case "sign":
    case "integer":
      return random.below(7) - 3;
    case "real":
      return (random.below(41) - 20) / 8;
  }
}

/** Results as they are, but for the sign of 0. */
function withoutSigns(json: string): unknown {
  return JSON.parse(json, (_, value) => (value === 0 ? 0 : value));
}

function plain(value: Value) {
  return typeof value === "number" ? value : nest(value.data, value.shape);
}
