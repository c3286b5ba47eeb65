import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayExtremes } from "../../../src/condense/passes/extremes.ts";
import {
  add,
  all,
  and,
  any,
  argmax,
  argmin,
  bit,
  block,
  compare,
  element,
  integer,
  multiply,
  not,
  or,
  range,
  sign,
  size,
  subtract,
  sum,
  table,
  variable,
} from "../../../src/program/build.ts";
import { check } from "../../../src/program/check.ts";
import { evaluate, type Value } from "../../../src/program/evaluate.ts";
import type { Comparison, Expression, Program, Range } from "../../../src/program/program.ts";

const place = variable("loop 0");
const places = range("loop 0", integer(0), size("n"));
const at = (index: Expression): Expression => element("x", index);
const here = at(place);

/** Other places, all of them or those on one side, under a name of their own. */
const everywhere = (name: string): Range => range(name, integer(0), size("n"));
const earlier = (name: string): Range => range(name, integer(0), place);
const later = (name: string): Range => range(name, add(place, integer(1)), size("n"));

const programOf = (result: Expression): Program => ({
  name: "f",
  inputs: [{ name: "x", shape: ["n"], domain: { kind: "integer", low: -2, high: 2 } }],
  body: block([], result),
});

/** Is the value here in this relation to those of all others in a range? */
const beats = (over: Range, operator: Comparison): Expression =>
  all([over], compare(here, operator, at(variable(over.variable))));
/** How often is it? */
const wins = (over: Range, operator: Comparison): Expression =>
  sum([over], bit(compare(here, operator, at(variable(over.variable)))));

const found = (key: Expression): Program => sayExtremes(programOf(argmax(places, key)));
const marked = (condition: Expression): Program =>
  sayExtremes(programOf(table([places], block([], bit(condition)))));

const winner = (first: Comparison, second: Comparison): Expression =>
  and(beats(earlier("step 1"), first), beats(later("step 2"), second));

describe("the place that beats all others", () => {
  it("is that of the first largest, where it beats those before and equals those after", () => {
    const { result } = found(bit(winner(">", ">="))).body;
    expect(result).toEqual(argmax(places, here));
  });

  it("is that of the last largest, where it equals those before and beats those after", () => {
    const last = subtract(size("n"), integer(1));
    const { result } = found(bit(winner(">=", ">"))).body;
    expect(result).toEqual(subtract(last, argmax(places, at(subtract(last, place)))));
  });

  it("is that of the smallest, where it is below them", () => {
    expect(found(bit(winner("<", "<="))).body.result).toEqual(argmin(places, here));
  });

  it("is left as it is where equal values beat each other nowhere", () => {
    const key = bit(winner(">", ">"));
    expect(found(key).body.result).toEqual(argmax(places, key));
    const condition = winner("<", "<");
    expect(marked(condition)).toEqual(programOf(table([places], block([], bit(condition)))));
  });

  it("is left as it is where it is above some and below others", () => {
    const key = bit(winner(">", "<="));
    expect(found(key).body.result).toEqual(argmax(places, key));
  });
});

it("a place that is not below any other one is that of a largest value", () => {
  const { result } = marked(beats(everywhere("step 1"), ">=")).body;
  expect(result).toMatchObject({
    kind: "table",
    body: { result: { kind: "bit", operand: { kind: "compare", right: { kind: "max" } } } },
  });
});

describe("the place with the most wins", () => {
  it.each<[string, Expression, Expression]>([
    ["over all", wins(everywhere("step 1"), ">"), argmax(places, here)],
    [
      "signs of differences",
      sum([everywhere("step 1")], sign(subtract(here, at(variable("step 1"))))),
      argmax(places, here),
    ],
    [
      "twice over all, less a constant",
      subtract(multiply(integer(2), wins(everywhere("step 1"), ">")), integer(3)),
      argmax(places, here),
    ],
    ["over those below", wins(everywhere("step 1"), "<"), argmin(places, here)],
    [
      "over those before, and no defeats after",
      add(wins(earlier("step 1"), ">"), wins(later("step 2"), ">=")),
      argmax(places, here),
    ],
  ])("is that of the largest: %s", (_, key, expected) => {
    expect(found(key).body.result).toEqual(expected);
  });

  it("is no extreme where wins before and after count differently", () => {
    const key = add(multiply(integer(2), wins(earlier("step 1"), ">")), wins(later("step 2"), ">"));
    expect(found(key).body.result).toEqual(argmax(places, key));
  });
});

const operators = fc.constantFrom<Comparison>("<", "<=", ">", ">=");
const relations = fc
  .tuple(fc.constantFrom(everywhere, earlier, later), operators, fc.boolean(), fc.boolean())
  .map(([over, operator, isAny, isTurned]) => (name: string): Expression => {
    const other = at(variable(name));
    const body = isTurned ? compare(other, operator, here) : compare(here, operator, other);
    return isAny ? not(any([over(name)], body)) : all([over(name)], body);
  });
const conditions = fc
  .tuple(relations, relations, fc.constantFrom("one", "both", "neither"))
  .map(([first, second, how]) => {
    if (how === "one") return first("step 1");
    const parts = [first("step 1"), second("step 2")] as const;
    return how === "both" ? and(...parts) : not(or(not(parts[0]), not(parts[1])));
  });
const counts = fc
  .tuple(
    fc.constantFrom(everywhere, earlier, later),
    operators,
    fc.constantFrom(1, 1, 2, -1),
    fc.constantFrom("bit", "sign"),
  )
  .map(([over, operator, weight, how]) => (name: string): Expression => {
    const other = at(variable(name));
    const body = how === "bit" ? bit(compare(here, operator, other)) : sign(subtract(here, other));
    return multiply(integer(weight), sum([over(name)], body));
  });
const keys = fc.oneof(
  conditions.map(bit),
  fc.tuple(counts, counts).map(([a, b]) => add(a("step 1"), b("step 2"))),
  fc.tuple(counts, counts).map(([a, b]) => subtract(a("step 1"), b("step 2"))),
  fc.tuple(counts, counts).map(([a, b]) => add(a("step 1"), b("step 2"), place)),
  counts.map((a) => a("step 1")),
);

/** All arrays of up to four numbers out of three, so that there are ties of every kind. */
const arrays = [1, 2, 3, 4].flatMap((length) =>
  Array.from({ length: 3 ** length }, (_, row) =>
    Array.from({ length }, (_, k) => (Math.floor(row / 3 ** k) % 3) - 1),
  ),
);

function expectSame(program: Program): boolean {
  const other = sayExtremes(program);
  check(other);
  for (const x of arrays) expect(outputs(other, x), JSON.stringify(x)).toEqual(outputs(program, x));
  return JSON.stringify(other) !== JSON.stringify(program);
}

function outputs(program: Program, x: readonly number[]): Value {
  return evaluate(program, [{ shape: [x.length], data: Float64Array.from(x) }]);
}

describe("a program means the same before and after, ties included", () => {
  it("where a place is looked for", () => {
    let nSaid = 0;
    fc.assert(
      fc.property(keys, fc.constantFrom(argmax, argmin), (key, find) => {
        if (expectSame(programOf(find(places, key)))) nSaid += 1;
      }),
      { seed: 101, numRuns: 500 },
    );
    expect(nSaid).toBeGreaterThan(50);
  });

  it("where places are marked", () => {
    let nSaid = 0;
    fc.assert(
      fc.property(conditions, (condition) => {
        if (expectSame(programOf(table([places], block([], bit(condition)))))) nSaid += 1;
      }),
      { seed: 102, numRuns: 300 },
    );
    expect(nSaid).toBeGreaterThan(20);
  });
});
