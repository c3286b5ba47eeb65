import type { Activation, Network } from "../enn/network.ts";
import type { Entry } from "../enn/sparse-matrix.ts";
import { binary, type Domain } from "../math/domain.ts";
import { type Families, type Family, onLine } from "./family.ts";
import { inputX, type Neuron, networkOf, upTo } from "./neuron.ts";

/** Everyone against everyone: units that compare two inputs, and how each input's wins are counted. */
export interface Tournament {
  readonly activation: Activation;
  readonly comparisons: readonly Neuron[];
  /** Over the comparisons, one for each input: most for the largest. */
  readonly wins: readonly Neuron[];
}

/** What a comparison adds where the first input stands before the second: 0, or the first one wins. */
export interface Margin {
  readonly scale: number;
  readonly bias: number;
}

const tied: Margin = { scale: 1, bias: 0 };
const half: Margin = { scale: 1, bias: 0.5 };
const odd: Margin = { scale: 2, bias: 1 };
const few: Domain = { kind: "integer", low: -2, high: 3 };
const real: Domain = { kind: "real" };

/** x[i] - x[j] for all i other than j. */
export function allPairs(n: number, activation: Activation, { scale, bias }: Margin): Tournament {
  const rivals = (i: number) => upTo(n).filter((j) => j !== i);
  const comparisons = upTo(n).flatMap((i) =>
    rivals(i).map((j) => difference([i, j], scale, i < j ? bias : -bias)),
  );
  const wins = upTo(n).map((i): Neuron => {
    const entries = upTo(n - 1).map((k) => ({ column: i * (n - 1) + k, value: 1 }));
    return { bias: 0, entries };
  });
  return { activation, comparisons, wins };
}

/** sign(x[i] - x[j]) for i < j only, which the later one counts with a minus. */
export function signTriangle(n: number, { scale, bias }: Margin): Tournament {
  const pairs = triangle(n);
  const comparisons = pairs.map(([i, j]) => difference([i, j], scale, bias));
  const wins = upTo(n).map((k): Neuron => ({ bias: 0, entries: sidesOf(k, pairs, [1, -1]) }));
  return { activation: "sign", comparisons, wins };
}

/** step(x[j] - x[i]) for i < j only: 0 where the first one wins, who counts it as one minus that. */
export function stepTriangle(n: number): Tournament {
  const pairs = triangle(n);
  const comparisons = pairs.map(([i, j]) => difference([j, i], 1, 0));
  const wins = upTo(n).map(
    (k): Neuron => ({ bias: n - 1 - k, entries: sidesOf(k, pairs, [-1, 1]) }),
  );
  return { activation: "step", comparisons, wins };
}

/** Two layers: the index of the most wins. */
export function indexOfMostWins(tournament: Tournament, domain: Domain): Network {
  const { activation, comparisons, wins } = tournament;
  return networkOf({
    inputs: inputX([wins.length], domain),
    layers: [
      { activation, neurons: comparisons },
      { activation: "argmax", neurons: wins },
    ],
    shape: [],
  });
}

/** Three layers: an input that wins all its comparisons is the winner, and its index is the answer. */
export function indexOfWinner(tournament: Tournament, domain: Domain): Network {
  const { activation, comparisons, wins } = tournament;
  const copies = upTo(wins.length).map(
    (column): Neuron => ({ bias: 0, entries: [{ column, value: 1 }] }),
  );
  return networkOf({
    inputs: inputX([wins.length], domain),
    layers: [
      { activation, neurons: comparisons },
      { activation, neurons: wins.map(winsAll) },
      { activation: "argmax", neurons: copies },
    ],
    shape: [],
  });
}

/** Two layers: for each input, whether it wins all its comparisons. */
export function winners(tournament: Tournament, domain: Domain): Network {
  const { activation, comparisons, wins } = tournament;
  return networkOf({
    inputs: inputX([wins.length], domain),
    layers: [
      { activation, neurons: comparisons },
      { activation, neurons: wins.map(winsAll) },
    ],
    shape: [wins.length],
  });
}

/** Two layers: for each input, whether no other one is larger. */
export function largestOnes(n: number, domain: Domain): Network {
  const { comparisons, wins } = allPairs(n, "step", tied);
  // A comparison that is turned round counts those that are larger.
  const larger = comparisons.map(({ entries }): Neuron => ({ bias: 0, entries: negated(entries) }));
  const none = wins.map(
    ({ entries }): Neuron => ({
      bias: 1,
      entries: entries.map(({ column }) => ({ column, value: -2 })),
    }),
  );
  return networkOf({
    inputs: inputX([n], domain),
    layers: [
      { activation: "step", neurons: larger },
      { activation: "step", neurons: none },
    ],
    shape: [n],
  });
}

const first = (x: readonly number[]): number[] => [x.indexOf(Math.max(...x))];
const last = (x: readonly number[]): number[] => [x.lastIndexOf(Math.max(...x))];

