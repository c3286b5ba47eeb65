import { amountOf, fixedValue, plusTimes } from "./amount.ts";
import { based } from "./base.ts";
import type { Border } from "./cells-of.ts";
import { cellsAt, type Family, type FamilyClass, type Member } from "./family.ts";
import { type Formula, valueAt } from "./fit.ts";
import type { Found } from "./found.ts";
import { lawKey } from "./law.ts";
import type { Placed, PlacedClass } from "./placed.ts";
import { axesOfParameters, type Grid } from "./regions.ts";
import { ordered, restricted } from "./restrict.ts";

/**
 * The family with all units that turn out to be members at its border: where what they read runs round
 * a ring, or lacks what lies beyond an edge.
 *
 * Cost: the places around the family's box, for each way in which the axes may end.
 */
export function absorb(family: Family, found: Found): Family {
  const members = new Set(family.members.map(({ item }) => item));
  const { tag } = found.items[family.members[0]!.item]!;
  const left = [...found.open].filter(
    (item) =>
      !members.has(item) &&
      found.items[item]!.tag === tag &&
      mayBelong(family, found.items[item]!.placed),
  );
  if (left.length === 0 || family.shape.length === 0) return family;
  const byKey = new Map<string, Candidate[]>();
  const add = (placed: Placed, candidate: Candidate): void => {
    for (const key of keysOf(placed)) byKey.set(key, [...(byKey.get(key) ?? []), candidate]);
  };
  for (const item of left) {
    const { placed, coordinates } = found.items[item]!;
    add(placed, { item, sign: 1 });
    const opposite = coordinates.length === 0 ? oppositeOf(placed) : undefined;
    if (opposite !== undefined) add(opposite, { item, sign: -1 });
  }
  let best: readonly Member[] = [];
  let borders: readonly (readonly Border[])[] = [];
  const kinds = new Set(left.map((item) => sizesOf(found.items[item]!.placed)));
  const isAlike = mayBeWhole(family, found, kinds);
  const mayLack = mayBeCut(family, kinds);
  for (const way of waysToEnd(family, found.grids)) {
    // Only at an edge a member reads less than others: elsewhere it is of the same kind.
    const hasEdge = way.some((ends) => ends.includes("clip"));
    if (!isAlike && !(hasEdge && mayLack)) continue;
    const more = membersAt(family, way, { byKey, found, left });
    if (more.length > best.length) [best, borders] = [more, way];
    if (best.length === left.length) break;
  }
  if (best.length === 0) return family;
  return based(
    {
      ...family,
      classes: family.classes.map((each, k) => ({ ...each, borders: borders[k]! })),
      members: [...family.members, ...best],
    },
    found.grids,
  );
}

/** Are there units of the kind of the members, or of the opposite kind? */
function mayBeWhole(family: Family, { items }: Found, kinds: ReadonlySet<string>): boolean {
  const { placed } = items[family.members[0]!.item]!;
  // Stretches grow and shrink: such sums are of one kind all the same, but empty ones are missing.
  if (family.body.kind === "sum") return true;
  const opposite = oppositeOf(placed);
  return kinds.has(sizesOf(placed)) || (opposite !== undefined && kinds.has(sizesOf(opposite)));
}

/** Are there units of a kind that members would be if they lacked some of their cells? */
function mayBeCut({ classes, body, rule }: Family, kinds: ReadonlySet<string>): boolean {
  if (body.kind !== "table") return true;
  const sizes = classes.map(({ size }) => size);
  const nWays = sizes.reduce((product, size) => product * (size + 1), 1);
  if (nWays > MOST_CUTS) return true;
  const { table } = body;
  return Array.from({ length: nWays }, (_, way) => {
    let rest = way;
    const kept = classes.map(({ source, bounds, size }) => {
      const length = rest % (size + 1);
      rest = Math.floor(rest / (size + 1));
      return { source, bounds, cells: Array.from({ length }, (_, cell) => cell) };
    });
    return restricted({ rule, classes: kept, table, sum: undefined, layers: undefined }, sizes);
  }).some((cut) => {
    const opposite = oppositeOf(cut);
    return kinds.has(sizesOf(cut)) || (opposite !== undefined && kinds.has(sizesOf(opposite)));
  });
}

