import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { Random } from "../../src/math/random.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { callLine } from "../../src/run/c-driver.ts";
import { runC } from "../../src/run/run-c.ts";
import { arrayPrograms } from "./array-programs.ts";
import { randomPrograms } from "./random-programs.ts";
import { sampleInputs } from "./sample-inputs.ts";
import { smallPrograms } from "./small-programs.ts";
import { withOwnHelpers } from "./with-own-helpers.ts";

const SANITIZED = ["-g", "-fsanitize=undefined,address", "-fno-sanitize-recover=all"];
/** Random programs compare values with themselves and the like: warnings of that are no fault of ours. */
const STRICT = ["-Wall", "-Wextra", "-Werror"];
const LENIENT = [...STRICT, "-Wno-tautological-compare", "-Wno-bool-compare"];

test("printed C gives what evaluate gives, without undefined behaviour or leaks", async () => {
  const programs = [...randomPrograms(150, 11), ...fitting];
  await compareAll(named(programs), [...LENIENT, ...SANITIZED]);
}, 60_000);

test("readable programs compile without a warning", async () => {
  await compareAll(named([...Object.values(smallPrograms), ...fitting]), [...STRICT, "-O2"]);
}, 30_000);

test("a size beyond which 64 bits are too few is checked", async () => {
  const program = smallPrograms.larger;
  const call = (length: number) => {
    const ones = { shape: [length], data: new Float64Array(length).fill(1) };
    const first = {
      shape: [length],
      data: Float64Array.from(ones.data, (_, k) => (k > 0 ? 1 : 0)),
    };
    return callLine(0, [ones, first], program, 1);
  };
  const source = emit(program, "c");
  const run = await runC({
    source,
    programs: [program],
    calls: [call(63), call(64)],
    options: ["-w"],
  });
  expect(run).toEqual({ kind: "failed", results: [[1]], reason: "ended by SIGABRT" });
});

test("the random programs use every way of writing", () => {
  const programs = [...randomPrograms(500, 11), ...fitting, smallPrograms.fullestRow];
  const all = programs.map((program) => emit(program, "c")).join("\n");
  const ways = [
    "for (size_t i = 0; i < n; i++)",
    "for (int32_t ",
    "for (int64_t ",
    "(int64_t)",
    "static const int32_t",
    "allocate(",
    "free(",
    "[5] = {0};",
    "bool found",
    "-INFINITY",
    "INT32_MIN",
    "sign(",
    "sign_of_real(",
    "modulo(",
    "floor_divide(",
    "power(",
    "1 << ",
    "softmax(",
    "(void)",
    "& ~",
    " != ",
    "const int32_t result = ",
    "} else {",
  ];
  expect(ways.filter((way) => !all.includes(way))).toEqual([]);
});

/** Results of C have 32 bits. */
const fitting = arrayPrograms.filter((program) => !JSON.stringify(program).includes('"power"'));

/** Programs with names of their own. */
function named(programs: readonly Program[]): readonly Program[] {
  return programs.map((program, k) => ({ ...program, name: `f_${k}` }));
}

/** Compiles all programs as one file and compares each result with `evaluate`, by its text. */
async function compareAll(programs: readonly Program[], options: readonly string[]): Promise<void> {
  const sources = programs.map((program, k) => withOwnHelpers(emit(program, "c"), k));
  const cases = programs.flatMap((program, k) =>
    sampleInputs(program, new Random(k), [1, 2, 3]).map((inputs) => {
      const value = evaluate(program, inputs);
      const expected = typeof value === "number" ? [value] : [...value.data];
      return { k, expected, call: callLine(k, inputs, program, expected.length) };
    }),
  );
  const calls = cases.map(({ call }) => call);
  const run = await runC({ source: sources.join("\n"), programs, calls, options });
  if (run.kind !== "done") throw new Error(run.reason);
  expect(run.results.length).toBe(cases.length);
  cases.forEach(({ k, expected }, at) => {
    if (sources[k]!.includes("softmax")) expect(near(run.results[at])).toEqual(near(expected));
    else expect(JSON.stringify(run.results[at]), sources[k]).toBe(JSON.stringify(expected));
  });
}

/** Probabilities, to ten digits. */
function near(values: unknown): readonly string[] {
  return (values as readonly number[]).map((value) => value.toFixed(10));
}
