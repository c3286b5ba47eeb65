import type { Dataset } from "../../data/dataset.ts";
import type { Network, StepPart } from "../../enn/network.ts";
import {
  type Bits,
  bitsOfLength,
  countBits,
  either,
  hasBit,
  membersOf,
  setBit,
  without,
} from "../../math/bits.ts";
import type { ShouldStop } from "../../math/stop.ts";
import type { LearnPart } from "./find-steps.ts";
import { type Seen, stepTable } from "./step-table.ts";
import {
  choiceNetwork,
  extremeNetwork,
  type PartFrame,
  type Sum,
  sumNetwork,
} from "./sum-networks.ts";

/** Steps: what is seen there, and the integer that comes of it. */
export interface StepRow {
  readonly seen: readonly number[];
  readonly item: number;
}

/** Each once. */
export function distinctRows(rows: readonly StepRow[]): StepRow[] {
  return [...new Map(rows.map((row) => [[...row.seen, row.item].join(), row])).values()];
}

/** A part of a step that says all rows. */
export interface LearntChoice {
  readonly part: StepPart;
  readonly bits: number;
  /** The rules by which it chooses; none of the larger and the smaller of two sums, which hold for all integers. */
  readonly conditions: readonly Network[];
}

export interface ChoiceOptions {
  readonly columns: readonly Seen[];
  readonly name: string;
  readonly learnPart: LearnPart;
  readonly shouldStop: ShouldStop;
}

/** More ways to choose than these are not asked for their conditions. */
const MOST_WAYS = 6;

/** Of more numbers there are too many sums. */
export const MOST_SEEN = 6;

/**
 * Parts that are one sum of what is seen, or choose between two or three of them by rules; fewest bits first.
 * None where no so few small sums say all rows.
 */
export async function fitChoices(
  rows: readonly StepRow[],
  options: ChoiceOptions,
): Promise<LearntChoice[]> {
  if (options.columns.length > MOST_SEEN) return [];
  const sums = sumsOf(rows, options.columns.length);
  const [plain] = sums.filter(({ fits }) => countBits(fits) === rows.length);
  const frame = frameOf(options);
  if (plain !== undefined) return [sumOnly(plain, frame)];
  const found: LearntChoice[] = [];
  for (const way of waysOf(sums, rows.length).slice(0, MOST_WAYS)) {
    if (options.shouldStop()) break;
    const choice = await choiceOf(way, rows, options);
    if (choice !== undefined) found.push(choice);
  }
  return found.sort((a, b) => a.bits - b.bits);
}

function frameOf({ columns, name }: ChoiceOptions): PartFrame {
  return { inputs: columns.map((column) => ({ ...column, shape: [] })), name };
}

interface FittingSum {
  readonly sum: Sum;
  readonly bits: number;
  /** The rows that it says. */
  readonly fits: Bits;
}

/** Of each of a few numbers, and of each of many. */
const WEIGHTS_OF_FEW = [0, 1, -1, 2, -2];
const FEW = 3;
const WEIGHTS = [0, 1, -1];

/** Constants beside the same weights: those that say the most rows. */
const MOST_CONSTANTS = 3;

/** Sums that say fewer rows say nothing. */
const LEAST_SHARE = 0.01;

const MOST_SUMS = 400;

/** The sums of small weights that say some of the rows, fewest bits first; each set of rows once. */
function sumsOf(rows: readonly StepRow[], nSeen: number): FittingSum[] {
  const sums: FittingSum[] = [];
  for (const weights of weightsOf(nSeen)) {
    const rests = rows.map(({ seen, item }) => item - dot(weights, seen));
    for (const constant of commonest(rests)) {
      const fits = bitsOfLength(rows.length);
      rests.forEach((rest, k) => {
        if (rest === constant) setBit(fits, k);
      });
      sums.push({ sum: { weights, constant }, bits: bitsOf(weights, constant), fits });
    }
  }
  const known = new Set<string>();
  const distinct = sums
    // A constant is plainer than a number that is the same in these rows.
    .sort((a, b) => a.bits - b.bits || nUsedBy(a.sum) - nUsedBy(b.sum))
    .filter(({ fits }) => {
      const key = fits.join();
      const isNew = !known.has(key);
      known.add(key);
      return isNew;
    });
  return distinct.slice(0, MOST_SUMS);
}

