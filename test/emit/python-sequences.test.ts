import { expect, test } from "vitest";
import { printPython } from "../../src/emit/python.ts";
import { Random } from "../../src/math/random.ts";
import { nest, sizeOf } from "../../src/math/shape.ts";
import {
  add,
  all,
  and,
  any,
  argmin,
  bit,
  block,
  choose,
  compare,
  define,
  divide,
  element,
  integer,
  modulo,
  multiply,
  not,
  pad,
  power,
  range,
  sign,
  size,
  subtract,
  sum,
  table,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import { type ArrayValue, evaluate } from "../../src/program/evaluate.ts";
import type { Block, Expression, Program } from "../../src/program/program.ts";
import { bits, upTo } from "./examples.ts";
import { runPython } from "./run-python.ts";

const [i, j, n, m, one] = [variable("i"), variable("j"), size("n"), size("m"), integer(1)];
const [overN, overM] = [upTo("i", n), upTo("j", m)];
const butOne = range("i", integer(0), subtract(n, one));
const fromEnd = (index: Expression, length = n) => subtract(subtract(length, one), index);
const at = (array: string) => (index: Expression) => element(array, index);
const [x, y, w] = [at("x"), at("y"), at("w")];
const a = (row: Expression, column: Expression) => element("a", row, column);
const b = (row: Expression, column: Expression) => element("b", row, column);
const result = (expression: Expression): Block => block([], expression);

const around = (steps: number) => modulo(add(i, integer(steps)), n);
const [twice, halves] = [multiply(integer(2), i), upTo("i", divide(n, integer(2)))];
const pairs = (item: Expression) => table([halves], result(item));
const falling = fromEnd(i);
const number = (base: number, digit: typeof x, exponent: Expression) =>
  sum([overN], multiply(power(base, exponent), digit(i)));
const numberIn = (grid: typeof a) => sum([overM], multiply(power(2, fromEnd(j, m)), grid(i, j)));
const difference = (base: number, exponent: Expression) =>
  sum([overN], multiply(power(base, exponent), subtract(x(i), y(i))));

const withPad = (expression: Expression) =>
  block([define("padded", pad("w", [1], [0]))], expression);

/** Lines x and y of n bits, w of n digits, r of n reals, squares a and b of n by m bits. */
const inputs: Program["inputs"] = [
  ...["x", "y"].map((name) => bits(name, "n")),
  { name: "w", shape: ["n"], domain: { kind: "integer", low: 0, high: 2 } },
  { name: "r", shape: ["n"], domain: { kind: "real" } },
  ...["a", "b"].map((name) => bits(name, "n", "m")),
];

const cases: Readonly<Record<string, readonly (readonly [Expression | Block, string])[]>> = {
  "sequences are compared as a whole": [
    [all([overN], compare(x(i), "==", y(i))), "int(x == y)"],
    [any([overN], compare(y(i), "!=", x(i))), "int(x != y)"],
    [not(any([overN], truth(xor(x(i), y(i))))), "int(x == y)"],
    [all([overN], compare(x(i), "==", x(fromEnd(i)))), "int(x == x[::-1])"],
    [all([butOne], compare(x(add(i, one)), "==", y(i))), "int(x[1:] == y[:-1])"],
    [all([overN, overM], compare(a(i, j), "==", b(i, j))), "int(a == b)"],
    [
      all([overN, overM], compare(a(i, j), "==", a(i, fromEnd(j, m)))),
      "int(all(row == row[::-1] for row in a))",
    ],
    [all([overN, overM], compare(a(i, j), "==", a(fromEnd(i), j))), "int(a == a[::-1])"],
    [
      table([overN], result(bit(all([overM], compare(a(i, j), "==", b(i, j)))))),
      "[int(a_row == b_row) for a_row, b_row in zip(a, b)]",
    ],
    [
      table([overM], result(bit(all([overN], compare(a(i, j), "==", x(i)))))),
      "[int(all(p == q for p, q in zip(column, x))) for column in zip(*a)]",
    ],
  ],
  "no item is above the one that comes to its place": [
    [not(any([overN], truth(and(x(i), not(x(fromEnd(i))))))), "int(x == x[::-1])"],
    [all([overN], compare(w(fromEnd(i)), "<=", w(i))), "int(w == w[::-1])"],
    [
      all([overN], compare(w(i), "<", w(fromEnd(i)))),
      "int(all(a < b for a, b in zip(w, reversed(w))))",
    ],
    [any([overN], truth(and(x(i), not(y(i))))), "int(any(a > b for a, b in zip(x, y)))"],
  ],
  "numbers are compared as lists of their digits": [
    [compare(number(2, x, falling), ">", number(2, y, falling)), "int(x > y)"],
    [compare(subtract(number(2, y, i), number(2, x, i)), ">=", one), "int(y[::-1] > x[::-1])"],
    [compare(number(3, w, falling), "<=", number(3, x, falling)), "int(w <= x)"],
    [compare(difference(2, falling), ">=", integer(0)), "int(x >= y)"],
    [compare(difference(2, falling), "==", integer(0)), "int(x == y)"],
    [compare(difference(2, i), "<=", integer(-1)), "int(x[::-1] < y[::-1])"],
    [sign(difference(2, falling)), "(x > y) - (x < y)"],
    [
      table([overN], result(bit(compare(numberIn(a), "<", numberIn(b))))),
      "[int(a_row < b_row) for a_row, b_row in zip(a, b)]",
    ],
    [
      compare(number(2, w, falling), ">", number(2, x, falling)),
      "int( sum(2**(n - 1 - i) * value for i, value in enumerate(w)) > sum(2**(n - 1 - i) * value for i, value in enumerate(x)) )",
    ],
    [
      compare(difference(2, falling), ">=", integer(2)),
      "int(sum(2**(n - 1 - i) * (x[i] - y[i]) for i in range(n)) >= 2)",
    ],
  ],
  "rings are turned": [
    [table([overN], result(w(around(1)))), "w[1:] + w[:1]"],
    [table([overN], result(w(around(-2)))), "w[-2:] + w[:-2]"],
    [table([overN], result(w(around(3)))), "[w[(i + 3) % n] for i in range(n)]"],
    [table([overN, overM], result(a(around(1), j))), "[list(row) for row in a[1:] + a[:1]]"],
    [all([overN], compare(w(i), "==", w(around(1)))), "int(w == w[1:] + w[:1])"],
    [all([overN], compare(w(i), "<=", w(around(-1)))), "int(w == w[-1:] + w[:-1])"],
    [argmin(overN, w(around(1))), "(w[1:] + w[:1]).index(min(w))"],
  ],
  "strides are slices": [
    [
      pairs(choose(compare(w(twice), ">", w(add(twice, one))), w(twice), w(add(twice, one)))),
      "[max(a, b) for a, b in zip(w[::2], w[1::2])]",
    ],
    [pairs(w(add(twice, one))), "w[1::2]"],
    [pairs(w(twice)), "[w[2 * i] for i in range(len(w) // 2)]"],
    [
      sum([halves], multiply(w(add(twice, one)), i)),
      "sum(w[2 * i + 1] * i for i in range(len(w) // 2))",
    ],
    [
      all([halves], compare(w(add(twice, one)), "==", integer(1))),
      "int(all(value == 1 for value in w[1::2]))",
    ],
    [
      sum(
        [upTo("i", divide(n, integer(3)))],
        add(w(multiply(integer(3), i)), w(add(multiply(integer(3), i), integer(2)))),
      ),
      "sum(a + b for a, b in zip(w[::3], w[2::3]))",
    ],
  ],
  "what is padded and read once has no name": [
    [withPad(table([overN], result(element("padded", i)))), "[0, *w][:-1]"],
    [
      withPad(table([overN], result(subtract(element("padded", i), w(i))))),
      "[a - b for a, b in zip([0, *w], w)]",
    ],
    [
      withPad(
        table([overN], result(subtract(element("padded", i), element("padded", add(i, one))))),
      ),
      "[a - b for a, b in zip(padded, padded[1:])]",
    ],
    [
      withPad(
        table(
          [overN],
          result(sum([range("k", integer(0), add(i, one))], element("padded", variable("k")))),
        ),
      ),
      "[sum(padded[: i + 1]) for i in range(len(w))]",
    ],
    [
      block(
        [define("padded", pad("w", [4], [0])), define("more", pad("padded", [1], [1]))],
        table([overN], result(element("more", i))),
      ),
      "[0, *([0] * 4 + [*w]), 0][:-6]",
    ],
  ],
  "integers that are one apart": [
    [
      compare(sum([overN], w(i)), ">=", add(divide(n, integer(2)), one)),
      "int(sum(w) > len(w) // 2)",
    ],
    [compare(sum([overN], w(i)), "<=", subtract(n, one)), "int(sum(w) < len(w))"],
    [compare(add(sum([overN], w(i)), one), "<=", n), "int(sum(w) < len(w))"],
    [compare(subtract(sum([overN], w(i)), one), ">=", n), "int(sum(w) > len(w))"],
    [compare(sum([overN], w(i)), ">=", one), "int(sum(w) >= 1)"],
    [
      any([overN], compare(element("r", i), ">=", add(w(i), one))),
      "int(any(b >= a + 1 for a, b in zip(w, r)))",
    ],
  ],
  "two moved against each other": [
    [table([butOne], result(subtract(w(add(i, one)), w(i)))), "[b - a for a, b in zip(w, w[1:])]"],
  ],
  "whether a number is odd is what is left of it": [
    [compare(modulo(sum([overN], x(i)), integer(2)), "==", one), "sum(x) % 2"],
    [not(compare(modulo(sum([overN], x(i)), integer(2)), "==", one)), "int(sum(x) % 2 != 1)"],
    [
      sum([overN], bit(compare(modulo(w(i), integer(2)), "==", one))),
      "sum(value % 2 for value in w)",
    ],
    [
      table([overN], result(add(w(i), bit(compare(modulo(w(i), integer(2)), "==", one))))),
      "[value + value % 2 for value in w]",
    ],
    [compare(modulo(sum([overN], w(i)), integer(3)), "==", one), "int(sum(w) % 3 == 1)"],
  ],
  "neighbours in order": [
    [all([butOne], compare(w(i), "<=", w(add(i, one)))), "int(w == sorted(w))"],
    [any([butOne], truth(and(x(i), not(x(add(i, one)))))), "int(x != sorted(x))"],
    [all([butOne], compare(w(add(i, one)), "<=", w(i))), "int(w[::-1] == sorted(w))"],
    [
      all([range("i", integer(0), subtract(n, integer(2)))], compare(w(i), "<=", w(add(i, one)))),
      "int(all(w[i] <= w[i + 1] for i in range(len(w) - 2)))",
    ],
    [
      sum([overM], bit(all([butOne], compare(a(i, j), "<=", a(add(i, one), j))))),
      "sum(all(p[j] <= q[j] for p, q in zip(a, a[1:])) for j in range(len(a[0])))",
    ],
  ],
};

const programs = Object.values(cases).flatMap((pairs) =>
  pairs.map(([body, text]) => ({ text, program: programOf(body) })),
);

for (const [name, pairs] of Object.entries(cases)) {
  test(name, () => {
    for (const [body, text] of pairs) expect(returned(programOf(body))).toBe(text);
  });
}

test("printed sequences give what evaluate gives, at all small sizes", () => {
  const samples = programs.map(({ program }, k) => drawn(program, new Random(k)));
  const jobs = programs.map(({ program }, k) => ({
    source: printPython(program),
    name: program.name,
    calls: samples[k]!.map((each) => each.map(plain)),
  }));
  runPython(jobs).forEach((json, k) => {
    const { program, text } = programs[k]!;
    const expected = samples[k]!.map((each) => plain(evaluate(program, each)));
    expect(JSON.parse(json), text).toEqual(expected);
    expect(new Set(expected.map((each) => JSON.stringify(each))).size, text).toBeGreaterThan(1);
  });
});

function programOf(body: Expression | Block): Program {
  const used = inputs.filter(({ name }) => JSON.stringify(body).includes(`"array":"${name}"`));
  return { name: "f", inputs: used, body: "result" in body ? body : block([], body) };
}

/** What the last line of a program returns. */
function returned(program: Program): string {
  const lines = printPython(program).split('"""\n').at(-1)!;
  const start = lines.indexOf("return ");
  return lines
    .slice(start + "return ".length)
    .replace(/\s*\n\s*/g, " ")
    .trim();
}

/** Inputs of each small size; many have values that are alike, in order, or the same backwards. */
function drawn(
  { inputs: given, body }: Program,
  random: Random,
): readonly (readonly ArrayValue[])[] {
  // Neither an extreme nor a column is there without any row.
  const hasExtreme = JSON.stringify(body).includes('"argmin"');
  const isGrid = given.some(({ shape }) => shape.length > 1);
  return Array.from({ length: 80 }, () => {
    const rows = isGrid || hasExtreme ? 1 + random.below(4) : random.below(7);
    const columns = 1 + random.below(3);
    const kind = random.below(5);
    let former: readonly number[] = [];
    return given.map(({ shape, domain }): ArrayValue => {
      const lengths = shape.map((length) => (length === "n" ? rows : columns));
      const [limit, scale] =
        domain.kind === "real" ? [6, 2] : [domain.kind === "integer" ? 3 : 2, 1];
      const values = Array.from({ length: sizeOf(lengths) }, () => random.below(limit) / scale);
      if (kind === 0) values.fill(random.below(limit));
      if (kind === 1) values.sort((p, q) => p - q);
      if (kind === 2) values.sort((p, q) => q - p);
      if (kind === 3) values.splice(0, former.length, ...former);
      for (let k = 0; kind === 4 && k < values.length; k++)
        values[values.length - 1 - k] = values[k]!;
      former = values;
      return { shape: lengths, data: Float64Array.from(values) };
    });
  });
}

function plain(value: number | ArrayValue) {
  return typeof value === "number" ? value : nest(value.data, value.shape);
}
