import { describe, expect, it } from "vitest";
import { loadLinearSolver } from "../../src/math/linear-program.ts";

const solver = await loadLinearSolver();
const [none, any] = [-Infinity, Infinity];

/** Over two variables from 0. */
function programOf(
  costs: readonly [number, number],
  rows: readonly { readonly row: readonly [number, number]; readonly low: number; high: number }[],
) {
  return {
    costs: Float64Array.from(costs),
    lower: Float64Array.of(0, 0),
    upper: Float64Array.of(any, any),
    rows: Float64Array.from(rows.flatMap(({ row }) => row)),
    rowLower: Float64Array.from(rows, ({ low }) => low),
    rowUpper: Float64Array.from(rows, ({ high }) => high),
  };
}

describe("linear programs", () => {
  it("find the cheapest point", () => {
    // minimise 2x + 3y where x + y >= 4 and x <= 3: (3, 1).
    const solution = solver.solve(
      programOf(
        [2, 3],
        [
          { row: [1, 1], low: 4, high: any },
          { row: [1, 0], low: none, high: 3 },
        ],
      ),
    );
    expect(solution).toHaveLength(2);
    expect(solution![0]).toBeCloseTo(3, 9);
    expect(solution![1]).toBeCloseTo(1, 9);
  });

  it("keep to bounds of variables, also negative ones", () => {
    const program = programOf([1, 1], [{ row: [1, -1], low: 2, high: 2 }]);
    const solution = solver.solve({ ...program, lower: Float64Array.of(-5, -4) });
    expect(solution![0]).toBeCloseTo(-2, 9);
    expect(solution![1]).toBeCloseTo(-4, 9);
  });

  it("give undefined where no point is feasible", () => {
    const program = programOf(
      [1, 1],
      [
        { row: [1, 1], low: 3, high: any },
        { row: [1, 1], low: none, high: 2 },
      ],
    );
    expect(solver.solve(program)).toBeUndefined();
  });

  it("are solved alike after an infeasible one", () => {
    const feasible = programOf([1, 2], [{ row: [1, 1], low: 1, high: any }]);
    const before = solver.solve(feasible);
    solver.solve(programOf([1, 1], [{ row: [1, 0], low: none, high: -1 }]));
    expect(solver.solve(feasible)).toEqual(before);
  });

  it("are solved by one solver, loaded once", async () => {
    expect(await loadLinearSolver()).toBe(solver);
  });
});
