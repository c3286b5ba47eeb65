import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import type { Domain } from "../../src/math/domain.ts";
import { Random } from "../../src/math/random.ts";
import { allPairs, signTriangle, stepTriangle } from "../../src/tasks/argmax-networks.ts";
import { randomInput } from "../../src/tasks/random-input.ts";
import { probesOf } from "../../src/verify/samples.ts";
import { verify } from "../../src/verify/verify.ts";
import { agreeOn, withoutNoise } from "./brute-force.ts";
import { argmaxPair, maxSatPair, orientationPair } from "./large-pairs.ts";
import { programMutants, randomNetworkMutants } from "./mutants.ts";
import type { Pair } from "./pairs.ts";

const real: Domain = { kind: "real" };
const few: Domain = { kind: "integer", low: -2, high: 3 };

describe("large layered networks are proved", () => {
  test.each([
    ["orientation as published", orientationPair(28, "published")],
    ["orientation in small integers", orientationPair(28)],
    ["orientation of 5x5", orientationPair(5)],
    ["MAX-SAT by argmax", maxSatPair(5, 50, "argmax")],
    ["MAX-SAT by softmax", maxSatPair(5, 50, "softmax")],
    [
      "argmax of 48 reals from all pairs",
      argmaxPair(allPairs(48, "sign", { scale: 1, bias: 0 }), real),
    ],
    ["argmax of 24 integers", argmaxPair(allPairs(24, "step", { scale: 1, bias: 0.5 }), few)],
    ["argmax of 24 reals from a triangle", argmaxPair(stepTriangle(24), real)],
    [
      "argmax of 24 integers from a triangle",
      argmaxPair(signTriangle(24, { scale: 2, bias: 1 }), few),
    ],
    ["argmax of 24 reals by a winner", argmaxPair(stepTriangle(24), real, "winner")],
  ])("%s", (_, { network, program }) => {
    expect(verify(network, program)).toMatchObject({ kind: "equivalent" });
  });
});

/** Inputs that may show a difference: drawn at random, with patterns, or given. */
function inputsFor(network: Network, count: number): Float64Array[] {
  const random = new Random(11);
  const drawn = Array.from({ length: count }, () =>
    Float64Array.from(randomInput(network, random)),
  );
  return [...probesOf(network.inputs), ...drawn];
}

/** How many are called what; throws where a proof is contradicted. */
function judge(mutants: readonly Pair[], inputs: readonly Float64Array[]) {
  const counts = { equivalent: 0, different: 0, unproved: 0 };
  for (const { network, program } of mutants) {
    const verdict = verify(network, program);
    counts[verdict.kind] += 1;
    if (verdict.kind !== "equivalent") continue;
    const tested = verdict.snapped === undefined ? inputs : withoutNoise(network, inputs);
    if (!agreeOn(network, program, tested)) {
      throw new Error(`wrongly proved: ${JSON.stringify(program.body)}`);
    }
  }
  return counts;
}

const medium: readonly (readonly [string, Pair])[] = [
  ["orientation of 4x4", orientationPair(4)],
  ["MAX-SAT of 3 variables and 4 clauses", maxSatPair(3, 4, "argmax")],
  ["argmax of 5 reals", argmaxPair(allPairs(5, "sign", { scale: 1, bias: 0 }), real)],
  ["argmax of 4 integers", argmaxPair(signTriangle(4, { scale: 2, bias: 1 }), few)],
  ["argmax of 4 reals by a winner", argmaxPair(stepTriangle(4), real, "winner")],
];

describe("no mutant of a layered pair is called equivalent unless it is", () => {
  test.each(medium)("%s: programs", (_, { network, program }) => {
    const inputs = inputsFor(network, 60);
    const mutants = programMutants(program).map((mutant) => ({ network, program: mutant }));
    const counts = judge(mutants, inputs);
    expect(counts.different).toBeGreaterThan(mutants.length / 4);
  });

  test.each(medium)("%s: networks", (_, { network, program }) => {
    const inputs = inputsFor(network, 60);
    const mutants = randomNetworkMutants(network, 60).map((mutant) => ({
      network: mutant,
      program,
    }));
    const counts = judge(mutants, inputs);
    expect(counts.different).toBeGreaterThan(mutants.length / 4);
  });
});
