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

/** By what units that lie between each other may differ. */
const SPLITS: readonly ((item: Item) => string)[] = [
  ({ placed }) => JSON.stringify(placed.sum?.bias ?? null, bigText),
  ...[2, 3, 4].map(
    (period) =>
      ({ coordinates }: Item) =>
        coordinates.map((coordinate) => coordinate % period).join(),
  ),
  ({ placed: { classes } }) => orderOf(classes.map(({ cells }) => cells[0]!)).join(),
];

/** Which is the least, the next, and so on: a cell and its left neighbour are in another order than it and its right one. */
function orderOf(numbers: readonly number[]): number[] {
  return [...numbers.keys()].sort((a, b) => numbers[a]! - numbers[b]!);
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
