import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import { decide, negation, type Vote } from "../../src/condense/forms/votes.ts";
import { printPython } from "../../src/emit/python.ts";
import { and, bit, block, compare, element, integer, or } from "../../src/program/build.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Comparison, Expression } from "../../src/program/program.ts";
import { inputX, networkOf, weigh } from "../../src/tasks/neuron.ts";
import { verify } from "../../src/verify/verify.ts";

const cell = (place: number): Expression => element("x", integer(place));

const vote = (a: number, operator: Comparison, b: number, weight: number): Vote => ({
  condition: compare(cell(a), operator, cell(b)),
  weight,
});

describe("decide", () => {
  it("says that two values differ where one of them is larger", () => {
    const votes = [vote(0, ">", 1, 1), vote(1, ">", 0, 1)];
    expect(decide(votes, 0)).toEqual(compare(cell(0), "!=", cell(1)));
  });

  it("says that two values are equal where neither is larger", () => {
    const third = { condition: compare(cell(2), ">=", integer(2)), weight: -1 };
    const votes = [vote(0, ">", 1, -1), vote(1, ">", 0, -1), third];
    const isSmall = compare(cell(2), "<=", integer(1));
    expect(decide(votes, 2)).toEqual(or(compare(cell(0), "==", cell(1)), isSmall));
  });

  it("denies part by part what is as short then", () => {
    const [low, high] = [compare(cell(2), ">=", integer(2)), compare(cell(2), "<=", integer(0))];
    const other = compare(cell(0), ">=", integer(1));
    expect(negation(or(low, high))).toEqual(compare(cell(2), "==", integer(1)));
    expect(negation(and(low, other))).toEqual(
      or(compare(cell(2), "<=", integer(1)), compare(cell(0), "<=", integer(0))),
    );
  });

  it("holds where the votes add up to more than zero", () => {
    const operators: readonly Comparison[] = ["<", "<=", ">", ">=", "==", "!="];
    const anyVote = fc
      .tuple(fc.nat(2), fc.constantFrom(...operators), fc.nat(2), fc.constantFrom(-2, -1, 1, 2))
      .map((given) => vote(...given));
    const contests = fc
      .tuple(
        fc.constantFrom(">", ">=", "<"),
        fc.constantFrom(-1, 1),
        fc.array(anyVote, { maxLength: 2 }),
      )
      .map(([operator, weight, more]) => [
        vote(0, operator as Comparison, 1, weight),
        vote(1, operator as Comparison, 0, weight),
        ...more,
      ]);
    fc.assert(
      fc.property(contests, fc.integer({ min: -3, max: 3 }), (votes, constant) => {
        const decided = decide(votes, constant);
        for (const x of inputs) {
          const sum = votes.reduce(
            (rest, each) => rest + each.weight * truthAt(each.condition, x),
            constant,
          );
          expect(truthAt(decided, x)).toBe(sum > 0 ? 1 : 0);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("a network that asks which of two numbers is larger, and counts the answers", () => {
  const network = networkOf({
    inputs: inputX([3], { kind: "integer", low: 1, high: 4 }),
    layers: [
      {
        activation: "step",
        neurons: [
          { bias: 0, entries: [...weigh([0]), ...weigh([1], -1)] },
          { bias: 0, entries: [...weigh([1]), ...weigh([0], -1)] },
          { bias: -1, entries: weigh([2]) },
        ],
      },
      { activation: "step", neurons: [{ bias: 2, entries: weigh([0, 1, 2], -1) }] },
    ],
    shape: [],
  });
  const program = condense(network, { name: "f" });

  it("is said with an equality", () => {
    expect(printPython(program)).toContain("return int(x[0] == x[1] or x[2] <= 1)");
  });

  it("is proved", () => {
    expect(verify(network, program)).toMatchObject({ kind: "equivalent" });
  });
});

const inputs = Array.from({ length: 27 }, (_, code) => [
  code % 3,
  Math.floor(code / 3) % 3,
  Math.floor(code / 9),
]);

function truthAt(condition: Vote["condition"], x: readonly number[]): number {
  if (typeof condition === "boolean") return Number(condition);
  const value = evaluate(
    {
      name: "f",
      inputs: [{ name: "x", shape: [3], domain: { kind: "integer", low: 0, high: 2 } }],
      body: block([], bit(condition)),
    },
    [{ shape: [3], data: Float64Array.from(x) }],
  );
  if (typeof value !== "number") throw new Error("expected a number");
  return value;
}
