import type { Network } from "../enn/network.ts";
import { coordinatesOf, indexOf, modulo, type Shape, sizeOf } from "../math/shape.ts";
import type { ExactLayer } from "./1-exact.ts";
import { Graph, type Leaf } from "./graph.ts";

/** How the places of inputs are counted from the place of an output, along each axis. */
export type AxisMode = "ring" | "line";

/** The function of every output, with what it reads counted from the output's own place. */
export interface Trace {
  readonly graph: Graph;
  readonly modes: readonly AxisMode[];
  /** (nOutputs): node of the graph. */
  readonly functions: readonly number[];
}

/**
 * Follows every output back to the inputs. Cost: the sum of what the outputs depend on.
 *
 * An input with as many axes as the output is read at offsets, which a ring counts modulo its size; any
 * other input is read at fixed places. `modes` is empty for a trace in which nothing is relative.
 */
export function trace(
  network: Network,
  layers: readonly ExactLayer[],
  modes: readonly AxisMode[],
): Trace {
  const graph = new Graph();
  const cells = inputCells(network);
  const functions = layers.at(-1)!.map((_, output) => {
    const place = coordinatesOf(output, network.output.shape);
    const known = layers.map(() => new Map<number, number>());
    const visit = (depth: number, index: number): number => {
      if (depth === 0) return graph.leaf(relative(cells[index]!, place, modes));
      const seen = known[depth - 1]!.get(index);
      if (seen !== undefined) return seen;
      const { columns, weights, bias, activation } = layers[depth - 1]![index]!;
      const terms = columns.map((column, k) => ({
        node: visit(depth - 1, column),
        weight: weights[k]!,
      }));
      const node = graph.unit(activation, bias, terms);
      known[depth - 1]!.set(index, node);
      return node;
    };
    return visit(layers.length, output);
  });
  return { graph, modes, functions };
}

/** The cell of an input that a leaf means at an output's place; undefined beyond an edge. */
export function cellOf(
  leaf: Leaf,
  place: readonly number[],
  { shape, modes }: { readonly shape: Shape; readonly modes: readonly AxisMode[] },
): number | undefined {
  if (!isRelative(shape, modes)) return indexOf(leaf.at, shape);
  const coordinates = leaf.at.map((step, axis) =>
    modes[axis] === "ring" ? modulo(step + place[axis]!, shape[axis]!) : step + place[axis]!,
  );
  const isInside = coordinates.every((c, axis) => c >= 0 && c < shape[axis]!);
  return isInside ? indexOf(coordinates, shape) : undefined;
}

/** Is an input of this shape read at offsets? */
export function isRelative(shape: Shape, modes: readonly AxisMode[]): boolean {
  return modes.length > 0 && shape.length === modes.length;
}

interface InputCell extends Leaf {
  readonly shape: Shape;
}

function inputCells(network: Network): InputCell[] {
  return network.inputs.flatMap(({ shape }, input) =>
    Array.from({ length: sizeOf(shape) }, (_, index) => ({
      input,
      shape,
      at: coordinatesOf(index, shape),
    })),
  );
}

function relative(cell: InputCell, place: readonly number[], modes: readonly AxisMode[]): Leaf {
  if (!isRelative(cell.shape, modes)) return { input: cell.input, at: cell.at };
  const at = cell.at.map((coordinate, axis) => {
    const step = coordinate - place[axis]!;
    return modes[axis] === "ring" ? centred(step, cell.shape[axis]!) : step;
  });
  return { input: cell.input, at };
}

/** The shortest way round: -1 rather than n - 1. */
function centred(step: number, length: number): number {
  const forward = modulo(step, length);
  return 2 * forward > length ? forward - length : forward;
}
