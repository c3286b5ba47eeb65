import { indexOf } from "../../math/shape.ts";
import type { Item } from "./item.ts";
import type { Placed } from "./placed.ts";
import type { Grid } from "./regions.ts";

/**
 * An output that reads two cells of which neither comes first, with that at its own place first; undefined for
 * others. So cells that are mirrored or transposed follow from the place: it and its partner read the same two.
 */
export function ownFirst(item: Item, grids: readonly Grid[]): Item | undefined {
  const { placed, coordinates } = item;
  const pair = pairOf(placed);
  if (pair === undefined) return undefined;
  const { shape } = grids[pair.source]!;
  if (shape.length !== coordinates.length || coordinates.some((at, k) => at >= shape[k]!)) {
    return undefined;
  }
  const own = indexOf(coordinates, shape);
  const other = pair.cells.find((cell) => cell !== own);
  if (!pair.cells.includes(own) || other === undefined) return undefined;
  const { source, bounds, table } = pair;
  const classes = [own, other].map((cell) => ({ source, bounds, cells: [cell] }));
  const { rule } = placed;
  return { ...item, placed: { rule, classes, table, sum: undefined, layers: undefined } };
}

interface Pair {
  readonly source: number;
  readonly bounds: Placed["classes"][number]["bounds"];
  readonly cells: readonly number[];
  /** By the one, then the other. */
  readonly table: Int8Array;
}

/** Two cells that may be exchanged. */
function pairOf({ classes, table }: Placed): Pair | undefined {
  const [first, second, ...more] = classes;
  if (table === undefined || first === undefined || more.length > 0) return undefined;
  const { source, bounds } = first;
  const count = bounds.high - bounds.low + 1;
  const spread = (at: (one: number, other: number) => number): Int8Array =>
    Int8Array.from({ length: count ** 2 }, (_, row) => at(Math.floor(row / count), row % count));
  if (second === undefined) {
    if (first.cells.length !== 2) return undefined;
    const given = spread((one, other) => table[one + other]!);
    return { source, bounds, cells: first.cells, table: given };
  }
  const isPair = first.cells.length === 1 && second.cells.length === 1 && second.source === source;
  if (!isPair || table.length !== count ** 2) return undefined;
  const turned = spread((one, other) => table[other * count + one]!);
  if (turned.some((value, row) => value !== table[row])) return undefined;
  return { source, bounds, cells: [first.cells[0]!, second.cells[0]!], table };
}
