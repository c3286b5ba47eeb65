import type { Random } from "../math/random.ts";
import { type Border, cellOf, type Frame } from "./frame.ts";

/** Numbers of living neighbours at which a cell is born, and at which it lives on. */
export interface OuterTotalistic {
  readonly born: readonly number[];
  readonly survives: readonly number[];
}

export const LIFE: OuterTotalistic = { born: [3], survives: [2, 3] };

/** Each of the 18 bits of the rule by chance. */
export function randomRule(random: Random): OuterTotalistic {
  const counts = (): number[] => [0, 1, 2, 3, 4, 5, 6, 7, 8].filter(() => random.bit() === 1);
  return { born: counts(), survives: counts() };
}

/** `B3/S23` is the Game of Life. */
export function ruleName({ born, survives }: OuterTotalistic): string {
  return `B${born.join("")}/S${survives.join("")}`;
}

/** What becomes of a cell. */
export function nextCell(rule: OuterTotalistic, alive: number, neighbours: number): number {
  return (alive === 1 ? rule.survives : rule.born).includes(neighbours) ? 1 : 0;
}

/** One step of all cells. */
export function outerTotalisticStep(
  rule: OuterTotalistic,
  frame: Frame,
  border: Border,
): number[][] {
  return frame.map((row, i) =>
    row.map((alive, j) => nextCell(rule, alive, neighbours(frame, [i, j], border))),
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
