import { expect, test } from "vitest";
import { printExpression } from "../../src/emit/python.ts";
import {
  add,
  all,
  any,
  argmax,
  argmin,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  max,
  modulo,
  multiply,
  not,
  pad,
  power,
  range,
  size,
  subtract,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { bits, upTo } from "./examples.ts";

const [i, j, n, m] = [variable("i"), variable("j"), size("n"), size("m")];
const [one, two] = [integer(1), integer(2)];

/** Lines x, y and z of n, squares a and b of n by m, 28 bits in `fixed`, four weights. */
const program: Program = {
  name: "f",
  inputs: [
    ...["x", "y", "z"].map((name) => bits(name, "n")),
    ...["a", "b"].map((name) => bits(name, "n", "m")),
    bits("fixed", 28),
    bits("s"),
  ],
  body: block(
    [define("weights", list([one, two, one, two])), define("padded", pad("x", [1], [1]))],
    integer(0),
  ),
};

const overN = upTo("i", n);
const overM = upTo("j", m);
const x = (index: Expression) => element("x", index);
const a = (row: Expression, column: Expression) => element("a", row, column);
const row = (of: Expression) => table([overN], block([], of));

const cases: Readonly<Record<string, readonly (readonly [Expression, string])[]>> = {
  "whole arrays": [
    [sum([overN], x(i)), "sum(x)"],
    [any([overN], truth(x(i))), "any(x)"],
    [all([overN], not(truth(x(i)))), "not any(x)"],
    [not(any([overN], compare(x(i), ">", one))), "all(value <= 1 for value in x)"],
    [max([overN], x(i)), "max(x)"],
    [argmax(overN, x(i)), "x.index(max(x))"],
    [argmin(overN, x(i)), "x.index(min(x))"],
    [sum([overN, overM], a(i, j)), "sum(map(sum, a))"],
    [sum([overM], a(variable("s"), j)), "sum(a[s])"],
    [row(sum([overM], a(i, j))), "[sum(row) for row in a]"],
    [row(argmax(overM, a(i, j))), "[row.index(max(row)) for row in a]"],
    [row(x(i)), "list(x)"],
    [sum([upTo("k", integer(28))], element("fixed", variable("k"))), "sum(fixed)"],
  ],
  items: [
    [sum([overN], bit(compare(x(i), ">", one))), "sum(value > 1 for value in x)"],
    [sum([upTo("k", integer(4))], element("weights", variable("k"))), "sum(weights)"],
    [
      sum([upTo("k", integer(4))], multiply(variable("s"), element("weights", variable("k")))),
      "sum(s * weight for weight in weights)",
    ],
    [
      row(bit(all([upTo("k", n)], compare(x(i), ">=", x(variable("k")))))),
      "[int(all(value >= other for other in x)) for value in x]",
    ],
    [
      table([overN, overM], block([], add(a(i, j), one))),
      "[[value + 1 for value in row] for row in a]",
    ],
    [
      row(sum([overM], multiply(a(i, j), element("b", i, j)))),
      "[sum(p * q for p, q in zip(a_row, b_row)) for a_row, b_row in zip(a, b)]",
    ],
  ],
  columns: [
    [table([overM], block([], sum([overN], a(i, j)))), "[sum(column) for column in zip(*a)]"],
    [table([overM, overN], block([], a(i, j))), "[list(column) for column in zip(*a)]"],
    [
      table([overM], block([], multiply(j, sum([overN], a(i, j))))),
      "[j * sum(row[j] for row in a) for j in range(m)]",
    ],
  ],
  "places beside items": [
    [sum([overN], multiply(power(2, i), x(i))), "sum(2**i * value for i, value in enumerate(x))"],
    [
      sum([overN], add(x(i), x(modulo(add(i, one), n)))),
      "sum(x[i] + x[(i + 1) % n] for i in range(n))",
    ],
    [sum([overN], element("a", i, i)), "sum(a[i][i] for i in range(n))"],
    [sum([overN], i), "sum(range(n))"],
    [argmax(overN, add(x(i), i)), "max(range(n), key=lambda i: x[i] + i)"],
  ],
  "several arrays": [
    [sum([overN], multiply(x(i), element("y", i))), "sum(p * q for p, q in zip(x, y))"],
    [
      all([range("i", integer(0), subtract(n, one))], compare(x(i), "<", x(add(i, one)))),
      "all(p < q for p, q in zip(x, x[1:]))",
    ],
    [
      sum([overN], multiply(x(i), x(subtract(subtract(n, one), i)))),
      "sum(p * q for p, q in zip(x, reversed(x)))",
    ],
    [
      table([range("i", integer(0), subtract(n, one))], block([], add(x(i), x(add(i, one))))),
      "[p + q for p, q in zip(x, x[1:])]",
    ],
  ],
  slices: [
    [sum([range("i", one, n)], x(i)), "sum(x[1:])"],
    [sum([range("i", integer(0), subtract(n, two))], x(i)), "sum(x[:-2])"],
    [row(x(subtract(subtract(n, one), i))), "x[::-1]"],
    [row(sum([upTo("k", i)], x(variable("k")))), "[sum(x[:i]) for i in range(n)]"],
    [
      row(sum([range("k", add(i, one), n)], x(variable("k")))),
      "[sum(x[i + 1 :]) for i in range(n)]",
    ],
    [
      row(sum([upTo("k", integer(3))], element("padded", add(i, variable("k"))))),
      "[sum(padded[i : i + 3]) for i in range(n)]",
    ],
  ],
  "no slices where they might say something else": [
    [
      row(sum([upTo("k", subtract(i, one))], x(variable("k")))),
      "[sum(x[k] for k in range(i - 1)) for i in range(n)]",
    ],
    [
      row(sum([range("k", integer(-1), two)], x(add(i, variable("k"))))),
      "[sum(x[i + k] for k in (-1, 0, 1)) for i in range(n)]",
    ],
    [
      row(
        sum(
          [upTo("k", integer(3))],
          choose(compare(i, "<", variable("s")), x(add(i, variable("k"))), one),
        ),
      ),
      "[sum(x[i + k] if i < s else 1 for k in range(3)) for i in range(n)]",
    ],
  ],
};

for (const [name, pairs] of Object.entries(cases)) {
  test(name, () => {
    for (const [expression, text] of pairs) expect(printExpression(expression, program)).toBe(text);
  });
}
