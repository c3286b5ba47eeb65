import { coordinatesOf, type Shape } from "../../math/shape.ts";
import { depthOf, type Sum, type Unit, type Value, type Wiring } from "../wiring.ts";
import { oppositeOf, type Reading, readSum, readUnit } from "./reading.ts";

/** What an output reads, and what it makes of that. */
export interface OutputReading {
  readonly reading: Reading;
  readonly coordinates: readonly number[];
  /** The output is factor * unit + offset. */
  readonly factor: number;
  readonly offset: number;
}

/** What each output of a shape reads, directly or not; `read` gives the reading of a unit. */
export function readOutputs(
  { nodes, output }: Wiring,
  shape: Shape,
  read: (node: number) => Reading,
): OutputReading[] {
  if (output.kind === "values") return readValues(nodes, { values: output.values, shape, read });
  const nClasses = output.groups[0]!.length;
  return output.groups.flatMap((sums, g) =>
    sums.map((sum: Sum, k) => ({
      reading: readSum(nodes, sum),
      coordinates: coordinatesOf(g * nClasses + k, [...shape, nClasses]),
      factor: 1,
      offset: 0,
    })),
  );
}

type Nodes = Wiring["nodes"];

interface Values {
  readonly values: readonly Value[];
  readonly shape: Shape;
  readonly read: (node: number) => Reading;
}

/** An output that is what more of the others read repeats it, so that it may join their family: one of one. */
function readValues(nodes: Nodes, { values, shape, read }: Values): OutputReading[] {
  const scale = usualScale(values);
  const depthAt = ({ node }: Value): number => (node === undefined ? 0 : depthOf(nodes[node]!));
  const own = countsOf(values.map(depthAt));
  const readings = values.map(({ node }) =>
    node === undefined || nodes[node]!.kind === "cell" ? undefined : read(node),
  );
  const depths = countsOf(readings.map((reading) => reading && depthReadBy(reading, nodes)));
  return values.map((value, k) => {
    const depth = depthAt(value);
    const isRead = (depths.get(depth) ?? 0) > own.get(depth)!;
    const reading = (isRead ? undefined : readings[k]) ?? repeated(value, nodes);
    return outputOf({ value, reading, coordinates: coordinatesOf(k, shape) }, nodes, scale);
  });
}

/** A unit that is nothing but a node: undefined for a constant. */
function repeated({ node }: Value, nodes: Nodes): Reading | undefined {
  if (node === undefined) return undefined;
  const { isInteger, low, high } = nodes[node]!;
  const rule: Unit["rule"] = isInteger && low === 0 && high === 1 ? "threshold" : "sum";
  return readUnit(nodes, { rule, terms: [{ node, weight: 1 }], bias: 0 }, Infinity)!;
}

interface Given {
  readonly value: Value;
  readonly reading: Reading | undefined;
  readonly coordinates: readonly number[];
}

/** Outputs that are constant are units too, so that they may join a family. */
function outputOf(
  { value: { factor, offset }, reading, coordinates }: Given,
  nodes: Nodes,
  scale: Scale,
): OutputReading {
  if (reading === undefined) {
    const isBit = offset === scale.offset || offset === scale.offset + scale.factor;
    const bias = offset === scale.offset ? 0 : 1;
    if (!isBit) {
      const constant = readSum(nodes, { terms: [], bias: offset });
      return { reading: constant, coordinates, factor: 1, offset: 0 };
    }
    const constant = readUnit(nodes, { rule: "threshold", terms: [], bias }, 0)!;
    return { reading: constant, coordinates, ...scale };
  }
  // Alike outputs are said alike, whichever of a unit and its opposite came first.
  const turned = factor < 0 ? oppositeOf(reading) : undefined;
  if (turned === undefined) return { reading, coordinates, factor, offset };
  const shift = reading.rule === "threshold" ? factor : 0;
  return { reading: turned, coordinates, factor: -factor, offset: offset + shift };
}

/** The one depth of all nodes that are read; undefined where there are several, or none. */
function depthReadBy({ classes }: Reading, nodes: Nodes): number | undefined {
  const depths = new Set(
    classes.flatMap((each) => each.nodes.map((node) => depthOf(nodes[node]!))),
  );
  return depths.size === 1 ? [...depths][0] : undefined;
}

function countsOf<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What outputs make of a bit. */
interface Scale {
  readonly factor: number;
  readonly offset: number;
}

/** The scale of the first output that is no constant, with a positive factor. */
function usualScale(values: readonly Value[]): Scale {
  const { factor, offset } = values.find(({ node }) => node !== undefined) ?? {
    factor: 1,
    offset: 0,
  };
  return factor > 0 ? { factor, offset } : { factor: -factor, offset: offset + factor };
}
