/** A picture: rows of cells. */
export type Frame = readonly (readonly number[])[];

/** How a rule reads beyond the border: round to the other side, or zeros. */
export type Border = "ring" | "zero";

/** A cell of a row, or what the border says lies beyond it. */
export function cellOf(row: readonly number[], i: number, border: Border): number {
  const inside = border === "ring" ? (i + row.length) % row.length : i;
  return row[inside] ?? 0;
}