const MOST_CUTS = 128;

/** What does not depend on the order of classes: how much is read, and how often the answer is yes. */
function sizesOf({ classes, table }: Placed): string {
  const nOnes = table?.reduce((count, value) => count + (value === 0 ? 0 : 1), 0);
  const sizes = classes.map(({ cells }) => cells.length).sort((a, b) => a - b);
  return `${sizes.join()} ${nOnes}`;
}

/** Does a unit compute what members compute, of no more than they read? */
function mayBelong({ rule, classes, body }: Family, placed: Placed): boolean {
  const sources = new Set(classes.map(({ source }) => source));
  if (placed.rule !== rule || body.kind === "dense") return false;
  const areTables = body.table !== undefined && placed.table !== undefined;
  const areSums = body.kind === "sum" && placed.sum !== undefined;
  if (!areTables && !areSums) return false;
  const nCells = placed.classes.reduce((count, { cells }) => count + cells.length, 0);
  const most = classes.reduce((count, { size }) => count + size, 0);
  if (areTables && nCells <= most && placed.classes.every(({ source }) => sources.has(source))) {
    return true;
  }
  if (!areSums) return false;
  return placed.classes.every(({ source }, k) =>
    classes.some((each, c) => {
      if (each.source !== source) return false;
      return Math.abs(body.weights[c]!) === Math.abs(placed.sum!.weights[k]!);
    }),
  );
}

interface Candidate {
  readonly item: number;
  readonly sign: 1 | -1;
}

/** The unit whose sign, or whose answer, is always the opposite. */
export function oppositeOf(placed: Placed): Placed | undefined {
  const { rule, sum, table } = placed;
  if (rule === "sum") return undefined;
  const isThreshold = rule === "threshold";
  if (sum === undefined) {
    if (!isThreshold || table === undefined) return undefined;
    return { ...placed, table: table.map((value) => 1 - value) };
  }
  const isWhole =
    typeof sum.bias === "number" &&
    placed.classes.every(({ bounds }) => bounds.isInteger) &&
    sum.weights.every(Number.isSafeInteger);
  if (!isWhole) return undefined;
  const weights = sum.weights.map((weight) => -weight);
  // not (sum > 0) is 1 - sum > 0
  return { ...placed, sum: { weights, bias: (isThreshold ? 1 : 0) - (sum.bias as number) } };
}

/** For each class the borders of its source; an axis ends in the same way in all classes. */
function waysToEnd(family: Family, grids: readonly Grid[]): (readonly Border[])[][] {
  const rank = Math.max(...family.classes.map(({ source }) => grids[source]!.shape.length), 0);
  let ways: Border[][] = [[]];
  for (let axis = 0; axis < rank; axis++) {
    const ends = endsAlong(family, axis);
    ways = ways.flatMap((way) => ends.map((end) => [...way, end]));
  }
  return ways.map((way) =>
    family.classes.map(({ source }) => way.slice(0, grids[source]!.shape.length)),
  );
}

/** A stretch that grows and shrinks goes round no ring. */
function endsAlong(family: Family, axis: number): readonly Border[] {
  if (!movesAlong(family, axis)) return ["plain"];
  return hasStretch(family, axis) ? ["plain", "clip"] : ["plain", "ring", "clip"];
}

/** Is what the members read along an axis of different length? */
function hasStretch({ classes }: Family, axis: number): boolean {
  return classes.some(({ pattern, formulas }) => {
    const axes = axesOfParameters(pattern);
    return axes.some((own, k) => {
      if (own !== axis || axes[k + 1] !== axis) return false;
      const [from, to] = [amountOf(formulas[k]!), amountOf(formulas[k + 1]!)];
      return !from || !to || fixedValue(plusTimes(to, -1, from)) === undefined;
    });
  });
}

