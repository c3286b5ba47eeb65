import type { Activation, Network } from "../enn/network.ts";
import { type Shape, sizeOf } from "../math/shape.ts";
import { type Families, onFrame, onLine } from "./family.ts";
import { anyOf, atLeast, atMost, inputX, type Neuron, networkOf, upTo, weigh } from "./neuron.ts";

/** One unit over all inputs. */
export function oneUnit(shape: Shape, activation: Activation, unit: Neuron): Network {
  return networkOf({
    inputs: inputX(shape),
    layers: [{ activation, neurons: [unit] }],
    shape: [],
  });
}

/** The sign of ones minus zeros: 0 where there are as many. */
export function majoritySign(n: number): Network {
  return oneUnit([n], "sign", { bias: -n, entries: weigh(upTo(n), 2) });
}

/** 1 where there are more ones than zeros. */
export function majority(shape: Shape): Network {
  const size = sizeOf(shape);
  return oneUnit(shape, "step", { bias: -size, entries: weigh(upTo(size), 2) });
}

/** 1 from `least` ones on. */
export function atLeastOf(shape: Shape, least: number): Network {
  return oneUnit(shape, "step", atLeast(least, upTo(sizeOf(shape))));
}

/** 1 up to `most` ones. */
export function atMostOf(n: number, most: number): Network {
  return oneUnit([n], "step", atMost(most, upTo(n)));
}

/** 1 from `least` to `most` ones: two differentiae, of which the first fires and the second does not. */
export function between(n: number, least: number, most: number): Network {
  const differentiae = [least, most + 1].map((count) => atLeast(count, upTo(n)));
  const both = { bias: 0, entries: [...weigh([0]), ...weigh([1], -1)] };
  return networkOf({
    inputs: inputX([n]),
    layers: [
      { activation: "step", neurons: differentiae },
      { activation: "step", neurons: [both] },
    ],
    shape: [],
  });
}

/** The same as an essence neural network: one region inside, one below and one above. */
export function betweenSigns(n: number, least: number, most: number): Network {
  const differentiae = [atLeast(least, upTo(n)), atMost(most, upTo(n))];
  const subconcepts = [
    { bias: -1, entries: weigh([0, 1]) },
    { bias: 0, entries: weigh([0], -1) },
    { bias: 0, entries: weigh([1], -1) },
  ];
  const concept = { bias: -1, entries: [...weigh([0]), ...weigh([1, 2], -1)] };
  return networkOf({
    inputs: inputX([n]),
    layers: [
      { activation: "sign", neurons: differentiae },
      { activation: "sign", neurons: subconcepts },
      { activation: "sign", neurons: [concept] },
    ],
    shape: [],
    labels: { kind: "above-zero" },
  });
}

/** Thresholds at 1, 2, .., n ones that count with alternating signs: 1 where the number is odd. */
export function odd(n: number): Network {
  const concept = { bias: 0, entries: alternating(n) };
  return thresholds(n, "step", concept);
}

/** The opposite: 1 where the number of ones is even. */
export function even(n: number): Network {
  const entries = alternating(n).map(({ column, value }) => ({ column, value: -value }));
  return thresholds(n, "step", { bias: 1, entries });
}

/** Odd by -1/+1 units: their alternating sum is 1 more where n is odd. */
export function oddSigns(n: number): Network {
  return thresholds(n, "sign", { bias: (n % 2) - 1, entries: alternating(n) });
}

/** Every row has a one: any of each row, then all of them. */
export function everyRow(rows: number, columns: number): Network {
  const anyOfRow = upTo(rows).map((i) =>
    atLeast(
      1,
      upTo(columns).map((j) => i * columns + j),
    ),
  );
  const allRows = { bias: 1 - rows, entries: weigh(upTo(rows)) };
  return networkOf({
    inputs: inputX([rows, columns]),
    layers: [
      { activation: "step", neurons: anyOfRow },
      { activation: "step", neurons: [allRows] },
    ],
    shape: [],
  });
}

