import type { Dataset } from "../src/data/dataset.ts";
import { type Distilled, distill } from "../src/distill.ts";
import type { LearnOptions } from "../src/learn/options.ts";
import { Random } from "../src/math/random.ts";
import { type Shape, sizeOf } from "../src/math/shape.ts";
import { evaluate } from "../src/program/evaluate.ts";
import type { Program } from "../src/program/program.ts";

export function learnt(dataset: Dataset, options: LearnOptions = {}): Promise<Distilled> {
  return distill(dataset, { name: "learnt", ...options });
}

/** Is a program right on fresh random states of these shapes? Five of each. */
export function isRight(
  program: Program,
  shapes: readonly Shape[],
  successor: (x: readonly number[], shape: Shape) => readonly number[],
): boolean {
  const random = new Random(123_456);
  return shapes.every((shape) =>
    Array.from({ length: 5 }, () =>
      Float64Array.from({ length: sizeOf(shape) }, () => random.bit()),
    ).every((data) => {
      const result = evaluate(program, [{ shape, data }]);
      if (typeof result === "number") return false;
      const wanted = successor([...data], shape);
      return result.data.every((value, k) => value === wanted[k]);
    }),
  );
}
