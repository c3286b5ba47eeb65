import { describe, expect, it } from "vitest";
import { binary } from "../../src/math/domain.ts";
import {
  add,
  argmax,
  block,
  define,
  element,
  integer,
  modulo,
  multiply,
  range,
  size,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import type { Block, Program } from "../../src/program/program.ts";
import { readingCost } from "../../src/program/reading-cost.ts";
import { tokens } from "../../src/program/size.ts";

const places = [range("i", integer(0), size("n"))];
const here = element("x", variable("i"));
const whole = sum([range("a", integer(0), size("n"))], element("x", variable("a")));
const window = sum(
  [range("a", integer(-1), integer(2))],
  element("x", modulo(add(variable("i"), variable("a")), size("n"))),
);

function programOf(body: Block): Program {
  return {
    name: "f",
    inputs: [{ name: "x", shape: ["n"], domain: binary }],
    body: block([], table(places, body)),
  };
}

describe("the cost of reading a program is its tokens and", () => {
  const extra = (body: Block): number => {
    const program = programOf(body);
    return readingCost(program) - tokens(program);
  };

  it("nothing for additions", () => {
    expect(extra(block([], add(here, integer(2))))).toBe(0);
  });

  it("three for every product", () => {
    expect(extra(block([], multiply(integer(2), here)))).toBe(3);
    expect(extra(block([define("twice", multiply(integer(2), here))], variable("twice")))).toBe(3);
  });

  it("nothing for a minus", () => {
    expect(extra(block([], add(here, multiply(integer(-1), here))))).toBe(0);
  });

  it("four for a sum over one range, unless it has a name", () => {
    expect(extra(block([], add(window, here)))).toBe(4);
    expect(extra(block([define("total", window)], add(variable("total"), here)))).toBe(0);
  });

  it("nothing for the sum of a whole array", () => {
    expect(extra(block([], add(whole, here)))).toBe(0);
  });

  it("four for a place that is found by a key", () => {
    const largest = argmax(range("a", integer(0), size("n")), add(variable("a"), here));
    expect(extra(block([], add(largest, here)))).toBe(4);
  });
});
