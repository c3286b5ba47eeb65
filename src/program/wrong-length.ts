import type { ProgramInput, Size } from "./program.ts";

/** What an input must be, where some of its lengths are numbers. */
export function expected(shape: readonly Size[]): string {
  return shape.length === 1 ? `have ${shape[0]} values` : `be ${shape.join(" by ")}`;
}

/** What the sides of an input of a rank are called, one after the other. */
const SIDES: readonly (readonly string[])[] = [[], ["values"], ["rows", "columns"]];

/** How long an axis of an input must be at least. */
export function longEnough(axis: number, rank: number, least: number): string {
  const side = SIDES[rank]?.[axis];
  return side === undefined
    ? `be at least ${least} long along axis ${axis}`
    : `have at least ${least} ${side}`;
}

/** What an input must be, some of whose lengths are those of others too. */
export function fitting(shape: readonly Size[], others: readonly ProgramInput[]): string {
  const names = others.map(({ name }) => name).join(" and ");
  const areLists = shape.length === 1 && others.every((other) => other.shape.length === 1);
  return areLists ? `have as many values as ${names}` : `have lengths that fit ${names}`;
}

/** Is a symbolic length of an input also one of this shape? */
export function sharesLength({ shape }: ProgramInput, other: readonly Size[]): boolean {
  return shape.some((length) => typeof length === "string" && other.includes(length));
}
