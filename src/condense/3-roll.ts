import type { Network } from "../enn/network.ts";
import { coordinatesOf, isSameShape, type Shape } from "../math/shape.ts";
import type { ExactLayer } from "./1-exact.ts";
import { type AxisMode, cellOf, type Trace, trace } from "./2-trace.ts";
import type { Graph } from "./graph.ts";
import { tableOf } from "./truth-table.ts";

/** What all outputs compute: one function at every place, or a function of its own each. */
export type Rolled =
  | {
      readonly kind: "everywhere";
      readonly graph: Graph;
      readonly modes: readonly AxisMode[];
      readonly function: number;
    }
  | { readonly kind: "each"; readonly graph: Graph; readonly functions: readonly number[] };

/**
 * Finds one function that every output computes of its surroundings: along each axis on a ring, or on a
 * line where what lies beyond the edge counts as 0. Rings first.
 *
 * Two functions are one when they have equal units, or equal values on all their inputs.
 */
export function roll(network: Network, layers: readonly ExactLayer[]): Rolled {
  for (const modes of modesOf(network)) {
    const traced = trace(network, layers, modes);
    const same = sameness(traced.graph);
    const candidate = widest(traced);
    if (
      traced.functions.every((id, output) => same(id, clipped(network, traced, candidate, output)))
    ) {
      return { kind: "everywhere", graph: traced.graph, modes, function: candidate };
    }
  }
  const { graph, functions } = trace(network, layers, []);
  return { kind: "each", graph, functions };
}

/** All ways in which the axes could be rings or lines; none where inputs have different sizes. */
function modesOf({ inputs, output }: Network): AxisMode[][] {
  const shapes = inputs
    .map(({ shape }) => shape)
    .filter((shape) => shape.length === output.shape.length);
  const [first] = shapes;
  if (first === undefined || !shapes.every((shape) => isSameShape(shape, first))) return [];
  let combinations: AxisMode[][] = output.shape.length === 0 ? [] : [[]];
  output.shape.forEach((length, axis) => {
    const ways: readonly AxisMode[] = first[axis] === length ? ["ring", "line"] : ["line"];
    combinations = combinations.flatMap((modes) => ways.map((way) => [...modes, way]));
  });
  return combinations;
}

/** The function that reads most: at an edge, part of what a function reads may be missing. */
function widest({ graph, functions }: Trace): number {
  const width = new Map([...new Set(functions)].map((id) => [id, graph.leavesOf(id).length]));
  return functions.reduce((best, id) => (width.get(id)! > width.get(best)! ? id : best));
}

/** The function at an output's place, where cells beyond the edge are 0. */
function clipped(network: Network, { graph, modes }: Trace, id: number, output: number): number {
  if (!modes.includes("line")) return id;
  const place = coordinatesOf(output, network.output.shape);
  const shapes: readonly Shape[] = network.inputs.map(({ shape }) => shape);
  if (isInside(graph, { id, place, shapes, modes })) return id;
  return graph.without(
    id,
    ({ input, at }) => cellOf({ input, at }, place, { shape: shapes[input]!, modes }) === undefined,
  );
}

function isInside(
  graph: Graph,
  at: {
    readonly id: number;
    readonly place: readonly number[];
    readonly shapes: readonly Shape[];
    readonly modes: readonly AxisMode[];
  },
): boolean {
  return graph.leavesOf(at.id).every((id) => {
    const leaf = graph.leafOf(id);
    const shape = at.shapes[leaf.input]!;
    return cellOf(leaf, at.place, { shape, modes: at.modes }) !== undefined;
  });
}

/** Do two nodes have the same value everywhere? Compared by their tables where these are small. */
function sameness(graph: Graph): (a: number, b: number) => boolean {
  const tables = new Map<number, string>();
  const keyOf = (id: number): string => {
    const known = tables.get(id);
    if (known !== undefined) return known;
    const table = tableOf(graph, id);
    const key =
      table === undefined ? `node ${id}` : `${table.leaves.join()} ${table.values.join("")}`;
    tables.set(id, key);
    return key;
  };
  return (a, b) => a === b || keyOf(a) === keyOf(b);
}
