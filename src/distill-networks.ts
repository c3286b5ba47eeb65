import { condense } from "./condense/condense.ts";
import { type DistilledNetwork, type DistillNetworkOptions, printIn, untried } from "./distill.ts";
import { checkSizes } from "./enn/check-sizes.ts";
import type { AnyNetwork } from "./enn/network.ts";
import { sizeOf } from "./math/shape.ts";
import { neverStop } from "./math/stop.ts";
import {
  fittedToFew,
  type Holding,
  noneFound,
  type OneProgram,
  type OneSize,
  oneProgram,
  verdictOfAll,
} from "./one-program.ts";
import type { Program } from "./program/program.ts";
import type { SizeVerdict } from "./report/known.ts";
import { agreement } from "./verify/agreement.ts";
import type { Verdict } from "./verify/verdict.ts";
import { verify } from "./verify/verify.ts";

export interface DistillNetworksOptions extends DistillNetworkOptions {
  /** What errors call the networks (default: network 1, network 2, ..). */
  readonly places?: readonly string[];
}

/** One program of several networks; `network` is the one from which it comes. */
export interface DistilledNetworks extends DistilledNetwork {
  /** Of each network, the smallest first. */
  readonly sizes: readonly SizeVerdict[];
  readonly isOfAllSizes: boolean;
  /** What a reader has to know of how it holds for all sizes. */
  readonly open: readonly string[];
}

/**
 * One program for networks of one problem at several sizes: that of one network if it is proved equivalent
 * to all, else what the programs of all have in common, with constants that follow from the lengths. It is
 * verified against each network, and the verdict is that of all. Where there is no such program the one
 * that does best is given, and what is open says why. The order of the networks does not matter.
 *
 * Throws `different-problems`, `same-size`.
 */
export function distillNetworks(
  networks: readonly AnyNetwork[],
  options: DistillNetworksOptions,
): DistilledNetworks {
  const { name, languages, onStage = () => {}, shouldStop = neverStop } = options;
  checkSizes(networks, options.places ?? networks.map((_, k) => `network ${k + 1}`));
  onStage("condense");
  const condensed = largestFirst(networks).map((network) => ({
    network,
    program: condense(network, { name, shouldStop }),
  }));
  onStage("verify");
  const judges = condensed.map(({ network }) => judgeOf(network, shouldStop));
  const found = oneProgram(condensed.map((each, k) => ({ ...each, ...judges[k]! })));
  const { program } = found;
  const verdicts = judges.map(({ verdict }) => verdict(program));
  const isProved = found.kind === "none" || verdicts.every(({ kind }) => kind === "equivalent");
  const at = found.kind === "common" ? 0 : found.at;
  onStage("emit");
  return {
    network: condensed[at]!.network,
    program,
    verdict: verdictOfAll(verdicts, at),
    source: printIn(languages, program),
    sizes: condensed.map(({ network }, k) => verdictAt(network, verdicts[k]!)).reverse(),
    isOfAllSizes: found.kind !== "none" && isProved,
    open: [...openOf(found, networks.length), ...(isProved ? [] : [NOT_PROVED])],
  };
}

/** Of programs that are equally short, that of the largest network is taken, which says the most. */
function largestFirst(networks: readonly AnyNetwork[]): AnyNetwork[] {
  return [...networks].sort((a, b) => cellsOf(b) - cellsOf(a) || compareShapes(b, a));
}

function cellsOf({ inputs }: AnyNetwork): number {
  return inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
}

/** Axis by axis, for those with as many cells. */
function compareShapes(a: AnyNetwork, b: AnyNetwork): number {
  const [lengths, others] = [a, b].map(({ inputs }) => inputs.flatMap(({ shape }) => shape));
  const differing = lengths!.findIndex((length, axis) => length !== others![axis]);
  return differing < 0 ? 0 : lengths![differing]! - others![differing]!;
}

interface Judge extends Pick<OneSize, "holds" | "score"> {
  readonly verdict: (program: Program) => Verdict;
}

/** A program holds for a network if that is proved; a few inputs refute most without a proof. */
function judgeOf(network: AnyNetwork, shouldStop: () => boolean): Judge {
  const known = new Map<Program, Verdict>();
  const verdict = (program: Program): Verdict => {
    const found =
      known.get(program) ?? (shouldStop() ? untried(network) : verify(network, program));
    known.set(program, found);
    return found;
  };
  const score = (program: Program): number => agreement(network, program);
  const holds = (program: Program): Holding =>
    score(program) < 1 ? "no" : HOLDING[verdict(program).kind];
  return { verdict, score, holds };
}

const HOLDING: Readonly<Record<Verdict["kind"], Holding>> = {
  equivalent: "yes",
  unproved: "perhaps",
  different: "no",
};

function verdictAt({ inputs }: AnyNetwork, verdict: Verdict): SizeVerdict {
  return { shapes: inputs.map(({ shape }) => shape), verdict };
}

const NOT_PROVED =
  "sizes: nothing speaks against the program at any of them, but not at all of them is it proved";

function openOf(found: OneProgram, nSizes: number): string[] {
  switch (found.kind) {
    case "own":
      return [];
    case "common":
      return fittedToFew(nSizes);
    case "none":
      return [noneFound(found.parting, "their common form is not equivalent to the networks")];
  }
}
