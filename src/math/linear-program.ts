import type { Highs, VariableType } from "highs";

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

/** The same with rows that are mostly zeros: row r has `values` at the columns `indices` from starts[r] to starts[r + 1]. */
export interface SparseProgram extends Omit<LinearProgram, "rows"> {
  /** (nRows + 1). */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** All variables are integers. */
  readonly isInteger?: true;
}

/** Solves linear programs; loading it costs 0.3 s once, so it is passed around. */
export interface LinearSolver {
  /**
   * The optimal variables, in doubles: whoever needs exactness re-checks. Undefined where no point is
   * feasible. Throws when the solver gives up, which linear programs of this size do not make it do.
   */
  readonly solve: (program: LinearProgram | SparseProgram) => Float64Array | undefined;
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

function solve(highs: Highs, program: LinearProgram | SparseProgram): Float64Array | undefined {
  const { modelStatus, variableType } = highs.constants;
  const sparse = "rows" in program ? sparseOf(program) : program;
  const model = modelData(sparse, variableType.integer);
  return highs.withModel(model, (loaded) => {
    loaded.options.set({ output_flag: false });
    loaded.run();
    const status = loaded.getModelStatus();
    if (status === modelStatus.optimal) return loaded.getSolution().colValue;
    if (status === modelStatus.infeasible) return undefined;
    throw new Error(`the linear solver stopped with status ${status}`);
  });
}

function sparseOf({ rows, ...program }: LinearProgram): SparseProgram {
  const nVariables = program.costs.length;
  const nRows = program.rowLower.length;
  const starts = new Int32Array(nRows + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < nRows; row++) {
    for (let column = 0; column < nVariables; column++) {
      const value = rows[row * nVariables + column]!;
      if (value === 0) continue;
      indices.push(column);
      values.push(value);
    }
    starts[row + 1] = indices.length;
  }
  return {
    ...program,
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}

function modelData(program: SparseProgram, integer: VariableType) {
  const { costs, lower, upper, rowLower, rowUpper, starts, indices, values, isInteger } = program;
  const numCols = costs.length;
  const numRows = rowLower.length;
  return {
    numCols,
    numRows,
    colCost: costs,
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: { format: "csr" as const, numRows, numCols, starts, indices, values },
    ...(isInteger && { integrality: new Int32Array(numCols).fill(integer) }),
  };
}
