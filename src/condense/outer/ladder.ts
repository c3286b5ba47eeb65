import type { Layer, Network } from "../../enn/network.ts";
import { type Domain, extremesOf } from "../../math/domain.ts";
import { greatestCommonDivisor } from "../../math/greatest-common-divisor.ts";
import { sizeOf } from "../../math/shape.ts";

/** A weighted sum of input cells and a constant, in integers. */
export interface Sum {
  /** By cell, ascending; weights are not 0. */
  readonly terms: readonly (readonly [cell: number, weight: number])[];
  readonly constant: number;
}

/** A number: one sum, or the largest or smallest of several. */
export interface Extreme {
  readonly kind: "any" | "all";
  readonly members: readonly Sum[];
}

/**
 * An output as a function of one number: a unit for each value at which it changes, as rungs of a ladder.
 */
export interface Ladder {
  readonly of: Extreme;
  readonly low: number;
  /** (high - low + 1): the output where the number is low, low + 1 and so on. */
  readonly values: readonly number[];
}

/** A unit that says whether a number, an extreme with members up to a constant, is at least so much. */
interface Rung {
  readonly of: Extreme;
  readonly atLeast: number;
}

/** The outputs of a network of step units as ladders; undefined where one is no function of one number. */
export function laddersOf(network: Network): Ladder[] | undefined {
  const known = rungsWithRanges(network);
  if (known === undefined) return undefined;
  const last = network.layers.at(-1)!;
  const ladders = Array.from(last.biases, (bias, unit) =>
    ladderOf(entriesOf(last, unit), bias, known.rungs, known.ranges),
  );
  return ladders.includes(undefined) ? undefined : (ladders as Ladder[]);
}

interface Rungs {
  readonly rungs: readonly Rung[];
  /** Of the cells. */
  readonly ranges: readonly Range[];
}

/** What the units of the last hidden layer say, below plain sums of integers; undefined for other networks. */
function rungsWithRanges({ layers, inputs, output }: Network): Rungs | undefined {
  const last = layers.at(-1)!;
  if (last.activation !== "identity" || output.labels.kind !== "raw") return undefined;
  const ranges = inputs.flatMap(({ domain, shape }) =>
    new Array<Range | undefined>(sizeOf(shape)).fill(rangeOf(domain)),
  );
  if (ranges.includes(undefined) || !layers.every(isOfIntegers)) return undefined;
  if (layers.length === 1) return undefined;
  const rungs = rungsOf(layers.slice(0, -1));
  return rungs && { rungs, ranges: ranges as Range[] };
}

/** The weights of one output on the units that are about one number. */
export interface Group {
  readonly entries: readonly { readonly column: number; readonly value: number }[];
  /** With this beside them, units for all values of the number say the number itself; 0 where some are missing. */
  readonly start: number;
}

