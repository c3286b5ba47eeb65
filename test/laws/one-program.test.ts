import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { AnyNetwork } from "../../src/enn/network.ts";
import { type Holding, type OneSize, oneProgram, verdictOfAll } from "../../src/one-program.ts";
import { add, element, integer, size } from "../../src/program/build.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { majority } from "../../src/tasks/count-networks.ts";
import type { Verdict } from "../../src/verify/verdict.ts";

const programOf = (length: number | string, result: Expression, before?: Expression): Program => ({
  name: "f",
  inputs: [{ name: "x", shape: [length], domain: { kind: "binary" } }],
  body: { lets: before === undefined ? [] : [{ name: "y", value: before }], result },
});

const last = (length: number): Program => programOf(length, element("x", integer(length - 1)));

/** A size where a program holds, as it is said of it. */
const at = (
  length: number,
  program: Program,
  holding: (program: Program) => Holding = (other) => (other === program ? "yes" : "no"),
): OneSize => ({
  network: majority([length]),
  program,
  holds: holding,
  score: (other) => (holding(other) === "yes" ? 1 : 0),
});

describe("oneProgram", () => {
  it("takes the shortest of the programs that hold for all", () => {
    const short = programOf("n", element("x", integer(0)));
    const long = programOf("n", add(element("x", integer(0)), integer(0)));
    const found = oneProgram([at(4, long, () => "yes"), at(5, short, () => "yes")]);
    expect(found).toEqual({ kind: "own", at: 1, program: short });
  });

  it("takes what is proved before what is only not refuted", () => {
    const [first, second] = [last(4), last(6)];
    const isOwn = (program: Program) => program === first || program === second;
    const holding = (program: Program): Holding => (isOwn(program) ? "perhaps" : "yes");
    const found = oneProgram([at(4, first, holding), at(6, second, holding)]);
    expect(found).toEqual({
      kind: "common",
      program: programOf("n", element("x", add(size("n"), integer(-1)))),
    });
    const unproved = oneProgram([at(4, first, () => "perhaps"), at(6, second, () => "perhaps")]);
    expect(unproved).toMatchObject({ kind: "own" });
  });

  it("gives the program that does best where the common form does not hold", () => {
    expect(oneProgram([at(4, last(4)), at(6, last(6))])).toEqual({
      kind: "none",
      at: 0,
      program: last(4),
    });
  });

  it.each<readonly [string, Program, Program, string]>([
    ["expressions", last(4), programOf("n", integer(1)), "x[3] (4), 1 (5)"],
    [
      "arrays with zeros around them",
      programOf(4, integer(0), { kind: "pad", array: "x", before: [1], after: [1] }),
      programOf(5, integer(0), { kind: "pad", array: "x", before: [2], after: [1] }),
      "x with zeros around it (4), x with zeros around it (5)",
    ],
    [
      "names",
      programOf(4, integer(0), integer(1)),
      programOf(5, integer(0)),
      "the named values y or no named values",
    ],
  ])("says where programs part: %s", (_, first, second, where) => {
    expect(oneProgram([at(4, first), at(5, second)])).toMatchObject({
      kind: "none",
      parting: `the programs of the sizes part at ${where}`,
    });
  });

  it("asks every question about a program once", () => {
    const asked: Program[] = [];
    const network: AnyNetwork = majority([4]);
    const program = condense(network, { name: "f" });
    const holds = (other: Program): Holding => {
      asked.push(other);
      return "no";
    };
    oneProgram([{ network, program, holds, score: () => 0 }]);
    expect(asked.filter((each) => each === program)).toHaveLength(1);
  });
});

describe("verdictOfAll", () => {
  const known = { domain: "", methods: [] };
  const equivalent: Verdict = { kind: "equivalent", ...known };
  const unproved: Verdict = { kind: "unproved", reason: "", ...known };
  const counterexample = { inputs: {}, network: 0, program: 1 };
  const different: Verdict = { kind: "different", counterexample, ...known };

  it("is the worst, else the one that is wanted", () => {
    expect(verdictOfAll([equivalent, unproved, different], 0)).toBe(different);
    expect(verdictOfAll([equivalent, unproved], 0)).toBe(unproved);
    const last: Verdict = { ...equivalent };
    expect(verdictOfAll([equivalent, last], -1)).toBe(last);
    expect(verdictOfAll([{ ...equivalent, snapped: 2 }, last], -1)).toEqual({
      ...last,
      snapped: 2,
    });
  });
});
