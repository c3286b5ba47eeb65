import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { countLines, countPythonTokens } from "../../src/emit/python-tokens.ts";
import {
  add,
  and,
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  modulo,
  multiply,
  number,
  pad,
  sign,
  size,
  softmax,
  subtract,
  sum,
  table,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Expression, Program, ProgramInput } from "../../src/program/program.ts";
import { bits, life, rule30, rule30Padded, upTo } from "./examples.ts";

const i = variable("i");

test("a table without names is a comprehension, and one step back on a ring is i - 1", () => {
  const source = emit(rule30, "python");
  expect(source).toBe(`def rule30(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    n = len(x)
    return [x[i - 1] ^ (x[i] | x[(i + 1) % n]) for i in range(n)]
`);
  expect([countPythonTokens(source), countLines(source)]).toEqual([46, 3]);
});

test("a size that is used once is written where it is used", () => {
  expect(emit(rule30Padded, "python")).toBe(`def rule30(x):
    """Takes x, n values of 0 or 1; returns n values of 0 or 1."""
    padded = [0, *x, 0]
    return [padded[i] ^ (padded[i + 1] | padded[i + 2]) for i in range(len(x))]
`);
});

test("the length of a row is found beside the row", () => {
  const [j, m] = [variable("j"), size("m")];
  const before = element("x", i, modulo(subtract(j, integer(1)), m));
  const rows = table(
    [upTo("i", size("n")), upTo("j", m)],
    block([], xor(before, element("x", i, j))),
  );
  expect(printed([bits("x", "n", "m")], rows)).toBe(
    "    return [[row[j - 1] ^ row[j] for j in range(len(row))] for row in x]\n",
  );
});

test("a table with names is loops", () => {
  const source = emit(life, "python");
  expect(source).toBe(`def life(x):
    """Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1."""
    n, m = len(x), len(x[0])
    y = [[0] * m for _ in range(n)]
    for i in range(n):
        for j in range(m):
            total = sum(x[(i + a) % n][(j + b) % m] for a in (-1, 0, 1) for b in (-1, 0, 1))
            neighbours = total - x[i][j]
            y[i][j] = int(total >= 3 and neighbours <= 3)
    return y
`);
  expect([countPythonTokens(source), countLines(source)]).toEqual([131, 9]);
});

test("a list grows by appending, under a name that is free", () => {
  const body = block([define("t", element("y", i))], add(variable("t"), variable("t")));
  expect(printed([bits("y", "n")], table([upTo("i", size("n"))], body))).toBe(`    y2 = []
    for t in y:
        y2.append(t + t)
    return y2
`);
});

test("names inside a table that is part of an expression are loops over one value", () => {
  const body = block([define("t", add(element("x", i), i))], add(variable("t"), variable("t")));
  const doubled = table([upTo("i", size("n"))], body);
  expect(printed([bits("x", "n")], list([doubled, variable("x")]))).toBe(
    "    return [[t + t for i, value in enumerate(x) for t in (value + i,)], x]\n",
  );
});

test("a name for the item of an array is the loop's variable", () => {
  const body = block([define("t", element("x", i))], add(variable("t"), variable("t")));
  expect(
    printed([bits("x", "n")], list([table([upTo("i", size("n"))], body), variable("x")])),
  ).toBe("    return [[t + t for t in x], x]\n");
});

test("signs get a function where that is shorter than spelling them out", () => {
  const [s, t] = [variable("s"), variable("t")];
  const inputs = [bits("s"), bits("t")];
  expect(printed(inputs, sign(subtract(s, t)))).toBe("    return (s > t) - (s < t)\n");
  const signs = list([sign(s), sign(t), sign(add(s, t))]);
  expect(emit(program(inputs, signs), "python")).toBe(`def sign(v):
    return (v > 0) - (v < 0)


def f(s, t):
    """Takes s, 0 or 1, and t, 0 or 1; returns 3 values of -1, 0 or 1."""
    return [sign(s), sign(t), sign(s + t)]
`);
  const called = { ...program(inputs, signs), name: "sign" };
  expect(emit(called, "python")).toContain("return [sign2(s), sign2(t), sign2(s + t)]");
});

