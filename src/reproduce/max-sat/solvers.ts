import { condense } from "../../condense/condense.ts";
import type { Distilled } from "../../distill.ts";
import type { LinearSolver } from "../../math/linear-program.ts";
import type { Random } from "../../math/random.ts";
import type { Program } from "../../program/program.ts";
import { maxSat } from "../../tasks/max-sat-network.ts";
import { maxSat as oneClause } from "../../tasks/max-sat-problem.ts";
import { OPTIMUM } from "../compare.ts";
import { casesOf } from "../hidden-cases.ts";
import { learnProgram } from "../learn-program.ts";
import { streamOf } from "../stream.ts";
import type { Assignment, Formula } from "./formula.ts";
import { greedy } from "./greedy.ts";
import { MOST_LITERALS, optimalChoices } from "./optimal-choices.ts";
import { countsPolicy, formulaPolicy, johnson, majorityLiteral } from "./policies.ts";
import { optimum, randomAssignment, threeQuarters } from "./programs.ts";

/** A way to set the variables of a formula. */
export interface Solver {
  readonly series: string;
  readonly assign: (formula: Formula, tools: Tools) => Assignment;
}

export interface Tools {
  readonly solver: LinearSolver;
  readonly random: Random;
}

export const JOHNSON = "Johnson";

/** What people would use. */
export const known: readonly Solver[] = [
  { series: JOHNSON, assign: (formula) => greedy(formula, johnson) },
  { series: "majority literal", assign: majorityLiteral },
  { series: "3/4 approximation", assign: threeQuarters },
  { series: "random", assign: (formula, { random }) => randomAssignment(formula, random) },
];

/** For formulas that are small enough. */
export const best: Solver = {
  series: OPTIMUM,
  assign: (formula, { solver }) => optimum(formula, solver),
};

const CHOICES = 2000;

/** Programs that were learnt, used greedily. */
export interface Learnt {
  readonly fromChoices: Distilled;
  readonly fromOneClause: Distilled;
  readonly published: Program;
}

/** Learns all of them. Cost: about twenty seconds. */
export async function learnAll(seed: number): Promise<Learnt> {
  const choices = optimalChoices(CHOICES, streamOf(seed, "optimal choices"));
  const fromChoices = await learnProgram([choices], "policy");
  const fromOneClause = await learnProgram([casesOf(oneClause)], "policy");
  if (fromChoices === undefined || fromOneClause === undefined) {
    throw new Error("no policy was learnt");
  }
  return { fromChoices, fromOneClause, published: publishedProgram() };
}

/** Of the network that was published for formulas of one clause. */
export function publishedProgram(): Program {
  return condense(maxSat(5, 50, "argmax"), { name: "policy" });
}

export function learntSolvers({ fromChoices, fromOneClause, published }: Learnt): Solver[] {
  const used = {
    "ours, from optimal choices": countsPolicy(fromChoices.program, MOST_LITERALS),
    "ours, from one clause": formulaPolicy(fromOneClause.program, 1),
    // Its first output is the variable, its second one the opposite.
    "published network": formulaPolicy(published, 0),
  };
  return Object.entries(used).map(([series, policy]) => ({
    series,
    assign: (formula) => greedy(formula, policy),
  }));
}
