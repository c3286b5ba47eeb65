import type { Highs } from "highs";

/** minimise cost.x subject to rowLower <= rows.x <= rowUpper and lower <= x <= upper. */
export interface LinearProgram {
  /** (nVariables). */
  readonly costs: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** (nRows, nVariables), dense and row-major. */
  readonly rows: Float64Array;
  /** (nRows). */
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
}

/** Solves linear programs; loading it costs 0.3 s once, so it is passed around. */
export interface LinearSolver {
  /**
   * The optimal variables, in doubles: whoever needs exactness re-checks. Undefined where no point is
   * feasible. Throws when the solver gives up, which linear programs of this size do not make it do.
   */
  readonly solve: (program: LinearProgram) => Float64Array | undefined;
}

let loading: Promise<LinearSolver> | undefined;

/** The solver, loaded at the first call: HiGHS as WebAssembly, one thread, deterministic. */
export function loadLinearSolver(): Promise<LinearSolver> {
  loading ??= import("highs").then(async ({ default: load }) => {
    const highs = await load();
    return { solve: (program) => solve(highs, program) };
  });
  return loading;
}

function solve(highs: Highs, program: LinearProgram): Float64Array | undefined {
  const { modelStatus } = highs.constants;
  return highs.withModel(modelData(program), (model) => {
    model.options.set({ output_flag: false });
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.optimal) return model.getSolution().colValue;
    if (status === modelStatus.infeasible) return undefined;
    throw new Error(`the linear solver stopped with status ${status}`);
  });
}

function modelData(program: LinearProgram) {
  const nVariables = program.costs.length;
  const nRows = program.rowLower.length;
  const starts = new Int32Array(nRows + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < nRows; row++) {
    for (let column = 0; column < nVariables; column++) {
      const value = program.rows[row * nVariables + column]!;
      if (value === 0) continue;
      indices.push(column);
      values.push(value);
    }
    starts[row + 1] = indices.length;
  }
  return {
    numCols: nVariables,
    numRows: nRows,
    colCost: program.costs,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: "csr" as const,
      numRows: nRows,
      numCols: nVariables,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}
