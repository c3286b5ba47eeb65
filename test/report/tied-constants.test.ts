import { describe, expect, it } from "vitest";
import {
  add,
  bit,
  block,
  compare,
  define,
  element,
  integer,
  list,
  member,
  modulo,
  multiply,
  range,
  size,
  subtract,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import type { Expression, Let, Program } from "../../src/program/program.ts";
import { countListedConstants } from "../../src/report/count-listed-constants.ts";
import { tiedConstants } from "../../src/report/tied-constants.ts";

const [i, j, n] = [variable("i"), variable("j"), size("n")];
const everywhere = range("i", integer(0), n);
const count = sum([everywhere], element("x", i));

describe("tiedConstants", () => {
  it("names what a count over any length is compared with", () => {
    expect(tiedConstants(program(bit(compare(count, ">=", integer(5)))))).toEqual([
      { constant: 5, expression: "sum(x) >= 5" },
    ]);
    expect(tiedConstants(program(bit(member(count, [1, 3, 5]))))).toMatchObject([
      { constant: 3 },
      { constant: 5 },
    ]);
  });

  it("names factors and terms, once each, through names and arrays of counts", () => {
    const counts = table([range("j", integer(0), n)], block([], count));
    const left = multiply(integer(27), element("c", j));
    const right = add(multiply(integer(27), variable("t")), integer(-28));
    const result = table([range("j", integer(0), n)], block([], bit(compare(left, ">", right))));
    const found = tiedConstants(program(result, [define("c", counts), define("t", count)]));
    expect(found.map(({ constant }) => constant)).toEqual([27, -28]);
    expect(found[0]!.expression).toMatch(/^27 \* c\[j\] > 27 \* t - 28$/);
  });

  it("leaves out any, none, exactly one and odd", () => {
    for (const constant of [0, 1]) {
      expect(tiedConstants(program(bit(compare(count, ">", integer(constant)))))).toEqual([]);
    }
    const odd = compare(modulo(count, integer(2)), "==", integer(1));
    expect(tiedConstants(program(bit(odd)))).toEqual([]);
  });

  it("leaves out what is put in terms of the length, or counted in a window", () => {
    const majority = compare(multiply(integer(2), count), ">", n);
    expect(tiedConstants(program(bit(majority)))).toEqual([]);
    const window = sum([range("j", integer(0), integer(3))], element("x", j));
    expect(tiedConstants(program(bit(compare(window, "==", integer(3)))))).toEqual([]);
    const place = compare(element("x", integer(0)), "==", subtract(integer(7), integer(6)));
    expect(tiedConstants(program(bit(place)))).toEqual([]);
  });

  it("names lengths that are numbers", () => {
    const fixed: Program = {
      name: "f",
      inputs: [{ name: "x", shape: [4, 5], domain: { kind: "binary" } }],
      body: block([], element("x", integer(0), integer(0))),
    };
    expect(tiedConstants(fixed)).toEqual([
      { constant: 4, expression: "shape of x" },
      { constant: 5, expression: "shape of x" },
    ]);
  });
});

describe("countListedConstants", () => {
  it("counts the numbers of constant lists, and no other", () => {
    const weights = list([list([integer(3), integer(-1)]), list([integer(0), integer(2)])]);
    const result = list([count, integer(4)]);
    expect(countListedConstants(program(result, [define("w", weights)]))).toBe(4);
    expect(countListedConstants(program(count))).toBe(0);
  });
});

function program(result: Expression, lets: readonly Let[] = []): Program {
  const inputs = [{ name: "x", shape: ["n"], domain: { kind: "binary" } }] as const;
  const made: Program = { name: "f", inputs, body: block(lets, result) };
  check(made);
  return made;
}

describe("lengths of texts", () => {
  it("are tied, the number of values is not", () => {
    const domain = { kind: "one-hot", values: ["a", "b", "c"] } as const;
    const body = { lets: [], result: { kind: "integer", value: 0 } } as const;
    const inputs = [
      { name: "one", shape: [3], domain },
      { name: "many", shape: [4, 3], domain },
    ];
    expect(tiedConstants({ name: "f", inputs, body })).toEqual([
      { constant: 4, expression: "shape of many" },
    ]);
  });
});
