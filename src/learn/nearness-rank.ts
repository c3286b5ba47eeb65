import type { Shape } from "../math/shape.ts";
import { distanceOf, type Layout, type Source } from "./sharing.ts";

/**
 * The position of a fixed cell among all of them, nearest to a place first: where `sourcesOf` has it.
 * Cost: a few products for each input, however large.
 */
export function nearnessRank(
  source: Source & { kind: "fixed" },
  { inputs }: Pick<Layout, "inputs">,
  place: readonly number[],
): number {
  const distance = distanceOf(source, place);
  return inputs.reduce((rank, shape, input) => {
    const nearer = boxWithin(distance - 1, shape, place);
    const box = boxWithin(distance, shape, place);
    // Of equally near cells those of earlier inputs come first, then those of smaller coordinates.
    if (input > source.input) return rank + sizeOfBox(nearer);
    if (input < source.input) return rank + sizeOfBox(box);
    const before = (of: Box): number => countBefore(source.coordinates, of);
    return rank + sizeOfBox(nearer) + before(box) - before(nearer);
  }, 0);
}

/** From which coordinate on, and how many, along each axis. */
type Box = readonly { readonly low: number; readonly count: number }[];

/** Cells that are no further from a place. Arrays of another rank are nowhere: their cells are all at it. */
function boxWithin(distance: number, shape: Shape, place: readonly number[]): Box {
  if (distance < 0) return [{ low: 0, count: 0 }];
  return shape.map((length, axis) => {
    if (shape.length !== place.length) return { low: 0, count: length };
    const low = Math.max(0, place[axis]! - distance);
    const high = Math.min(length - 1, place[axis]! + distance);
    return { low, count: Math.max(0, high - low + 1) };
  });
}

function sizeOfBox(box: Box): number {
  return box.reduce((product, { count }) => product * count, 1);
}

/** How many cells of a box come before some coordinates in row-major order. */
function countBefore(coordinates: readonly number[], box: Box): number {
  let before = 0;
  for (const [axis, coordinate] of coordinates.entries()) {
    const { low, count } = box[axis]!;
    const at = coordinate - low;
    before += Math.max(0, Math.min(count, at)) * sizeOfBox(box.slice(axis + 1));
    if (at < 0 || at >= count) break;
  }
  return before;
}
