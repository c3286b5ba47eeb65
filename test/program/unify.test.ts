import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  divide,
  element,
  integer,
  multiply,
  not,
  size,
  variable,
} from "../../src/program/build.ts";
import type { Expression, Program, Size } from "../../src/program/program.ts";
import { Parting, unify } from "../../src/program/unify.ts";

const program = (shape: readonly Size[], result: Expression): Program => ({
  name: "f",
  inputs: [{ name: "x", shape, domain: { kind: "binary" } }],
  body: { lets: [], result },
});

const total = (length: Expression): Expression => ({
  kind: "sum",
  ranges: [{ variable: "i", from: integer(0), to: length }],
  body: element("x", variable("i")),
});

const atLeast = (count: number): Program =>
  program(["n"], compare(total(size("n")), ">=", integer(count)));

const unified = (...sized: readonly (readonly [Program, number])[]): Program =>
  unify(sized.map(([each, length]) => ({ program: each, lengths: [[length]] })));

describe("unify", () => {
  it("says a constant as half of the length and one", () => {
    expect(unified([atLeast(3), 5], [atLeast(4), 7], [atLeast(5), 8])).toEqual(
      program(
        ["n"],
        compare(total(size("n")), ">=", add(divide(size("n"), integer(2)), integer(1))),
      ),
    );
  });

  it("says a constant as the number of pairs of places, ordered or not", () => {
    const places = size("n");
    const ordered = multiply(places, add(places, integer(-1)));
    expect(unified([atLeast(12), 4], [atLeast(30), 6], [atLeast(72), 9])).toEqual(
      program(["n"], compare(total(size("n")), ">=", ordered)),
    );
    expect(unified([atLeast(7), 4], [atLeast(16), 6], [atLeast(37), 9])).toEqual(
      program(["n"], compare(total(size("n")), ">=", add(divide(ordered, integer(2)), integer(1)))),
    );
  });

  it("leaves a constant that is the same at all sizes", () => {
    expect(unified([atLeast(3), 5], [atLeast(3), 7])).toEqual(atLeast(3));
  });

  it("makes a symbol of lengths that are numbers, and finds the last place", () => {
    const last = (length: number) => program([length], element("x", integer(length - 1)));
    expect(unified([last(4), 4], [last(6), 6])).toEqual(
      program(["n"], element("x", add(size("n"), integer(-1)))),
    );
  });

  it("takes lengths that change alike for one, and others for two", () => {
    const square = (rows: number, columns: number): Program => program([rows, columns], integer(0));
    const shapeOf = (...sizes: readonly (readonly [number, number])[]) =>
      unify(sizes.map(([n, m]) => ({ program: square(n, m), lengths: [[n, m]] }))).inputs[0]!.shape;
    expect(shapeOf([4, 4], [6, 6])).toEqual(["n", "n"]);
    expect(shapeOf([4, 5], [6, 7])).toEqual(["n", "m"]);
    expect(shapeOf([4, 3], [6, 3])).toEqual(["n", 3]);
  });

  it("takes no symbol that a program has for something else", () => {
    const last = (length: number): Program => ({
      ...program([length], add(variable("n"), variable("m"))),
      body: {
        lets: [{ name: "n", value: element("x", integer(length - 1)) }],
        result: {
          kind: "sum",
          ranges: [{ variable: "m", from: integer(0), to: integer(length) }],
          body: add(element("x", variable("m")), variable("n")),
        },
      },
    });
    const { inputs, body } = unified([last(4), 4], [last(6), 6]);
    expect(inputs[0]!.shape).toEqual(["p"]);
    expect(body.lets[0]!.value).toEqual(element("x", add(size("p"), integer(-1))));
  });

  it("refuses programs of different forms, and constants that follow no simple law", () => {
    const one = program(["n"], element("x", integer(0)));
    const other = program(["n"], not(element("x", integer(0))));
    expect(() => unified([one, 4], [other, 5])).toThrow(Parting);
    expect(() => unified([atLeast(1), 4], [atLeast(9), 5], [atLeast(2), 6])).toThrow(Parting);
  });

  it("says which expressions differ, size by size", () => {
    const parting = (run: () => unknown): Parting => {
      try {
        run();
      } catch (error) {
        if (error instanceof Parting) return error;
      }
      throw new Error("no parting");
    };
    const { forms } = parting(() => unified([atLeast(1), 4], [atLeast(9), 5], [atLeast(2), 6]));
    expect(forms.map(({ expression }) => expression)).toEqual(
      [1, 9, 2].map((count) => atLeast(count).body.result),
    );
    const named = (name: string): Program => ({
      ...atLeast(1),
      body: { lets: [{ name, value: integer(1) }], result: integer(0) },
    });
    const bare = parting(() => unified([named("a"), 4], [atLeast(1), 5]));
    expect([bare.message, bare.forms]).toEqual(["the named values a or no named values", []]);
  });
});