test("no item is named after a function that is called", () => {
  const [s, k] = [variable("s"), variable("k")];
  const named = define("signs", list([sign(s), sign(add(s, s)), sign(add(s, s, s))]));
  const again = sum([upTo("k", integer(3))], sign(subtract(element("signs", k), s)));
  expect(printed([bits("s")], again, [named])).toContain("sum(sign(value - s) for value in signs)");
  const twice = sum([upTo("k", integer(3))], multiply(integer(2), element("signs", k)));
  expect(printed([bits("s")], twice, [define("signs", list([s, s, s]))])).toContain(
    "sum(2 * sign for sign in signs)",
  );
});

test("probabilities get a function, which loses the largest logit first", () => {
  const square: ProgramInput = { name: "x", shape: ["n", "m"], domain: { kind: "real" } };
  const twice = multiply(number(0.5), element("x", i, variable("j")));
  const logits = table([upTo("i", size("n")), upTo("j", size("m"))], block([], twice));
  const given = program([square], softmax(logits));
  expect(emit(given, "python")).toBe(`from math import exp


def softmax(logits):
    largest = max(logits)
    powers = [exp(logit - largest) for logit in logits]
    total = sum(powers)
    return [power / total for power in powers]


def f(x):
    """Takes x, n rows of m numbers; returns n rows of m probabilities."""
    return [softmax([0.5 * value for value in row]) for row in x]
`);
  const exp = emit({ ...given, name: "exp" }, "python");
  expect(exp).toContain("from math import exp as exponential\n");
  expect(exp).toContain("exponential(logit - largest)");
});

test("rows of constants stand on lines of their own, and fill them", () => {
  const row = (from: number, count: number) =>
    list(Array.from({ length: count }, (_, k) => number(from + k / 8)));
  const grid = define("grid", list([row(-1, 3), row(100, 13)]));
  expect(
    printed([bits("s")], element("grid", variable("s"), variable("s")), [grid]),
  ).toBe(`    grid = [
        [-1, -0.875, -0.75],
        [
            100, 100.125, 100.25, 100.375, 100.5, 100.625, 100.75, 100.875, 101, 101.125,
            101.25, 101.375, 101.5
        ]
    ]
    return grid[s][s]
`);
});

test("padding", () => {
  const padded = (...counts: readonly (readonly number[])[]) => {
    const shape = ["n", "m", "p"].slice(0, counts[0]!.length);
    const [before, after] = counts;
    const named = [define("z", pad("x", before!, after!))];
    return printed([bits("x", ...shape)], variable("z"), named).replace("    return z\n", "");
  };
  expect(padded([2], [0])).toBe("    return [0, 0, *x]\n");
  expect(padded([4], [1])).toBe("    return [0] * 4 + [*x, 0]\n");
  expect(padded([1, 1], [1, 1])).toBe(`    zeros = [0] * (len(x[0]) + 2)
    z = [zeros, *([0, *row, 0] for row in x), zeros]
`);
  expect(padded([0, 1], [0, 0])).toBe("    z = [[0, *row] for row in x]\n");
  expect(padded([1, 0], [0, 0])).toBe("    z = [[0] * len(x[0]), *x]\n");
  expect(padded([5, 0], [0, 0])).toBe(`    zeros = [0] * len(x[0])
    z = [zeros] * 5 + [*x]
`);
  expect(padded([0, 0, 1], [0, 0, 1])).toBe(
    "    z = [[[0, *row, 0] for row in plane] for plane in x]\n",
  );
});

test("a fixed length is checked", () => {
  expect(printed([bits("x", 20)], element("x", integer(3)))).toBe(`    if len(x) != 20:
        raise ValueError("x must have 20 values")
    return x[3]
`);
  expect(printed([bits("x", "n", 8)], integer(7))).toBe(`    if any(len(row) != 8 for row in x):
        raise ValueError("x must be n by 8")
    return 7
`);
});

