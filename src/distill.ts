import { condense } from "./condense/condense.ts";
import type { Dataset } from "./data/dataset.ts";
import { emit, type Language } from "./emit/emit.ts";
import type { AnyNetwork } from "./enn/network.ts";
import type { Candidate } from "./learn/candidate.ts";
import type { Doubts, Rival } from "./learn/doubt/doubts.ts";
import { learn } from "./learn/learn.ts";
import type { LearnOptions } from "./learn/options.ts";
import { neverStop, type ShouldStop } from "./math/stop.ts";
import type { Program } from "./program/program.ts";
import { readingCost } from "./program/reading-cost.ts";
import { cover } from "./verify/cover.ts";
import type { Coverage } from "./verify/coverage.ts";
import { describeDomain } from "./verify/describe-domain.ts";
import type { Verdict } from "./verify/verdict.ts";
import { verify } from "./verify/verify.ts";

/*
 *    samples --learn--> candidate networks --condense--> programs
 *                                                           | the shortest
 *                                                           v
 *           code <--emit-- program --verify--> verdict, --cover--> coverage
 */

/** What both ladders take. */
export interface StageOptions {
  /** Name of the function. */
  readonly name: string;
  readonly languages?: readonly Language[];
  /** Called when a stage is entered, so that a shell can time stages. */
  readonly onStage?: (stage: Stage) => void;
}

export interface DistillNetworkOptions extends StageOptions {
  /** Asked now and then; true ends the search with the program so far, which is not proved then. */
  readonly shouldStop?: ShouldStop;
}

export interface DistillOptions extends StageOptions, LearnOptions {}

export type Stage = "learn" | "condense" | "verify" | "emit";

/** A network, and what became of it. */
export interface DistilledNetwork {
  readonly network: AnyNetwork;
  readonly program: Program;
  readonly verdict: Verdict;
  /** The printed code, by language. */
  readonly source: Readonly<Partial<Record<Language, string>>>;
}

export interface Distilled extends DistilledNetwork {
  readonly candidate: Candidate;
  readonly coverage: Coverage;
  readonly doubts: Doubts;
  /** Programs of other rules that fit about as well. */
  readonly rivals: readonly RivalProgram[];
}

export interface RivalProgram extends Rival {
  readonly program: Program;
}

/** From samples to proved code: one call per stage. */
export async function distill(dataset: Dataset, options: DistillOptions): Promise<Distilled> {
  const { name, languages, onStage = () => {} } = options;
  onStage("learn");
  const candidates = await learn(dataset, options);
  onStage("condense");
  const [candidate, program] = shortest(
    candidates.map((offer) => [offer, condense(offer.network, { name })] as const),
  );
  const { network } = candidate;
  onStage("verify");
  const verdict = verify(network, program);
  const coverage = cover(program, dataset);
  const doubts = candidate.doubts();
  const rivals = programsOf(doubts.rivals, options);
  onStage("emit");
  const source = printIn(languages, program);
  return { candidate, network, program, verdict, coverage, doubts, rivals, source };
}

/** None where time is up. */
function programsOf(
  rivals: readonly Rival[],
  { name, shouldStop = neverStop }: DistillOptions,
): RivalProgram[] {
  if (shouldStop()) return [];
  return rivals.map((rival) => ({
    ...rival,
    program: condense(rival.network, { name, shouldStop }),
  }));
}

/** From a network to proved code: the same ladder, without its first rung. */
export function distillNetwork(
  network: AnyNetwork,
  options: DistillNetworkOptions,
): DistilledNetwork {
  const { name, languages, onStage = () => {}, shouldStop = neverStop } = options;
  onStage("condense");
  const program = condense(network, { name, shouldStop });
  onStage("verify");
  const verdict = shouldStop() ? untried(network) : verify(network, program);
  onStage("emit");
  return { network, program, verdict, source: printIn(languages, program) };
}

/** What is known where time was up before a proof. */
export function untried({ inputs }: AnyNetwork): Verdict {
  const domain = describeDomain(inputs);
  return { kind: "unproved", domain, methods: [], reason: "stopped by --max-seconds" };
}

/** The printed code, by language. */
export function printIn(
  languages: readonly Language[] = ["python"],
  program: Program,
): Distilled["source"] {
  return Object.fromEntries(languages.map((language) => [language, emit(program, language)]));
}

/** What a token of the printed program is worth in bits, where it is weighed against mistakes. */
const BITS_PER_TOKEN = 4;

/** The shortest program, mistakes counted; of equally short ones that of the candidate with the fewest bits. */
function shortest(
  offers: readonly (readonly [Candidate, Program])[],
): readonly [Candidate, Program] {
  const cost = ([{ mistakeBits }, program]: readonly [Candidate, Program]): number =>
    BITS_PER_TOKEN * readingCost(program) + mistakeBits;
  return offers.reduce((best, offer) => (cost(offer) < cost(best) ? offer : best));
}
