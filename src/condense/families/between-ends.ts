import { absorb, oppositeOf } from "./absorb.ts";
import { based } from "./base.ts";
import { comparePlaces } from "./compare-items.ts";
import { describe } from "./describe.ts";
import { cellsAt, type Family, type FamilyClass, type Member } from "./family.ts";
import type { Formula } from "./fit.ts";
import type { Found } from "./found.ts";
import { lawKey } from "./law.ts";
import type { Placed, PlacedClass } from "./placed.ts";
import { type Grid, keyOf, parametersOf } from "./regions.ts";

/**
 * The family of one unit that lies between two others, each of which lacks what the other one reads: what
 * goes before the first place, and after the last one, is nothing.
 *
 * A stretch that grows and one that shrinks are seen from one pair of units each, and hold for all three.
 * Undefined where there are no such units. Cost: pairs of units times ways to describe what they read.
 */
export function betweenEnds(middle: number, found: Found): Family | undefined {
  const { placed, coordinates } = found.items[middle]!;
  if (placed.classes.length < 2 || coordinates.length > 1 || !isWhole(placed)) return undefined;
  const ends = endsBeside(middle, found).sort((a, b) =>
    comparePlaces(found.items[a.item]!, found.items[b.item]!),
  );
  for (const first of ends) {
    for (const second of ends) {
      if (first.at >= 0 || second.at <= 0 || first.item === second.item) continue;
      const family = familyOfThree(middle, [first, second], found);
      if (family !== undefined) return absorb(family, found);
    }
  }
  return undefined;
}

/** A unit that reads some of the classes of the middle one. */
interface End {
  readonly item: number;
  /** How far from the middle one. */
  readonly at: number;
  readonly sign: 1 | -1;
  readonly bias: number;
  /** For each class of the middle one, what it reads of it. */
  readonly cells: readonly (readonly number[])[];
}

/** Outputs lie where they lie; of others one may be before, another one after the middle. */
function endsBeside(middle: number, { items, open }: Found): End[] {
  const { placed, coordinates, tag } = items[middle]!;
  if (open.size > MOST_OPEN) return [];
  return [...open].flatMap((item): End[] => {
    const other = items[item]!;
    if (item === middle || other.tag !== tag || other.placed.rule !== placed.rule) return [];
    const [own] = coordinates;
    const distances = own === undefined ? [-1, 1] : [other.coordinates[0]! - own];
    const opposite = own === undefined ? oppositeOf(other.placed) : undefined;
    return distances.flatMap((at) => [
      ...endOf(other.placed, placed, { item, at, sign: 1 }),
      ...(opposite === undefined ? [] : endOf(opposite, placed, { item, at, sign: -1 })),
    ]);
  });
}

const MOST_OPEN = 32;

function endOf(
  placed: Placed,
  middle: Placed,
  known: Pick<End, "item" | "at" | "sign">,
): readonly End[] {
  if (!isWhole(placed) || placed.classes.length >= middle.classes.length) return [];
  const roles = placed.classes.map((_, k) => roleOf(placed, k));
  const cells = middle.classes.map((_, k) => {
    const class_ = roles.indexOf(roleOf(middle, k));
    return class_ < 0 ? [] : placed.classes[class_]!.cells;
  });
  const nFound = cells.filter(({ length }) => length > 0).length;
  if (nFound < placed.classes.length) return [];
  return [{ ...known, cells, bias: placed.sum.bias }];
}

type Whole = Placed & { readonly sum: { readonly bias: number } };

function isWhole(placed: Placed): placed is Whole {
  return typeof placed.sum?.bias === "number";
}

function roleOf({ classes, sum }: Placed, k: number): string {
  const { source, law } = classes[k]!;
  return `${source} ${sum!.weights[k]}${lawKey(law)}`;
}

function familyOfThree(
  middle: number,
  ends: readonly [End, End],
  { items, grids }: Found,
): Family | undefined {
  const { placed, coordinates } = items[middle]!;
  if (!isWhole(placed)) return undefined;
  const bias = lineThrough(
    placed.sum.bias,
    ends.map((end) => [end.at, end.bias]),
  );
  const classes = placed.classes.map((each, k) =>
    classThrough(
      each,
      ends.map(({ at, cells }) => ({ at, cells: cells[k]! })),
      grids,
    ),
  );
  if (bias === undefined || classes.some((each) => each === undefined)) return undefined;
  const members: Member[] = [
    { item: middle, variables: [0], sign: 1 },
    ...ends.map(({ item, at, sign }): Member => ({ item, variables: [at], sign })),
  ];
  const family: Family = {
    rule: placed.rule,
    shape: [1],
    coordinates: coordinates.map((offset) => ({
      kind: "affine",
      variable: 0,
      factor: 1,
      offset,
    })),
    classes: classes as FamilyClass[],
    body: { kind: "sum", weights: placed.sum.weights, bias, table: undefined },
    members,
  };
  return based(family, grids);
}

/** The first description of the middle's cells that, moved on, is what both ends read. */
function classThrough(
  { cells, source, bounds, law }: PlacedClass,
  ends: readonly { readonly at: number; readonly cells: readonly number[] }[],
  grids: readonly Grid[],
): FamilyClass | undefined {
  const grid = grids[source]!;
  const borders = grid.shape.map(() => "plain" as const);
  const size = Math.max(cells.length, ...ends.map((end) => end.cells.length));
  const seen = ends.find((end) => end.cells.length > 0);
  for (const pattern of seen === undefined ? [] : describe(cells, grid)) {
    const moved = describe(seen!.cells, grid).find((way) => keyOf(way) === keyOf(pattern));
    if (moved === undefined) continue;
    const [from, to] = [parametersOf(pattern), parametersOf(moved)];
    const formulas = from.map((value, k) => lineThrough(value, [[seen!.at, to[k]!]]));
    if (formulas.some((formula) => formula === undefined)) continue;
    const found = { pattern, formulas: formulas as Formula[], borders };
    const fits = ends.every(
      ({ at, cells: own }) => cellsAt(found, [at], grid)?.join() === own.join(),
    );
    if (fits) return { ...found, source, bounds, law, size };
  }
  return undefined;
}

/** The formula that has a value in the middle, and others some distance from it. */
function lineThrough(
  value: number,
  others: readonly (readonly [at: number, value: number])[],
): Formula | undefined {
  const [at, other] = others[0]!;
  const factor = (other - value) / at;
  if (!Number.isInteger(factor) || others.some(([x, y]) => y !== value + factor * x)) {
    return undefined;
  }
  return factor === 0
    ? { kind: "constant", value }
    : { kind: "affine", variable: 0, factor, offset: value };
}
