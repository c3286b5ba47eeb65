import { describe, expect, it } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { printProse } from "../../src/emit/prose.ts";
import { binary } from "../../src/math/domain.ts";
import { sizeOf } from "../../src/math/shape.ts";
import {
  add,
  block,
  choose,
  compare,
  element,
  integer,
  range,
  size,
  subtract,
  sum,
  variable,
} from "../../src/program/build.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import { leastLengths } from "../../src/program/least-lengths.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { runPython } from "../../src/run/run-python.ts";
import { runTypeScript } from "../../src/run/run-typescript.ts";

const third = element("x", integer(2));
const thirdFromEnd = element("x", subtract(size("n"), integer(3)));
const corner = element("x", integer(1), subtract(size("m"), integer(4)));

const programOf = (shape: readonly string[], result: Expression): Program => ({
  name: "f",
  inputs: [{ name: "x", shape, domain: binary }],
  body: block([], result),
});

const line = (result: Expression): Program => programOf(["n"], result);

/** Programs with what their inputs must have, by the least lengths at which they answer. */
const SHORT: readonly (readonly [string, Program, Record<string, number>])[] = [
  ["x must have at least 3 values", line(third), { n: 3 }],
  ["x must have at least 3 values", line(add(element("x", integer(0)), thirdFromEnd)), { n: 3 }],
  ["x must have at least 2 rows", programOf(["n", "m"], corner), { n: 2, m: 4 }],
  ["x must have at least 4 columns", programOf(["n", "m"], corner), { n: 2, m: 4 }],
];

/** The program on zeros, n of them, or n rows of m. */
function answered(program: Program, lengths: Readonly<Record<string, number>>): boolean {
  const shape = program.inputs[0]!.shape.map((symbol) => lengths[symbol]!);
  try {
    evaluate(program, [{ shape, data: new Float64Array(sizeOf(shape)) }]);
    return true;
  } catch {
    return false;
  }
}

describe("what is always read has to be there", () => {
  it.each(SHORT)("%s", (sentence, program, least) => {
    expect(Object.fromEntries(leastLengths(program))).toEqual(least);
    expect(answered(program, least)).toBe(true);
    for (const symbol of Object.keys(least)) {
      expect(answered(program, { ...least, [symbol]: least[symbol]! - 1 })).toBe(false);
    }
    expect(emit(program, "python")).toContain(sentence);
    expect(emit(program, "typescript")).toContain(sentence);
    for (const [symbol, length] of Object.entries(least)) {
      expect(emit(program, "c")).toContain(`${symbol} < ${length}`);
      expect(printProse(program).replace(/\s+/g, " ")).toContain(`${symbol} is at least ${length}`);
    }
  });

  it("the printed code says so", async () => {
    const calls = [[[0, 0, 1]], [[0, 0]]];
    const python = await runPython({ source: emit(line(third), "python"), name: "f", calls });
    expect(python).toMatchObject({ kind: "failed", results: [1] });
    expect(python).toMatchObject({ reason: expect.stringContaining("at least 3 values") });
    const source = emit(line(third), "typescript");
    const typescript = await runTypeScript({ source, name: "f", calls });
    expect(typescript).toMatchObject({ kind: "failed", results: [1] });
  });
});

describe("no length is refused at which there is an answer", () => {
  it.each<readonly [string, Expression]>([
    [
      "the first and the last",
      add(element("x", integer(0)), element("x", subtract(size("n"), integer(1)))),
    ],
    [
      "what is not repeated",
      sum([range("i", integer(2), size("n"))], add(third, element("x", variable("i")))),
    ],
    ["what is not chosen", choose(compare(size("n"), ">=", integer(3)), third, integer(0))],
  ])("%s", (_, result) => {
    const program = line(result);
    expect(leastLengths(program)).toEqual(new Map());
    for (const n of [1, 2, 3]) expect(answered(program, { n })).toBe(true);
  });
});
