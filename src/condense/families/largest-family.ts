import { sizeOf } from "../../math/shape.ts";
import { absorb } from "./absorb.ts";
import type { Family, FamilyClass } from "./family.ts";
import { familyOf } from "./family-of.ts";
import type { Formula } from "./fit.ts";
import type { Found } from "./found.ts";
import type { Item } from "./item.ts";
import { keyOf } from "./regions.ts";

/**
 * The largest family among units of one kind, once those at its border have been found; undefined where a
 * class has no pattern.
 *
 * What few units show, those in the middle of a ring, may hold for all: simple descriptions get a chance
 * beside usual ones.
 */
export function largestFamily(bucket: readonly number[], found: Found): Family | undefined {
  const family = familyIn(bucket, found);
  if (family === undefined) return undefined;
  if (isOfTwoBands(family, found)) return bandIn(bucket, found) ?? family;
  if (!isIrregular(family)) return family;
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

/** Is there something that follows no law but a table, or not from where an output lies? */
function isIrregular({ shape, classes, coordinates, body }: Family): boolean {
  const bias = body.kind === "sum" && "kind" in Object(body.bias) ? [body.bias as Formula] : [];
  const hasTable = [...coordinates, ...classes.flatMap(({ formulas }) => formulas), ...bias].some(
    ({ kind }) => kind === "values",
  );
  const placed = new Set(
    coordinates.flatMap((each) => ("variable" in each ? [each.variable] : [])),
  );
  return hasTable || (coordinates.length > 0 && placed.size < shape.length);
}

/**
 * Are the members few of all places of their box, and lie in no more than two directions? Neighbours before
 * and after a place are two families; all pairs, or half of them, are one.
 */
function isOfTwoBands(family: Family, { items }: Found): boolean {
  const { shape, members, coordinates } = family;
  if (shape.length < 2 || coordinates.length > 0 || 2 * members.length > sizeOf(shape))
    return false;
  if (members.length < LEAST_IN_BANDS) return false;
  return new Set(members.map(({ item }) => directionOf(items[item]!))).size <= 2;
}

const LEAST_IN_BANDS = 4;

/** The largest family of one direction, if it fills its box by a law. */
function bandIn(bucket: readonly number[], found: Found): Family | undefined {
  const band = familyIn(
    largestPart(bucket, (item) => directionOf(found.items[item]!)),
    found,
  );
  const isFull = band !== undefined && band.members.length === sizeOf(band.shape);
  return isFull && !isIrregular(band) ? band : undefined;
}

/** By what units that lie between each other may differ. */
const SPLITS: readonly ((item: Item) => string)[] = [
  ({ placed }) => JSON.stringify(placed.sum?.bias ?? null, bigText),
  directionOf,
  ...[2, 3, 4].map(
    (period) =>
      ({ coordinates }: Item) =>
        coordinates.map((coordinate) => coordinate % period).join(),
  ),
];

/** How the places that a unit reads lie to each other: a neighbour before, one after, one below. */
function directionOf({ placed: { classes } }: Item): string {
  const [first] = classes;
  return classes.map(({ cells }) => cells[0]! - first!.cells[0]!).join();
}

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
  const starts: (Family | undefined)[] = SHARES.map((share) =>
    familyOf(bucket, { items, grids, share }),
  );
  // Where no law was found, the descriptions that came first may have been the wrong ones.
  if (starts.every((start) => start === undefined || isIrregular(start))) {
    const avoided = new Set(starts.flatMap((start) => start?.classes.map(patternOf) ?? []));
    starts.push(familyOf(bucket, { items, grids, share: 0, avoided }));
  }
  const distinct = starts.filter((start, k): start is Family => {
    const isNew = starts.slice(0, k).every((other) => patternsOf(other) !== patternsOf(start));
    return start !== undefined && isNew;
  });
  const families = distinct.map((start) => absorb(start, found));
  families.sort((a, b) => worthOf(b) - worthOf(a) || numbersIn(a) - numbersIn(b));
  return families[0];
}

/** Members count, those of a law more than those of a table. */
function worthOf(family: Family): number {
  return family.members.length * (isIrregular(family) ? 1 : 2);
}

/** Which share of what the most usual description fits a simpler one has to fit, to be tried. */
const SHARES = [0.6, 0.15];

function patternsOf(family: Family | undefined): string {
  return family === undefined ? "" : family.classes.map(patternOf).join("|");
}

function patternOf({ pattern }: FamilyClass): string {
  return keyOf(pattern);
}

function numbersIn({ classes }: Family): number {
  return classes.reduce((sum, { formulas }) => sum + formulas.length, 0);
}
