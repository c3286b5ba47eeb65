import { expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import { printNetwork } from "../../src/enn/json.ts";
import type { NetworkInput, StepNetwork, StepPart } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import {
  choiceNetwork,
  extremeNetwork,
  isPositive,
  type PartFrame,
  sumNetwork,
} from "../../src/learn/step/sum-networks.ts";
import type { Domain } from "../../src/math/domain.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import { verify } from "../../src/verify/verify.ts";

const NAME = "y";

/** A walk along three cells that carries nothing. */
function walkOf(domain: Domain, part: (frame: PartFrame) => StepPart): StepNetwork {
  const cell: NetworkInput = { name: "x", shape: [], domain };
  return {
    kind: "step",
    inputs: [{ name: "x", shape: [3], domain }],
    isBackward: false,
    carried: [],
    item: part({ inputs: [cell], name: NAME }),
    output: { name: NAME, shape: [3], labels: { kind: "raw" } },
  };
}

/** The cell, where it is above a half; else 0. */
const aboveHalf = (frame: PartFrame): StepPart =>
  choiceNetwork(
    isPositive(0, frame),
    [
      sumNetwork({ weights: [1], constant: 0 }, frame),
      sumNetwork({ weights: [0], constant: 0 }, frame),
    ],
    frame,
  );

const DIGITS: Domain = { kind: "integer", low: -4, high: 4 };

it("a choice by the difference of two sums is the larger of two integers, but of no reals", () => {
  const [whole, real] = [walkOf(DIGITS, aboveHalf), walkOf({ kind: "real" }, aboveHalf)];
  expect(verify(whole, condense(whole, { name: "f" })).kind).toBe("equivalent");
  const data = Float64Array.of(0.25, 0.75, -1);
  const said = evaluate(condense(real, { name: "f" }), [{ shape: [3], data }]);
  expect(said).toEqual({ shape: [3], data: predict(real, data) });
});

it.each(["larger", "smaller"] as const)("the %s of two sums is proved, and no other", (kind) => {
  const sums = [
    { weights: [1], constant: 2 },
    { weights: [-1], constant: 1 },
  ] as const;
  const other = kind === "larger" ? "smaller" : "larger";
  const [walk, turned] = [kind, other].map((each) =>
    walkOf(DIGITS, (frame) => extremeNetwork(each as typeof kind, sums, frame)),
  );
  const program = condense(walk!, { name: "f" });
  expect(verify(walk!, program).kind).toBe("equivalent");
  expect(verify(turned!, program).kind).toBe("different");
});

it("choices have no labels of their own, and few integers change in turn", () => {
  const walk = walkOf(DIGITS, aboveHalf);
  const output = { name: NAME, shape: [], labels: { kind: "above-zero" } } as const;
  const labelled: StepNetwork = { ...walk, item: { ...walk.item!, output } };
  expect(() => printNetwork(labelled)).toThrow("expected a choice that gives what its parts give");
  const state = { low: 0, high: 1, initial: 0, next: walk.item! };
  const carried = ["a", "b", "c", "d", "e"].map((name) => ({ name, ...state }));
  expect(() => printNetwork({ ...walk, isInTurn: true, carried })).toThrow(
    "expected at most 4 integers that change in turn, found 5",
  );
});
