import { condense } from "./condense/condense.ts";
import type { Dataset } from "./data/dataset.ts";
import { emit, type Language } from "./emit/emit.ts";
import type { Candidate } from "./learn/candidate.ts";
import { learn } from "./learn/learn.ts";
import type { LearnOptions } from "./learn/options.ts";
import type { Program } from "./program/program.ts";
import { readingCost } from "./program/reading-cost.ts";
import { cover } from "./verify/cover.ts";
import type { Coverage } from "./verify/coverage.ts";
import type { Verdict } from "./verify/verdict.ts";
import { verify } from "./verify/verify.ts";

/*
 *    samples --learn--> candidate networks --condense--> programs
 *                                                           | the shortest
 *                                                           v
 *           code <--emit-- program --verify--> verdict, --cover--> coverage
 */

export interface DistillOptions extends LearnOptions {
  /** Name of the function. */
  readonly name: string;
  readonly languages?: readonly Language[];
  /** Called when a stage is entered, so that a shell can time stages. */
  readonly onStage?: (stage: Stage) => void;
}

export type Stage = "learn" | "condense" | "verify" | "emit";

export interface Distilled {
  readonly candidate: Candidate;
  readonly network: Candidate["network"];
  readonly program: Program;
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  /** The printed code, by language. */
  readonly source: Readonly<Partial<Record<Language, string>>>;
}

/** From samples to proved code: one call per stage. */
export async function distill(dataset: Dataset, options: DistillOptions): Promise<Distilled> {
  const { name, languages = ["python"], onStage = () => {} } = options;
  onStage("learn");
  const candidates = await learn(dataset, options);
  onStage("condense");
  const [candidate, program] = shortest(
    candidates.map((offer) => [offer, condense(offer.network, { name })] as const),
  );
  onStage("verify");
  const verdict = verify(candidate.network, program);
  const coverage = cover(program, dataset);
  onStage("emit");
  const source = Object.fromEntries(
    languages.map((language) => [language, emit(program, language)]),
  );
  return { candidate, network: candidate.network, program, verdict, coverage, source };
}

/** The shortest program; of equally short ones that of the candidate with the fewest bits. */
function shortest(
  offers: readonly (readonly [Candidate, Program])[],
): readonly [Candidate, Program] {
  return offers.reduce((best, offer) =>
    readingCost(offer[1]) < readingCost(best[1]) ? offer : best,
  );
}
