import { loadLinearSolver } from "../../math/linear-program.ts";
import type { Unit } from "../experiment.ts";
import { type At, type Measurement, value } from "../measurement.ts";
import { streamOf } from "../stream.ts";
import { type FormulaShape, randomFormula, shareSatisfied } from "./formula.ts";
import { JOHNSON, type Solver } from "./solvers.ts";

/** Random formulas of one shape, which every solver is given. */
export interface Formulas {
  readonly shape: FormulaShape;
  readonly count: number;
  readonly seed: number;
  readonly effort: number;
  /** Where the share of satisfied clauses belongs. */
  readonly share: Omit<At, "series">;
  /** Where the difference to Johnson on the same formula belongs. */
  readonly difference: Omit<At, "series">;
}

/** One measurement for each formula and each solver; the solvers come from what is learnt once for all units. */
export function formulasUnit(
  { shape, count, seed, effort, share, difference }: Formulas,
  solvers: () => Promise<readonly Solver[]>,
): Unit {
  const { variables, clauses, least, most } = shape;
  const name = `${variables} variables, ${clauses} clauses of ${least} to ${most} literals`;
  return {
    name: `${share.what}, ${name}, ${count} formulas`,
    effort,
    measure: async () => {
      const asked = await solvers();
      const solver = await loadLinearSolver();
      const drawing = streamOf(seed, name);
      const random = streamOf(seed, `${name}, random choices`);
      return Array.from({ length: count }).flatMap((): Measurement[] => {
        const formula = randomFormula(shape, drawing);
        const shares = new Map(
          asked.map(({ series, assign }) => [
            series,
            shareSatisfied(formula, assign(formula, { solver, random })),
          ]),
        );
        const johnson = shares.get(JOHNSON)!;
        return [...shares].flatMap(([series, satisfied]) => [
          value({ ...share, series }, satisfied),
          ...(series === JOHNSON ? [] : [value({ ...difference, series }, satisfied - johnson)]),
        ]);
      });
    },
  };
}
