import * as exacts from "../../math/exact.ts";
import { coordinatesOf } from "../../math/shape.ts";
import { absorb, type Found } from "./absorb.ts";
import { based } from "./base.ts";
import type { Family, FamilyClass, Member } from "./family.ts";
import { type Formula, fitColumns } from "./fit.ts";
import { weightAt } from "./law.ts";
import { kindOf, type Placed } from "./place.ts";
import {
  axesOfParameters,
  type Description,
  describe,
  type Grid,
  isPatternless,
  keyOf,
  parametersOf,
} from "./regions.ts";

/** A unit to be grouped with others like it. */
export interface Item {
  readonly placed: Placed;
  /** The coordinates that the unit has anyway: those of an output. */
  readonly coordinates: readonly number[];
  /** Units with different tags are not of one family. */
  readonly tag: string;
}

/**
 * Groups units into families, the largest first; every unit is a member of one.
 *
 * The families do not depend on the order of the items, only the numbers by which these are called.
 */
export function group(items: readonly Item[], grids: readonly Grid[]): Family[] {
  const families: Family[] = [];
  const open = new Set(items.keys());
  for (const bucket of bucketsOf(items)) {
    for (;;) {
      const left = bucket.filter((item) => open.has(item));
      if (left.length === 0) break;
      const family = largestFamily(left, { items, open, grids });
      if (family === undefined) break;
      families.push(family);
      for (const { item } of family.members) open.delete(item);
    }
  }
  return withDense(families, [...open], { items, open, grids });
}

/**
 * Units without a pattern as rows of weights. Single units join them where there are several, so that
 * what is a matrix is one; a short unit that is left alone is said as it is.
 */
function withDense(families: readonly Family[], left: readonly number[], found: Found): Family[] {
  const { items, grids } = found;
  const singles = families.filter((family) => isSingleSum(family, items));
  const joined = [...left, ...singles.map(({ members }) => members[0]!.item)];
  if (left.length + singles.length >= LEAST_ROWS) {
    const others = families.filter((family) => !singles.includes(family));
    return [...others, ...denseFamilies(joined, items, grids)];
  }
  const spelt = left.filter((item) => nCells(items[item]!) <= MOST_LISTED_ALONE);
  const alone = spelt.map((item) => familyOf([item], { items, grids, share: 1, isListed: true })!);
  const rest = left.filter((item) => !spelt.includes(item));
  return [...families, ...alone, ...denseFamilies(rest, items, grids)];
}

const LEAST_ROWS = 3;
const MOST_LISTED_ALONE = 16;

/** A unit that is like no other one, and weighs some cells differently. */
function isSingleSum({ members, body, classes }: Family, items: readonly Item[]): boolean {
  if (members.length > 1 || body.kind !== "sum" || classes.length < 3) return false;
  const { placed } = items[members[0]!.item]!;
  return placed.classes.every(({ law }) => law === undefined);
}

/** Units of one kind, by kind; the largest first. */
function bucketsOf(items: readonly Item[]): number[][] {
  const buckets = new Map<string, number[]>();
  items.forEach(({ placed, tag }, item) => {
    const kind = `${tag} ${kindOf(placed)}`;
    const bucket = buckets.get(kind);
    if (bucket === undefined) buckets.set(kind, [item]);
    else bucket.push(item);
  });
  return [...buckets]
    .sort(
      ([a, first], [b, second]) =>
        second.length - first.length ||
        nCells(items[second[0]!]!) - nCells(items[first[0]!]!) ||
        (a < b ? -1 : 1),
    )
    .map(([, bucket]) => bucket);
}

function nCells({ placed }: Item): number {
  return placed.classes.reduce((count, { cells }) => count + cells.length, 0);
}

/**
 * The largest family among units of one kind, once those at its border have been found; undefined where a
 * class has no pattern.
 *
 * What few units show, those in the middle of a ring, may hold for all: simple descriptions get a chance
 * beside usual ones.
 */
function largestFamily(bucket: readonly number[], found: Found): Family | undefined {
  const family = familyIn(bucket, found);
  if (family === undefined || !isIrregular(family)) return family;
  // Units of several kinds may lie between each other: each kind may be regular by itself.
  for (const kindOfItem of SPLITS) {
    const part = largestPart(bucket, (item) => kindOfItem(found.items[item]!));
    const regular = part.length === bucket.length ? undefined : familyIn(part, found);
    if (regular !== undefined && !isIrregular(regular) && regular.members.length > 1) {
      return regular;
    }
  }
  return family;
}

/** Is there something that follows no law but a table? */
function isIrregular({ classes, coordinates, body }: Family): boolean {
  const bias = body.kind === "sum" && "kind" in Object(body.bias) ? [body.bias as Formula] : [];
  return [...coordinates, ...classes.flatMap(({ formulas }) => formulas), ...bias].some(
    ({ kind }) => kind === "values",
  );
}