/** The one output of a network of step units as functions of several numbers; undefined where it is none. */
export function groupsOf(network: Network): Group[] | undefined {
  const known = rungsWithRanges(network);
  if (known === undefined) return undefined;
  const groups = new Map<string, (readonly [column: number, weight: number])[]>();
  for (const entry of entriesOf(network.layers.at(-1)!, 0)) {
    const key = JSON.stringify(known.rungs[entry[0]]!.of);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const found = [...groups.values()].map((entries) => {
    const ladder = ladderOf(entries, 0, known.rungs, known.ranges);
    const named = entries.map(([column, value]) => ({ column, value }));
    if (ladder === undefined) return undefined;
    const isEvery = entries.length === ladder.values.length - 1;
    return { entries: named, start: isEvery ? ladder.low : 0 };
  });
  return found.includes(undefined) ? undefined : (found as Group[]);
}

type Range = ReturnType<typeof extremesOf>;

/** Undefined for cells that are no integers between two bounds. */
function rangeOf(domain: Domain): Range | undefined {
  const range = extremesOf(domain);
  const isBounded = Number.isSafeInteger(range.high - range.low);
  return domain.kind === "one-hot" || !isBounded ? undefined : range;
}

function isOfIntegers({ weights, biases }: Layer): boolean {
  return weights.values.every(Number.isSafeInteger) && biases.every(Number.isSafeInteger);
}

type Entries = readonly (readonly [column: number, weight: number])[];

function entriesOf({ weights }: Layer, unit: number): Entries {
  const entries: [number, number][] = [];
  for (let k = weights.starts[unit]!; k < weights.starts[unit + 1]!; k++) {
    entries.push([weights.columns[k]!, weights.values[k]!]);
  }
  return entries.sort(([a], [b]) => a - b);
}

/** What the units of the last hidden layer say; undefined where one says something else. */
function rungsOf(layers: readonly Layer[]): Rung[] | undefined {
  let rungs: Rung[] | undefined;
  for (const layer of layers) {
    if (layer.activation !== "step") return undefined;
    const next = Array.from(layer.biases, (bias, unit) => {
      const entries = entriesOf(layer, unit);
      return rungs === undefined ? bottomRung(entries, bias) : upperRung(entries, bias, rungs);
    });
    if (next.includes(undefined)) return undefined;
    rungs = next as Rung[];
  }
  return rungs;
}

/** w x + b > 0 with a common divisor g of the weights: w / g x is an integer above -b / g. */
function bottomRung(entries: Entries, bias: number): Rung | undefined {
  const divisor = entries.reduce((g, [, weight]) => greatestCommonDivisor(g, Math.abs(weight)), 0);
  if (divisor === 0) return undefined;
  const terms = entries.map(([cell, weight]) => [cell, weight / divisor] as const);
  return {
    of: { kind: "any", members: [{ terms, constant: 0 }] },
    atLeast: Math.floor(-bias / divisor) + 1,
  };
}

/** A unit that hands another one on, or that any or all of others fire. */
function upperRung(entries: Entries, bias: number, below: readonly Rung[]): Rung | undefined {
  const weight = entries[0]?.[1];
  if (weight === undefined || weight <= 0 || bias > 0) return undefined;
  if (entries.some((entry) => entry[1] !== weight)) return undefined;
  const needed = Math.floor(-bias / weight) + 1;
  const rungs = entries.map(([unit]) => below[unit]!);
  if (rungs.length === 1) return needed === 1 ? rungs[0] : undefined;
  if (needed !== 1 && needed !== rungs.length) return undefined;
  if (rungs.some(({ of }) => of.members.length > 1)) return undefined;
  const { atLeast } = rungs[0]!;
  const members = rungs.map(({ of, atLeast: own }) => ({
    ...of.members[0]!,
    constant: atLeast - own,
  }));
  return { of: { kind: needed === 1 ? "any" : "all", members }, atLeast };
}

function ladderOf(
  entries: Entries,
  bias: number,
  rungs: readonly Rung[],
  ranges: readonly Range[],
): Ladder | undefined {
  if (entries.length === 0) return undefined;
  const { of } = rungs[entries[0]![0]]!;
  const key = JSON.stringify(of);
  const steps = new Map<number, number>();
  for (const [unit, weight] of entries) {
    const rung = rungs[unit]!;
    if (JSON.stringify(rung.of) !== key) return undefined;
    steps.set(rung.atLeast, (steps.get(rung.atLeast) ?? 0) + weight);
  }
  const spans = of.members.map((member) => spanOf(member, ranges));
  const pick = of.kind === "any" ? Math.max : Math.min;
  const low = pick(...spans.map((span) => span.low));
  const high = pick(...spans.map((span) => span.high));
  if (!(high - low <= MOST_VALUES)) return undefined;
  const values: number[] = [];
  let value = bias;
  for (const [at, weight] of steps) if (at <= low) value += weight;
  for (let number = low; number <= high; number++) {
    if (number > low) value += steps.get(number) ?? 0;
    values.push(value);
  }
  return { of, low, values };
}

const MOST_VALUES = 10_000;

function spanOf({ terms, constant }: Sum, ranges: readonly Range[]): Range {
  let [low, high] = [constant, constant];
  for (const [cell, weight] of terms) {
    const range = ranges[cell]!;
    low += Math.min(weight * range.low, weight * range.high);
    high += Math.max(weight * range.low, weight * range.high);
  }
  return { low, high };
}
