import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayDecisions } from "../../../src/condense/passes/decisions.ts";
import { printPython } from "../../../src/emit/python.ts";
import { binary } from "../../../src/math/domain.ts";
import {
  add,
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  multiply,
  not,
  range,
  variable,
} from "../../../src/program/build.ts";
import { evaluate } from "../../../src/program/evaluate.ts";
import type { Expression, Program } from "../../../src/program/program.ts";

const isSet = (place: number): Expression =>
  compare(element("x", integer(place)), "==", integer(1));

/** The place of the largest of some scores of four bits. */
const contest = (items: readonly Expression[]): Program => ({
  name: "f",
  inputs: [{ name: "x", shape: [4], domain: binary }],
  body: block(
    [define("scores", { kind: "list", items })],
    argmax(range("i", integer(0), integer(items.length)), element("scores", variable("i"))),
  ),
});

const inputs = Array.from({ length: 16 }, (_, code) => ({
  shape: [4],
  data: Float64Array.from([0, 1, 2, 3], (k) => (code >> k) & 1),
}));

const answers = (program: Program) => inputs.map((x) => evaluate(program, [x]));

describe("sayDecisions", () => {
  it("asks for what wins first, and leaves what never wins", () => {
    const scores = [multiply(integer(4), bit(isSet(0))), integer(0), integer(1)];
    const { result, lets } = sayDecisions(contest(scores)).body;
    expect(lets).toEqual([]);
    expect(result).toEqual(choose(isSet(0), integer(0), integer(2)));
  });

  it("reads like a list of decisions", () => {
    const scores = [
      multiply(integer(4), bit(isSet(0))),
      multiply(integer(2), bit(isSet(1))),
      integer(1),
    ];
    expect(printPython(sayDecisions(contest(scores)))).toContain(
      "return 0 if x[0] == 1 else 1 if x[1] == 1 else 2",
    );
  });

  it("keeps scores of which none wins for sure", () => {
    const scores = [bit(isSet(0)), add(bit(isSet(1)), bit(isSet(2))), integer(1)];
    expect(sayDecisions(contest(scores))).toEqual(contest(scores));
  });

  it("never changes what a program means", () => {
    const score = fc.oneof(
      fc.integer({ min: -2, max: 4 }).map(integer),
      fc
        .tuple(fc.integer({ min: -4, max: 4 }), fc.nat(3), fc.integer({ min: -2, max: 2 }))
        .map(([factor, place, more]) =>
          add(multiply(integer(factor), bit(isSet(place))), integer(more)),
        ),
      fc
        .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }), fc.nat(3))
        .map(([then, otherwise, place]) =>
          choose(not(isSet(place)), integer(then), integer(otherwise)),
        ),
    );
    let decided = 0;
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 5 }), (items) => {
        const before = contest(items);
        const after = sayDecisions(before);
        if (after.body.lets.length === 0) decided += 1;
        expect(answers(after)).toEqual(answers(before));
      }),
      { seed: 0, numRuns: 500 },
    );
    expect(decided).toBeGreaterThan(50);
  });
});
