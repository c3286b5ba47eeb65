import type { LinearSolver } from "../math/linear-program.ts";
import { bitsOf, type Cell, labelOf } from "./cell.ts";
import { fewestRegions } from "./fewest-regions.ts";
import { countsOf, interchangeable } from "./interchangeable.ts";
import type { Patterns } from "./patterns.ts";
import type { Region, Strategy } from "./regions.ts";
import { type Point, type Separate, separateWith, sumAt, type Unit } from "./separate.ts";
import { sparsestRegion } from "./sparsest-region.ts";
import { wardRegions } from "./ward-regions.ts";

/** The cheaper one first, so that something is found before time is up. */
const STRATEGIES: readonly Strategy[] = [sparsestRegion, fewestRegions];

/**
 * The cells that tell all patterns apart, the shortest description first.
 *
 * Every strategy is tried on counts of interchangeable cells, then, where none is complete, on single
 * cells, where separating a point from all others always succeeds. One strategy is always carried
 * through; those after it end when they ask too much, or `shouldStop` says so. Ward's clusters, which
 * nearly always can be told apart in the end, are offered beside what the others find.
 */
export function fitCell(
  patterns: Patterns,
  solver: LinearSolver,
  shouldStop = () => false,
): readonly Cell[] {
  const nInputs = patterns.window.length;
  if (new Set(patterns.labels).size === 1) return [constantCell(nInputs, patterns.labels[0] === 1)];
  const groupings = [interchangeable(patterns), patterns.window.map((_, position) => [position])];
  const clustered: Cell[] = [];
  for (const groups of groupings) {
    const separate = remembering(separateWith(solver));
    const fitting = { groups, separate, shouldStop };
    const cells = [...fittings(patterns, STRATEGIES, fitting)];
    const isFound = cells.length > 0;
    clustered.push(...fittings(patterns, [wardRegions], { ...fitting, isFound: true }));
    if (isFound) return distinct([...cells, ...clustered]).sort((a, b) => bitsOf(a) - bitsOf(b));
  }
  if (clustered.length > 0) return distinct(clustered).sort((a, b) => bitsOf(a) - bitsOf(b));
  throw new Error("a cell of separable points was not fitted");
}

/** A cell of every strategy for either label; once there is one, the others may give up. */
function* fittings(
  patterns: Patterns,
  strategies: readonly Strategy[],
  { groups, separate, shouldStop, isFound: isFoundBefore = false }: Fitting,
): Generator<Cell, void> {
  let isFound = isFoundBefore;
  for (const strategy of strategies) {
    for (const positive of [true, false]) {
      const asked = isFound ? limited(separate, shouldStop) : separate;
      const side = { groups, positive, strategy, separate: asked };
      const cell = unlessStopped(() => fitSide(patterns, side));
      if (cell === undefined) continue;
      isFound = true;
      yield cell;
    }
  }
}

interface Fitting {
  readonly groups: readonly (readonly number[])[];
  readonly separate: Separate;
  readonly shouldStop: () => boolean;
  /** Whether there is a cell already. */
  readonly isFound?: boolean;
}

/** Thrown through a strategy that takes too long, and caught right around it. */
class Stopped extends Error {}

/** Labels without a rule take ever more questions; a rule worth reading takes some hundred. */
const MOST_QUESTIONS = 300;

function limited(separate: Separate, shouldStop: () => boolean): Separate {
  let questions = 0;
  return (positives, negatives) => {
    questions += 1;
    if (questions > MOST_QUESTIONS || shouldStop()) throw new Stopped();
    return separate(positives, negatives);
  };
}

function unlessStopped<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}

function constantCell(nInputs: number, positive: boolean): Cell {
  return { nInputs, differentiae: [], subconcepts: [[]], positive };
}

interface Side {
  readonly groups: readonly (readonly number[])[];
  /** The label that subconcepts stand for. */
  readonly positive: boolean;
  readonly strategy: Strategy;
  readonly separate: Separate;
}

function fitSide(
  patterns: Patterns,
  { groups, positive, strategy, separate }: Side,
): Cell | undefined {
  const own = distinctPoints(patterns, groups, positive);
  const other = distinctPoints(patterns, groups, !positive);
  const regions = strategy({ own, other }, separate);
  if (regions === undefined) return undefined;
  const needed = regionsNeeded(
    regions.map((region) => unitsNeeded(region, other)),
    own,
  );
  const cell = cellOf(needed, groups, positive, patterns.window.length);
  const isRight = patterns.rows.every((row, p) => labelOf(cell, row) === patterns.labels[p]);
  return isRight ? cell : undefined;
}

function distinctPoints(
  { rows, labels }: Patterns,
  groups: readonly (readonly number[])[],
  positive: boolean,
): Point[] {
  const points = new Map<string, Point>();
  rows.forEach((row, p) => {
    if ((labels[p] === 1) !== positive) return;
    const counts = countsOf(row, groups);
    points.set(counts.join(), counts);
  });
  return [...points.values()];
}

/** The same question is asked many times while clusters are split and merged. */
function remembering(separate: Separate): Separate {
  const known = new Map<string, Unit | undefined>();
  return (positives, negatives) => {
    const key = [positives, negatives].map((side) => side.map(String).sort().join(";")).join("|");
    if (!known.has(key)) known.set(key, separate(positives, negatives));
    return known.get(key);
  };
}

/** Drops units without which the region still holds no point of the other label, and repeated ones. */
function unitsNeeded(region: Region, other: readonly Point[]): Region {
  return withoutNeedless(region, (units) =>
    other.every((point) => units.some((unit) => sumAt(unit, point) < 0)),
  );
}

/** Drops regions without which all own points are still held. */
function regionsNeeded(regions: readonly Region[], own: readonly Point[]): readonly Region[] {
  return withoutNeedless(regions, (kept) =>
    own.every((point) => kept.some((region) => region.every((unit) => sumAt(unit, point) > 0))),
  );
}

/** Leaves out each item in turn, the last one first, where the others suffice. */
function withoutNeedless<Item>(
  items: readonly Item[],
  suffice: (items: readonly Item[]) => boolean,
): readonly Item[] {
  let kept = items;
  for (const item of [...items].reverse()) {
    const rest = kept.filter((other) => other !== item);
    if (rest.length > 0 && suffice(rest)) kept = rest;
  }
  return kept;
}

function cellOf(
  regions: readonly Region[],
  groups: readonly (readonly number[])[],
  positive: boolean,
  nInputs: number,
): Cell {
  const differentiae = new Map<string, { index: number; unit: Unit }>();
  const subconcepts = regions.map((region) =>
    region.map((unit) => {
      const key = JSON.stringify(unit);
      const index = differentiae.get(key)?.index ?? differentiae.size;
      differentiae.set(key, { index, unit: spread(unit, groups, nInputs) });
      return index;
    }),
  );
  const units = [...differentiae.values()].map(({ unit }) => unit);
  return { nInputs, differentiae: units, subconcepts, positive };
}

/** A unit over counts as a unit over single cells. */
function spread({ weights, bias }: Unit, groups: Side["groups"], nInputs: number): Unit {
  const single = new Array<number>(nInputs).fill(0);
  groups.forEach((group, g) => {
    for (const position of group) single[position] = weights[g]!;
  });
  return { weights: single, bias };
}

function distinct(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.map((cell) => [JSON.stringify(cell), cell])).values()];
}
