import type { Assignment, Formula } from "./formula.ts";

/**
 * What is left of a formula as one variable sees it: for each clause that still asks for the variable,
 * or for its opposite, the number of its literals that are not decided yet, its own included.
 */
export interface View {
  readonly positive: readonly number[];
  readonly negative: readonly number[];
}

/** Whether to set the variable. */
export type Policy = (view: View) => boolean;

/** Sets the variables one by one; clauses that hold drop out, and literals that do not. */
export function greedy({ variables, clauses }: Formula, policy: Policy): Assignment {
  const left = clauses.map((clause) => clause.length);
  const isDone = clauses.map(() => false);
  const holding = Array.from({ length: 2 * variables }, (): number[] => []);
  clauses.forEach((clause, k) => {
    for (const literal of clause) holding[literal]!.push(k);
  });
  return Array.from({ length: variables }, (_, variable) => {
    const open = (literal: number): number[] => holding[literal]!.filter((k) => !isDone[k]);
    const [positive, negative] = [open(2 * variable), open(2 * variable + 1)];
    const lengths = (of: readonly number[]): number[] => of.map((k) => left[k]!);
    const isSet = policy({ positive: lengths(positive), negative: lengths(negative) });
    for (const k of isSet ? positive : negative) isDone[k] = true;
    for (const k of isSet ? negative : positive) left[k]! -= 1;
    return isSet;
  });
}
