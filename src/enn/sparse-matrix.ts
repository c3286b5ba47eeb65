/**
 * A matrix without its zeros, row by row ("compressed sparse rows").
 *
 * The entries of row `r` are `columns[k]`, `values[k]` for k in `starts[r]..starts[r + 1]`, with
 * ascending columns.
 */
export interface SparseMatrix {
  readonly nRows: number;
  readonly nColumns: number;
  /** (nRows + 1). */
  readonly starts: Int32Array;
  /** (nonzero entries). */
  readonly columns: Int32Array;
  /** (nonzero entries). */
  readonly values: Float64Array;
}

/** One nonzero entry of a row. */
export interface Entry {
  readonly column: number;
  readonly value: number;
}

/** A matrix from the entries of its rows; zeros are dropped, columns sorted, repeated columns added up. */
export function sparseMatrix(rows: readonly (readonly Entry[])[], nColumns: number): SparseMatrix {
  const merged = rows.map(mergeColumns);
  const starts = new Int32Array(rows.length + 1);
  merged.forEach((row, r) => {
    starts[r + 1] = starts[r]! + row.length;
  });
  const entries = merged.flat();
  return {
    nRows: rows.length,
    nColumns,
    starts,
    columns: Int32Array.from(entries, (entry) => entry.column),
    values: Float64Array.from(entries, (entry) => entry.value),
  };
}

/** The nonzero entries of one row. */
export function rowOf(matrix: SparseMatrix, row: number): Entry[] {
  const entries: Entry[] = [];
  for (let k = matrix.starts[row]!; k < matrix.starts[row + 1]!; k++) {
    entries.push({ column: matrix.columns[k]!, value: matrix.values[k]! });
  }
  return entries;
}

function mergeColumns(entries: readonly Entry[]): Entry[] {
  const sums = new Map<number, number>();
  for (const { column, value } of entries) sums.set(column, (sums.get(column) ?? 0) + value);
  return [...sums]
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => a - b)
    .map(([column, value]) => ({ column, value }));
}
