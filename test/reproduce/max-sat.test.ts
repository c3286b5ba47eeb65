import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadLinearSolver } from "../../src/math/linear-program.ts";
import { Random } from "../../src/math/random.ts";
import {
  type Formula,
  randomFormula,
  shareSatisfied,
} from "../../src/reproduce/max-sat/formula.ts";
import { greedy } from "../../src/reproduce/max-sat/greedy.ts";
import {
  countsOf,
  formulaPolicy,
  johnson,
  majorityLiteral,
} from "../../src/reproduce/max-sat/policies.ts";
import { optimum, threeQuarters } from "../../src/reproduce/max-sat/programs.ts";
import { publishedProgram } from "../../src/reproduce/max-sat/solvers.ts";

/** a, (not a or b), (not a or not b), (not b): three of four can hold. */
const four: Formula = { variables: 2, clauses: [[0], [1, 2], [1, 3], [3]] };

function drawn(seed: number, variables = 6): Formula {
  return randomFormula({ variables, clauses: 4 * variables, least: 1, most: 3 }, new Random(seed));
}

/** By trying all assignments. */
function mostSatisfied(formula: Formula): number {
  const { variables } = formula;
  const shares = Array.from({ length: 2 ** variables }, (_, bits) =>
    shareSatisfied(
      formula,
      Array.from({ length: variables }, (_, k) => ((bits >> k) & 1) === 1),
    ),
  );
  return Math.max(...shares);
}

describe("formulas", () => {
  it("count the clauses that hold", () => {
    expect(shareSatisfied(four, [true, true])).toBe(0.5);
    expect(shareSatisfied(four, [true, false])).toBe(0.75);
  });
});

describe("greedy", () => {
  it("shows each variable what is left: literals that fail are gone, clauses that hold too", () => {
    const views: unknown[] = [];
    greedy(four, (view) => {
      views.push(view);
      return true;
    });
    expect(views).toEqual([
      { positive: [1], negative: [2, 2] },
      { positive: [1], negative: [1, 1] },
    ]);
  });

  it("by Johnson's weights is optimal where every clause has one literal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const formula = randomFormula(
          { variables: 5, clauses: 20, least: 1, most: 1 },
          new Random(seed),
        );
        expect(shareSatisfied(formula, greedy(formula, johnson))).toBe(mostSatisfied(formula));
      }),
      { numRuns: 20 },
    );
  });

  it("by the published network goes by single clauses first", () => {
    const policy = formulaPolicy(publishedProgram(), 0);
    expect(policy({ positive: [1], negative: [2, 2, 2] })).toBe(true);
    expect(policy({ positive: [2, 2], negative: [1] })).toBe(false);
    expect(policy({ positive: [3, 2], negative: [3] })).toBe(true);
  });
});

describe("programs", () => {
  it("find the optimum, which neither greedy nor rounding beats", async () => {
    const solver = await loadLinearSolver();
    for (const seed of [1, 2]) {
      const formula = drawn(seed);
      const best = shareSatisfied(formula, optimum(formula, solver));
      expect(best).toBe(mostSatisfied(formula));
      const others = [
        greedy(formula, johnson),
        majorityLiteral(formula),
        threeQuarters(formula, { solver, random: new Random(seed) }),
      ];
      for (const other of others) expect(shareSatisfied(formula, other)).toBeLessThanOrEqual(best);
    }
  });

  it("round to three quarters of the optimum on average", async () => {
    const solver = await loadLinearSolver();
    const ratios = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const formula = drawn(seed);
      const rounded = threeQuarters(formula, { solver, random: new Random(seed) });
      return shareSatisfied(formula, rounded) / mostSatisfied(formula);
    });
    expect(ratios.reduce((a, b) => a + b, 0) / ratios.length).toBeGreaterThan(0.75);
  });
});

it("counts clauses by their open literals", () => {
  expect([...countsOf([1, 3, 3], 3)]).toEqual([1, 0, 2]);
});
