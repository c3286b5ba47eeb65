import type { StepNetwork, StepPart } from "../enn/network.ts";
import { predictor } from "../enn/predict.ts";
import { stepInputs } from "../enn/step-inputs.ts";
import type { Program } from "../program/program.ts";
import { describeDomain } from "./describe-domain.ts";
import { inputMisfit } from "./misfit.ts";
import { type ProgramParts, programParts } from "./program-parts.ts";
import { allInputs, samplesOf } from "./samples.ts";
import { trialOf } from "./trial.ts";
import type { Verdict } from "./verdict.ts";

/** Proves that the program of one part of a step is the network of that part. */
export type VerifyPart = (network: StepPart, program: Program) => Verdict;

/**
 * Is a program the same function as a step network, on inputs of every length?
 *
 * By induction over the places: both walk the same way, what they carry starts the same and stays inside
 * its bounds, and at a place, whatever is carried and whatever stands there, they write and carry on the
 * same. Expects a network and a program that pass their checks.
 */
export function verifySteps(
  network: StepNetwork,
  program: Program,
  verifyPart: VerifyPart,
): Verdict {
  const domain = `${describeDomain(network.inputs)}, and of any other length`;
  const unproved = (reason: string, methods: readonly string[] = []): Verdict =>
    refuted(network, program) ?? { kind: "unproved", domain, methods, reason };
  const misfit = inputMisfit(network.inputs, program.inputs);
  if (misfit !== undefined) return { kind: "unproved", domain, methods: [], reason: misfit };
  const parts = programParts(program, network);
  if (typeof parts === "string") return unproved(parts);
  const leak = leakOf(network);
  if (leak !== undefined && !hasSameBounds(network, program)) return unproved(leak);
  const methods = new Set(leak === undefined ? [INDUCTION] : [INDUCTION, WHILE_INSIDE]);
  for (const { name, network: part, program: said } of pairsOf(network, parts)) {
    const verdict = verifyPart(part, said);
    if (verdict.kind !== "equivalent") {
      const why = verdict.kind === "unproved" ? verdict.reason : "it differs for some values";
      return unproved(`${name}: ${why}`, [...methods]);
    }
    if (verdict.snapped !== undefined) {
      return unproved(`${name}: sums that are noise were taken for 0`, [...methods]);
    }
    for (const method of verdict.methods) methods.add(method);
  }
  return refuted(network, program) ?? { kind: "equivalent", domain, methods: [...methods] };
}

const INDUCTION = "induction over the places";
const WHILE_INSIDE = "as long as what is carried stays inside its bounds";

interface Pair {
  readonly name: string;
  readonly network: StepPart;
  readonly program: Program;
}

function pairsOf(network: StepNetwork, { item, nexts, end }: ProgramParts): Pair[] {
  const last = network.end && end ? [{ name: "the end", network: network.end, program: end }] : [];
  const written =
    network.item && item ? [{ name: "what is written", network: network.item, program: item }] : [];
  return [
    ...written,
    ...network.carried.map(({ name, next }, k) => ({
      name: `what ${name} becomes`,
      network: next,
      program: nexts[k]!,
    })),
    ...last,
  ];
}

/** What leaves the bounds of the one then leaves those of the other, and neither has an answer. */
function hasSameBounds({ carried }: StepNetwork, { body: { result } }: Program): boolean {
  if (result.kind !== "scan" && result.kind !== "fold") return false;
  return result.carried.every(
    ({ low, high }, k) => low === carried[k]!.low && high === carried[k]!.high,
  );
}

/** More combinations of cells and carried integers are not run. */
const MOST_STEPS = 2 ** 18;

/** Why what is carried may leave its bounds; undefined where it cannot. */
function leakOf(network: StepNetwork): string | undefined {
  const steps = allInputs(stepInputs(network), MOST_STEPS);
  if (steps === undefined)
    return "too many steps to tell whether what is carried stays in its bounds";
  for (const { name, low, high, initial, next } of network.carried) {
    const predict = predictor(next);
    const isInside = (value: number): boolean =>
      Number.isInteger(value) && value >= low && value <= high;
    if (!isInside(initial) || !steps.every((x) => isInside(predict(x)[0]!))) {
      return `${name} may leave its bounds`;
    }
  }
  return undefined;
}

const TRIALS = 16;

/** A difference on some inputs, or a program that fails on one, by the definitions alone. */
function refuted(network: StepNetwork, program: Program): Verdict | undefined {
  const domain = describeDomain(network.inputs);
  const run = trialOf(network, program);
  for (const x of samplesOf(network.inputs, TRIALS)) {
    const trial = run(x);
    if (trial.kind === "same") continue;
    const methods = [`${TRIALS} inputs run`];
    return trial.kind === "different"
      ? { kind: "different", domain, methods, counterexample: trial.counterexample }
      : { kind: "unproved", domain, methods, reason: trial.reason };
  }
  return undefined;
}
