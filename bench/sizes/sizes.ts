import type { Sample as ProgramInput } from "../../src/answer.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { type DistilledSizes, distillSizes } from "../../src/distill-sizes.ts";
import { countPythonTokens } from "../../src/emit/python-tokens.ts";
import { Random } from "../../src/math/random.ts";
import { stripTypes } from "../../src/run/strip-types.ts";
import type { Report } from "../figure.ts";
import { checkByHand } from "./by-hand.ts";
import { COUNTERS } from "./counters.ts";
import { GRIDS } from "./grids.ts";
import { PAIRS } from "./pairs.ts";
import type { Sample, SizedProblem } from "./problem.ts";
import { SEQUENCES } from "./sequences.ts";
import { WALKS } from "./walks.ts";

const PROBLEMS: readonly SizedProblem[] = [...SEQUENCES, ...PAIRS, ...GRIDS];

/** Beside those whose lengths are compared. */
const MORE: readonly SizedProblem[] = [...WALKS, ...COUNTERS];

/** Samples in all, over the sizes at which a problem is learnt. */
const SAMPLES = 390;

const FACTORS = [10, 50];

/** Inputs of a large size that are tried; fewer where time is up, and then it is said how many. */
const MOST_INPUTS = 1000;
const MOST_TEST_SECONDS = 60;
const MOST_LEARN_SECONDS = 60;

/** Learnt small, right large: each problem from three sizes, tried at ten and fifty times the least. */
export async function sizes(report: Report, prefix = ""): Promise<void> {
  const ratios: number[] = [];
  const isChosen = ({ name }: SizedProblem): boolean => name.startsWith(prefix);
  const [chosen, more] = [PROBLEMS.filter(isChosen), MORE.filter(isChosen)];
  checkByHand(
    [...chosen, ...more].map((problem) => ({ problem, samples: drawn(problem, 9, 50, 1) })),
  );
  for (const problem of more) await measure(problem, report);
  for (const problem of chosen) {
    const { tokens, byHand } = await measure(problem, report);
    if (tokens !== undefined) ratios.push(tokens / byHand);
  }
  if (chosen.length === 0) return;
  ratios.sort((a, b) => a - b);
  const median = ratios[Math.floor(ratios.length / 2)];
  report.add({
    what: "tokens of exact programs, of those by hand",
    hopedFor: `${chosen.length} problems exact, the median at most 1`,
    measured: `${ratios.length} exact, ${median?.toFixed(2) ?? "none"} in the median`,
    isReached: ratios.length === chosen.length && median !== undefined && median <= 1,
  });
}

interface Measured {
  /** Of an exact program. */
  readonly tokens?: number;
  readonly byHand: number;
}

async function measure(problem: SizedProblem, report: Report): Promise<Measured> {
  const byHand = countPythonTokens(problem.byHand);
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const learnt = await learntFrom(problem, () => seconds() > MOST_LEARN_SECONDS);
  const took = `${seconds().toFixed(1)} s`;
  const add = (measured: string, isReached: boolean): void =>
    report.add({ what: problem.name, hopedFor: "exact at 10 and 50 times", measured, isReached });
  if (typeof learnt === "string") {
    add(`not found (${learnt}), ${took}`, false);
    return { byHand };
  }
  const tokens = countPythonTokens(learnt.source.python!);
  const printed = await printedOf(learnt);
  const tested = FACTORS.map((factor) => testedAt(factor * problem.sizes[0]!, problem, printed));
  const isExact = tested.every(({ wrong }) => wrong === undefined);
  const trials = tested.map((each) => each.wrong ?? `right on ${each.tried} of ${each.size}`);
  add(
    `${trials.join(", ")}; ${learnt.verdict.kind}, ${tokens} tokens (${byHand} by hand), ${took}`,
    isExact,
  );
  return isExact ? { tokens, byHand } : { byHand };
}

async function learntFrom(
  problem: SizedProblem,
  shouldStop: () => boolean,
): Promise<DistilledSizes | string> {
  const { length } = problem.sizes;
  const datasets = problem.sizes.map((size, k) =>
    parseJsonl(
      drawn(problem, size, SAMPLES / length, k)
        .map((sample) => `${JSON.stringify(sample)}\n`)
        .join(""),
      {},
    ),
  );
  try {
    return await distillSizes(datasets, {
      name: "f",
      languages: ["python", "typescript"],
      shouldStop,
    });
  } catch (error) {
    return (error as Error).message;
  }
}

interface Tested {
  readonly size: number;
  readonly tried: number;
  /** Why it is not exact. */
  readonly wrong?: string;
}

type Printed = (inputs: ProgramInput) => unknown;

/** What was learnt as TypeScript that runs here: large inputs take the evaluator too long. */
async function printedOf({ program, source }: DistilledSizes): Promise<Printed> {
  const code = encodeURIComponent(stripTypes(source.typescript!));
  const { f } = await import(`data:text/javascript,${code}`);
  return (inputs) => f(...program.inputs.map(({ name }) => inputs[name]));
}

function testedAt(size: number, problem: SizedProblem, printed: Printed): Tested {
  const random = new Random(size);
  const start = performance.now();
  for (let tried = 0; tried < MOST_INPUTS; tried++) {
    if (performance.now() - start > 1000 * MOST_TEST_SECONDS) return { size, tried };
    const { y, ...inputs } = problem.draw(size, random);
    const answer = answerTo(printed, inputs as ProgramInput);
    if (answer instanceof Error) return { size, tried, wrong: `no answer at ${size}` };
    if (JSON.stringify(answer) !== JSON.stringify(y)) {
      return { size, tried, wrong: `wrong at ${size} after ${tried} inputs` };
    }
  }
  return { size, tried: MOST_INPUTS };
}

function answerTo(printed: Printed, inputs: ProgramInput): unknown {
  try {
    return printed(inputs);
  } catch (error) {
    return error instanceof Error ? error : new Error("no reason");
  }
}

function drawn(problem: SizedProblem, size: number, count: number, seed: number): Sample[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => problem.draw(size, random));
}
