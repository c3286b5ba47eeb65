import { condense } from "../src/condense/condense.ts";
import type { Network } from "../src/enn/network.ts";
import { predictor } from "../src/enn/predict.ts";
import { Random } from "../src/math/random.ts";
import type { Shape } from "../src/math/shape.ts";
import { evaluate } from "../src/program/evaluate.ts";
import type { Program } from "../src/program/program.ts";
import { networkFamilies } from "../src/tasks/networks.ts";
import { randomInput } from "../src/tasks/random-input.ts";
import { probesOf } from "../src/verify/samples.ts";
import type { Verdict } from "../src/verify/verdict.ts";
import { verify } from "../src/verify/verify.ts";
import { withoutNoise } from "../test/verify/brute-force.ts";
import { programMutants, randomNetworkMutants } from "../test/verify/mutants.ts";
import { flat, inputsOf } from "./condensing-case.ts";
import type { Report } from "./figure.ts";
import { nearTies } from "./near-ties.ts";

const CASES: readonly (readonly [name: string, size: Shape])[] = [
  ["orientation", [28]],
  ["max-sat-argmax", [5, 50]],
  ["max-sat-softmax", [5, 50]],
];

/** The published networks at their size against programs, and programs against networks, with one change. */
export function proving(report: Report, only = ""): void {
  for (const [name, size] of CASES) {
    if (!name.startsWith(only)) continue;
    const network = networkFamilies.get(name)!.build(size);
    const program = condense(network, { name: "f" });
    const inputs = inputsFor(network);
    const programs = programMutants(program).map((mutant) => ({ network, program: mutant }));
    const networks = randomNetworkMutants(network, 100).map((mutant) => ({
      network: mutant,
      program,
    }));
    judge(report, `${name}: ${programs.length} programs with a change`, {
      pairs: programs,
      inputs,
    });
    judge(report, `${name}: ${networks.length} networks with a change`, {
      pairs: networks,
      inputs,
    });
  }
}

interface Pair {
  readonly network: Network;
  readonly program: Program;
}

interface Trials {
  readonly pairs: readonly Pair[];
  readonly inputs: readonly Float64Array[];
}

function judge(report: Report, what: string, { pairs, inputs }: Trials): void {
  const start = performance.now();
  const counts = { equivalent: 0, different: 0, failing: 0, unproved: 0, missed: 0 };
  const wrong: Pair[] = [];
  for (const pair of pairs) {
    const verdict = verify(pair.network, pair.program);
    if (isContradicted(verdict, pair, inputs)) wrong.push(pair);
    if (verdict.kind !== "unproved") counts[verdict.kind] += 1;
    else if (resultOf(pair, inputs[0]!) === undefined) counts.failing += 1;
    else {
      counts.unproved += 1;
      if (!agreeOn(pair, inputs)) counts.missed += 1;
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const said = `${counts.different} different, ${counts.equivalent} equivalent, ${counts.failing} failing`;
  report.add({
    what,
    hopedFor: `no wrong verdict on ${inputs.length} inputs`,
    measured: `${wrong.length} wrong; ${said}, ${counts.unproved} unproved (${counts.missed} of them other); ${seconds} s`,
    isReached: wrong.length === 0,
  });
  for (const { program } of wrong) console.log(`      wrong: ${JSON.stringify(program.body)}`);
}

function isContradicted(verdict: Verdict, pair: Pair, inputs: readonly Float64Array[]): boolean {
  switch (verdict.kind) {
    case "unproved":
      return false;
    case "different": {
      const x = Object.values(verdict.counterexample.inputs).flatMap(
        (input) => [input].flat(9) as number[],
      );
      return agreeOn(pair, [Float64Array.from(x)]);
    }
    case "equivalent": {
      const told = verdict.snapped === undefined ? inputs : withoutNoise(pair.network, inputs);
      return !agreeOn(pair, told);
    }
  }
}

/** A program that fails agrees on nothing. */
function agreeOn({ network, program }: Pair, inputs: readonly Float64Array[]): boolean {
  const predict = predictor(network);
  const margin = network.layers.at(-1)!.activation === "softmax" ? 1e-12 : 0;
  return inputs.every((x) => {
    const wanted = predict(x);
    const found = resultOf({ network, program }, x);
    const isNear = (value: number, k: number): boolean => Math.abs(value - wanted[k]!) <= margin;
    return found?.length === wanted.length && found.every(isNear);
  });
}

function resultOf({ network, program }: Pair, x: Float64Array): readonly number[] | undefined {
  try {
    return flat(evaluate(program, inputsOf(network, [...x])));
  } catch {
    return undefined;
  }
}

/** Drawn at random, with patterns, and next to ties. */
function inputsFor(network: Network): Float64Array[] {
  const random = new Random(11);
  const drawn = Array.from({ length: 100 }, () => Float64Array.from(randomInput(network, random)));
  const ties = nearTies(network, random, { walks: 60, steps: 60, kept: 4 });
  return [...probesOf(network.inputs), ...drawn, ...ties];
}
