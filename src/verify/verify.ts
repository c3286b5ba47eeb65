import type { AnyNetwork, Network } from "../enn/network.ts";
import type { Program } from "../program/program.ts";
import { proveByCases } from "./by-cases.ts";
import { circuitAlgebra } from "./circuit-algebra.ts";
import { describeDomain } from "./describe-domain.ts";
import { expand, maxSteps } from "./expansion.ts";
import type { Snap } from "./graph/network-forms.ts";
import { formMisfit, misfitOf } from "./misfit.ts";
import { allUnits, noiseOn } from "./noise.ts";
import { isOneHot } from "./one-hot.ts";
import { type Proof, type ProofLimits, prove } from "./prove.ts";
import { roundingOf } from "./rounding.ts";
import { allInputs, samplesOf } from "./samples.ts";
import { costOf, firstNotSame, metered, type Refutation, refuteBy, type Task } from "./task.ts";
import { trialOf } from "./trial.ts";
import type { Counterexample, Verdict } from "./verdict.ts";
import { verifyPart } from "./verify-choice.ts";
import { verifySteps } from "./verify-steps.ts";
import { proveWholeDomain, type Stuck } from "./whole-domain.ts";

/** How much is tried before a verdict is `unproved`. */
export type VerifyLimits = Partial<ProofLimits>;

/*
 *    network --\
 *               +--> one graph, equal numbers are one --> what is left, output by output --> run both
 *    program --/     unit by unit, noise snapped          nested thresholds of one sum       on a few
 *                                                         or extreme; bits: all cases, diagrams
 */

/**
 * Is a program the same function as a network, on every input of the network's domain?
 *
 * Both are brought to one graph, in which most of what they say alike is the same; what is not is proved
 * by cuts, unit by unit and layer by layer, then outputs that are tables over one sum or one extreme, and
 * outputs over bits that are left exhaustively or by decision diagrams. `different` comes with an input on which `predict` and `evaluate` differ; whatever
 * is too hard, or not understood, is `unproved`. Exact: weights are the numbers that their doubles
 * denote, sums are not rounded. Deterministic, never throws for hard input.
 */
export function verify(network: AnyNetwork, program: Program, limits: VerifyLimits = {}): Verdict {
  if (network.kind === "feedforward") return verifyLayers(network, program, limits);
  const misfit = formMisfit(network, program);
  if (misfit !== undefined) {
    const domain = describeDomain(network.inputs);
    return { kind: "unproved", domain, methods: [], reason: misfit };
  }
  return verifySteps(network, program, (part, said) =>
    verifyPart(part, said, (layers, inner) => verifyLayers(layers, inner, limits)),
  );
}

function verifyLayers(network: Network, program: Program, limits: VerifyLimits): Verdict {
  const domain = describeDomain(network.inputs);
  const misfit = misfitOf(network, program);
  if (misfit !== undefined) return { kind: "unproved", domain, methods: [], reason: misfit };
  return { ...conclude(network, program, { ...defaultLimits, ...limits }), domain };
}

const defaultLimits: ProofLimits = {
  exhaustiveInputs: 16,
  diagramNodes: 200_000,
  graphSteps: 2 ** 27,
};

type Conclusion = { readonly methods: readonly string[] } & (
  | { readonly kind: "equivalent"; readonly snapped?: number }
  | { readonly kind: "different"; readonly counterexample: Counterexample }
  | { readonly kind: "unproved"; readonly reason: string }
);

function conclude(network: Network, program: Program, limits: ProofLimits): Conclusion {
  const run = trialOf(network, program);
  const task: Task = { network, program, limits, run, meter: { steps: 0 } };
  const { proof, stuck } = proveWholeDomain(task);
  if (proof !== undefined) return doubleCheck(proof.methods, proof.snaps, task);
  const shown = refuteBy(stuck.suspects, task);
  if (shown !== undefined) return refute(shown, stuck.methods);
  const cells = attempt(stuck, task);
  switch (cells.kind) {
    case "differs":
      return confirm(cells, task);
    case "proved":
      return doubleCheck([...stuck.methods, ...cells.methods.slice(1)], [], task);
    case "stuck":
      return runAll(task) ?? caseByCase(task) ?? runSome(cells, task);
  }
}

