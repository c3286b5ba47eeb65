import type { Network, NetworkInput } from "../enn/network.ts";
import type { Entry } from "../enn/sparse-matrix.ts";
import { binary, integersBetween } from "../math/domain.ts";
import type { Families, Family } from "./family.ts";
import { type Neuron, networkOf, upTo, weigh } from "./neuron.ts";

const MOST = 4;
const digits = integersBetween(0, MOST);

/** The number of units that fire. */
function counting(inputs: readonly NetworkInput[], neurons: readonly Neuron[]): Network {
  return networkOf({
    inputs,
    layers: [
      { activation: "step", neurons },
      { activation: "identity", neurons: [{ bias: 0, entries: weigh(upTo(neurons.length)) }] },
    ],
    shape: [],
  });
}

/** Fires where the sum is at least so much. */
function reaching(least: number, entries: readonly Entry[]): Neuron {
  return {
    bias: 1 - 2 * least,
    entries: entries.map(({ column, value }) => ({ column, value: 2 * value })),
  };
}

/** A unit for each step by which one cell may be above another. */
function stepsAbove(column: number, other: number): Neuron[] {
  const entries = [
    { column, value: 1 },
    { column: other, value: -1 },
  ].sort((a, b) => a.column - b.column);
  return upTo(MOST).map((step) => reaching(step + 1, entries));
}

/** How far two arrays are apart, place by place, in sum. */
function distance(length: number): Network {
  const inputs = ["a", "b"].map((name) => ({ name, shape: [length], domain: digits }));
  const neurons = upTo(length).flatMap((k) => [
    ...stepsAbove(k, length + k),
    ...stepsAbove(length + k, k),
  ]);
  return counting(inputs, neurons);
}

/** How far a list rises from one place to the next, in sum. */
function rises(length: number): Network {
  const inputs = [{ name: "x", shape: [length], domain: digits }];
  return counting(
    inputs,
    upTo(length - 1).flatMap((k) => stepsAbove(k + 1, k)),
  );
}

/** What the weights of those that are chosen add up to. */
function chosen(length: number): Network {
  const inputs = [
    { name: "weights", shape: [length], domain: digits },
    { name: "chosen", shape: [length], domain: binary },
  ];
  const neurons = upTo(length).flatMap((k) =>
    upTo(MOST).map((step) =>
      reaching(MOST + step + 1, [
        { column: k, value: 1 },
        { column: length + k, value: MOST },
      ]),
    ),
  );
  return counting(inputs, neurons);
}

/** How many of a list are above a number. */
function above(length: number): Network {
  const inputs = [
    { name: "least", shape: [], domain: digits },
    { name: "x", shape: [length], domain: digits },
  ];
  return counting(
    inputs,
    upTo(length).map((k) => stepsAbove(1 + k, 0)[0]!),
  );
}

function sized(
  build: (length: number) => Network,
  reference: (x: readonly number[], length: number) => number,
): Family {
  return {
    sizes: [[3], [5], [8]],
    build: ([length]) => build(length!),
    reference: (x, [length]) => [reference(x, length!)],
  };
}

/** Over the first places, of what stands there and of what stands so many places on. */
function total(
  x: readonly number[],
  { count, apart }: { readonly count: number; readonly apart: number },
  of: (value: number, other: number) => number,
): number {
  return upTo(count).reduce((sum, k) => sum + of(x[k]!, x[k + apart]!), 0);
}

export const amountFamilies: Families = [
  [
    "distance",
    sized(distance, (x, n) => total(x, { count: n, apart: n }, (a, b) => Math.abs(a - b))),
  ],
  [
    "rises",
    sized(rises, (x, n) => total(x, { count: n - 1, apart: 1 }, (a, b) => Math.max(0, b - a))),
  ],
  ["chosen", sized(chosen, (x, n) => total(x, { count: n, apart: n }, (a, b) => a * b))],
  ["above", sized(above, ([least, ...x]) => x.filter((each) => each > least!).length)],
];
