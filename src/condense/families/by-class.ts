import type { OutputFamily } from "./find.ts";

/**
 * The families of each class, where classes lie along the last axis of the output and each family is of
 * one class: over the other axes. Undefined where one is of several.
 */
export function byClass(
  outputs: readonly OutputFamily[],
  nClasses: number,
): readonly (readonly OutputFamily[])[] | undefined {
  const classes = Array.from({ length: nClasses }, (): OutputFamily[] => []);
  for (const { family, ...scale } of outputs) {
    const last = family.coordinates.at(-1);
    if (last?.kind !== "constant") return undefined;
    const coordinates = family.coordinates.slice(0, -1);
    classes[last.value]!.push({ ...scale, family: { ...family, coordinates } });
  }
  return classes;
}
