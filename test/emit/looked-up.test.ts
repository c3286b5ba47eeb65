import { describe, expect, it } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { printProse } from "../../src/emit/prose.ts";
import { binary, integersBetween } from "../../src/math/domain.ts";
import {
  add,
  block,
  element,
  integer,
  multiply,
  range,
  size,
  subtract,
  sum,
  variable,
} from "../../src/program/build.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Expression, Program, Size } from "../../src/program/program.ts";
import { callLine } from "../../src/run/c-driver.ts";
import { runC } from "../../src/run/run-c.ts";
import { runPython } from "../../src/run/run-python.ts";
import { runTypeScript } from "../../src/run/run-typescript.ts";

const k = variable("k");

/** x at a place that k, an integer from 0 to 9, says. */
const programOf = (index: Expression, length: Size = "n"): Program => ({
  name: "f",
  inputs: [
    { name: "k", shape: [], domain: integersBetween(0, 9) },
    { name: "x", shape: [length], domain: binary },
  ],
  body: block([], element("x", index)),
});

const fromEnd = subtract(subtract(size("n"), integer(1)), k);

/** Programs of an array of any length, and their answers where k is 0, 1, 2 and 3 and x is 1, 0, 1. */
const SAID: readonly (readonly [string, Expression, readonly (number | undefined)[]])[] = [
  ["k", k, [1, 0, 1, undefined]],
  ["from the end", fromEnd, [1, 0, 1, undefined]],
  ["counted from 1", subtract(k, integer(1)), [undefined, 1, 0, 1]],
  ["every other", multiply(integer(2), k), [1, 1, undefined, undefined]],
  ["one further", add(k, integer(1)), [0, 1, undefined, undefined]],
];

const array = { shape: [3], data: Float64Array.of(1, 0, 1) };

describe.each(SAID)("a place that an input says: %s", (_, index, answers) => {
  const program = programOf(index);

  it("is refused by evaluate where it is outside", () => {
    const found = answers.map((_, at) => {
      try {
        return evaluate(program, [{ shape: [], data: Float64Array.of(at) }, array]);
      } catch {
        return undefined;
      }
    });
    expect(found).toEqual(answers);
  });

  it("is refused by printed code, too", async () => {
    const python = emit(program, "python");
    const typescript = emit(program, "typescript");
    const c = { source: emit(program, "c"), programs: [program] };
    for (const [at, answer] of answers.entries()) {
      const calls = [[at, [1, 0, 1]]];
      const line = callLine(0, [{ shape: [], data: Float64Array.of(at) }, array], program, 1);
      const runs = await Promise.all([
        runPython({ source: python, name: "f", calls }),
        runTypeScript({ source: typescript, name: "f", calls }),
        runC({ ...c, calls: [line] }),
      ]);
      for (const run of runs) {
        expect(run.kind).toBe(answer === undefined ? "failed" : "done");
        if (run.kind === "done") expect(run.results.flat()).toEqual([answer]);
      }
      const said = { reason: "ValueError: k must say a place in x" };
      if (answer === undefined) expect(runs[0]).toMatchObject(said);
    }
  });
});

it("a place from the end that bits write is refused beyond the first one", async () => {
  const i = variable("i");
  const power = { kind: "power", base: 2, exponent: i } as const;
  const written = sum([range("i", integer(0), size("n"))], multiply(power, element("a", i)));
  const last = subtract(size("m"), integer(1));
  const program: Program = {
    name: "f",
    inputs: [
      { name: "a", shape: ["n"], domain: binary },
      { name: "x", shape: ["m"], domain: binary },
    ],
    body: block([], element("x", subtract(last, written))),
  };
  const calls = [
    [
      [0, 1],
      [1, 0, 0],
    ],
    [
      [1, 1],
      [0, 0, 1],
    ],
  ];
  const jobs = { name: "f", calls };
  const python = await runPython({ ...jobs, source: emit(program, "python") });
  const typescript = await runTypeScript({ ...jobs, source: emit(program, "typescript") });
  const c = { source: emit(program, "c"), programs: [program] };
  const lines = calls.map((call) => {
    const arrays = call.map((data) => ({ shape: [data.length], data: Float64Array.from(data) }));
    return callLine(0, arrays, program, 1);
  });
  expect(printProse(program)).toContain("a must say a place in x.");
  expect(python).toMatchObject({ kind: "failed", results: [1] });
  expect(typescript).toMatchObject({ kind: "failed", results: [1] });
  expect((await runC({ ...c, calls: [lines[0]!] })).kind).toBe("done");
  expect((await runC({ ...c, calls: [lines[1]!] })).kind).toBe("failed");
});

describe("a reader is told", () => {
  const program = programOf(k);
  const english = printProse(program).replace(/\s+/g, " ");

  it("in English that the place has to be there, and how places are counted", () => {
    expect(english).toContain("k must say a place in x.");
    expect(english).toContain("Places are counted from 0.");
  });

  it("in C that the function aborts", () => {
    expect(emit(program, "c")).toContain(
      "Aborts if a place is asked for that is not in its array.",
    );
  });

  it("of neither where bounds say that it is", () => {
    const inside = programOf(subtract(integer(9), k), 10);
    expect(printProse(inside)).not.toContain("must say");
    expect(emit(inside, "c")).not.toContain("Aborts");
  });
});

it("what bounds say to be inside is not checked", () => {
  const inside = programOf(subtract(integer(9), k), 10);
  expect(emit(inside, "python")).not.toContain("must say");
  expect(emit(inside, "typescript")).toContain("x[9 - k]");
  expect(emit(inside, "c")).toContain("x[9 - k]");
});
