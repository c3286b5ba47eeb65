import { neverStop, type ShouldStop } from "../../math/stop.ts";
import { betweenEnds } from "./between-ends.ts";
import { comparePlaces } from "./compare-items.ts";
import { denseFamilies } from "./dense-families.ts";
import type { Family } from "./family.ts";
import { familyOf } from "./family-of.ts";
import type { Found } from "./found.ts";
import { type Item, nCells } from "./item.ts";
import { largestFamily } from "./largest-family.ts";
import { kindOf } from "./place.ts";
import type { Grid } from "./regions.ts";
import { goOn } from "./stopped.ts";

/**
 * Groups units into families, the largest first; every unit is a member of one.
 *
 * The families do not depend on the order of the items, only the numbers by which these are called.
 * Throws Stopped.
 */
export function group(
  items: readonly Item[],
  grids: readonly Grid[],
  shouldStop: ShouldStop = neverStop,
): Family[] {
  const families: Family[] = [];
  const open = new Set(items.keys());
  const buckets = bucketsOf(items);
  for (const middle of loneOf(buckets)) {
    const family = open.has(middle) ? betweenEnds(middle, { items, open, grids }) : undefined;
    if (family === undefined) continue;
    families.push(family);
    for (const { item } of family.members) open.delete(item);
  }
  for (const bucket of buckets) {
    for (;;) {
      const left = bucket.filter((item) => open.has(item));
      if (left.length === 0) break;
      goOn(shouldStop);
      const family = largestFamily(left, { items, open, grids });
      if (family === undefined) break;
      families.push(family);
      for (const { item } of family.members) open.delete(item);
    }
  }
  return withDense(families, [...open], { items, open, grids });
}

/** Units like no others, where hardly any are alike: two alike units follow any law, and show none. */
function loneOf(buckets: readonly (readonly number[])[]): number[] {
  if (buckets.some(({ length }) => length > 2)) return [];
  return buckets.flatMap((bucket) => (bucket.length === 1 ? bucket : []));
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
  const spelt = left
    .filter((item) => nCells(items[item]!) <= MOST_LISTED_ALONE)
    .sort((a, b) => compareItems(items[a]!, items[b]!));
  const alone = spelt.map((item) => familyOf([item], { items, grids, share: 1, isListed: true })!);
  const rest = left.filter((item) => !spelt.includes(item));
  return [...families, ...alone, ...denseFamilies(rest, items, grids)];
}

/** By kind, then by place. */
function compareItems(a: Item, b: Item): number {
  const [first, second] = [`${a.tag} ${kindOf(a.placed)}`, `${b.tag} ${kindOf(b.placed)}`];
  return first < second ? -1 : first > second ? 1 : comparePlaces(a, b);
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