function weightsOf(nSeen: number): number[][] {
  const weights = nSeen <= FEW ? WEIGHTS_OF_FEW : WEIGHTS;
  let all: number[][] = [[]];
  for (let k = 0; k < nSeen; k++) all = all.flatMap((some) => weights.map((w) => [...some, w]));
  return all;
}

function nUsedBy({ weights }: Sum): number {
  return weights.filter((weight) => weight !== 0).length;
}

function dot(weights: readonly number[], seen: readonly number[]): number {
  return weights.reduce((sum, weight, k) => sum + weight * seen[k]!, 0);
}

function commonest(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= LEAST_SHARE * values.length)
    .sort(([a, most], [b, more]) => more - most || Math.abs(a) - Math.abs(b) || a - b)
    .slice(0, MOST_CONSTANTS)
    .map(([value]) => value);
}

/** A bit for each number that may be read, more for those that are, and what it takes to write the constant. */
function bitsOf(weights: readonly number[], constant: number): number {
  const size = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const added = constant === 0 ? 0 : 1 + 2 * Math.log2(Math.abs(constant) + 1);
  return 1 + weights.length + 3 * size + added;
}

/** Sums that say all rows together; what the first does not say, the others do. */
type Way = readonly FittingSum[];

const MOST_FIRST = 24;

function waysOf(sums: readonly FittingSum[], nRows: number): Way[] {
  const pairs = pairsOf(sums, bitsOfLength(nRows, true));
  if (pairs.length > 0) return shortestFirst(pairs);
  const byRows = [...sums].sort((a, b) => countBits(b.fits) - countBits(a.fits));
  const triples = byRows.slice(0, MOST_FIRST).flatMap((first) => {
    const rest = without(bitsOfLength(nRows, true), first.fits);
    return shortestFirst(pairsOf(sums, rest))
      .slice(0, 2)
      .map((pair) => [first, ...pair]);
  });
  return shortestFirst(triples);
}

/** All pairs that say these rows. */
function pairsOf(sums: readonly FittingSum[], wanted: Bits): Way[] {
  const pairs: Way[] = [];
  sums.forEach((a, k) => {
    const left = without(wanted, a.fits);
    for (const b of sums.slice(k + 1)) {
      if (left.every((word, w) => (word & ~b.fits[w]!) === 0)) pairs.push([a, b]);
    }
  });
  return pairs;
}

function shortestFirst(ways: Way[]): Way[] {
  const total = (way: Way, of: (sum: FittingSum) => number): number =>
    way.reduce((sum, each) => sum + of(each), 0);
  const bits = (way: Way): number => total(way, (each) => each.bits);
  const nUsed = (way: Way): number => total(way, ({ sum }) => nUsedBy(sum));
  return ways.sort((a, b) => bits(a) - bits(b) || nUsed(a) - nUsed(b));
}

/** With the shortest rules for when the first sum holds and, of others, when the second does. */
async function choiceOf(
  [first, ...others]: Way,
  rows: readonly StepRow[],
  options: ChoiceOptions,
): Promise<LearntChoice | undefined> {
  const frame = frameOf(options);
  if (others.length === 0) return sumOnly(first!, frame);
  const extreme =
    others.length === 1 ? extremeChoice(first!, others[0]!, { rows, frame }) : undefined;
  if (extreme !== undefined) return extreme;
  const rest = others.map(({ fits }) => fits).reduce(either);
  // Of rows that both sides say nothing is asked: the condition may put them on either.
  const isDecided = (k: number): boolean => hasBit(first!.fits, k) !== hasBit(rest, k);
  const asked = [...rows.keys()].filter(isDecided);
  const condition = await conditionOf(asked, { rows, holds: first!.fits }, options);
  if (condition === undefined) return undefined;
  const left = membersOf(without(bitsOfLength(rows.length, true), first!.fits));
  const inner = await choiceOf(
    others.map((each) => ({ ...each, fits: restricted(each.fits, left) })),
    left.map((k) => rows[k]!),
    options,
  );
  if (inner === undefined) return undefined;
  const then = sumNetwork(first!.sum, frame);
  return {
    part: choiceNetwork(condition.network, [then, inner.part], frame),
    bits: first!.bits + condition.bits + inner.bits,
    conditions: [condition.network, ...inner.conditions],
  };
}

