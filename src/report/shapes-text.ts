import type { Shape } from "../math/shape.ts";

/** The lengths of inputs, in order: `4x6, 4`. */
export function shapesText(shapes: readonly Shape[]): string {
  return shapes.map((lengths) => lengths.join("x")).join(", ");
}
