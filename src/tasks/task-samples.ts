import type { Dataset } from "../data/dataset.ts";
import { badTaskShape, tooLarge } from "../errors.ts";
import { binary } from "../math/domain.ts";
import { Random } from "../math/random.ts";
import { nest, type Shape, sizeOf } from "../math/shape.ts";
import type { Border, Frame } from "./frame.ts";
import { type Task, taskNamed } from "./registry.ts";

export interface TaskOptions {
  /** Default 20 cells for rows, 16x16 for frames. */
  readonly shape?: Shape;
  /** Default 5 for rows, 3 for frames. */
  readonly samples?: number;
  readonly seed?: number;
  readonly edge?: Border;
}

const MOST_VALUES = 20_000_000;

/** Random states of a built-in problem and their successors. Throws `unknown-task`, `bad-task-shape`. */
export function taskSamples(name: string, options: TaskOptions = {}): Dataset {
  const task = taskNamed(name);
  const shape = options.shape ?? (task.kind === "row" ? [20] : [16, 16]);
  const nSamples = options.samples ?? (task.kind === "row" ? 5 : 3);
  checkShape(name, task, shape);
  const size = sizeOf(shape);
  if (nSamples * size > MOST_VALUES) throw tooLarge(nSamples * size, MOST_VALUES);
  const random = new Random(options.seed ?? 0);
  const x = Float64Array.from({ length: nSamples * size }, () => random.bit());
  const y = new Int32Array(x.length);
  for (let start = 0; start < x.length; start += size) {
    y.set(
      successor(task, x.subarray(start, start + size), { shape, edge: options.edge ?? "ring" }),
      start,
    );
  }
  return {
    nSamples,
    inputs: [{ name: "x", shape, domain: binary, values: x }],
    target: { name: "y", shape, ...withClasses(y) },
    places: Array.from({ length: nSamples }, (_, sample) => `${name}:${sample + 1}`),
    warnings: [],
  };
}

function checkShape(name: string, task: Task, shape: Shape): void {
  const axes = task.kind === "row" ? 1 : 2;
  const isFine = shape.length === axes && shape.every((length) => length >= 1);
  if (!isFine) throw badTaskShape(name, axes, shape.join("x"));
}

function successor(
  task: Task,
  x: Float64Array,
  { shape, edge }: { readonly shape: Shape; readonly edge: Border },
): readonly number[] {
  switch (task.kind) {
    case "row":
      return task.step([...x], edge);
    case "frame":
      return task.step(nest(x, shape) as Frame, edge).flat();
  }
}

/** A target's values as indices into the labels that occur. */
function withClasses(labels: Int32Array): { classes: number[]; values: Int32Array } {
  const classes = [0, 1].filter((label) => labels.includes(label));
  return { classes, values: labels.map((label) => classes.indexOf(label)) };
}
