import { describe, expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { printProse } from "../../src/emit/prose.ts";
import type { Label } from "../../src/math/label.ts";
import {
  add,
  all,
  and,
  any,
  argmax,
  bit,
  block,
  choose,
  compare,
  element,
  integer,
  not,
  or,
  range,
  size,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import type { Expression, Program, ProgramInput } from "../../src/program/program.ts";

const marks = ["b", "o", "x"];
const texts = (name: string, shape: ProgramInput["shape"], values: readonly string[]) =>
  ({ name, shape: [...shape, values.length], domain: { kind: "one-hot", values } }) as const;
const board = texts("x", [9], marks);
const row = texts("x", ["n"], marks);
const colour = texts("colour", [], ["blue", "green", "red"]);
const bits: ProgramInput = { name: "x", shape: ["n"], domain: { kind: "binary" } };

const program = (
  input: ProgramInput,
  result: Expression,
  labels: readonly Label[] = [],
): Program => {
  const plain = { name: "f", inputs: [input], body: block([], result) };
  return labels.length === 0 ? plain : { ...plain, labels };
};

const [i, c, n] = [variable("i"), variable("c"), size("n")];
const upTo = (name: string, to: Expression) => range(name, integer(0), to);
const indices = (at: readonly (Expression | number)[]) =>
  at.map((each) => (typeof each === "number" ? integer(each) : each));
const x = (...at: readonly (Expression | number)[]) => element("x", ...indices(at));
const is = (value: number) => truth(element("colour", integer(value)));

/** The last line of a function. */
function returned(given: Program, language: "python" | "typescript" | "c"): string {
  const lines = emit(given, language).trimEnd().split("\n");
  return lines.findLast((line) => line.trim().startsWith("return"))!.trim();
}

function python(given: Program): string {
  return returned(given, "python").replace("return ", "");
}

describe("texts as inputs", () => {
  test("a place of a value is a comparison with it", () => {
    const first = program(board, x(0, 2));
    expect(emit(first, "python")).toBe(`def f(x):
    """Takes x, 9 values of "b", "o" or "x"; returns 0 or 1."""
    if len(x) != 9:
        raise ValueError("x must have 9 values")
    return int(x[0] == "x")
`);
    expect(returned(first, "typescript")).toBe('return Number(x[0] === "x");');
    expect(emit(first, "c")).toBe(`#include <stdint.h>

/**
 * Takes x, 9 integers from 0 to 2; returns 0 or 1.
 * 0 in x means "b", 1 means "o" and 2 means "x".
 */
int32_t f(const int32_t *x) {
    return x[0] == 2;
}
`);
  });

  test("no value, counts and equal values", () => {
    const none = all([upTo("i", n)], not(truth(x(i, 2))));
    expect(python(program(row, none, [false, true]))).toBe('all(value != "x" for value in x)');
    const count = sum([upTo("i", n)], x(i, 2));
    expect(python(program(row, count))).toBe('sum(value == "x" for value in x)');
    expect(returned(program(row, count), "typescript")).toBe(
      'return x.filter((value) => value === "x").length;',
    );
    const next = add(i, integer(1));
    const alike = any([upTo("c", integer(3))], and(truth(x(i, c)), truth(x(next, c))));
    const same = all([upTo("i", add(n, integer(-1)))], alike);
    expect(python(program(row, same, [false, true]))).toBe("x[1:] == x[:-1]");
  });

  test("a single text", () => {
    const warm = program(colour, or(element("colour", integer(2)), element("colour", integer(0))));
    expect(python(warm)).toBe('int(colour == "red" or colour == "blue")');
    expect(emit(warm, "typescript")).toContain("export function f(colour: string): number {");
    expect(emit(warm, "c")).toContain("int32_t f(int32_t colour) {");
  });

  test("a value that is computed is looked up", () => {
    const most = argmax(upTo("c", integer(3)), sum([upTo("i", n)], x(i, c)));
    const found = program(row, most, marks);
    expect(emit(found, "python").replace(/\s+/g, " ")).toContain(
      'return ("b", "o", "x")[max( range(3), key=lambda c: sum(value == ("b", "o", "x")[c] for value in x) )]',
    );
    expect(emit(found, "c")).toContain("if (x[i] == c) count++;");
  });
});

describe("labels as results", () => {
  test("a bit chooses between two", () => {
    const win = program(board, and(x(0, 2), x(1, 2)), ["lose", "win"]);
    expect(python(win)).toBe('"win" if x[0] == "x" and x[1] == "x" else "lose"');
    expect(returned(win, "typescript")).toBe(
      'return (x[0] === "x" && x[1] === "x") ? "win" : "lose";',
    );
    expect(emit(win, "c")).toContain(' * 0 as result means "lose" and 1 means "win".');
    expect(returned(win, "c")).toBe("return x[0] == 2 && x[1] == 2;");
    expect(
      printProse(win),
    ).toBe(`f takes x (9 values of "b", "o" or "x") and returns "lose" or "win".

The result is "win" if x at 0 is "x" and x at 1 is "x", else "lose".

Places are counted from 0.
`);
  });

  test("true and false are the condition itself, and never a number", () => {
    const truths = (result: Expression) => program(bits, result, [false, true]);
    expect(python(truths(and(x(0), x(1))))).toBe("x[0] == 1 and x[1] == 1");
    expect(python(truths(bit(compare(sum([upTo("i", n)], x(i)), ">", integer(2)))))).toBe(
      "sum(x) > 2",
    );
    expect(python(truths(and(x(0), not(x(1)))))).toBe("x[0] == 1 and x[1] == 0");
    const cells = table([upTo("i", n)], block([], bit(truth(x(i, 2)))));
    expect(python(program(row, cells, [false, true]))).toBe('[value == "x" for value in x]');
    expect(emit(program(row, cells, [false, true]), "typescript")).toContain("): boolean[] {");
    expect(emit(program(row, cells, [false, true]), "c")).not.toContain("stdbool");
  });

  test("numbers, and labels of several kinds", () => {
    expect(python(program(colour, bit(is(2)), [0, 5]))).toBe('5 if colour == "red" else 0');
    const three = choose(is(2), integer(2), choose(is(0), integer(0), integer(1)));
    const mixed = program(colour, three, [-1.5, true, "c"]);
    expect(python(mixed)).toBe('"c" if colour == "red" else -1.5 if colour == "blue" else True');
    expect(emit(mixed, "typescript")).toContain("(colour: string): boolean | number | string {");
  });

  test("an index that is computed is looked up", () => {
    const first = program(bits, argmax(upTo("i", n), x(i)), ["a", "b", "c"]);
    expect(python(first)).toBe('("a", "b", "c")[x.index(max(x))]');
    expect(returned(first, "typescript")).toBe('return ["a", "b", "c"][best]!;');
  });

  test("what ends a text, a comment or a line is escaped", () => {
    const hostile = program(bits, x(0), ['"""\\', "*/\n/*"]);
    expect(python(hostile)).toBe('"*/\\n/*" if x[0] else "\\"\\"\\"\\\\"');
    expect(emit(hostile, "c")).toContain('1 means "*\\/\\n/\\*".');
    expect(emit(program(bits, x(0), ["\u202e", "\u2028"]), "python")).toContain(
      '"\\u2028" if x[0] else "\\u202e"',
    );
  });
});