/** Does what the members read move along an axis of its source? */
function movesAlong({ classes }: Family, axis: number): boolean {
  return classes.some(({ pattern, formulas }) =>
    axesOfParameters(pattern).some((a, k) => a === axis && formulas[k]!.kind !== "constant"),
  );
}

interface Lost {
  readonly byKey: ReadonlyMap<string, readonly Candidate[]>;
  readonly found: Found;
  readonly left: readonly number[];
}

function membersAt(family: Family, borders: readonly (readonly Border[])[], lost: Lost): Member[] {
  const { byKey, found, left } = lost;
  const classes = family.classes.map((each, k) => ({ ...each, borders: borders[k]! }));
  const taken = new Set(family.members.map(({ variables }) => variables.join()));
  const members: Member[] = [];
  const used = new Set<number>();
  for (const variables of placesAround(family, borders, lost)) {
    if (taken.has(variables.join())) continue;
    const keys = keysAt({ ...family, classes }, variables, found.grids);
    const candidates = keys.flatMap((key) => byKey.get(key) ?? []);
    const candidate = candidates.find(
      ({ item }) => !used.has(item) && isAt(item, variables, family, found),
    );
    if (candidate === undefined) continue;
    used.add(candidate.item);
    members.push({ ...candidate, variables });
    if (members.length === left.length) break;
  }
  return members;
}

/** Does an item that has coordinates anyway have those of this place? */
function isAt(item: number, variables: readonly number[], family: Family, found: Found): boolean {
  const { coordinates } = found.items[item]!;
  return coordinates.every((own, axis) => own === valueAt(family.coordinates[axis]!, variables));
}

/**
 * The places at which there may be more members: those of outputs that are left, else those in and around
 * the family's box. Round a ring there are as many as the ring is long.
 */
function placesAround(
  family: Family,
  borders: readonly (readonly Border[])[],
  { found: { grids, items }, left }: Lost,
): number[][] {
  if (family.coordinates.length > 0) {
    return left.flatMap((item) => {
      const place = solved(family, items[item]!.coordinates);
      return place === undefined ? [] : [place];
    });
  }
  const longest = family.shape.map((_, variable) => longestFor(family, variable, grids));
  const rings = family.shape.map((_, variable) => ringOf(family, variable, { borders, grids }));
  const widths = family.shape.map((_, variable) => widthOf(family, variable, borders));
  const most = PLACES_EACH * (family.members.length + left.length);
  for (const margin of MARGINS) {
    const values = family.shape.map((count, variable) => {
      const beyond = Math.max(0, Math.min(margin, longest[variable]! - count, widths[variable]!));
      const more = (rings[variable] ?? count + 2 * beyond) - count;
      return Array.from({ length: count + more }, (_, k) => k - Math.floor(more / 2));
    });
    const nPlaces = values.reduce((product, { length }) => product * length, 1);
    if (nPlaces > most) continue;
    return values.reduce<number[][]>(
      (places, own) => places.flatMap((place) => own.map((value) => [...place, value])),
      [[]],
    );
  }
  return [];
}

/** The length of the longest axis along which a variable moves what is read. */
function longestFor({ classes }: Family, variable: number, grids: readonly Grid[]): number {
  const lengths = classes.flatMap(({ source, pattern, formulas }) =>
    axesOfParameters(pattern).flatMap((axis, k) => {
      const formula = formulas[k]!;
      const isMoved = "variable" in formula && formula.variable === variable;
      return axis !== undefined && isMoved ? [grids[source]!.shape[axis]!] : [];
    }),
  );
  return Math.max(0, ...lengths);
}

/** How far a member at an edge can lie beyond the box, and still read something; at other ends any distance. */
function widthOf(
  { classes }: Family,
  variable: number,
  borders: readonly (readonly Border[])[],
): number {
  const offsets: number[] = [];
  let isEdge = false;
  for (const [c, { pattern, formulas }] of classes.entries()) {
    for (const [k, axis] of axesOfParameters(pattern).entries()) {
      const formula = formulas[k]!;
      if (axis === undefined || formula.kind !== "affine" || formula.variable !== variable)
        continue;
      offsets.push(formula.offset);
      isEdge ||= borders[c]![axis] === "clip";
    }
  }
  return isEdge ? Math.max(...offsets) - Math.min(...offsets) + 1 : Infinity;
}

