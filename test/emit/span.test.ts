import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  constant,
  larger,
  multiply,
  type Polynomial,
  symbol,
} from "../../src/emit/polynomial.ts";
import { highest, lowest, sizesUpTo } from "../../src/emit/sizes.ts";
import { between, type Whole } from "../../src/emit/span.ts";
import { inputSpans, spanOf } from "../../src/emit/span-of.ts";
import {
  divide,
  element,
  integer,
  modulo,
  add as plus,
  power,
  range,
  size,
  subtract,
  sum,
  multiply as times,
  variable,
} from "../../src/program/build.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { bits, upTo } from "./examples.ts";

const [n, m] = [symbol("n"), symbol("m")];
const program = (...shape: readonly (string | number)[]): Program => ({
  name: "f",
  inputs: [
    bits("x", ...shape),
    { name: "s", shape: [], domain: { kind: "integer", low: -5, high: 9 } },
  ],
  body: { lets: [], result: integer(0) },
});

describe("polynomials of sizes", () => {
  test("are added and multiplied", () => {
    const square = multiply(add(n, constant(-1n)), add(n, constant(1n)));
    expect([...square]).toEqual([
      ["n*n", 1n],
      ["", -1n],
    ]);
    expect([...larger(n, constant(3n))]).toEqual([
      ["n", 1n],
      ["", 3n],
    ]);
  });

  test("have bounds under limits of the sizes; an array has at most 2^40 elements", () => {
    const sizes = sizesUpTo(1n << 30n, program("n", "m"));
    expect(highest(add(multiply(constant(3n), n), constant(-1n)), sizes)).toBe(3n * 2n ** 30n - 1n);
    expect(highest(multiply(n, m), sizes)).toBe(2n ** 40n);
    expect(highest(multiply(n, n), sizes)).toBe(2n ** 60n);
    expect(lowest(add(n, constant(-1n)), sizes)).toBe(-1n);
    expect(lowest(add(n, constant(-1n)), sizes, 1n)).toBe(0n);
  });
});

describe("spans", () => {
  const shown = (polynomial: Polynomial | undefined) => polynomial && [...polynomial];
  const span = (expression: Expression, shape: readonly (string | number)[] = ["n"]) => {
    const whole = program(...shape);
    const sizes = sizesUpTo(1n << 40n, whole);
    const spans = new Map(inputSpans(whole, 2 ** 31 - 1));
    for (const [name, to] of [
      ["i", "n"],
      ["j", "n"],
    ] as const) {
      const last = add(symbol(to), constant(-1n));
      spans.set(name, { kind: "integer", low: constant(0n), high: last });
    }
    const { low, high } = spanOf(expression, spans, { sizes }) as Whole;
    return [shown(low), shown(high)];
  };
  const [i, j, s] = [variable("i"), variable("j"), variable("s")];

  test("of counts are lengths", () => {
    expect(span(sum([upTo("k", size("n"))], element("x", variable("k"))))).toEqual([
      [],
      [["n", 1n]],
    ]);
    expect(span(sum([range("k", integer(-1), integer(2))], element("x", i)))).toEqual([
      [],
      [["", 3n]],
    ]);
  });

  test("of places on a line are never below 0 where lengths cancel", () => {
    expect(span(subtract(subtract(size("n"), integer(1)), i))[0]).toEqual([]);
    expect(span(subtract(i, j))).toEqual([
      [
        ["n", -1n],
        ["", 1n],
      ],
      [
        ["n", 1n],
        ["", -1n],
      ],
    ]);
  });

  test("of remainders end below the divisor", () => {
    expect(span(modulo(s, size("n")))).toEqual([
      [],
      [
        ["n", 1n],
        ["", -1n],
      ],
    ]);
    expect(span(modulo(s, integer(3)))).toEqual([[], [["", 2n]]]);
  });

  test("of powers depend on the largest exponent; sums of powers are less than twice the last", () => {
    expect(span(power(2, modulo(s, integer(5))))).toEqual([[["", 1n]], [["", 16n]]]);
    expect(span(sum([upTo("k", integer(6))], power(2, variable("k"))))).toEqual([[], [["", 63n]]]);
    expect(span(power(2, i))).toEqual([[["", 1n]], undefined]);
  });

  test("hold for every value, on random expressions", () => {
    const leaf = fc.oneof(
      fc.integer({ min: -4, max: 4 }).map(integer),
      fc.constant(s),
      fc.constant(size("n")),
    );
    const random = fc.letrec<{ e: Expression }>((tie) => ({
      e: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        leaf,
        fc.tuple(tie("e"), tie("e")).map(([a, b]) => plus(a, b)),
        fc.tuple(tie("e"), tie("e")).map(([a, b]) => subtract(a, b)),
        fc.tuple(tie("e"), tie("e")).map(([a, b]) => times(a, b)),
        fc.tuple(tie("e"), fc.integer({ min: 1, max: 4 })).map(([a, b]) => modulo(a, integer(b))),
        fc.tuple(tie("e"), fc.integer({ min: 1, max: 4 })).map(([a, b]) => divide(a, integer(b))),
        tie("e").map((a) => sum([upTo("k", size("n"))], plus(a, variable("k")))),
      ),
    })).e;
    fc.assert(
      fc.property(
        random,
        fc.integer({ min: -5, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
        (body, value, length) => {
          fc.pre(JSON.stringify(body).split('"sum"').length < 3);
          const whole = { ...program("n"), body: { lets: [], result: body } };
          const spans = inputSpans(whole, 2 ** 31 - 1);
          const found = evaluate(whole, [
            { shape: [length], data: new Float64Array(length) },
            { shape: [], data: Float64Array.of(value) },
          ]) as number;
          const sizes = sizesUpTo(4n, whole);
          const { low, high } = spanOf(body, spans, { sizes }) as Whole;
          expect(lowest(low!, sizes)).toBeLessThanOrEqual(BigInt(found));
          expect(highest(high!, sizes)).toBeGreaterThanOrEqual(BigInt(found));
        },
      ),
      { seed: 5, numRuns: 400 },
    );
  });

  test("of constants are themselves", () => {
    expect(shown(between(-3, 4).low)).toEqual([["", -3n]]);
  });
});
