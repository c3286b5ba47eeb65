import type { Dataset } from "../data/dataset.ts";
import { badProblemSize, badTaskShape, tooLarge } from "../errors.ts";
import { binary } from "../math/domain.ts";
import { Random } from "../math/random.ts";
import { nest, type Shape, sizeOf } from "../math/shape.ts";
import type { Border, Frame } from "./frame.ts";
import type { Example, Given, Problem } from "./problem.ts";
import { problemSamples } from "./problem-samples.ts";
import { type Task, taskNamed } from "./registry.ts";

export interface TaskOptions {
  /** Default 20 cells for rows, 16x16 for frames; one number for a problem that comes in sizes. */
  readonly shape?: Shape;
  /** Default 5 for rows, 3 for frames; at most all cases of a problem that has few. */
  readonly samples?: number;
  readonly seed?: number;
  readonly edge?: Border;
}

const MOST_VALUES = 20_000_000;

/** Samples of a built-in problem. Throws `unknown-task`, `bad-task-shape`, `too-large`. */
export function taskSamples(name: string, options: TaskOptions = {}): Dataset {
  const task = taskNamed(name);
  return task.kind === "problem"
    ? samplesOf(task.problem, name, options)
    : successors(task, name, options);
}

/** The rules that turn arrays of bits into others. */
type Automaton = Exclude<Task, { readonly kind: "problem" }>;

/** Random states and their successors. */
function successors(task: Automaton, name: string, options: TaskOptions): Dataset {
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

function samplesOf(problem: Problem, name: string, options: TaskOptions): Dataset {
  const { shape, samples = problem.samples, seed = 0 } = options;
  const size = shape?.[0] ?? problem.size;
  const isFine = shape === undefined || (shape.length === 1 && size <= problem.largest);
  if (!isFine) throw badProblemSize(name, shape.join("x"), problem.largest);
  if (problem.source.kind === "drawn") {
    const values = samples * nValues(problem.source.draw(size, new Random(seed)).x);
    if (values > MOST_VALUES) throw tooLarge(values, MOST_VALUES);
  }
  return problemSamples(problem, { name, size, samples, seed });
}

function nValues(x: Example["x"]): number {
  const ofGiven = (given: Given): number =>
    Array.isArray(given) ? given.reduce((sum: number, part) => sum + ofGiven(part), 0) : 1;
  return Object.values(x).reduce((sum: number, given) => sum + ofGiven(given), 0);
}

function checkShape(name: string, task: Automaton, shape: Shape): void {
  const axes = task.kind === "row" ? 1 : 2;
  const isFine = shape.length === axes && shape.every((length) => length >= 1);
  if (!isFine) throw badTaskShape(name, axes, shape.join("x"));
}

function successor(
  task: Automaton,
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