/** Two or more ones, as any of the pairs i < j that are both 1. */
export function anyPair(n: number): Network {
  const pairs = upTo(n).flatMap((i) => upTo(i).map((j) => atLeast(2, [j, i])));
  return networkOf({
    inputs: inputX([n]),
    layers: [
      { activation: "sign", neurons: pairs },
      { activation: "sign", neurons: [anyOf(weigh(upTo(pairs.length)))] },
    ],
    shape: [],
    labels: { kind: "above-zero" },
  });
}

const count = (x: readonly number[]): number => x.filter((value) => value === 1).length;
const say = (truth: boolean): number[] => [truth ? 1 : 0];

const LINES = [5, 8, 20];

export const countFamilies: Families = [
  [
    "majority",
    onLine(
      [5, 9, 20],
      (n) => majority([n]),
      (x, n) => say(count(x) > n / 2),
    ),
  ],
  ["majority-sign", onLine([5, 8, 21], majoritySign, (x, n) => [Math.sign(2 * count(x) - n)])],
  [
    "at-least-3",
    onLine(
      LINES,
      (n) => atLeastOf([n], 3),
      (x) => say(count(x) >= 3),
    ),
  ],
  [
    "at-most-2",
    onLine(
      LINES,
      (n) => atMostOf(n, 2),
      (x) => say(count(x) <= 2),
    ),
  ],
  [
    "exactly-2",
    onLine(
      LINES,
      (n) => between(n, 2, 2),
      (x) => say(count(x) === 2),
    ),
  ],
  [
    "exactly-3-signs",
    onLine(
      LINES,
      (n) => betweenSigns(n, 3, 3),
      (x) => say(count(x) === 3),
    ),
  ],
  [
    "between-2-and-4",
    onLine(
      [6, 9, 20],
      (n) => between(n, 2, 4),
      (x) => say(count(x) >= 2 && count(x) <= 4),
    ),
  ],
  ["odd", onLine([4, 7, 16], odd, (x) => say(count(x) % 2 === 1))],
  ["even", onLine([4, 7, 16], even, (x) => say(count(x) % 2 === 0))],
  ["odd-signs", onLine([4, 7, 16], oddSigns, (x) => say(count(x) % 2 === 1))],
  [
    "any",
    onLine(
      LINES,
      (n) => atLeastOf([n], 1),
      (x) => say(x.includes(1)),
    ),
  ],
  [
    "all",
    onLine(
      LINES,
      (n) => atLeastOf([n], n),
      (x) => say(!x.includes(0)),
    ),
  ],
  [
    "none",
    onLine(
      LINES,
      (n) => atMostOf(n, 0),
      (x) => say(!x.includes(1)),
    ),
  ],
  [
    "not-all",
    onLine(
      LINES,
      (n) => atMostOf(n, n - 1),
      (x) => say(x.includes(0)),
    ),
  ],
  ["any-pair", onLine([4, 6, 12], anyPair, (x) => say(count(x) >= 2))],
  [
    "any-of-frame",
    onFrame(
      [
        [2, 3],
        [4, 4],
        [6, 9],
      ],
      (r, c) => atLeastOf([r, c], 1),
      (frame) => say(frame.flat().includes(1)),
    ),
  ],
  [
    "all-of-frame",
    onFrame(
      [
        [2, 3],
        [4, 4],
        [6, 9],
      ],
      (r, c) => atLeastOf([r, c], r * c),
      (frame) => say(!frame.flat().includes(0)),
    ),
  ],
  [
    "majority-of-frame",
    onFrame(
      [
        [3, 3],
        [4, 5],
      ],
      (r, c) => majority([r, c]),
      (frame) => say(2 * count(frame.flat()) > frame.flat().length),
    ),
  ],
  [
    "every-row-has-one",
    onFrame(
      [
        [2, 3],
        [4, 4],
        [5, 8],
      ],
      everyRow,
      (frame) => say(frame.every((row) => row.includes(1))),
    ),
  ],
];

function thresholds(n: number, activation: "sign" | "step", concept: Neuron): Network {
  return networkOf({
    inputs: inputX([n]),
    layers: [
      { activation, neurons: upTo(n).map((k) => atLeast(k + 1, upTo(n))) },
      { activation: "step", neurons: [concept] },
    ],
    shape: [],
  });
}

function alternating(n: number) {
  return upTo(n).map((column) => ({ column, value: column % 2 === 0 ? 1 : -1 }));
}
