import type { LinearSolver, SparseProgram } from "../../math/linear-program.ts";
import type { Random } from "../../math/random.ts";
import { type Assignment, type Formula, shareSatisfied } from "./formula.ts";

/** An assignment that satisfies most clauses, by integer programming. */
export function optimum(formula: Formula, solver: LinearSolver): Assignment {
  const solution = solver.solve({ ...relaxation(formula), isInteger: true })!;
  return Array.from({ length: formula.variables }, (_, k) => solution[k]! > 0.5);
}

/**
 * The better of a random assignment and of the relaxation rounded at random: three quarters of the optimum
 * are expected of it.
 *
 * Source: Goemans and Williamson, "New 3/4-approximation algorithms for the maximum satisfiability
 * problem", 1994.
 */
export function threeQuarters(
  formula: Formula,
  { solver, random }: { readonly solver: LinearSolver; readonly random: Random },
): Assignment {
  const solution = solver.solve(relaxation(formula))!;
  const places = Array.from({ length: formula.variables }, (_, k) => k);
  const rounded = places.map((k) => random.next() / 2 ** 32 < solution[k]!);
  const byChance = randomAssignment(formula, random);
  const isBetter = shareSatisfied(formula, rounded) >= shareSatisfied(formula, byChance);
  return isBetter ? rounded : byChance;
}

export function randomAssignment({ variables }: Formula, random: Random): Assignment {
  return Array.from({ length: variables }, () => random.bit() === 1);
}

/** Maximise the sum of z: z of a clause is at most the sum of its literals, and all are from 0 to 1. */
function relaxation({ variables, clauses }: Formula): SparseProgram {
  const nColumns = variables + clauses.length;
  const starts = new Int32Array(clauses.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  const rowLower = new Float64Array(clauses.length);
  clauses.forEach((clause, row) => {
    for (const literal of clause) {
      indices.push(literal >> 1);
      values.push(literal % 2 === 0 ? 1 : -1);
    }
    indices.push(variables + row);
    values.push(-1);
    // Each negated literal is 1 - x.
    rowLower[row] = -clause.filter((literal) => literal % 2 === 1).length;
    starts[row + 1] = indices.length;
  });
  return {
    costs: Float64Array.from({ length: nColumns }, (_, k) => (k < variables ? 0 : -1)),
    lower: new Float64Array(nColumns),
    upper: new Float64Array(nColumns).fill(1),
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
    rowLower,
    rowUpper: new Float64Array(clauses.length).fill(Number.POSITIVE_INFINITY),
  };
}