function caseByCase(task: Task): Conclusion | undefined {
  const proof = proveByCases(task);
  return proof && doubleCheck(proof.methods, [], task);
}

/** The proof of outputs over bits, cell by cell. */
function attempt({ open, reason }: Stuck, task: Task): Proof {
  const { network, program, limits } = task;
  const shapes = network.inputs.map(({ shape }) => shape);
  const areBits = network.inputs.every(
    ({ domain }) => domain.kind === "binary" || domain.kind === "one-hot",
  );
  if (!areBits || task.meter.steps > maxSteps) return { kind: "stuck", methods: [], reason };
  const expansion = metered(task, (meter) =>
    expand(program, shapes, { algebra: circuitAlgebra, meter }),
  );
  if ("reason" in expansion) {
    return { kind: "stuck", methods: [], reason: open === undefined ? expansion.reason : reason };
  }
  if (expansion.isSoftmax) return { kind: "stuck", methods: [], reason };
  return prove(network, expansion, { limits, open: open && new Set(open) });
}

/** The prover's counterexample, if it is one by the definitions. */
function confirm({ methods, ones }: Proof & { readonly kind: "differs" }, task: Task): Conclusion {
  const { network, run } = task;
  const x = new Float64Array(network.layers[0]!.weights.nColumns);
  for (const cell of ones) x[cell] = 1;
  // The prover takes all bits: it may look where several values hold at once, or none.
  if (!isOneHot(x, network.inputs)) {
    return runAll(task) ?? runSome({ kind: "stuck", methods, reason: onlyOutside }, task);
  }
  const trial = run(x);
  const bug = "a bug of the prover: its counterexample shows no difference";
  if (trial.kind === "same") return { kind: "unproved", methods, reason: bug };
  if (trial.kind === "different" && noiseOn(network, allUnits(network))(x)) {
    return runAll(task) ?? runSome({ kind: "stuck", methods, reason: onlyNoise }, task);
  }
  return refute(trial, methods);
}

const onlyOutside =
  "differences were found only where an input has several values at once, or none";

const onlyNoise = "an input shows a difference, but by a sum that is noise";

/** A proof is believed only if the definitions agree with it on a few inputs. */
function doubleCheck(methods: readonly string[], snaps: readonly Snap[], task: Task): Conclusion {
  const isNoisy = noiseOn(task.network, snaps);
  const count = Math.min(16, Math.max(2, Math.floor(quickCost / costOf(task))));
  const inputs = [...samplesOf(task.network.inputs, count)].filter((x) => !isNoisy(x));
  const trial = firstNotSame(inputs, task.run);
  if (trial !== undefined) return refute(trial, methods);
  const tried = `${inputs.length} inputs run`;
  const proved = { kind: "equivalent", methods: [...methods, tried] } as const;
  return snaps.length === 0 ? proved : { ...proved, snapped: snaps.length };
}

/** What running both on all inputs shows, where these are few and running rounds nothing. */
function runAll(task: Task): Conclusion | undefined {
  const { network, run } = task;
  const most = Math.min(4096, Math.floor(maxCost / costOf(task)));
  const inputs = allInputs(network.inputs, most);
  if (inputs === undefined || roundingOf(network) !== undefined) return undefined;
  const methods = [`all ${inputs.length} inputs run`];
  const trial = firstNotSame(inputs, run);
  if (trial === undefined) return { kind: "equivalent", methods };
  if (trial.kind === "failed") return refute(trial, methods);
  const isNoisy = noiseOn(network, allUnits(network));
  const quiet = firstNotSame(
    inputs.filter((x) => !isNoisy(x)),
    run,
  );
  return quiet === undefined ? undefined : refute(quiet, methods);
}

/** A difference may be found without a proof. */
function runSome(
  { methods, reason }: Proof & { readonly kind: "stuck" },
  { network, run, meter }: Task,
): Conclusion {
  const isNoisy = noiseOn(network, allUnits(network));
  const samples = meter.steps > maxSteps ? [] : samplesOf(network.inputs, 8);
  const quiet = [...samples].filter((x) => !isNoisy(x));
  const trial = firstNotSame(quiet, run);
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

/** Numbers added and expressions visited in a small fraction of a second. */
const quickCost = 100_000;

/** The same in about half a second. */
const maxCost = 4_000_000;
