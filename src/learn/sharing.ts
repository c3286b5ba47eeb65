import type { Dataset } from "../data/dataset.ts";
import { coordinatesOf, indexOf, modulo, type Shape, sizeOf } from "../math/shape.ts";
import type { Edge } from "./options.ts";

/**
 * How outputs at different places may be one function: the same up to shift, with an edge of its own
 * kind along each axis, or each by itself.
 */
export type Sharing =
  | { readonly kind: "shift"; readonly edges: readonly Edge[] }
  | { readonly kind: "alone" };

/** A cell that a function may look at: at an offset from its own place, or always the same one. */
export type Source =
  | { readonly kind: "offset"; readonly input: number; readonly offset: readonly number[] }
  | { readonly kind: "fixed"; readonly input: number; readonly coordinates: readonly number[] };

/** The shapes between which sources point. */
export interface Layout {
  readonly inputs: readonly Shape[];
  readonly output: Shape;
}

export function layoutOf(dataset: Dataset): Layout {
  return {
    inputs: dataset.inputs.map(({ shape }) => shape),
    output: dataset.target.shape,
  };
}

/**
 * The flat index of the input cell that a source means at an output's place; -1 beyond an edge of zeros.
 */
export function cellAt(
  source: Source,
  place: readonly number[],
  shape: Shape,
  sharing: Sharing,
): number {
  if (source.kind === "fixed") return indexOf(source.coordinates, shape);
  let index = 0;
  for (let axis = 0; axis < shape.length; axis++) {
    const isRing = sharing.kind === "shift" && sharing.edges[axis] === "ring";
    const length = shape[axis]!;
    const moved = place[axis]! + source.offset[axis]!;
    if (!isRing && (moved < 0 || moved >= length)) return -1;
    index = index * length + (isRing ? modulo(moved, length) : moved);
  }
  return index;
}

/** Can the outputs be one function up to shift, given the shapes alone? */
export function canShare({ inputs, output }: Layout, edges: readonly Edge[]): boolean {
  if (output.length === 0) return false;
  return inputs.every(
    (shape) =>
      shape.length === output.length &&
      shape.every((length, axis) =>
        edges[axis] === "none" ? length >= output[axis]! : length === output[axis]!,
      ),
  );
}

/** All cells that a function may look at, nearest first, in an order that the data do not touch. */
export function sourcesOf(layout: Layout, sharing: Sharing, place: readonly number[]): Source[] {
  const sources = layout.inputs.flatMap((shape, input) =>
    sharing.kind === "shift"
      ? offsets(shape, layout.output, sharing.edges).map(
          (offset): Source => ({ kind: "offset", input, offset }),
        )
      : cells(shape).map((coordinates): Source => ({ kind: "fixed", input, coordinates })),
  );
  const keyed = sources.map((source) => ({ source, key: nearness(source, place) }));
  return keyed.sort((a, b) => compareKeys(a.key, b.key)).map(({ source }) => source);
}

/** How far a source is from its place, in steps along the axis where it is farthest. */
export function distanceOf(source: Source, place: readonly number[]): number {
  return source.kind === "offset"
    ? farthest(source.offset)
    : source.coordinates.length === place.length
      ? farthest(source.coordinates.map((c, axis) => c - place[axis]!))
      : 0;
}

function nearness(source: Source, place: readonly number[]): readonly number[] {
  const vector = source.kind === "offset" ? source.offset : source.coordinates;
  const steps = vector.reduce((sum, step) => sum + Math.abs(step), 0);
  return [distanceOf(source, place), source.kind === "offset" ? steps : 0, source.input, ...vector];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < Math.min(a.length, b.length); k++) {
    if (a[k] !== b[k]) return a[k]! - b[k]!;
  }
  return a.length - b.length;
}

function farthest(vector: readonly number[]): number {
  return vector.reduce((most, step) => Math.max(most, Math.abs(step)), 0);
}

function offsets(input: Shape, output: Shape, edges: readonly Edge[]): number[][] {
  const spans = input.map((length, axis) =>
    edges[axis] === "none"
      ? { low: 0, count: length - output[axis]! + 1 }
      : { low: -Math.floor((length - 1) / 2), count: length },
  );
  const shape = spans.map(({ count }) => count);
  return cells(shape).map((steps) => steps.map((step, axis) => step + spans[axis]!.low));
}

function cells(shape: Shape): number[][] {
  return Array.from({ length: sizeOf(shape) }, (_, index) => coordinatesOf(index, shape));
}
