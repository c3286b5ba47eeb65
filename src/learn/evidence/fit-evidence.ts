import type { Target } from "../../data/dataset.ts";
import { leastSquaresOfAll, sumOf } from "../../math/least-squares.ts";
import { agreesWith } from "./logits.ts";

/** What each of some things adds to the logits: a few kinds of evidence. */
export interface Evidence {
  /** (kinds, classes): kind 0 adds nothing. */
  readonly kinds: readonly (readonly number[])[];
  /** (things): which kind each is. */
  readonly kindOf: readonly number[];
  /** (classes): what is there without any evidence. */
  readonly bias: readonly number[];
}

/** As many kinds as a reader keeps apart. */
const MOST_KINDS = 12;

/** Logits nearer to each other than this are the same: it changes odds by 1 %. */
const ALIKE = 0.005;

/**
 * What each thing adds, so that (classes, samples) logits are sums over the things that a sample shows,
 * where (things, samples) counts say how often; all samples show as many, so that one kind adds nothing: the
 * one that leaves the plainest bias. Undefined where sums do not give the probabilities of the target, where
 * samples leave it open what a thing adds, and where there are many kinds. Cost: things^2 times samples.
 */
export function fitEvidence(
  counts: readonly Float64Array[],
  logits: readonly Float64Array[],
  target: Target,
): Evidence | undefined {
  const frequencies = counts.map(sumOf);
  const nShown = counts.reduce((sum, count) => sum + count[0]!, 0);
  const ones = new Float64Array(counts[0]!.length).fill(1);
  const none = logits.map(() => 0);
  for (const hasBias of [false, true]) {
    const columns = [...(hasBias ? [ones] : []), ...counts.slice(1)];
    const fitted = leastSquaresOfAll(columns, logits);
    if (fitted === undefined) continue;
    const weights = transposed(fitted);
    const bias = hasBias ? weights.shift()! : none;
    const evidence = inKinds(bias, [none, ...weights], { frequencies, nShown });
    const rounded = evidence && roundedTo(target, evidence, (each) => summed(each, counts));
    if (rounded !== undefined) return rounded;
  }
  return undefined;
}

/** Each sample shows one thing, itself. */
export function ownEvidence(logits: readonly Float64Array[], target: Target): Evidence | undefined {
  const rows = transposed(logits.map((column) => [...column]));
  const none = logits.map(() => 0);
  const evidence = inKinds(none, rows, { frequencies: rows.map(() => 1), nShown: 1 });
  return evidence && roundedTo(target, evidence, ownLogits);
}

/** The same table with rows and columns exchanged. */
function transposed(table: readonly (readonly number[])[]): number[][] {
  return table[0]!.map((_, k) => table.map((row) => row[k]!));
}

interface Shown {
  /** (things): how often samples show each. */
  readonly frequencies: readonly number[];
  /** How many things a sample shows. */
  readonly nShown: number;
}

function inKinds(
  bias: readonly number[],
  weights: readonly (readonly number[])[],
  { frequencies, nShown }: Shown,
): Evidence | undefined {
  const kinds: (readonly number[])[] = [];
  const kindOf: number[] = [];
  for (const row of weights) {
    const known = kinds.findIndex((kind) => kind.every((x, k) => isAlike(x, row[k]!)));
    if (known === -1) kinds.push(row);
    kindOf.push(known === -1 ? kinds.length - 1 : known);
    if (kinds.length > MOST_KINDS) return undefined;
  }
  const shown = kinds.map(() => 0);
  kindOf.forEach((kind, thing) => {
    shown[kind]! += frequencies[thing]!;
  });
  const withBias = [...kinds.keys()]
    .sort((a, b) => shown[b]! - shown[a]!)
    .map((kind) => ({
      kind,
      bias: relative(bias.map((x, k) => x + nShown * kinds[kind]![k]!)),
    }));
  // What leaves the plainest bias adds nothing; of several kinds the one that is shown most often.
  const usual = withBias.reduce((best, each) =>
    lettersOf(each.bias) < lettersOf(best.bias) ? each : best,
  );
  const order = [usual.kind, ...kinds.keys()].filter((kind, k, all) => all.indexOf(kind) === k);
  const more = (row: readonly number[]): number[] => row.map((x, k) => x - kinds[usual.kind]![k]!);
  return {
    kinds: order.map((kind) => relative(more(kinds[kind]!))),
    kindOf: kindOf.map((kind) => order.indexOf(kind)),
    bias: usual.bias,
  };
}

/** How long numbers are, to two decimals; 0 is not there at all. */
function lettersOf(row: readonly number[]): number {
  return row
    .map((x) => Math.abs(Number(x.toFixed(LEAST_DECIMALS))))
    .reduce((sum, x) => sum + (x === 0 ? 0 : String(x).length), 0);
}

/** Only differences of logits matter: what most classes have, or else the first one, is 0. */
function relative(row: readonly number[]): number[] {
  const alike = row.map((x) => row.filter((other) => isAlike(x, other)).length);
  const usual = row[alike.indexOf(Math.max(...alike))]!;
  return row.map((x) => (isAlike(x, usual) ? 0 : x - usual));
}

function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= ALIKE;
}

const LEAST_DECIMALS = 2;
const MOST_DECIMALS = 15;

/** Numbers of the fewest decimals that give the probabilities; undefined where none do. */
function roundedTo(
  target: Target,
  { kinds, kindOf, bias }: Evidence,
  logitsBy: (evidence: Evidence) => readonly Float64Array[],
): Evidence | undefined {
  const agree = agreesWith(target);
  for (let decimals = LEAST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
    const round = (row: readonly number[]): number[] =>
      row.map((x) => Number(x.toFixed(decimals)) + 0);
    const evidence = { kinds: kinds.map(round), kindOf, bias: round(bias) };
    if (agree(logitsBy(evidence))) return evidence;
  }
  return undefined;
}

/** (classes, samples), where each sample is a thing. */
function ownLogits({ kinds, kindOf, bias }: Evidence): Float64Array[] {
  return bias.map((start, k) => Float64Array.from(kindOf, (kind) => start + kinds[kind]![k]!));
}

/** (classes, samples). */
function summed({ kinds, kindOf, bias }: Evidence, counts: readonly Float64Array[]) {
  return bias.map((start, k) => {
    const sums = new Float64Array(counts[0]!.length).fill(start);
    counts.forEach((column, thing) => {
      const weight = kinds[kindOf[thing]!]![k]!;
      for (let sample = 0; sample < sums.length; sample++)
        sums[sample]! += column[sample]! * weight;
    });
    return sums;
  });
}
