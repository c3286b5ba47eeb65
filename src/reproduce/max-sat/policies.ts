import type { ArrayValue } from "../../program/evaluate.ts";
import type { Program } from "../../program/program.ts";
import { answersOf } from "../score-program.ts";
import type { Assignment, Formula } from "./formula.ts";
import type { Policy, View } from "./greedy.ts";

/**
 * A clause with k open literals weighs 2^-k; the heavier side wins.
 *
 * Source: Johnson, "Approximation algorithms for combinatorial problems", 1974.
 */
export const johnson: Policy = ({ positive, negative }) => weight(positive) >= weight(negative);

function weight(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + 2 ** -length, 0);
}

/** Each variable as most of its literals in the whole formula say. */
export function majorityLiteral({ variables, clauses }: Formula): Assignment {
  const votes = new Array<number>(variables).fill(0);
  for (const literal of clauses.flat()) votes[literal >> 1]! += literal % 2 === 0 ? 1 : -1;
  return votes.map((vote) => vote >= 0);
}

/**
 * A program that was learnt from formulas of one clause, (literals, clauses), for the first variable. It gives
 * a class, or the probabilities of both: `yes` means to set the variable.
 */
export function formulaPolicy(program: Program, yes: 0 | 1): Policy {
  return (view) => {
    const answers = answersOf(program, [formulaOf(view)]);
    return answers.length === 1 ? answers[0] === yes : answers[yes]! > answers[1 - yes]!;
  };
}

const LITERALS = 10;

/**
 * The clauses of a view as a formula of five variables, of which the first is the one to set. The others
 * are renamed clause by clause: only their number matters to these programs, and clauses without the
 * variable say nothing.
 */
function formulaOf({ positive, negative }: View): ArrayValue {
  const lengths = [...positive, ...negative];
  const data = new Float64Array(LITERALS * lengths.length);
  lengths.forEach((length, clause) => {
    data[(clause < positive.length ? 0 : 1) * lengths.length + clause] = 1;
    for (let other = 1; other < length; other++) data[(other + 1) * lengths.length + clause] = 1;
  });
  return { shape: [LITERALS, lengths.length], data };
}

/** A program that was learnt from how many clauses of each length ask for a variable, and for its opposite. */
export function countsPolicy(program: Program, mostLiterals: number): Policy {
  return ({ positive, negative }) => {
    const inputs = [countsOf(positive, mostLiterals), countsOf(negative, mostLiterals)];
    return (
      answersOf(
        program,
        inputs.map((data) => ({ shape: [mostLiterals], data })),
      )[0] === 1
    );
  };
}

/** Element k - 1 counts the clauses with k open literals. */
export function countsOf(lengths: readonly number[], mostLiterals: number): Float64Array {
  const counts = new Float64Array(mostLiterals);
  for (const length of lengths) counts[length - 1]! += 1;
  return counts;
}