const SIZES = [3, 5, 8];

function byMostWins(tournament: (n: number) => Tournament, domain: Domain): Family {
  return onLine(SIZES, (n) => indexOfMostWins(tournament(n), domain), first);
}

function byWinner(tournament: (n: number) => Tournament, domain: Domain): Family {
  return onLine(SIZES, (n) => indexOfWinner(tournament(n), domain), first);
}

/** -1 or +1 for signs, 0 or 1 for steps. */
function firstLargest(activation: "sign" | "step") {
  const other = activation === "sign" ? -1 : 0;
  return (x: readonly number[]) => x.map((_, i) => (i === first(x)[0] ? 1 : other));
}

export const argmaxFamilies: Families = [
  ["argmax-pairs-real", byMostWins((n) => allPairs(n, "sign", tied), real)],
  ["argmax-pairs-step-real", byMostWins((n) => allPairs(n, "step", tied), real)],
  ["argmax-pairs-integer", byMostWins((n) => allPairs(n, "sign", half), few)],
  ["argmax-pairs-odd-integer", byMostWins((n) => allPairs(n, "sign", odd), few)],
  ["argmax-pairs-step-integer", byMostWins((n) => allPairs(n, "step", half), few)],
  ["argmax-pairs-binary", byMostWins((n) => allPairs(n, "sign", odd), binary)],
  ["argmax-triangle-real", byMostWins((n) => signTriangle(n, tied), real)],
  ["argmax-triangle-step-real", byMostWins(stepTriangle, real)],
  ["argmax-triangle-integer", byMostWins((n) => signTriangle(n, half), few)],
  ["argmax-triangle-binary", byMostWins((n) => signTriangle(n, odd), binary)],
  ["argmax-winner-real", byWinner(stepTriangle, real)],
  ["argmax-winner-integer", byWinner((n) => allPairs(n, "sign", half), few)],
  ["argmax-winner-triangle-integer", byWinner((n) => signTriangle(n, odd), few)],
  ["argmax-winner-step-integer", byWinner((n) => allPairs(n, "step", odd), few)],
  ["argmax-winner-binary", byWinner((n) => allPairs(n, "sign", odd), binary)],
  [
    "argmin-pairs-real",
    onLine(
      SIZES,
      (n) => indexOfMostWins(allPairs(n, "sign", { scale: -1, bias: 0 }), real),
      (x) => [x.indexOf(Math.min(...x))],
    ),
  ],
  [
    "last-argmax-pairs-integer",
    onLine(SIZES, (n) => indexOfMostWins(allPairs(n, "sign", { scale: 1, bias: -0.5 }), few), last),
  ],
  [
    "largest-sign-integer",
    onLine(SIZES, (n) => winners(allPairs(n, "sign", half), few), firstLargest("sign")),
  ],
  [
    "largest-step-integer",
    onLine(SIZES, (n) => winners(allPairs(n, "step", half), few), firstLargest("step")),
  ],
  ["largest-step-real", onLine(SIZES, (n) => winners(stepTriangle(n), real), firstLargest("step"))],
  [
    "largest-triangle-binary",
    onLine(SIZES, (n) => winners(signTriangle(n, odd), binary), firstLargest("sign")),
  ],
  [
    "largest-strict-real",
    onLine(
      SIZES,
      (n) => winners(allPairs(n, "step", tied), real),
      (x) => x.map((value, i) => (x.every((other, j) => i === j || value > other) ? 1 : 0)),
    ),
  ],
  [
    "largest-ties-real",
    onLine(
      SIZES,
      (n) => largestOnes(n, real),
      (x) => x.map((value) => (value === Math.max(...x) ? 1 : 0)),
    ),
  ],
];

/** All comparisons won: n - 1 wins are above n - 2, and one loss makes less. */
function winsAll({ bias, entries }: Neuron, _: number, all: readonly Neuron[]): Neuron {
  return { bias: bias - (all.length - 2), entries };
}

type Pair = readonly [number, number];

function triangle(n: number): Pair[] {
  return upTo(n).flatMap((i) =>
    upTo(n)
      .filter((j) => i < j)
      .map((j): Pair => [i, j]),
  );
}

function difference([i, j]: Pair, scale: number, bias: number): Neuron {
  return {
    bias,
    entries: [
      { column: i, value: scale },
      { column: j, value: -scale },
    ],
  };
}

/** The pairs in which an input takes part, weighted by whether it is the first or the second. */
function sidesOf(k: number, pairs: readonly Pair[], [asFirst, asSecond]: Pair): Entry[] {
  return pairs.flatMap(([i, j], column): Entry[] => {
    if (i === k) return [{ column, value: asFirst }];
    return j === k ? [{ column, value: asSecond }] : [];
  });
}

function negated(entries: readonly Entry[]): Entry[] {
  return entries.map(({ column, value }) => ({ column, value: -value }));
}
