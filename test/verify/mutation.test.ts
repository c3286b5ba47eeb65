import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import type { Label } from "../../src/math/label.ts";
import { Random } from "../../src/math/random.ts";
import type { NestedOf } from "../../src/math/shape.ts";
import type { Program } from "../../src/program/program.ts";
import { verify } from "../../src/verify/verify.ts";
import { agreeOn, withoutNoise } from "./brute-force.ts";
import { networkMutants, programMutants } from "./mutants.ts";
import {
  allBits,
  atLeast,
  cellsOf,
  choiceAndCount,
  life,
  type Pair,
  parity,
  rule30Ring,
  rule30Zero,
} from "./pairs.ts";

interface Tried {
  mutants: number;
  different: number;
  equivalent: number;
}

/** Every input where that is feasible, else some with every density and some nearly empty. */
function inputsFor(length: number): Float64Array[] {
  if (length <= 12) return allBits(length);
  const random = new Random(7);
  const noise = Array.from({ length: 20 }, (_, k) =>
    Float64Array.from({ length }, () => (random.below(length) < k % (length + 1) ? 1 : 0)),
  );
  const counts = Array.from({ length: length + 1 }, (_, ones) =>
    Float64Array.from({ length }, (_, cell) => (cell < ones ? 1 : 0)),
  );
  return [...noise, ...counts];
}

/** Verifies mutants; a verdict that the definitions do not bear out fails the test. */
function tryMutants(mutants: readonly Pair[]): Tried {
  const inputs = inputsFor(cellsOf(mutants[0]!.network));
  const tried = { mutants: mutants.length, different: 0, equivalent: 0 };
  for (const { network, program } of mutants) {
    const verdict = verify(network, program);
    const byDiagrams = verify(network, program, { exhaustiveInputs: 0, graphSteps: 0 });
    // Only the graph takes noise for 0.
    const isBoth = verdict.kind === byDiagrams.kind || byDiagrams.kind === "unproved";
    const isSnapped = verdict.kind === "equivalent" && verdict.snapped !== undefined;
    if (!isBoth && !isSnapped) throw new Error(`methods disagree on ${text(program)}`);
    if (verdict.kind === "equivalent") {
      tried.equivalent += 1;
      const tested = isSnapped ? withoutNoise(network, inputs) : inputs;
      if (!agreeOn(network, program, tested)) throw new Error(`wrongly proved: ${text(program)}`);
    }
    if (verdict.kind === "different") {
      tried.different += 1;
      const x = Float64Array.from(flat(verdict.counterexample.inputs.x!));
      expect([...predict(network, x)]).toEqual(flat(verdict.counterexample.network));
      expect(agreeOn(network, program, [x])).toBe(false);
    }
  }
  return tried;
}

function flat(nested: NestedOf<Label>): number[] {
  return typeof nested === "object" ? nested.flatMap(flat) : [Number(nested)];
}

function text(program: Program): string {
  return JSON.stringify(program.body);
}

function mutantsOf({ network, program }: Pair): Pair[] {
  return [
    ...programMutants(program).map((mutant) => ({ network, program: mutant })),
    ...networkMutants(network, few(network)).map((mutant) => ({ network: mutant, program })),
  ];
}

/** Places are alike: a few neurons of each kind will do. */
function few(network: Network): number {
  return network.inputs[0]!.shape.length === 2 ? 1 : 4;
}

/** Some pairs that are mutated twice, in the program or on both sides. */
function doubleMutantsOf({ network, program }: Pair, count: number): Pair[] {
  const random = new Random(count);
  const pick = <Item>(items: readonly Item[]): Item => items[random.below(items.length)]!;
  const programs = programMutants(program);
  const networks = networkMutants(network, few(network));
  return Array.from({ length: count }, () => {
    const mutant = pick(programs);
    return random.bit() === 1
      ? { network: pick(networks), program: mutant }
      : { network, program: pick(programMutants(mutant)) };
  });
}

const pairs: readonly (readonly [string, Pair])[] = [
  ["rule 30 on a ring of 7", rule30Ring(7)],
  ["rule 30 between zeros", rule30Zero(7)],
  ["Life on a torus of 3x3", life(3, 3)],
  ["majority of 9", atLeast(5, 9)],
  ["parity of 6", parity(6)],
  ["a choice and a count", choiceAndCount()],
];

const largePairs: readonly (readonly [string, Pair])[] = [
  ["rule 30 on a ring of 20", rule30Ring(20)],
  ["Life on a torus of 5x5", life(5, 5)],
  ["at least 20 of 40", atLeast(20, 40)],
];

describe("no mutant is called equivalent unless it is", () => {
  test.each([...pairs, ...largePairs])("%s: every single mutant", (_, pair) => {
    const tried = tryMutants(mutantsOf(pair));
    expect(tried.different / tried.mutants).toBeGreaterThan(0.4);
    // Tiny changes of a weight and doubled operators make no difference.
    expect(tried.equivalent / tried.mutants).toBeGreaterThan(0.1);
  });

  test.each(pairs.filter(([name]) => !name.startsWith("Life")))("%s: double mutants", (_, pair) => {
    const tried = tryMutants(doubleMutantsOf(pair, 400));
    expect(tried.different / tried.mutants).toBeGreaterThan(0.5);
  });
});
