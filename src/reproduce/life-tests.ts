import type { Random } from "../math/random.ts";
import { everyBits } from "../tasks/every-bits.ts";
import { nextCell, type OuterTotalistic, outerTotalisticStep } from "../tasks/outer-totalistic.ts";
import type { Example } from "../tasks/problem.ts";

/** All 512 patches of 3x3 cells, and what becomes of the one in the middle. */
export function patchesOf(rule: OuterTotalistic): readonly Example[] {
  return everyBits(9).map((cells) => {
    const neighbours = cells.reduce((sum, cell) => sum + cell, 0) - cells[4]!;
    const patch = [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6)];
    return { x: { patch }, y: nextCell(rule, cells[4]!, neighbours) };
  });
}

/** Random frames on a torus, side x side, and what becomes of them. */
export function framesOf(
  rule: OuterTotalistic,
  { count, side }: { readonly count: number; readonly side: number },
  random: Random,
): Example[] {
  return Array.from({ length: count }, () => {
    const x = Array.from({ length: side }, () => Array.from({ length: side }, () => random.bit()));
    return { x: { x }, y: outerTotalisticStep(rule, x, "ring") };
  });
}
