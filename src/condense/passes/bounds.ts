import { extremesOf } from "../../math/domain.ts";
import type { Expression, Program } from "../../program/program.ts";
import type { SignedSum } from "./signed-sum.ts";

/** Between which integers a number always is. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The bounds of the cells of each input of integers, by its name. */
export type Cells = ReadonlyMap<string, Bounds>;

export function cellsOf({ inputs }: Program): Cells {
  const isOfIntegers = ({ low, high }: Bounds): boolean => Number.isSafeInteger(high - low);
  return new Map(
    inputs
      .map(({ name, domain }) => [name, extremesOf(domain)] as const)
      .filter(([, bounds]) => isOfIntegers(bounds)),
  );
}

/** The bounds of a sum of cells; undefined where it reads something else. */
export function boundsOf({ terms, constant }: SignedSum, cells: Cells): Bounds | undefined {
  let [low, high] = [constant, constant];
  for (const { weight, of } of terms) {
    const bounds = termBounds(of, cells);
    if (bounds === undefined) return undefined;
    low += Math.min(weight * bounds.low, weight * bounds.high);
    high += Math.max(weight * bounds.low, weight * bounds.high);
  }
  return { low, high };
}

function termBounds(of: Expression, cells: Cells): Bounds | undefined {
  switch (of.kind) {
    case "element":
      return cells.get(of.array);
    case "variable":
      return cells.get(of.name);
    case "bit":
      return { low: 0, high: 1 };
    default:
      return undefined;
  }
}
