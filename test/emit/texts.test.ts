import { describe, expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { printProse } from "../../src/emit/prose.ts";
import { printExpression } from "../../src/emit/python.ts";
import type { Label } from "../../src/math/label.ts";
import {
  and,
  any,
  argmax,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  not,
  pad,
  range,
  size,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import type { Expression, Let, Program, ProgramInput } from "../../src/program/program.ts";

const cells: ProgramInput = {
  name: "x",
  shape: ["n", 3],
  domain: { kind: "one-hot", values: ["b", "o", "x"] },
};
const colour: ProgramInput = {
  name: "colour",
  shape: [2],
  domain: { kind: "one-hot", values: ["blue", "red"] },
};
const bits: ProgramInput = { name: "a", shape: [2], domain: { kind: "binary" } };

const [i, j, c, zero, two] = [variable("i"), variable("j"), variable("c"), integer(0), integer(2)];
const upTo = (name: string) => range(name, zero, size("n"));
const values = range("c", zero, integer(3));

function program(input: ProgramInput, result: Expression, more: Partial<Program> = {}): Program {
  return { name: "f", inputs: [input], body: block([], result), ...more };
}

/** What the printed function returns in Python, on one line. */
function returned(given: Program): string {
  const [, value] = emit(given, "python").split("    return ");
  return value!.trim().replace(/\n */g, "");
}

const count = sum([upTo("i")], element("x", i, two));

describe("inputs of texts", () => {
  test("a place is a comparison with its text", () => {
    expect(returned(program(colour, element("colour", integer(1))))).toBe('int(colour == "red")');
    expect(returned(program(cells, count))).toBe('sum(value == "x" for value in x)');
    const others = table([upTo("i")], block([], not(element("x", i, two))));
    expect(returned(program(cells, others))).toBe('[int(value != "x") for value in x]');
  });

  test("bits that are compared are comparisons", () => {
    const isSet = compare(element("colour", integer(1)), "==", integer(0));
    expect(returned(program(colour, choose(isSet, integer(5), two)))).toBe(
      '5 if colour != "red" else 2',
    );
  });

  test("logic on places is logic on comparisons", () => {
    const both = and(element("x", zero, two), not(element("x", integer(1), zero)));
    expect(returned(program(cells, both))).toBe('int(x[0] == "x" and x[1] != "b")');
  });

  test("three or more items with one text are a chain", () => {
    const is = (at: number, value: number) => element("x", integer(at), integer(value));
    const row = and(is(0, 2), is(1, 2), is(2, 2));
    expect(returned(program(cells, row))).toBe('int(x[0] == x[1] == x[2] == "x")');
    const mixed = and(is(0, 2), is(3, 0), is(1, 2), not(is(4, 1)), is(2, 2));
    expect(returned(program(cells, mixed))).toBe(
      'int(x[0] == x[1] == x[2] == "x" and x[3] == "b" and x[4] != "o")',
    );
    const two = and(is(0, 2), is(1, 2));
    expect(returned(program(cells, two))).toBe('int(x[0] == "x" and x[1] == "x")');
  });

  test("a place that is computed is looked up", () => {
    const which = argmax(values, sum([upTo("i")], element("x", i, c)));
    expect(returned(program(cells, element("x", zero, which)))).toMatch(
      /^int\(x\[0\] ?== \("b", "o", "x"\)\[max\(/,
    );
  });

  test("two items that have a value in common are equal", () => {
    const same = any([values], and(truth(element("x", zero, c)), truth(element("x", i, c))));
    const often = sum([upTo("i"), values], and(element("x", zero, c), element("x", i, c)));
    const found = any([upTo("i")], same);
    expect(returned(program(cells, found))).toBe("int(any(x[0] == value for value in x))");
    expect(returned(program(cells, often))).toBe("sum(x[0] == value for value in x)");
  });

  test("a loop over some of the values only is no equality", () => {
    const few = range("c", zero, two);
    const same = any([few], and(truth(element("x", zero, c)), truth(element("x", integer(1), c))));
    expect(returned(program(cells, same))).toContain('for value in ("b", "o", "x")[:2]');
  });

  test("an input with zeros around it is spread out first", () => {
    const lets: readonly Let[] = [define("padded", pad("x", [1, 0], [1, 0]))];
    const body = block(lets, element("padded", zero, two));
    const text = emit({ name: "f", inputs: [cells], body }, "python");
    expect(text).toContain(
      'x_places = [[int(value == other) for other in ("b", "o", "x")] for value in x]',
    );
  });

  test("lengths are those that users see", () => {
    const nine: ProgramInput = { ...cells, shape: [9, 3] };
    const text = emit(program(nine, element("x", zero, two)), "python");
    expect(text).toBe(`def f(x):
    """Takes x, 9 values of "b", "o" or "x"; returns 0 or 1."""
    if len(x) != 9:
        raise ValueError("x must have 9 values")
    return int(x[0] == "x")
`);
  });

  test("TypeScript takes strings, C their numbers", () => {
    expect(emit(program(cells, element("x", zero, two)), "typescript")).toBe(
      `/** Takes x, n values of "b", "o" or "x"; returns 0 or 1. */
export function f(x: readonly string[]): number {
  return Number(x[0] === "x");
}
`,
    );
    expect(emit(program(cells, count), "c")).toBe(
      `#include <stddef.h>
#include <stdint.h>

/**
 * Takes x, n integers from 0 to 2; returns an integer.
 * 0 in x means "b", 1 means "o" and 2 means "x".
 * Aborts if n is above 2147483647.
 */
int32_t f(size_t n, const int32_t *x) {
    if (n > 2147483647) abort();
    int32_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (x[i] == 2) count++;
    }
    return count;
}
`.replace("#include <stdint.h>\n", "#include <stdint.h>\n#include <stdlib.h>\n"),
    );
  });

  test("an expression in a message says the text", () => {
    expect(printExpression(element("x", i, two), program(cells, count))).toBe('int(x[i] == "x")');
  });
});

describe("labels", () => {
  const isMany = compare(count, ">", two);
  const labelled = (result: Expression, labels: readonly Label[], input = cells) =>
    program(input, result, { labels });

  test("constants are the labels themselves", () => {
    expect(returned(labelled(choose(isMany, integer(1), zero), ["lose", "win"]))).toBe(
      '"win" if sum(value == "x" for value in x) > 2 else "lose"',
    );
    expect(returned(labelled(choose(isMany, two, zero), [-1, 0.5, 10]))).toBe(
      '10 if sum(value == "x" for value in x) > 2 else -1',
    );
  });

  test("false and true are the condition", () => {
    const labels = [false, true];
    expect(returned(labelled(choose(isMany, integer(1), zero), labels))).toBe(
      'sum(value == "x" for value in x) > 2',
    );
    const both = and(element("a", zero), not(element("a", integer(1))));
    expect(returned(labelled(both, labels, bits))).toBe("a[0] == 1 and a[1] == 0");
    expect(returned(labelled(integer(1), labels, bits))).toBe("True");
    const choice = choose(truth(element("a", zero)), integer(1), element("a", integer(1)));
    expect(returned(labelled(choice, labels, bits))).toBe("a[0] == 1 or a[1] == 1");
  });

  test("an index that is computed is looked up", () => {
    const first = argmax(range("i", zero, two), element("a", i));
    expect(returned(labelled(first, ["u", "v"], bits))).toBe('("u", "v")[a.index(max(a))]');
  });

  test("arrays are arrays of labels", () => {
    const items = list([element("a", zero), integer(1)]);
    expect(returned(labelled(items, ["u", "v"], bits))).toBe('["v" if a[0] else "u", "v"]');
    const other = any([upTo("j")], and(compare(i, "!=", j), truth(element("x", j, two))));
    const each = table([upTo("i")], block([], choose(other, integer(1), zero)));
    expect(returned(labelled(each, [false, true]))).toBe(
      '[any(i != j and value == "x" for j, value in enumerate(x)) for i in range(len(x))]',
    );
  });

  test("quotes, lines and ends of comments stay inside texts", () => {
    const labels = ['"""', "*/\n\\", "\u202e\u{e0001}"];
    const given = labelled(choose(isMany, two, choose(isMany, integer(1), zero)), labels);
    expect(emit(given, "python")).toContain('"\\u202e\\U000e0001"');
    expect(emit(given, "typescript")).toContain('"\\u202e\\u{e0001}"');
    expect(emit(given, "python")).toContain('"\\"\\"\\""');
    expect(emit(given, "c")).toContain('1 means "*\\/\\n\\\\" and 2 means');
    for (const language of ["typescript", "c"] as const) {
      const [comment] = emit(given, language).match(/\/\*\*[\s\S]*?\*\//)!;
      expect(comment).toContain("e0001");
    }
  });

  test("C gives numbers and says what they mean", () => {
    expect(emit(labelled(choose(isMany, integer(1), zero), [false, true]), "c")).toContain(
      " * 0 as result means false and 1 means true.\n",
    );
  });

  test("English says labels and texts", () => {
    const given = labelled(choose(truth(element("x", zero, two)), integer(1), zero), [
      "lose",
      "win",
    ]);
    expect(
      printProse(given),
    ).toBe(`f takes x (n values of "b", "o" or "x") and returns "lose" or "win". n may be
any length.

The result is "win" if x at 0 is "x", else "lose".

Places are counted from 0.
`);
    const conditions = labelled(truthOf(given), [false, true]);
    expect(printProse(conditions)).toContain('The result is true if x at 0 is "x", else false.');
  });
});

function truthOf({ body }: Program): Expression {
  return body.result;
}