function sumOnly({ sum, bits }: FittingSum, frame: PartFrame): LearntChoice {
  return { part: sumNetwork(sum, frame), bits, conditions: [] };
}

/** The set by the positions of its members in a list. */
function restricted(bits: Bits, members: readonly number[]): Bits {
  const result = bitsOfLength(members.length);
  members.forEach((k, position) => {
    if (hasBit(bits, k)) setBit(result, position);
  });
  return result;
}

/** Is it always the larger, or always the smaller, of the two? */
function extremeChoice(
  a: FittingSum,
  b: FittingSum,
  { rows, frame }: { readonly rows: readonly StepRow[]; readonly frame: PartFrame },
): LearntChoice | undefined {
  const values = ({ sum }: FittingSum): number[] =>
    rows.map(({ seen }) => dot(sum.weights, seen) + sum.constant);
  const [left, right] = [values(a), values(b)];
  for (const kind of ["larger", "smaller"] as const) {
    const pick = kind === "larger" ? Math.max : Math.min;
    if (rows.every(({ item }, k) => item === pick(left[k]!, right[k]!))) {
      const part = extremeNetwork(kind, [a.sum, b.sum], frame);
      return { part, bits: a.bits + b.bits + 1, conditions: [] };
    }
  }
  return undefined;
}

interface Asked {
  readonly rows: readonly StepRow[];
  readonly holds: Bits;
}

async function conditionOf(
  asked: readonly number[],
  { rows, holds }: Asked,
  { columns, learnPart }: ChoiceOptions,
): Promise<{ readonly network: Network; readonly bits: number } | undefined> {
  const truths = asked.map((k) => ({ seen: rows[k]!.seen, item: hasBit(holds, k) ? 1 : 0 }));
  return (await truthsOf(truths, { columns, name: "choice", learnPart }))[0];
}

/** Whether a number is even or a multiple asks for more: that says nothing of larger ones. */
const MOST_ASKED = 4;

/** Networks of 0 and 1 that say all rows by a few comparisons, fewest bits first. */
export async function fitTruth(
  rows: readonly StepRow[],
  options: Omit<ChoiceOptions, "shouldStop">,
): Promise<LearntChoice[]> {
  const truths = await truthsOf(rows, options);
  const plain = truths.filter(({ network: { layers } }) => layers[0]!.biases.length <= MOST_ASKED);
  return plain.map(({ network, bits }) => ({ part: network, bits, conditions: [network] }));
}

async function truthsOf(
  rows: readonly StepRow[],
  { columns, name, learnPart }: Omit<ChoiceOptions, "shouldStop">,
): Promise<{ readonly network: Network; readonly bits: number }[]> {
  const values = rows.map(({ item }) => item);
  const table: Dataset | undefined = stepTable(
    columns,
    rows.map(({ seen }) => seen),
    { name, values },
  );
  if (table === undefined || new Set(values).size < 2) return [];
  const learnt = await learnPart(table, { withRules: true, relatives: [] });
  return learnt.filter(({ network }) => isCondition(network)).sort((a, b) => a.bits - b.bits);
}

/** What asks for many values says nothing of those that were not met. */
const MOST_UNITS = 12;

function isCondition({ layers, output: { labels } }: Network): boolean {
  const isBit = labels.kind === "above-zero" || layers.at(-1)!.activation === "step";
  return isBit && layers.every(({ biases }) => biases.length <= MOST_UNITS);
}
