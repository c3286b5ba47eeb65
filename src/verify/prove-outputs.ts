import type { Network } from "../enn/network.ts";
import type { Program } from "../program/program.ts";
import { proveByThresholds, type ThresholdProof } from "./by-thresholds.ts";
import { type Form, isZero } from "./graph/form.ts";
import type { ZeroProver } from "./graph/prove-zero.ts";
import { orObstacle } from "./obstacle.ts";

/** An output that is not proved, and why. */
export interface Open {
  readonly output: number;
  readonly reason: string;
}

/** What became of the outputs. */
export interface Outcome {
  /** Those that are not proved, ascending. */
  readonly open: readonly Open[];
  /** Inputs on which the two seem to differ. */
  readonly suspects: readonly Float64Array[];
  /** Does one of these show a difference? Then nothing else was tried. */
  readonly isRefuted: boolean;
  /** How many were proved by nested thresholds, and how many by cuts. */
  readonly nNested: number;
  readonly nCut: number;
}

interface Means {
  readonly network: Network;
  readonly program: Program;
  readonly prover: ZeroProver;
  /** Inputs on which differences seem not to be 0. */
  readonly suspects: readonly Float64Array[];
  readonly isShownBy: (suspects: readonly Float64Array[]) => boolean;
}

/**
 * Proves outputs equal whose difference is not seen to be 0, unless one is shown to be other: by nested
 * thresholds, which are quick, then by cuts.
 */
export function proveOutputs(differences: readonly Form[], means: Means): Outcome {
  const { prover, suspects, isShownBy } = means;
  const left = [...differences.keys()].filter((k) => !isZero(differences[k]!));
  const none = { open: [], suspects: [], isRefuted: false, nNested: 0, nCut: 0 };
  if (left.length === 0) return none;
  const refuted = (shown: readonly Float64Array[]): Outcome => ({
    ...none,
    open: left.map((output) => ({ output, reason: "the two seem to differ" })),
    suspects: shown,
    isRefuted: true,
  });
  if (isShownBy(suspects)) return refuted(suspects);
  const nested = byThresholds(left, means);
  if (isShownBy(nested.suspects)) return refuted(nested.suspects);
  const rest = left.filter((output) => !nested.proved.has(output));
  const findings = rest.map((output) => ({
    output,
    reason: whyNotZero(prover, differences[output]!),
  }));
  const open = findings.filter((each): each is Open => each.reason !== undefined);
  return {
    open,
    suspects: [...nested.suspects, ...suspects],
    isRefuted: false,
    nNested: nested.proved.size,
    nCut: rest.length - open.length,
  };
}

/** The graph of the program has shown that it never fails. */
function byThresholds(outputs: readonly number[], { network, program }: Means): ThresholdProof {
  const found = orObstacle(() => proveByThresholds(network, program, outputs));
  return "reason" in found ? { proved: new Set(), suspects: [] } : found;
}

/** Nothing where cuts show that it is 0. */
function whyNotZero(prover: ZeroProver, form: Form): string | undefined {
  const finding = prover.isZero(form);
  switch (finding.kind) {
    case "stuck":
      return finding.reason;
    case "differs":
      return "no cut shows the two to be equal";
    case "zero":
      return undefined;
  }
}
