import { based } from "./base.ts";
import { comparePlaces } from "./compare-items.ts";
import { describe } from "./describe.ts";
import type { Family, FamilyClass, Member } from "./family.ts";
import { type Formula, fitColumns } from "./fit.ts";
import { type Item, nCells } from "./item.ts";
import type { Placed } from "./placed.ts";
import {
  axesOfParameters,
  type Description,
  type Grid,
  isPatternless,
  keyOf,
  parametersOf,
} from "./regions.ts";

/** A family of units of one kind whose classes are described alike. */
export function familyOf(
  bucket: readonly number[],
  {
    items,
    grids,
    share,
    avoided = new Set(),
    isListed = false,
  }: {
    readonly items: readonly Item[];
    readonly grids: readonly Grid[];
    readonly share: number;
    /** Kinds of descriptions that are taken only where there is no other. */
    readonly avoided?: ReadonlySet<string>;
    /** May cells without a pattern be listed, however many? */
    readonly isListed?: boolean;
  },
): Family | undefined {
  let members = bucket.filter((item) => isListed || hasPattern(items[item]!.placed, grids));
  if (members.length === 0) return undefined;
  const chosen: ReadonlyMap<number, Description>[] = [];
  for (const k of items[members[0]!]!.placed.classes.keys()) {
    const ways = (item: number): readonly Description[] => {
      const { cells, source, law } = items[item]!.placed.classes[k]!;
      const all = describe(cells, grids[source]!);
      // A law may make no sense at a cell that is described only to be taken away.
      return law === undefined ? all : all.filter(isPositive);
    };
    const others = (item: number): readonly Description[] => {
      const all = ways(item);
      if (avoided.size === 0) return all;
      const rest = all.filter((way) => !avoided.has(keyOf(way)));
      return rest.length > 0 ? rest : all;
    };
    const described = mostUsual(members, others, share);
    if (described === undefined) return undefined;
    chosen.push(described);
    members = members.filter((item) => described.has(item));
  }
  members.sort((a, b) => comparePlaces(items[a]!, items[b]!));
  const { rule, sum } = items[members[0]!]!.placed;
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
  const kept = found.rows.map((row) => members[row]!);
  // Where units look at more and more cells, the longest table holds for all.
  const { placed } = items[kept.reduce((a, b) => (nCells(items[b]!) > nCells(items[a]!) ? b : a))]!;
  const { classes, table, layers } = placed;
  const patterns = classes.map((_, k) => chosen[k]!.get(kept[0]!)!);
  // Units of one family have one table only if they differ in nothing but the places that they read.
  const isOneTable =
    (!biases || found.formulas.at(-1)!.kind === "constant") &&
    kept.every((item) =>
      classes.every(
        (each, k) => items[item]!.placed.classes[k]!.cells.length === each.cells.length,
      ),
    );
  const formulas = found.formulas.slice(nOwn);
  const family: Family = {
    rule,
    shape: found.counts,
    coordinates: found.formulas.slice(0, nOwn),
    classes: classesOf(patterns, formulas, { placed, grids }),
    body:
      sum === undefined
        ? { kind: "table", table: table!, layers }
        : {
            kind: "sum",
            weights: sum.weights,
            bias: biases ? formulas.at(-1)! : sum.bias,
            table: isOneTable ? table : undefined,
          },
    members: kept.map((item, k): Member => ({ item, variables: found.variables[k]!, sign: 1 })),
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

/** A sum without a pattern is a row of weights: one of very many classes, or of many cells like no others. */
function hasPattern(placed: Placed, grids: readonly Grid[]): boolean {
  if (placed.sum === undefined) return true;
  return (
    !isScattered(placed) &&
    placed.classes.every(
      ({ cells, source }) =>
        cells.length <= MOST_LISTED || !describe(cells, grids[source]!).every(isPatternless),
    )
  );
}

/** Too many classes for a reader. */
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
      let kind = kinds.get(key);
      if (kind === undefined) {
        kind = { key, items: new Map(), rank, numbers: parametersOf(way).length };
        kinds.set(key, kind);
      }
      kind.rank = Math.max(kind.rank, rank);
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
  rank: number;
  readonly numbers: number;
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
