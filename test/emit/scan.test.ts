import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { printProse } from "../../src/emit/prose.ts";
import { Random } from "../../src/math/random.ts";
import {
  add,
  block,
  define,
  element,
  integer,
  modulo,
  range,
  scan,
  size,
  variable,
} from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import { parseProgram, printProgram } from "../../src/program/json.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { IllFormed } from "../../src/program/type.ts";
import { runPython } from "./run-python.ts";
import { smallPrograms } from "./small-programs.ts";

const { schoolAddition, runningLargest, lastTwo, swap } = smallPrograms;

test("what is carried is a variable of a loop", () => {
  expect(emit(schoolAddition, "python")).toContain(
    [
      "    y = []",
      "    carry = 0",
      "    for p, q in zip(reversed(a), reversed(b)):",
      "        total = p + q + carry",
      "        y.append(total % 10)",
      "        carry = total // 10",
      "    return [carry] + y[::-1]",
    ].join("\n"),
  );
  expect(emit(runningLargest, "python")).toContain(
    "        known = max(known, value)\n        y.append(known)\n",
  );
});

test("values that need each other's last ones change at once", () => {
  expect(emit(swap, "python")).toContain(
    "        next_odd = even ^ value\n        even = next_even\n        odd = next_odd\n",
  );
});

test("names for next values are different ones", () => {
  const [a, a2] = [variable("a"), variable("a2")];
  const carried = (name: string, next: Expression) => ({ name, low: 0, high: 9, initial: 1, next });
  const pair = scan(
    range("i", integer(0), size("n")),
    [carried("a", a2), carried("a2", modulo(add(a, variable("next_a")), integer(10)))],
    { body: block([define("next_a", element("x", variable("i")))], a) },
  );
  const program: Program = { ...runningLargest, body: block([], pair) };
  const [printed] = runPython([
    { source: emit(program, "python"), name: program.name, calls: [[[3, 5, 7, 1]]] },
  ]);
  expect(JSON.parse(printed!)).toEqual([answerOf(program, [[3, 5, 7, 1]])]);
});

test("is said in plain English", () => {
  expect(printProse(schoolAddition)).toContain("Carry starts at 0; for each of the n places i");
});

test("printed Python gives what evaluate gives, and JSON the same program", async () => {
  const random = new Random(5);
  const programs = [schoolAddition, runningLargest, lastTwo, swap];
  const draws = programs.map(({ inputs }) =>
    [0, 1, 2, 7, 20].map((n) =>
      inputs.map(({ domain }) =>
        Array.from({ length: n }, () => random.below(domain.kind === "binary" ? 2 : 10)),
      ),
    ),
  );
  const results = runPython(
    programs.map((program, k) => ({
      source: emit(program, "python"),
      name: program.name,
      calls: draws[k]!,
    })),
  );
  for (const [k, program] of programs.entries()) {
    expect(await parseProgram(printProgram(program))).toEqual(program);
    const expected = draws[k]!.map((arrays) => answerOf(program, arrays));
    expect(JSON.parse(results[k]!)).toEqual(expected);
  }
});

function answerOf(program: Program, arrays: readonly (readonly number[])[]): number[] {
  const inputs = arrays.map((array) => ({
    shape: [array.length],
    data: Float64Array.from(array),
  }));
  const value = evaluate(program, inputs);
  return typeof value === "number" ? [value] : [...value.data];
}

test("carried values leave their bounds in no program, and scans stand alone", () => {
  const { result } = runningLargest.body;
  if (result.kind !== "scan") throw new Error("no scan");
  const narrow = { ...result, carried: [{ ...result.carried[0]!, high: 3 }] };
  const tooNarrow: Program = { ...runningLargest, body: { lets: [], result: narrow } };
  expect(() => answerOf(tooNarrow, [[1, 4]])).toThrow("known is 4, not between 0 and 3");
  const inside: Program = {
    ...runningLargest,
    body: { lets: [], result: { kind: "list", items: [result] } },
  };
  expect(() => check(inside)).toThrow(IllFormed);
});