test("a size comes from the first input that has it", () => {
  const inputs = [bits("s"), bits("a", "k", "n"), bits("b", "n")];
  expect(printed(inputs, add(size("n"), size("n"), size("k")))).toBe(`    if len(b) != len(a[0]):
        raise ValueError("b must have lengths that fit a")
    n = len(a[0])
    return n + n + len(a)
`);
});

test("a length that inputs share is checked in all but the first", () => {
  const three = [bits("a", "n"), bits("b", "n"), bits("c", "n")];
  expect(printed(three, integer(7))).toBe(`    if len(b) != len(a):
        raise ValueError("b must have as many values as a")
    if len(c) != len(a):
        raise ValueError("c must have as many values as a and b")
    return 7
`);
  const grids = [bits("a", "n", "m"), bits("b", "n", "m"), bits("c", "k")];
  expect(
    printed(grids, integer(7)),
  ).toBe(`    if len(b) != len(a) or any(len(row) != len(a[0]) for row in b):
        raise ValueError("b must have lengths that fit a")
    return 7
`);
});

test("a truth is returned as 0 or 1", () => {
  expect(printed([bits("s")], compare(variable("s"), ">", integer(0)))).toBe(
    "    return int(s > 0)\n",
  );
  expect(printed([bits("s")], truth(variable("s")))).toBe("    return s\n");
});

test("long lines break inside brackets, and get brackets where they have none", () => {
  const numbers = Array.from({ length: 40 }, (_, k) => integer(1000 + k));
  expect(printed([bits("s")], list(numbers))).toBe(`    return [
        1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013,
        1014, 1015, 1016, 1017, 1018, 1019, 1020, 1021, 1022, 1023, 1024, 1025, 1026, 1027,
        1028, 1029, 1030, 1031, 1032, 1033, 1034, 1035, 1036, 1037, 1038, 1039
    ]
`);
  const sum = add(...numbers.slice(0, 15));
  expect(printed([bits("s")], sum)).toBe(`    return (
        1000 + 1001 + 1002 + 1003 + 1004 + 1005 + 1006 + 1007 + 1008 + 1009 + 1010 + 1011
        + 1012 + 1013 + 1014
    )
`);
  const isLarge = truth(bit(and(compare(sum, ">", integer(2)), compare(sum, "<", integer(3)))));
  expect(printed([bits("s")], choose(isLarge, integer(5), integer(6)))).toContain("\n        if ");
});

test("the docstring says what goes in and comes out", () => {
  const line = (inputs: readonly ProgramInput[], result: Expression) =>
    emit(program(inputs, result), "python").split('"""')[1];
  const integers = { kind: "integer", low: -3, high: 3 } as const;
  expect(line([bits("s")], variable("s"))).toBe("Takes s, 0 or 1; returns 0 or 1.");
  expect(line([{ name: "a", shape: ["n"], domain: integers }, bits("b")], size("n"))).toBe(
    "Takes a, n integers from -3 to 3, and b, 0 or 1; returns an integer.",
  );
  expect(line([{ name: "a", shape: [], domain: { kind: "real" } }], list([integer(1)]))).toBe(
    "Takes a, a number; returns 1 values of 0 or 1.",
  );
  const signs = { name: "x", shape: ["n"], domain: { kind: "sign" } } as const;
  expect(line([signs], argmax(upTo("k", size("n")), element("x", variable("k"))))).toBe(
    "Takes x, n values of -1, 0 or 1; returns an integer from 0 to n - 1.",
  );
  const many = ["a", "b", "c"].map((name) => bits(name, "n", "m", "p"));
  expect(line(many, integer(5))).toBe(`Takes a, n planes of m rows of p values of 0 or 1;
    b, n planes of m rows of p values of 0 or 1;
    and c, n planes of m rows of p values of 0 or 1.

    Returns an integer.
    `);
});

/** The printed lines after the docstring. */
function printed(
  inputs: readonly ProgramInput[],
  result: Expression,
  lets: Program["body"]["lets"] = [],
): string {
  return emit(program(inputs, result, lets), "python").split('"""\n')[1]!;
}

function program(
  inputs: readonly ProgramInput[],
  result: Expression,
  lets: Program["body"]["lets"] = [],
): Program {
  return { name: "f", inputs, body: block(lets, result) };
}
