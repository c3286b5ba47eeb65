/** Weights of columns that come nearest to a target; undefined where columns depend on each other. */
export function leastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
): number[] | undefined {
  const rows = columns.map((column) => [
    ...columns.map((other) => dot(column, other)),
    dot(column, target),
  ]);
  const n = columns.length;
  for (let k = 0; k < n; k++) {
    const pivot = rows.reduce(
      (best, row, at) => (at > k && Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? at : best),
      k,
    );
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    if (Math.abs(rows[k]![k]!) < 1e-7) return undefined;
    for (let row = 0; row < n; row++) {
      if (row === k) continue;
      const factor = rows[row]![k]! / rows[k]![k]!;
      for (let column = k; column <= n; column++) rows[row]![column]! -= factor * rows[k]![column]!;
    }
  }
  return rows.map((row, k) => row[n]! / row[k]!);
}

/** The values, moved so that their mean is 0. */
export function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
