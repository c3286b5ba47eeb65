import * as exacts from "../../math/exact.ts";
import { type Exact, exact } from "../../math/exact.ts";
import type { Shape } from "../../math/shape.ts";
import type { Bounds, Rule } from "../wiring.ts";
import { type Law, LEAST_WEIGHTS, lawKey, lawOf } from "./law.ts";
import type { LayeredUnit, Reading } from "./reading.ts";
import { isSmall, tabulate } from "./table.ts";

/** Where a node stands: a cell of an input or of a family, perhaps with the opposite sign. */
export interface Location {
  readonly source: number;
  /** Flat. */
  readonly cell: number;
  readonly sign: 1 | -1;
  /** The node is sign * cell + offset. */
  readonly offset: number;
  /** Another cell that has the negative value. */
  readonly mirror: number | undefined;
}

export type Locate = (node: number) => Location;

/** Cells of one source that only count together. */
export interface PlacedClass {
  readonly source: number;
  /** Flat, ascending. */
  readonly cells: readonly number[];
  /** Of one cell. */
  readonly bounds: Bounds;
  /** How weights depend on a coordinate, where they are not all the same. */
  readonly law?: Law;
}

/** A reading whose nodes have places, in a form that does not depend on where these are. */
export interface Placed {
  readonly rule: Rule;
  readonly classes: readonly PlacedClass[];
  /** The value for each combination of totals, the last class fastest. */
  readonly table: Int8Array | undefined;
  /** The weighted sum, where the unit is one of these classes; else undefined. */
  readonly sum: PlacedSum | undefined;
  /** The units between, where none of the classes was dropped or merged. */
  readonly layers: readonly LayeredUnit[] | undefined;
}

export interface PlacedSum {
  /** By class. */
  readonly weights: readonly number[];
  readonly bias: Exact;
}

/**
 * Puts a reading's nodes in their places. Classes that do not matter are dropped, those that may be
 * exchanged are one, and the order of classes follows what they do. Undefined where the reading can't be
 * placed, which only those with units between can't.
 */
export function place(
  reading: Reading,
  locate: Locate,
  shapeOf: (source: number) => Shape,
): Placed | undefined {
  const isDirect = reading.layers.length === 1;
  const parts = isDirect ? directParts(reading, locate) : layeredParts(reading, locate);
  if (parts === undefined) return undefined;
  const { classes, layers } = parts;
  const mostRows = isDirect ? MOST_DIRECT_ROWS : Infinity;
  const table = isSmall(classes, layers, mostRows) ? tabulate(classes, layers) : undefined;
  if (table === undefined) return inOrder(lawful(bySum(reading.rule, classes, layers), shapeOf));
  const simple = simplified({ classes, table });
  const isChanged = simple.classes.length !== classes.length;
  const given: Placed = {
    rule: reading.rule,
    classes: simple.classes,
    table: simple.table,
    sum: undefined,
    layers: isChanged ? undefined : layers,
  };
  if (isChanged || !isDirect) return inOrder(given);
  return inOrder({ ...given, sum: bySum(reading.rule, classes, layers).sum });
}

/** Sums that a unit is directly connected to are mostly better said as what they are. */
const MOST_DIRECT_ROWS = 128;

function bySum(
  rule: Rule,
  classes: readonly PlacedClass[],
  layers: readonly LayeredUnit[],
): Placed {
  const { classWeights, bias } = layers.at(-1)!;
  const weights = new Array<number>(classes.length).fill(0);
  for (const { index, weight } of classWeights) weights[index] = weight;
  return { rule, classes, table: undefined, sum: { weights, bias }, layers };
}

/** Takes together what a source's many weights have in common: one law, or one for each sign. */
function lawful(given: Placed, shapeOf: (source: number) => Shape): Placed {
  const sources = new Set(given.classes.map(({ source }) => source));
  let merged: Placed = given;
  for (const source of sources) {
    const shape = shapeOf(source);
    const whole = withLaw(merged, shape, (k) => merged.classes[k]!.source === source);
    const parts = [1, -1].reduce<Placed>(
      (rest, sign) =>
        withLaw(rest, shape, (k) => {
          const isOwn = rest.classes[k]!.source === source;
          return isOwn && Math.sign(rest.sum!.weights[k]!) === sign;
        }) ?? rest,
      merged,
    );
    merged = whole ?? parts;
  }
  return merged;
}

