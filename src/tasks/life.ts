import { type Border, cellOf, type Frame } from "./frame.ts";

/**
 * One step of the Game of Life: a cell lives on with two or three neighbours, and is born with three.
 *
 * Source: Gardner, "The fantastic combinations of John Conway's new solitaire game 'life'", 1970.
 */
export function lifeStep(frame: Frame, border: Border): number[][] {
  return frame.map((row, i) =>
    row.map((alive, j) => {
      const count = neighbours(frame, [i, j], border);
      return count === 3 || (count === 2 && alive === 1) ? 1 : 0;
    }),
  );
}

function neighbours(frame: Frame, [i, j]: readonly [number, number], border: Border): number {
  let count = 0;
  for (const di of [-1, 0, 1]) {
    const row = frame[border === "ring" ? (i + di + frame.length) % frame.length : i + di] ?? [];
    for (const dj of [-1, 0, 1]) {
      if (di !== 0 || dj !== 0) count += cellOf(row, j + dj, border);
    }
  }
  return count;
}

/** The Game of Life on a cylinder: rows are rings, and nothing lives above the first and below the last. */
export function cylinderStep(frame: Frame): number[][] {
  const nothing = frame[0]!.map(() => 0);
  return lifeStep([nothing, ...frame, nothing], "ring").slice(1, -1);
}
