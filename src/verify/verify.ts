import type { Network } from "../enn/network.ts";
import { sizeOf } from "../math/shape.ts";
import type { Program } from "../program/program.ts";
import { describeDomain } from "./describe-domain.ts";
import { expand, type Meter, maxSteps } from "./expansion.ts";
import { misfitOf } from "./misfit.ts";
import { orObstacle } from "./obstacle.ts";
import { type Proof, type ProofLimits, prove } from "./prove.ts";
import { roundingOf } from "./rounding.ts";
import { allInputs, samplesOf } from "./samples.ts";
import { type Trial, trialOf } from "./trial.ts";
import type { Counterexample, Verdict } from "./verdict.ts";

/** How much is tried before a verdict is `unproved`. */
export type VerifyLimits = Partial<ProofLimits>;

/*
 *    network --> a function of cells for each output --\
 *                                                       +--> alike on all cases? --> run both on a few
 *    program --> a function of cells for each result --/                             inputs --> verdict
 */

/**
 * Is a program the same function as a network, on every input of the network's domain?
 *
 * Bits are proved by both functions' cones: exhaustively where few inputs matter, else by decision
 * diagrams. Other domains are proved where all inputs can be run. `different` comes with an input on
 * which `predict` and `evaluate` differ; whatever is too hard, or not understood, is `unproved`.
 * Exact: weights are the numbers that their doubles denote. Deterministic, never throws for hard input.
 */
export function verify(network: Network, program: Program, limits: VerifyLimits = {}): Verdict {
  const domain = describeDomain(network.inputs);
  const misfit = misfitOf(network, program);
  if (misfit !== undefined) return { kind: "unproved", domain, methods: [], reason: misfit };
  return { ...conclude(network, program, { ...defaultLimits, ...limits }), domain };
}

const defaultLimits: ProofLimits = { exhaustiveInputs: 16, diagramNodes: 200_000 };

type Conclusion = { readonly methods: readonly string[] } & (
  | { readonly kind: "equivalent" }
  | { readonly kind: "different"; readonly counterexample: Counterexample }
  | { readonly kind: "unproved"; readonly reason: string }
);

interface Task {
  readonly network: Network;
  readonly run: (x: Float64Array) => Trial;
  /** Of one run: weights of the network and steps of the program. */
  readonly cost: number;
}

function conclude(network: Network, program: Program, limits: ProofLimits): Conclusion {
  const meter: Meter = { steps: 0 };
  const proof = attempt(network, program, { limits, meter });
  const cost = meter.steps + sizeOfNetwork(network);
  const task: Task = { network, run: trialOf(network, program), cost };
  switch (proof.kind) {
    case "differs":
      return confirm(proof, task);
    case "proved":
      return doubleCheck(proof, task);
    case "stuck":
      return runAll(task) ?? runSome(proof, task);
  }
}

/** The proof of all outputs, if the network takes bits and the program can be expanded. */
function attempt(network: Network, program: Program, { limits, meter }: Attempt): Proof {
  const shapes = network.inputs.map(({ shape }) => shape);
  const expansion = orObstacle(() => expand(program, shapes, meter));
  if (!network.inputs.every(({ domain }) => domain.kind === "binary")) {
    return { kind: "stuck", methods: [], reason: "beyond a few inputs only bits are proved" };
  }
  if ("reason" in expansion) return { kind: "stuck", methods: [], reason: expansion.reason };
  return prove(network, expansion, limits);
}

interface Attempt {
  readonly limits: ProofLimits;
  readonly meter: Meter;
}

/** The prover's counterexample, if it is one by the definitions. */
function confirm(
  { methods, ones }: Proof & { readonly kind: "differs" },
  { network, run }: Task,
): Conclusion {
  const x = new Float64Array(network.layers[0]!.weights.nColumns);
  for (const cell of ones) x[cell] = 1;
  const trial = run(x);
  const bug = "a bug of the prover: its counterexample shows no difference";
  if (trial.kind === "same") return { kind: "unproved", methods, reason: bug };
  return refute(trial, methods);
}

/** A proof is believed only if the definitions agree with it on a few inputs. */
function doubleCheck({ methods }: Proof & { readonly kind: "proved" }, task: Task): Conclusion {
  const count = Math.min(16, Math.max(3, Math.floor(maxCost / task.cost)));
  const trial = firstNotSame(samplesOf(task.network.inputs, count), task.run);
  if (trial !== undefined) return refute(trial, methods);
  return { kind: "equivalent", methods: [...methods, `${count} inputs run`] };
}

/** What running both on all inputs shows, where these are few and running rounds nothing. */
function runAll({ network, run, cost }: Task): Conclusion | undefined {
  const most = Math.min(4096, Math.floor(maxCost / cost));
  const inputs = allInputs(network.inputs, most);
  if (inputs === undefined || roundingOf(network) !== undefined) return undefined;
  const methods = [`all ${inputs.length} inputs run`];
  const trial = firstNotSame(inputs, run);
  return trial === undefined ? { kind: "equivalent", methods } : refute(trial, methods);
}

/** A difference may be found without a proof. */
function runSome(
  { methods, reason }: Proof & { readonly kind: "stuck" },
  { network, run, cost }: Task,
): Conclusion {
  const rounding = roundingOf(network);
  if (rounding !== undefined) return { kind: "unproved", methods, reason: rounding };
  const samples = cost > maxSteps ? [] : samplesOf(network.inputs, 8);
  const trial = firstNotSame(samples, run);
  if (trial?.kind === "different") return refute(trial, methods);
  return { kind: "unproved", methods, reason };
}

function refute(trial: Refutation, methods: readonly string[]): Conclusion {
  switch (trial.kind) {
    case "different":
      return { kind: "different", methods, counterexample: trial.counterexample };
    case "failed":
      return { kind: "unproved", methods, reason: trial.reason };
  }
}

type Refutation = Exclude<Trial, { readonly kind: "same" }>;

/** Numbers added and expressions visited in about half a second. */
const maxCost = 4_000_000;

function sizeOfNetwork({ inputs, layers }: Network): number {
  const nCells = inputs.reduce((total, { shape }) => total + sizeOf(shape), 0);
  return layers.reduce((total, { weights }) => total + weights.values.length, nCells);
}

function firstNotSame(inputs: Iterable<Float64Array>, run: Task["run"]): Refutation | undefined {
  for (const x of inputs) {
    const trial = run(x);
    if (trial.kind !== "same") return trial;
  }
  return undefined;
}