/** The same with some classes as one whose weights follow a law; undefined where they follow none. */
function withLaw(
  { classes, sum, ...given }: Placed,
  shape: Shape,
  isMeant: (k: number) => boolean,
): Placed | undefined {
  const own = [...classes.keys()].filter((k) => isMeant(k) && classes[k]!.law === undefined);
  if (own.length < LEAST_WEIGHTS) return undefined;
  // The law of positive weights, where all are of one sign.
  const sign = own.every((k) => sum!.weights[k]! < 0) ? -1 : 1;
  const cells = own.flatMap((k) =>
    classes[k]!.cells.map((cell) => ({ cell, weight: sign * sum!.weights[k]! })),
  );
  const law = lawOf(cells, shape);
  if (law === undefined) return undefined;
  const others = [...classes.keys()].filter((k) => !own.includes(k));
  const merged = cells.map(({ cell }) => cell).sort((a, b) => a - b);
  return {
    ...given,
    classes: [...others.map((k) => classes[k]!), { ...classes[own[0]!]!, cells: merged, law }],
    sum: { ...sum!, weights: [...others.map((k) => sum!.weights[k]!), sign] },
    layers: undefined,
  };
}

/** Classes of one source each, and layers that weigh these. */
interface Parts {
  readonly classes: PlacedClass[];
  readonly layers: readonly LayeredUnit[];
}

/**
 * A direct sum by cells: what is the opposite of its cell changes sign, weights of one cell are added up,
 * and where the negative value of a cell is found elsewhere, negative weights are read from there.
 */
function directParts({ classes, layers }: Reading, locate: Locate): Parts {
  const [layer] = layers;
  const cells = new Map<string, CellWeight>();
  let bias = layer!.bias;
  for (const { index, weight } of layer!.classWeights) {
    const { nodes, bounds } = classes[index]!;
    for (const node of nodes) {
      const { source, cell, sign, offset, mirror } = locate(node);
      if (offset !== 0) bias = exacts.add(bias, exacts.multiply(exact(weight), offset));
      const isTurned = mirror !== undefined && weight * sign < 0;
      const at = isTurned ? mirror : cell;
      const own = isTurned ? -weight * sign : weight * sign;
      const key = `${source} ${at}`;
      const known = cells.get(key);
      // Weights that have no sum are kept apart: what they weigh is read twice.
      const sum = known && exacts.sumIfDouble(known.weight, own);
      if (known === undefined) cells.set(key, { source, cell: at, bounds, weight: own });
      else if (sum !== undefined) cells.set(key, { ...known, weight: sum });
      else cells.set(`${key} ${cells.size}`, { source, cell: at, bounds, weight: own });
    }
  }
  return partsOf([...cells.values()], { ...layer!, bias });
}

interface CellWeight {
  readonly source: number;
  readonly cell: number;
  readonly bounds: Bounds;
  readonly weight: number;
}

/** One class for each source and weight. */
function partsOf(cells: readonly CellWeight[], layer: LayeredUnit): Parts {
  const parts = new Map<number, Map<number, CellWeight[]>>();
  for (const each of cells) {
    if (each.weight === 0) continue;
    const bySource = parts.get(each.source) ?? new Map<number, CellWeight[]>();
    parts.set(each.source, bySource);
    const alike = bySource.get(each.weight);
    if (alike === undefined) bySource.set(each.weight, [each]);
    else alike.push(each);
  }
  const found = [...parts.values()].flatMap((bySource) => [...bySource.values()]);
  return {
    classes: found.map((own) => ({
      source: own[0]!.source,
      bounds: own[0]!.bounds,
      cells: own.map(({ cell }) => cell).sort((a, b) => a - b),
    })),
    layers: [
      { ...layer, classWeights: found.map((own, index) => ({ index, weight: own[0]!.weight })) },
    ],
  };
}