/** By what units that lie between each other may differ. */
const SPLITS: readonly ((item: Item) => string)[] = [
  ({ placed }) => JSON.stringify(placed.sum?.bias ?? null, bigText),
  ...[2, 3, 4].map(
    (period) =>
      ({ coordinates }: Item) =>
        coordinates.map((coordinate) => coordinate % period).join(),
  ),
];

function bigText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

function largestPart(bucket: readonly number[], keyOfItem: (item: number) => string): number[] {
  const parts = new Map<string, number[]>();
  for (const item of bucket) {
    const key = keyOfItem(item);
    parts.set(key, [...(parts.get(key) ?? []), item]);
  }
  const ordered = [...parts].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return ordered[0]![1];
}

function familyIn(bucket: readonly number[], found: Found): Family | undefined {
  const { items, grids } = found;
  const starts = SHARES.map((share) => familyOf(bucket, { items, grids, share }));
  const distinct = starts.filter((start, k): start is Family => {
    const isNew = starts.slice(0, k).every((other) => patternsOf(other) !== patternsOf(start));
    return start !== undefined && isNew;
  });
  const families = distinct.map((start) => absorb(start, found));
  families.sort((a, b) => b.members.length - a.members.length || numbersIn(a) - numbersIn(b));
  return families[0];
}

/** Which share of what the most usual description fits a simpler one has to fit, to be tried. */
const SHARES = [0.6, 0.15];

function patternsOf(family: Family | undefined): string {
  return family === undefined ? "" : family.classes.map(({ pattern }) => keyOf(pattern)).join("|");
}

function numbersIn({ classes }: Family): number {
  return classes.reduce((sum, { formulas }) => sum + formulas.length, 0);
}

/** A family of units of one kind whose classes are described alike. */
function familyOf(
  bucket: readonly number[],
  {
    items,
    grids,
    share,
    isListed = false,
  }: {
    readonly items: readonly Item[];
    readonly grids: readonly Grid[];
    readonly share: number;
    /** May cells without a pattern be listed, however many? */
    readonly isListed?: boolean;
  },
): Family | undefined {
  const { classes, rule, table, sum, layers } = items[bucket[0]!]!.placed;
  if (!isListed && isScattered(items[bucket[0]!]!.placed)) return undefined;
  let members = [...bucket];
  const chosen: ReadonlyMap<number, Description>[] = [];
  for (const k of classes.keys()) {
    const ways = (item: number): readonly Description[] => {
      const { cells, source, law } = items[item]!.placed.classes[k]!;
      const all = describe(cells, grids[source]!);
      // A law may make no sense at a cell that is described only to be taken away.
      return law === undefined ? all : all.filter(isPositive);
    };
    const described = mostUsual(members, ways, share);
    if (described === undefined) return undefined;
    const isMereList = [...described.values()].some(isPatternless);
    if (!isListed && isMereList && sum !== undefined && classes[k]!.cells.length > MOST_LISTED)
      return undefined;
    chosen.push(described);
    members = members.filter((item) => described.has(item));
  }
  members.sort((a, b) => comparePlaces(items[a]!, items[b]!));
  const patterns = classes.map((_, k) => chosen[k]!.get(members[0]!)!);
  const parameters = members.map((item) => chosen.flatMap((each) => parametersOf(each.get(item)!)));
  const biases = sum !== undefined && typeof sum.bias === "number";
  const rows = members.map((item, row) => [
    ...items[item]!.coordinates,
    ...parameters[row]!,
    ...(biases ? [items[item]!.placed.sum!.bias as number] : []),
  ]);
  const columns = Array.from({ length: rows[0]!.length }, (_, c) => rows.map((row) => row[c]!));
  const found = fitColumns(columns, members.length);
  const nOwn = items[members[0]!]!.coordinates.length;
  // Units of one family have one table only if they differ in nothing but the places that they read.
  const isOneTable =
    (!biases || found.formulas.at(-1)!.kind === "constant") &&
    members.every((item) =>
      classes.every(
        (each, k) => items[item]!.placed.classes[k]!.cells.length === each.cells.length,
      ),
    );
  const formulas = found.formulas.slice(nOwn);
  const family: Family = {
    rule,
    shape: found.counts,
    coordinates: found.formulas.slice(0, nOwn),
    classes: classesOf(patterns, formulas, { placed: items[members[0]!]!.placed, grids }),
    body:
      sum === undefined
        ? { kind: "table", table: table!, layers }
        : {
            kind: "sum",
            weights: sum.weights,
            bias: biases ? formulas.at(-1)! : sum.bias,
            table: isOneTable ? table : undefined,
          },
    members: found.rows.map(
      (row, k): Member => ({ item: members[row]!, variables: found.variables[k]!, sign: 1 }),
    ),
  };
  return based(family, grids);
}

function isPositive({ regions }: Description): boolean {
  return regions.every(
    (region) =>
      region.sign === 1 &&
      (region.kind !== "product" || region.axes.every(({ kind }) => kind !== "but")),
  );
}

/** Too many classes for a reader: such a unit is a row of weights. */
function isScattered({ classes, sum }: Placed): boolean {
  const nCells = classes.reduce((count, { cells }) => count + cells.length, 0);
  return sum !== undefined && classes.length > MOST_CLASSES && nCells < 3 * classes.length;
}

