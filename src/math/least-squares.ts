/** Weights of columns that come nearest to a target; undefined where columns depend on each other. */
export function leastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
): number[] | undefined {
  return leastSquaresOfAll(columns, [target])?.[0];
}

/** The same for several targets at once. Cost: columns^2 times rows, and columns^3. */
export function leastSquaresOfAll(
  columns: readonly Float64Array[],
  targets: readonly Float64Array[],
): number[][] | undefined {
  const others = [...columns, ...targets];
  return solveNormal(
    columns.map((column) => Float64Array.from(others, (other) => dot(column, other))),
  );
}

/**
 * The same from the products of each column with all columns and then all targets, which it overwrites. Cost:
 * columns^3.
 */
export function solveNormal(rows: Float64Array[]): number[][] | undefined {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    const pivot = rows.reduce(
      (best, row, at) => (at > k && Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? at : best),
      k,
    );
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    const own = rows[k]!;
    if (Math.abs(own[k]!) < 1e-7) return undefined;
    for (const row of rows) {
      if (row === own || row[k] === 0) continue;
      const factor = row[k]! / own[k]!;
      for (let column = k; column < row.length; column++) row[column]! -= factor * own[column]!;
    }
  }
  const nTargets = (rows[0]?.length ?? 0) - n;
  return Array.from({ length: nTargets }, (_, t) => rows.map((row, k) => row[n + t]! / row[k]!));
}

/** The values, moved so that their mean is 0. */
export function centred(values: Float64Array): Float64Array {
  const mean = sumOf(values) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}

export function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
