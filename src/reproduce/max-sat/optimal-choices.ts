import type { Random } from "../../math/random.ts";
import type { Example } from "../../tasks/problem.ts";
import { type Formula, randomFormula } from "./formula.ts";
import { countsOf } from "./policies.ts";

/** Of formulas from which choices are taken. */
const VARIABLES = 10;
export const MOST_LITERALS = 3;
const RATIOS = 10;

/**
 * How the first variable of a random formula is set where that decides how many clauses can hold: from the
 * numbers of clauses with one, two and three literals that ask for it, and for its opposite.
 *
 * Cost: all 2^10 assignments of each formula.
 */
export function optimalChoices(count: number, random: Random): readonly Example[] {
  const examples: Example[] = [];
  while (examples.length < count) {
    const clauses = VARIABLES * (1 + random.below(RATIOS));
    const shape = { variables: VARIABLES, clauses, least: 1, most: MOST_LITERALS };
    const formula = randomFormula(shape, random);
    const [set, unset] = [mostSatisfied(formula, 1), mostSatisfied(formula, 0)];
    if (set === unset) continue;
    const x = { positive: countsWith(formula, 0), negative: countsWith(formula, 1) };
    examples.push({ x, y: set > unset ? 1 : 0 });
  }
  return examples;
}

function countsWith({ clauses }: Formula, literal: number): number[] {
  const lengths = clauses.filter((clause) => clause.includes(literal)).map(({ length }) => length);
  return [...countsOf(lengths, MOST_LITERALS)];
}

/** The most clauses that hold at once with the first variable as it is said. */
function mostSatisfied({ clauses }: Formula, first: 0 | 1): number {
  const positive = clauses.map((clause) => maskOf(clause, 0));
  const negative = clauses.map((clause) => maskOf(clause, 1));
  let most = 0;
  for (let assignment: number = first; assignment < 2 ** VARIABLES; assignment += 2) {
    let satisfied = 0;
    for (let k = 0; k < clauses.length; k++) {
      if (((assignment & positive[k]!) | (~assignment & negative[k]!)) !== 0) satisfied++;
    }
    most = Math.max(most, satisfied);
  }
  return most;
}

/** The variables of a clause's literals of one sign, as bits. */
function maskOf(clause: readonly number[], sign: 0 | 1): number {
  return clause
    .filter((literal) => literal % 2 === sign)
    .reduce((mask, literal) => mask | (1 << (literal >> 1)), 0);
}
