import type { Context, Unit } from "./experiment.ts";
import type { Measurement } from "./measurement.ts";
import type { PeerQuestion, PeerTest, Score } from "./peers.ts";
import type { RuleLearner, RulePeer } from "./rule-peers.ts";

interface RuleWork {
  readonly name: string;
  readonly peer: RulePeer;
  readonly effort: number;
  /** Tests are of one step. */
  readonly question: () => PeerQuestion;
  /** What the scores, one for each test, are measurements of. */
  readonly measure: (series: string, scores: readonly Score[]) => Measurement[];
}

/** One training set, given to a peer that finds rules, one output after the other. */
export function ruleUnit({ name, peer, effort, question, measure }: RuleWork): Unit {
  return {
    name: `${name}, ${peer}`,
    effort,
    ...(peer === "RIPPER" && { needs: "weka" }),
    measure: async (context) => measure(peer, await scoresOf(learnerOf(peer, context), question())),
  };
}

function learnerOf(peer: RulePeer, { weka, espresso }: Context): RuleLearner {
  return peer === "RIPPER" ? weka! : espresso;
}

async function scoresOf(learner: RuleLearner, question: PeerQuestion): Promise<Score[]> {
  const outputs: (readonly number[])[] = [];
  for (const k of question.y[0]!.keys()) outputs.push(await answersFor(learner, question, k));
  let start = 0;
  return question.tests.map((test) => {
    const from = start;
    start += test.x.length;
    return scoreOf(
      test,
      outputs.map((answers) => answers.slice(from, start)),
    );
  });
}

/** What it says for one output, test after test. */
async function answersFor(
  learner: RuleLearner,
  { x, y, tests, seed }: PeerQuestion,
  output: number,
): Promise<readonly number[]> {
  const labels = y.map((row) => row[output]!);
  const asked = tests.flatMap((test) => test.x);
  const [first] = labels;
  if (labels.every((label) => label === first)) return asked.map(() => first!);
  return learner.predict({ x, y: labels, asked, seed });
}

/** Outputs are (outputs, nTests). */
function scoreOf({ y }: PeerTest, outputs: readonly (readonly number[])[]): Score {
  const right = y.map((row, test) => row.filter((label, k) => label === outputs[k]![test]).length);
  const width = y[0]!.length;
  return {
    cells: right.reduce((sum, count) => sum + count, 0) / (y.length * width),
    samples: right.filter((count) => count === width).length / y.length,
  };
}