/** The same with units between; undefined where two nodes are one cell, which a table would count once. */
function layeredParts({ classes, layers }: Reading, locate: Locate): Parts | undefined {
  const parts: Part[] = [];
  const offsets = classes.map(() => 0);
  const seen = new Set<string>();
  for (const [from, { nodes, bounds }] of classes.entries()) {
    for (const node of nodes) {
      const { source, cell, sign, offset } = locate(node);
      const key = `${source} ${cell}`;
      if (seen.has(key)) return undefined;
      seen.add(key);
      offsets[from]! += offset;
      let part = parts.find(
        (each) => each.source === source && each.from === from && each.sign === sign,
      );
      if (part === undefined) {
        part = { from, source, sign, bounds, cells: [] };
        parts.push(part);
      }
      part.cells.push(cell);
    }
  }
  return {
    classes: parts.map(({ source, cells, bounds }) => ({
      source,
      bounds,
      cells: cells.sort((a, b) => a - b),
    })),
    layers: layers.map((layer) => ({
      ...layer,
      bias: layer.classWeights.reduce<Exact>(
        (sum, { index, weight }) =>
          exacts.add(sum, exacts.multiply(exact(weight), offsets[index]!)),
        layer.bias,
      ),
      classWeights: layer.classWeights.flatMap(({ index, weight }) =>
        parts.flatMap(({ from, sign }, part) =>
          from === index ? [{ index: part, weight: weight * sign }] : [],
        ),
      ),
    })),
  };
}

interface Part {
  /** The number of the class that it is a part of. */
  readonly from: number;
  readonly source: number;
  readonly sign: number;
  readonly bounds: Bounds;
  readonly cells: number[];
}

interface Tabled {
  readonly classes: readonly PlacedClass[];
  readonly table: Int8Array;
}

/** Without classes that do not matter, and with those that may be exchanged as one. */
export function simplified(given: Tabled): Tabled {
  for (let k = 0; k < given.classes.length; k++) {
    const dropped = without(given, k);
    if (dropped !== undefined) return simplified(dropped);
  }
  for (let k = 0; k < given.classes.length; k++) {
    for (let j = k + 1; j < given.classes.length; j++) {
      const merged = together(given, k, j);
      if (merged !== undefined) return simplified(merged);
    }
  }
  return given;
}

/** The table without a class on which no value depends. */
function without({ classes, table }: Tabled, k: number): Tabled | undefined {
  const { stride, count } = axisOf(classes, k);
  const rest = new Int8Array(table.length / count);
  let next = 0;
  for (let row = 0; row < table.length; row++) {
    const at = Math.floor(row / stride) % count;
    if (at > 0) {
      if (table[row] !== table[row - at * stride]) return undefined;
    } else rest[next++] = table[row]!;
  }
  return { classes: classes.toSpliced(k, 1), table: rest };
}

/** The table over the sum of two classes, where only that matters. */
function together({ classes, table }: Tabled, k: number, j: number): Tabled | undefined {
  const [a, b] = [classes[k]!, classes[j]!];
  const isAlike =
    a.source === b.source && a.bounds.low === b.bounds.low && a.bounds.high === b.bounds.high;
  if (!isAlike) return undefined;
  const [first, second] = [axisOf(classes, k), axisOf(classes, j)];
  const cells = [...a.cells, ...b.cells].sort((x, y) => x - y);
  const merged = classes.with(k, { ...a, cells }).toSpliced(j, 1);
  const all = new Int8Array(merged.reduce((size, each) => size * countOf(each), 1));
  const known = new Uint8Array(all.length);
  for (let row = 0; row < table.length; row++) {
    const counts = classes.map((_, c) => {
      const { stride, count } = axisOf(classes, c);
      return Math.floor(row / stride) % count;
    });
    const at = merged.reduce((index, each, c) => {
      const own = c === k ? counts[k]! + counts[j]! : counts[c < j ? c : c + 1]!;
      return index * countOf(each) + own;
    }, 0);
    if (known[at] === 1 && all[at] !== table[row]) return undefined;
    known[at] = 1;
    all[at] = table[row]!;
  }
  return first.count > 0 && second.count > 0 ? { classes: merged, table: all } : undefined;
}

