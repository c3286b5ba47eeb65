import type { Border, Frame } from "./frame.ts";
import { LIFE, outerTotalisticStep } from "./outer-totalistic.ts";

/**
 * One step of the Game of Life: a cell lives on with two or three neighbours, and is born with three.
 *
 * Source: Gardner, "The fantastic combinations of John Conway's new solitaire game 'life'", 1970.
 */
export function lifeStep(frame: Frame, border: Border): number[][] {
  return outerTotalisticStep(LIFE, frame, border);
}

/** The Game of Life on a cylinder: rows are rings, and nothing lives above the first and below the last. */
export function cylinderStep(frame: Frame): number[][] {
  const nothing = frame[0]!.map(() => 0);
  return lifeStep([nothing, ...frame, nothing], "ring").slice(1, -1);
}
