/** Columns of numbers and a label, as Weka reads them; labels that are asked are unknown. */
export interface Relation {
  /** (nRows, width). */
  readonly x: readonly (readonly number[])[];
  /** (nRows). */
  readonly y: readonly (number | undefined)[];
  /** Of each column: the bits are names of two values, other numbers are compared. */
  readonly areBits: readonly boolean[];
  readonly labels: readonly number[];
}

/** The text of an `.arff` file. */
export function arff({ x, y, areBits, labels }: Relation): string {
  const rows = x.map((row, k) => [...row, y[k] ?? "?"].join(","));
  return [
    "@relation samples",
    ...areBits.map((isBit, k) => `@attribute x${k} ${isBit ? "{0,1}" : "numeric"}`),
    `@attribute y {${labels.join(",")}}`,
    "@data",
    ...rows,
    "",
  ].join("\n");
}
