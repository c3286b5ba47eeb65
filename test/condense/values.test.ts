import { describe, expect, it } from "vitest";
import { frameOf } from "../../src/condense/frame.ts";
import type { Leaf } from "../../src/condense/graph.ts";
import { type Naming, write } from "../../src/condense/values.ts";
import { add, block, integer, multiply, variable } from "../../src/program/build.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { allBits, layer, networkOf } from "../verify/pairs.ts";

const network = networkOf([7], [], [layer([{ bias: 0, entries: [] }], 7, "sign")]);
const { name, inputs, reader, taken } = frameOf(network, { name: "f", modes: [], leaves: [] });

/** Counts of these cells, the k-th times 10^k, written as a program. */
function countsOf(sets: readonly (readonly number[])[], naming: Naming): Program {
  const cells = sets.map((set) => set.map((at): Leaf => ({ input: 0, at: [at] })));
  const { lets, result } = write(
    (sumOf) => add(...cells.map((each, k) => multiply(integer(10 ** k), sumOf(each)))),
    reader,
    naming,
    taken,
  );
  return { name, inputs, body: block(lets, result) };
}

const isRight = (program: Program, sets: readonly (readonly number[])[]): boolean =>
  allBits(7).every((data) => {
    const counts = sets.map((set) => set.reduce((sum, cell) => sum + data[cell]!, 0));
    const expected = counts.reduce((sum, count, k) => sum + 10 ** k * count, 0);
    return evaluate(program, [{ shape: [7], data }]) === expected;
  });

describe("counts that are named", () => {
  it.each([
    [
      "one lacks a cell of the other",
      [
        [0, 1, 2, 3, 4],
        [0, 1, 2, 3],
      ],
      2,
    ],
    [
      "one lacks two cells of the other",
      [
        [0, 1, 2, 3, 4],
        [1, 2, 4],
      ],
      2,
    ],
    [
      "as large, but of other cells",
      [
        [0, 1, 2, 3, 4],
        [2, 3, 4, 5],
      ],
      0,
    ],
    [
      "the same twice",
      [
        [0, 1, 2],
        [0, 1, 2],
      ],
      1,
    ],
    [
      "of two cells",
      [
        [0, 1, 2],
        [0, 1],
      ],
      0,
    ],
    [
      "a chain of three",
      [
        [0, 1, 2, 3, 4, 5],
        [0, 1, 2, 3, 4],
        [0, 1, 2, 3],
      ],
      3,
    ],
  ])("keep their values: %s", (_, sets, nNames) => {
    expect(countsOf(sets, "sums").body.lets).toHaveLength(nNames);
    for (const naming of ["none", "sums"] as const) {
      expect(isRight(countsOf(sets, naming), sets)).toBe(true);
    }
    expect(countsOf(sets, "none").body.lets).toEqual([]);
  });

  it("lack a cell of a name", () => {
    const { lets } = countsOf(
      [
        [0, 1, 2, 3, 4],
        [0, 1, 3, 4],
      ],
      "sums",
    ).body;
    expect(lets[1]!.value).toMatchObject({ kind: "subtract", left: variable(lets[0]!.name) });
  });
});
