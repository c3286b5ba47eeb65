import { describe, expect, it } from "vitest";
import {
  add,
  and,
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  divide,
  element,
  integer,
  list,
  max,
  member,
  modulo,
  multiply,
  not,
  number,
  pad,
  power,
  range,
  sign,
  size,
  softmax,
  subtract,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import { partsOf } from "../../src/program/parts.ts";
import type { Expression } from "../../src/program/program.ts";
import { rebuild, rebuildBlock } from "../../src/program/rebuild.ts";

const [a, b] = [variable("a"), variable("b")];
const over = range("i", a, b);

/** One of each kind, made of `a` and `b`. */
const examples: readonly Expression[] = [
  integer(3),
  number(0.5),
  size("n"),
  variable("a"),
  pad("x", [1], [1]),
  element("x", a, b),
  add(a, b, a),
  subtract(a, b),
  multiply(a, b),
  modulo(a, b),
  divide(a, b),
  compare(a, "<", b),
  power(2, a),
  member(a, [1, 2]),
  and(a, b),
  not(a),
  sign(a),
  bit(a),
  truth(a),
  choose(a, b, a),
  sum([over, range("j", b, a)], b),
  max([over], b),
  argmax(over, b),
  table([over], block([define("c", a)], b)),
  list([a, b]),
  softmax(a),
];

describe("rebuild", () => {
  it.each(examples.map((expression) => [expression.kind, expression] as const))(
    "hands over the parts of %s, in order, and puts what it gets in their place",
    (_, expression) => {
      const seen: Expression[] = [];
      const other = rebuild(expression, {
        expression: (part) => {
          seen.push(part);
          return add(part, integer(1));
        },
      });
      expect(seen).toEqual(partsOf(expression));
      expect(partsOf(other)).toEqual(seen.map((part) => add(part, integer(1))));
      expect(other.kind).toBe(expression.kind);
    },
  );

  it.each(examples.map((expression) => [expression.kind, expression] as const))(
    "changes nothing where nothing is to change: %s",
    (_, expression) => {
      expect(rebuild(expression, { expression: (part) => part })).toEqual(expression);
    },
  );

  it("hands over the block of a table as a whole, if asked", () => {
    const other = rebuild(table([over], block([], a)), {
      expression: (part) => (part === a ? b : a),
      block: ({ result }) => block([define("c", result)], variable("c")),
    });
    expect(other).toEqual(table([range("i", b, a)], block([define("c", a)], variable("c"))));
  });

  it("keeps the origin of a block", () => {
    const origin = { layer: 1, neurons: [4] };
    const other = rebuildBlock(block([define("c", a, origin)], a, origin), () => b);
    expect(other).toEqual(block([define("c", b, origin)], b, origin));
  });
});
