import type { ProgramInput, Size } from "../program/program.ts";
import { breakable, concat } from "./layout.ts";
import { infix } from "./python-expression.ts";
import type { Line } from "./python-statements.ts";

/** Checks of the lengths that a program is for, where it is not for all lengths. */
export function guardLines({ name, shape }: ProgramInput): readonly Line[] {
  const [first, ...rest] = shape.flatMap((length, axis) =>
    typeof length === "number" ? [wrongLength(name, axis, length)] : [],
  );
  if (first === undefined) return [];
  const condition = infix(
    "or",
    first,
    rest.map((wrong) => ["or", wrong]),
  );
  return [
    { depth: 1, doc: concat("if ", breakable(condition.doc), ":") },
    { depth: 2, doc: `raise ValueError("${name} must ${expected(shape)}")` },
  ];
}

const items = ["row", "plane", "block"];

function wrongLength(name: string, axis: number, length: number): string {
  if (axis === 0) return `len(${name}) != ${length}`;
  const loops = Array.from({ length: axis }, (_, k) => {
    const outer = k === 0 ? name : item(axis - k);
    return ` for ${item(axis - k - 1)} in ${outer}`;
  });
  return `any(len(${item(0)}) != ${length}${loops.join("")})`;
}

function item(height: number): string {
  return items[height] ?? `array${height}`;
}

function expected(shape: readonly Size[]): string {
  return shape.length === 1 ? `have ${shape[0]} values` : `be ${shape.join(" by ")}`;
}
