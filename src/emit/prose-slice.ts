import { isFromZero, isSame } from "../program/idiom.ts";
import type { Expression, Range } from "../program/program.ts";
import { placeText } from "./prose-element.ts";
import type { ProseScene } from "./prose-scene.ts";

type Element = Extract<Expression, { readonly kind: "element" }>;

/** What ranges reach of an array, where that is all of it, or a whole row or column. */
export interface Slice {
  /** `x`, `row i of x`. */
  readonly text: string;
  readonly isAll: boolean;
}

export function sliceOf(
  { array, indices }: Element,
  ranges: readonly Range[],
  scene: ProseScene,
): Slice | undefined {
  const lengths = scene.place.lengths.get(array)!;
  const isWhole = indices.map((index, axis) => {
    const range = ranges.find(({ variable }) =>
      isSame(index, { kind: "variable", name: variable }),
    );
    return range !== undefined && isFromZero(range) && isSame(range.to, lengths[axis]);
  });
  if (isWhole.filter(Boolean).length !== ranges.length) return undefined;
  const isAll = isWhole.every(Boolean);
  if (!isAll && indices.length !== 2) return undefined;
  scene.spoken.add(array);
  if (isAll) return { text: array, isAll };
  const rest = indices.filter((_, axis) => !isWhole[axis]);
  const across = lengths.filter((_, axis) => !isWhole[axis]);
  const place = placeText(rest, across, scene).replace(/^at /, "");
  return { text: `${isWhole[0] ? "column" : "row"} ${place} of ${array}`, isAll };
}