function countOf({ cells, bounds }: PlacedClass): number {
  return cells.length * (bounds.high - bounds.low) + 1;
}

function axisOf(classes: readonly PlacedClass[], k: number): { stride: number; count: number } {
  const stride = classes.slice(k + 1).reduce((product, each) => product * countOf(each), 1);
  return { stride, count: countOf(classes[k]!) };
}

/** Classes in an order that depends on what they do and, only where they do the same, on where they are. */
function inOrder(given: Placed): Placed {
  const { classes, table, sum, layers } = given;
  const keys = classes.map((each, k) => ({ k, text: roleOf(given, k), first: each.cells[0]! }));
  keys.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.first - b.first));
  const order = keys.map(({ k }) => k);
  if (order.every((k, at) => k === at)) return given;
  const numbers = new Map(order.map((k, at) => [k, at]));
  return {
    ...given,
    classes: order.map((k) => classes[k]!),
    table: table && permuted({ classes, table }, order),
    sum: sum && { ...sum, weights: order.map((k) => sum.weights[k]!) },
    layers: layers?.map((layer) => ({
      ...layer,
      classWeights: layer.classWeights.map(({ index, weight }) => ({
        index: numbers.get(index)!,
        weight,
      })),
    })),
  };
}

/** Source, then weight, then how often the value is not 0 at each total. */
function roleOf({ classes, table, sum }: Placed, k: number): string {
  const { source, cells } = classes[k]!;
  const start = `${String(source).padStart(6, "0")}`;
  if (sum !== undefined) return `${start} ${sortable(sum.weights[k]!)}`;
  const { stride, count } = axisOf(classes, k);
  const totals = new Array<number>(count).fill(0);
  table!.forEach((value, row) => {
    totals[Math.floor(row / stride) % count]! += value + (value === 0 ? 0 : 1e-3);
  });
  return `${start} ${String(cells.length).padStart(6, "0")} ${totals.join()}`;
}

/** Positive weights first, smaller ones before larger ones. */
function sortable(weight: number): string {
  const digits = Math.abs(weight).toExponential(17);
  return `${weight > 0 ? "+" : "-"}${digits.slice(digits.indexOf("e") + 1).padStart(5, "0")}${digits}`;
}

/** The table with its classes in another order. */
export function permuted({ classes, table }: Tabled, order: readonly number[]): Int8Array {
  const axes = classes.map((_, k) => axisOf(classes, k));
  const next = new Int8Array(table.length);
  const counts = order.map((k) => axes[k]!.count);
  for (let row = 0; row < next.length; row++) {
    let rest = row;
    let from = 0;
    for (let at = order.length - 1; at >= 0; at--) {
      from += (rest % counts[at]!) * axes[order[at]!]!.stride;
      rest = Math.floor(rest / counts[at]!);
    }
    next[row] = table[from]!;
  }
  return next;
}

/** What units of one family have in common beside the places that they read. */
export function kindOf({ rule, classes, table, sum }: Placed): string {
  if (sum !== undefined) {
    const bias = typeof sum.bias === "number" ? "" : `${sum.bias.mantissa}^${sum.bias.exponent}`;
    const weights = classes.map(
      ({ source, law }, k) => `${sum.weights[k]}*${source}${lawKey(law)}`,
    );
    return `${rule} ${weights.join(" ")} ${bias}`;
  }
  const sizes = classes.map(({ source, cells }) => `${source}x${cells.length}`);
  return `${rule} ${sizes.join(" ")} ${table!.join("")}`;
}

/** What makes two units the same function of the same cells. */
export function identityOf(placed: Placed): string {
  const bias = placed.sum?.bias;
  const constant = typeof bias === "number" ? bias : "";
  const cells = placed.classes.map((each) => each.cells.join()).join("|");
  return `${kindOf(placed)} ${constant} ${cells}`;
}