const MOST_CLASSES = 4;
const MOST_LISTED = 8;

/**
 * The items that one kind of description fits: of the kinds that fit hardly fewer than any other, the one
 * with the fewest numbers.
 */
function mostUsual(
  members: readonly number[],
  ways: (item: number) => readonly Description[],
  share: number,
): ReadonlyMap<number, Description> | undefined {
  const kinds = new Map<string, Kind>();
  for (const item of members) {
    ways(item).forEach((way, rank) => {
      const key = keyOf(way);
      const kind = kinds.get(key) ?? { key, items: new Map(), rank: 0, numbers: 0 };
      kinds.set(key, {
        ...kind,
        rank: Math.max(kind.rank, rank),
        numbers: parametersOf(way).length,
      });
      kind.items.set(item, way);
    });
  }
  const all = [...kinds.values()];
  const most = Math.max(...all.map(({ items }) => items.size));
  const usual = all
    .filter(({ items }) => items.size >= share * most)
    .sort(
      (a, b) =>
        a.numbers - b.numbers ||
        b.items.size - a.items.size ||
        a.rank - b.rank ||
        (a.key < b.key ? -1 : 1),
    );
  return usual[0]?.items;
}

interface Kind {
  readonly key: string;
  readonly items: Map<number, Description>;
  /** How late it came at most among an item's ways. */
  readonly rank: number;
  readonly numbers: number;
}

/** By coordinates, then by what is read, then by bias. */
function comparePlaces(a: Item, b: Item): number {
  const order = compareLists(a.coordinates, b.coordinates);
  if (order !== 0) return order;
  for (const [k, { cells }] of a.placed.classes.entries()) {
    const byCells = compareLists(cells, b.placed.classes[k]?.cells ?? []);
    if (byCells !== 0) return byCells;
  }
  const byWeights = compareLists(a.placed.sum?.weights ?? [], b.placed.sum?.weights ?? []);
  if (byWeights !== 0) return byWeights;
  const [first, second] = [a.placed.sum?.bias, b.placed.sum?.bias];
  return first === undefined || second === undefined ? 0 : exacts.compare(first, second);
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length && k < b.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return a.length - b.length;
}

function classesOf(
  patterns: readonly Description[],
  formulas: readonly Formula[],
  { placed, grids }: { readonly placed: Placed; readonly grids: readonly Grid[] },
): FamilyClass[] {
  let next = 0;
  return patterns.map((pattern, k) => {
    const { source, bounds, law, cells } = placed.classes[k]!;
    const count = axesOfParameters(pattern).length;
    next += count;
    return {
      source,
      bounds,
      law,
      pattern,
      formulas: formulas.slice(next - count, next),
      borders: grids[source]!.shape.map(() => "plain"),
      size: cells.length,
    };
  });
}

/** Units without a pattern, as rows of weights: one family for each rule. */
function denseFamilies(
  left: readonly number[],
  items: readonly Item[],
  grids: readonly Grid[],
): Family[] {
  const byRule = new Map<string, number[]>();
  for (const item of left) {
    const { placed, tag } = items[item]!;
    const key = `${tag} ${placed.rule}`;
    byRule.set(key, [...(byRule.get(key) ?? []), item]);
  }
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => denseFamily(members, items, grids));
}

function denseFamily(
  given: readonly number[],
  items: readonly Item[],
  grids: readonly Grid[],
): Family {
  const members = [...given].sort((a, b) => comparePlaces(items[a]!, items[b]!));
  return {
    rule: items[members[0]!]!.placed.rule,
    shape: [members.length],
    coordinates: coordinatesBy(members.map((item) => items[item]!.coordinates)),
    classes: [],
    body: {
      kind: "dense",
      sums: members.map((item) => ({
        weights: weightsOf(items[item]!.placed, grids),
        bias: items[item]!.placed.sum!.bias,
      })),
    },
    members: members.map((item, k) => ({ item, variables: [k], sign: 1 })),
  };
}

/** Coordinates by the number of a member. */
function coordinatesBy(places: readonly (readonly number[])[]): Formula[] {
  return places[0]!.map((_, axis): Formula => {
    const values = places.map((place) => place[axis]!);
    const [offset] = values;
    const isEven = values.every((value, k) => value === offset! + k);
    return isEven
      ? { kind: "affine", variable: 0, factor: 1, offset: offset! }
      : { kind: "values", variable: 0, values };
  });
}

function weightsOf(
  { classes, sum }: Placed,
  grids: readonly Grid[],
): Map<number, Map<number, number>> {
  const weights = new Map<number, Map<number, number>>();
  classes.forEach(({ source, cells, law }, k) => {
    if (!weights.has(source)) weights.set(source, new Map());
    for (const cell of cells) {
      const byLaw = law && weightAt(law, coordinatesOf(cell, grids[source]!.shape)[law.axis]!);
      weights.get(source)!.set(cell, byLaw ?? sum!.weights[k]!);
    }
  });
  return weights;
}