/** The length of the ring along which a variable moves; undefined where it moves along none. */
function ringOf(
  family: Family,
  variable: number,
  { borders, grids }: { borders: readonly (readonly Border[])[]; grids: readonly Grid[] },
): number | undefined {
  for (const [c, { source, pattern, formulas }] of family.classes.entries()) {
    for (const [k, axis] of axesOfParameters(pattern).entries()) {
      const formula = formulas[k]!;
      if (axis === undefined || borders[c]![axis] !== "ring" || formula.kind !== "affine") continue;
      if (formula.variable === variable && Math.abs(formula.factor) === 1) {
        return Math.max(grids[source]!.shape[axis]!, family.shape[variable]!);
      }
    }
  }
  return undefined;
}

/** How far beyond the box members are looked for: as far as there is time for. */
const MARGINS = [256, 128, 64, 32, 16, 8, 4, 2, 1, 0];

const PLACES_EACH = 40;

/** The variables at which the family's coordinates are these; undefined where there are none. */
export function solved(
  { shape, coordinates }: Family,
  at: readonly number[],
): number[] | undefined {
  const variables = new Array<number>(shape.length).fill(Number.NaN);
  for (const [axis, formula] of coordinates.entries()) {
    if (formula.kind === "affine") {
      variables[formula.variable] = (at[axis]! - formula.offset) / formula.factor;
    }
  }
  const isPlace = variables.every(Number.isInteger);
  const fits = coordinates.every((formula, axis) => valueAt(formula, variables) === at[axis]);
  return isPlace && fits ? variables : undefined;
}

/** What a unit at this place would be, as texts: as a sum, and by its values; none where there can be none. */
function keysAt(
  family: Family,
  variables: readonly number[],
  grids: readonly Grid[],
): readonly string[] {
  const { body, rule } = family;
  if (body.kind === "dense") return [];
  const classes: PlacedClass[] = [];
  for (const each of family.classes) {
    const cells = cellsAt(each, variables, grids[each.source]!);
    if (cells === undefined) return [];
    classes.push(classAt(each, cells));
  }
  const { table } = body;
  const sizes = family.classes.map(({ size }) => size);
  const isTable = table !== undefined && classes.every(({ cells }, k) => cells.length <= sizes[k]!);
  const byTable = isTable
    ? restricted({ rule, classes, table, sum: undefined, layers: undefined }, sizes)
    : undefined;
  if (body.kind === "table") return byTable === undefined ? [] : keysOf(byTable);
  const bias =
    "kind" in (body.bias as object) ? valueAt(body.bias as Formula, variables) : body.bias;
  const sum = { weights: body.weights, bias: bias as number };
  return keysOf({ rule, classes, table: undefined, sum, layers: undefined }).concat(
    byTable === undefined ? [] : keysOf(byTable),
  );
}

function classAt({ source, bounds, law }: FamilyClass, cells: readonly number[]): PlacedClass {
  return law === undefined ? { source, bounds, cells } : { source, bounds, cells, law };
}

/** A unit's function and the cells that it reads, whatever the order of its classes. */
function keysOf(placed: Placed): string[] {
  const { rule, classes, sum, table } = placed;
  const keys: string[] = [];
  if (sum !== undefined) {
    const parts = classes.flatMap(({ source, cells, law }, k) =>
      cells.length === 0 ? [] : [`${source}:${sum.weights[k]}${lawKey(law)}:${cells.join()}`],
    );
    const { bias } = sum;
    const constant = typeof bias === "number" ? bias : `${bias.mantissa}^${bias.exponent}`;
    keys.push(`${rule} ${constant} ${parts.sort().join(" ")}`);
  }
  if (table !== undefined) {
    const plain = ordered(placed);
    const parts = plain.classes.map(({ source, cells }) => `${source}:${cells.join()}`);
    keys.push(`${rule} ${parts.join(" ")} ${plain.table!.join("")}`);
  }
  return keys;
}
