import { expect, it } from "vitest";
import { nameLoops } from "../../../src/condense/passes/name-loops.ts";
import { binary } from "../../../src/math/domain.ts";
import {
  argmax,
  block,
  define,
  element,
  integer,
  range,
  size,
  sum,
  table,
  variable,
} from "../../../src/program/build.ts";
import { check } from "../../../src/program/check.ts";
import type { Block, Expression, Program } from "../../../src/program/program.ts";

function named(body: Block, input = "x"): Program {
  const named = nameLoops({
    name: "f",
    inputs: [{ name: input, shape: ["n", "m"], domain: binary }],
    body,
  });
  check(named);
  return named;
}

const along = (name: string, axis = "n") => range(name, integer(0), size(axis));
const at = (array: string, ...names: readonly string[]): Expression =>
  element(array, ...names.map(variable));

it("calls loops i and j, and steps of a window a and b", () => {
  const body = (i: string, j: string, a: string): Block =>
    block([], table([along(i), along(j, "m")], block([], sum([along(a, "m")], at("x", i, a)))));
  expect(named(body("loop 7", "loop 3", "step 9")).body).toEqual(body("i", "j", "a"));
});

it("gives a name again where it is free again", () => {
  const body = (i: string, j: string): Block =>
    block(
      [
        define(
          "sums",
          table([along(i)], block([], sum([along("step 1", "m")], at("x", i, "step 1")))),
        ),
      ],
      argmax(along(j), at("sums", j)),
    );
  const { lets, result } = named(body("loop 1", "loop 2")).body;
  expect(result).toEqual(argmax(along("i"), at("sums", "i")));
  expect(lets[0]!.value).toMatchObject({ ranges: [{ variable: "i" }] });
});

it("never takes a name that the program has", () => {
  const body = (i: string, j: string): Block =>
    block(
      [define("j", integer(1))],
      table([along(i)], block([define("k", at("i", i, "j"))], sum([along(j, "m")], at("i", i, j)))),
    );
  expect(named(body("loop 0", "loop 1"), "i").body).toEqual(body("l", "u"));
});

it("counts on where the letters are used up", () => {
  const names = Array.from({ length: 8 }, (_, k) => `loop ${k}`);
  const body = block(
    [],
    sum(
      names.map((name) => along(name)),
      integer(1),
    ),
  );
  const { result } = named(body).body;
  const found = result.kind === "sum" ? result.ranges.map(({ variable: name }) => name) : [];
  expect(found).toEqual(["i", "j", "k", "l", "u", "v", "i2", "i3"]);
});
