import type { Random } from "../../math/random.ts";

/** Literals of which one must hold: 2 v is variable v, 2 v + 1 is not variable v. */
export type Clause = readonly number[];

export interface Formula {
  readonly variables: number;
  readonly clauses: readonly Clause[];
}

/** Whether each variable holds. */
export type Assignment = readonly boolean[];

export interface FormulaShape {
  readonly variables: number;
  readonly clauses: number;
  /** Literals of a clause: each number from the least to the most is as likely. */
  readonly least: number;
  readonly most: number;
}

/** Clauses over different variables, each of them negated by chance; a clause may come twice. */
export function randomFormula(shape: FormulaShape, random: Random): Formula {
  const { variables, clauses, least, most } = shape;
  return {
    variables,
    clauses: Array.from({ length: clauses }, () => {
      const length = least + random.below(most - least + 1);
      return different(length, variables, random).map((variable) => 2 * variable + random.bit());
    }),
  };
}

function different(count: number, variables: number, random: Random): number[] {
  const chosen = new Set<number>();
  while (chosen.size < count) chosen.add(random.below(variables));
  return [...chosen];
}

/** The share of clauses that hold. */
export function shareSatisfied({ clauses }: Formula, assignment: Assignment): number {
  const satisfied = clauses.filter((clause) =>
    clause.some((literal) => assignment[literal >> 1] === (literal % 2 === 0)),
  );
  return satisfied.length / clauses.length;
}
