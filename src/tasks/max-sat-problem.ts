import type { Example, Problem } from "./problem.ts";

const VARIABLES = 5;
const LITERALS = 2 * VARIABLES;

/**
 * Formulas of one clause at some place, (literals, clauses): literal 0 is the first variable, 1 its opposite.
 *
 * The clause is one of these two, certainly, or one of them and another literal: then with 0.99.
 */
function formulas(nClauses: number): Example[] {
  return Array.from({ length: nClauses }, (_, clause) => clause).flatMap((clause) =>
    [0, 1].flatMap((literal) => [
      formula([literal], { clause, nClauses }),
      ...Array.from({ length: LITERALS - 2 }, (_, k) =>
        formula([literal, k + 2], { clause, nClauses }),
      ),
    ]),
  );
}

interface Place {
  readonly clause: number;
  readonly nClauses: number;
}

function formula(literals: readonly number[], { clause, nClauses }: Place): Example {
  const x = Array.from({ length: LITERALS }, (_, literal) =>
    Array.from({ length: nClauses }, (_, k) =>
      k === clause && literals.includes(literal) ? 1 : 0,
    ),
  );
  const y = literals[0] === 0 ? 1 : 0;
  const right = literals.length === 1 ? 1 : 0.99;
  const wrong = literals.length === 1 ? 0 : 0.01;
  return { x: { x }, y, shares: { 0: y === 0 ? right : wrong, 1: y === 1 ? right : wrong } };
}

export const maxSat: Problem = {
  about: "how to set the first variable of a formula of one clause, with probabilities",
  size: 4,
  largest: 200,
  samples: 72,
  source: { kind: "cases", cases: formulas },
};
