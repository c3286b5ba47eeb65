import { expect, test } from "vitest";
import { printExpression } from "../../src/emit/python.ts";
import {
  add,
  and,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  member,
  modulo,
  multiply,
  not,
  or,
  range,
  size,
  subtract,
  sum,
  table,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { bits, upTo } from "./examples.ts";

const [a, b, c, i, n] = [variable("a"), variable("b"), variable("c"), variable("i"), size("n")];
const [one, two, three] = [integer(1), integer(2), integer(3)];
const [p, q, r] = [compare(a, "<", one), compare(b, ">=", two), compare(c, "==", three)];

/** Bits a, b and c, an array x on a ring that i runs over, and a truth named t. */
const program: Program = {
  name: "f",
  inputs: [bits("x", "n"), bits("a"), bits("b"), bits("c")],
  body: block([define("t", p)], table([upTo("i", n)], block([], element("x", i)))),
};

const cases: Readonly<Record<string, readonly (readonly [Expression, string])[]>> = {
  arithmetic: [
    [add(a, multiply(two, b)), "a + 2 * b"],
    [multiply(add(a, two), b), "(a + 2) * b"],
    [multiply(a, multiply(b, c)), "a * (b * c)"],
    [modulo(add(a, one), n), "(a + 1) % n"],
    [modulo(multiply(a, b), n), "a * b % n"],
    [multiply(a, modulo(b, n)), "a * (b % n)"],
    [modulo(a, modulo(b, n)), "a % (b % n)"],
    [multiply(integer(-1), add(a, b)), "-(a + b)"],
    [multiply(a, integer(-2)), "a * -2"],
  ],
  signs: [
    [add(a, integer(-1)), "a - 1"],
    [add(integer(-1), a), "a - 1"],
    [subtract(a, integer(-1)), "a + 1"],
    [add(a, multiply(integer(-1), b)), "a - b"],
    [add(multiply(integer(-2), a), multiply(three, b)), "3 * b - 2 * a"],
    [add(multiply(integer(-2), a), integer(-1)), "-2 * a - 1"],
    [add(multiply(integer(-1), a), integer(-1)), "-a - 1"],
    [subtract(a, add(b, c)), "a - (b + c)"],
    [subtract(subtract(a, b), c), "a - b - c"],
    [add(a, subtract(b, c)), "a + b - c"],
    [add(a), "a"],
    [add(), "0"],
  ],
  "logic on bits": [
    [xor(a, or(b, c)), "a ^ (b | c)"],
    [or(xor(a, b), c), "(a ^ b) | c"],
    [or(and(a, b), and(b, c)), "(a & b) | (b & c)"],
    [and(or(a, b), c), "(a | b) & c"],
    [and(a, and(b, c)), "a & b & c"],
    [add(and(a, b), c), "(a & b) + c"],
    [and(not(a), b), "~a & b"],
    [and(not(or(a, b)), c), "~(a | b) & c"],
    [and(not(a), not(b)), "1 - (a | b)"],
    [or(not(a), not(b)), "1 - (a & b)"],
    [or(not(a), b), "(1 - a) | b"],
    [xor(not(a), b), "a ^ b ^ 1"],
    [xor(not(a), not(b)), "a ^ b"],
    [not(not(a)), "a"],
    [multiply(not(a), b), "(1 - a) * b"],
  ],
  "logic on truths": [
    [or(and(p, q), r), "a < 1 and b >= 2 or c == 3"],
    [and(or(p, q), r), "(a < 1 or b >= 2) and c == 3"],
    [not(p), "a >= 1"],
    [not(and(p, q)), "not (a < 1 and b >= 2)"],
    [and(not(or(p, q)), r), "not (a < 1 or b >= 2) and c == 3"],
    [xor(p, q), "(a < 1) != (b >= 2)"],
    [xor(p, q, r), "((a < 1) != (b >= 2)) != (c == 3)"],
    [xor(variable("t"), not(variable("t"))), "t != (not t)"],
    [and(variable("t"), variable("t")), "t and t"],
    [and(compare(one, "<=", a), compare(a, "<=", three)), "1 <= a <= 3"],
    [and(compare(a, "<", three), compare(a, ">=", one)), "1 <= a < 3"],
    [and(compare(a, ">=", three), compare(b, "<=", three)), "a >= 3 and b <= 3"],
    [or(p, and(compare(one, "<", a), compare(a, "<", b))), "a < 1 or 1 < a < b"],
  ],
  "truths and bits": [
    [bit(p), "int(a < 1)"],
    [bit(truth(a)), "a"],
    [truth(bit(p)), "a < 1"],
    [and(truth(a), p), "a and a < 1"],
    [not(truth(a)), "not a"],
    [truth(not(a)), "not a"],
    [bit(not(truth(a))), "1 - a"],
    [not(bit(p)), "int(a >= 1)"],
    [compare(and(a, b), "==", one), "a & b == 1"],
    [compare(bit(p), "==", one), "int(a < 1) == 1"],
  ],
  membership: [
    [member(add(a, b), [2, 3]), "a + b in (2, 3)"],
    [not(member(a, [2, 3])), "a not in (2, 3)"],
    [member(a, [2]), "a == 2"],
    [not(member(a, [-2])), "a != -2"],
    [member(a, []), "a in ()"],
  ],
  choices: [
    [choose(p, a, b), "a if a < 1 else b"],
    [choose(p, a, choose(q, b, c)), "a if a < 1 else b if b >= 2 else c"],
    [choose(p, choose(q, a, b), c), "(a if b >= 2 else b) if a < 1 else c"],
    [add(choose(p, a, b), one), "(a if a < 1 else b) + 1"],
    [choose(truth(a), list([one]), list([two])), "[1] if a else [2]"],
  ],
  elements: [
    [element("x", modulo(subtract(i, one), n)), "x[i - 1]"],
    [element("x", modulo(add(integer(-1), i), n)), "x[i - 1]"],
    [element("x", modulo(subtract(i, two), n)), "x[(i - 2) % n]"],
    [element("x", modulo(subtract(a, one), n)), "x[(a - 1) % n]"],
    [element("x", modulo(subtract(i, one), three)), "x[(i - 1) % 3]"],
    [element("x", choose(p, i, a)), "x[i if a < 1 else a]"],
  ],
  sums: [
    [
      sum([range("k", integer(-1), two)], element("x", variable("k"))),
      "sum(x[k] for k in (-1, 0, 1))",
    ],
    [sum([range("k", integer(-2), three)], variable("k")), "sum(range(-2, 3))"],
    [sum([range("k", two, three)], variable("k")), "sum((2,))"],
    [
      sum([upTo("k", n), upTo("l", variable("k"))], bit(p)),
      "sum(a < 1 for k in range(n) for l in range(k))",
    ],
    [sum([upTo("k", n)], bit(p)), "sum(a < 1 for k in range(n))"],
    [sum([], bit(p)), "int(a < 1)"],
  ],
};

for (const [name, pairs] of Object.entries(cases)) {
  test(name, () => {
    for (const [expression, text] of pairs) expect(printExpression(expression, program)).toBe(text);
  });
}
