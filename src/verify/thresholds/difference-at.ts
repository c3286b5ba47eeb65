import type { Bases, Side } from "./base.ts";
import type { Literal } from "./event.ts";
import { difference } from "./sum.ts";
import { type Value, valueAt } from "./value.ts";

/** Inputs at which two values differ, found where one of their literals begins to hold; maybe none. */
export function differenceAt(bases: Bases, left: Value, right: Value): Float64Array[] {
  if (left.kind === "unknown" || right.kind === "unknown") return [];
  // Where it is known, the difference changes only where it begins and where it ends.
  const gap = difference(bases, left, right);
  const asked = gap.kind === "unknown" ? [left, right] : [gap];
  const literals = asked.flatMap(literalsOf).slice(0, mostLiterals);
  const candidates = literals.flatMap((literal) => {
    const others = cornerAgainst(bases, literals, literal);
    return [literal.least, literal.least - 1].map((wanted) =>
      raised(bases, others, literal, wanted),
    );
  });
  return candidates.filter((x) => valueAt(left, x) !== valueAt(right, x)).slice(0, mostInputs);
}

const mostLiterals = 256;
const mostInputs = 8;

function literalsOf(value: Value): readonly Literal[] {
  if (value.kind === "pile") return value.heights.flatMap(({ event }) => event);
  return value.kind === "staircase" ? value.events.flat() : [];
}

/** Cells at the ends where a side is least, and elsewhere where most of the other sides are. */
function cornerAgainst(bases: Bases, sides: readonly Side[], side: Side): Float64Array {
  const pulls = new Float64Array(bases.nCells);
  for (const { base, sign } of sides) {
    base.cells.forEach((cell, k) => {
      pulls[cell]! += sign * base.weights[k]!;
    });
  }
  side.base.cells.forEach((cell, k) => {
    pulls[cell] = side.sign * side.base.weights[k]!;
  });
  return pulls.map((pull, cell) => endOf(bases, cell, pull < 0));
}

/** An end of a cell, and 0 where there is none. */
function endOf(bases: Bases, cell: number, isHigh: boolean): number {
  const span = bases.spanOf(cell);
  const end = isHigh ? span?.high : span?.low;
  return end !== undefined && Number.isFinite(end) ? end : 0;
}

/** The input with one cell of the side after the other raised, until the side is as wanted or passes it. */
function raised(
  bases: Bases,
  start: Float64Array,
  { base, sign }: Side,
  wanted: number,
): Float64Array {
  const x = start.slice();
  let missing = base.cells.reduce(
    (sum, cell, k) => sum - sign * base.weights[k]! * x[cell]!,
    wanted,
  );
  for (const [k, cell] of base.cells.entries()) {
    if (missing <= 0) break;
    const weight = sign * base.weights[k]!;
    const room = Math.abs(endOf(bases, cell, weight > 0) - x[cell]!);
    const steps = Math.min(room, Math.ceil(missing / Math.abs(weight)));
    x[cell]! += Math.sign(weight) * steps;
    missing -= Math.abs(weight) * steps;
  }
  return x;
}
