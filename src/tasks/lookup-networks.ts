import type { Network, NetworkInput } from "../enn/network.ts";
import type { Entry } from "../enn/sparse-matrix.ts";
import { binary, integersBetween } from "../math/domain.ts";
import type { Families } from "./family.ts";
import { type Neuron, networkOf, upTo, weigh } from "./neuron.ts";

/** The bit of a list at the place that other bits write: a unit for each place, which holds where it is said and 1. */
function multiplexer(nBits: number): Network {
  const nPlaces = 2 ** nBits;
  const terms = upTo(nPlaces).map((place): Neuron => {
    const said = bitsOf(place, nBits);
    const literals = said.map((bit, column): Entry => ({ column, value: bit === 1 ? 2 : -2 }));
    const nOnes = said.reduce((sum, bit) => sum + bit, 0);
    return { bias: -2 * nOnes - 1, entries: [...literals, { column: nBits + place, value: 2 }] };
  });
  return networkOf({
    inputs: [list("address", nBits), list("data", nPlaces)],
    layers: [
      { activation: "step", neurons: terms },
      { activation: "step", neurons: [{ bias: -1, entries: weigh(upTo(nPlaces), 2) }] },
    ],
    shape: [],
  });
}

/** The highest bit first. */
function bitsOf(number: number, nBits: number): number[] {
  return upTo(nBits).map((k) => Math.floor(number / 2 ** (nBits - 1 - k)) % 2);
}

function list(name: string, length: number): NetworkInput {
  return { name, shape: [length], domain: binary };
}

const MOST = 3;

/** Where a number says a place, the cell there; it is what units add up that hold where it is at least 1, 2 and so on. */
function picked(length: number, isFromEnd: boolean): Network {
  const places = upTo(length);
  const isAtLeast = places.slice(1).map((k): Neuron => threshold(0, k));
  const values = places.flatMap((place) => upTo(MOST).map((k) => threshold(1 + place, k + 1)));
  const said = (k: number): Entry[] => [
    ...(k > 0 ? [{ column: k - 1, value: 2 }] : []),
    ...(k < length - 1 ? [{ column: k, value: -2 }] : []),
  ];
  const both = places.flatMap((k) => {
    const place = isFromEnd ? length - 1 - k : k;
    return upTo(MOST).map((step): Neuron => {
      const own = { column: length - 1 + place * MOST + step, value: 2 };
      return { bias: k > 0 ? -3 : -1, entries: [...said(k), own] };
    });
  });
  return networkOf({
    inputs: [
      { name: "k", shape: [], domain: integersBetween(0, length - 1) },
      { name: "x", shape: [length], domain: integersBetween(0, MOST) },
    ],
    layers: [
      { activation: "step", neurons: [...isAtLeast, ...values] },
      { activation: "step", neurons: both },
      { activation: "identity", neurons: [{ bias: 0, entries: weigh(upTo(both.length)) }] },
    ],
    shape: [],
  });
}

function threshold(column: number, least: number): Neuron {
  return { bias: 1 - 2 * least, entries: [{ column, value: 2 }] };
}

/** What a table says for how many of some cells are 1, as the rule of a totalistic automaton. */
function byCount(nCells: number): Network {
  const counts = upTo(nCells + 1);
  const cells = upTo(nCells);
  const isAtLeast = counts.slice(1).map((count): Neuron => {
    return { bias: 1 - 2 * count, entries: weigh(cells, 2) };
  });
  const handedOn = counts.map((count): Neuron => threshold(nCells + count, 1));
  const terms = counts.map((count): Neuron => {
    const from = count > 0 ? [{ column: count - 1, value: 2 }] : [];
    const to = count < nCells ? [{ column: count, value: -2 }] : [];
    const own = { column: nCells + count, value: 2 };
    return { bias: count > 0 ? -3 : -1, entries: [...from, ...to, own] };
  });
  return networkOf({
    inputs: [list("cells", nCells), list("table", nCells + 1)],
    layers: [
      { activation: "step", neurons: [...isAtLeast, ...handedOn] },
      { activation: "step", neurons: terms },
      { activation: "step", neurons: [{ bias: -1, entries: weigh(counts, 2) }] },
    ],
    shape: [],
  });
}

export const lookupFamilies: Families = [
  [
    "multiplexer",
    {
      sizes: [[2], [3], [4]],
      build: ([nBits]) => multiplexer(nBits!),
      reference: (x, [nBits]) => {
        const place = x.slice(0, nBits).reduce((number, bit) => 2 * number + bit, 0);
        return [x[nBits! + place]!];
      },
    },
  ],
  ["picked", picking(false, (k) => k)],
  ["picked-from-end", picking(true, (k, length) => length - 1 - k)],
  [
    "by-count",
    {
      sizes: [[3], [5], [8]],
      build: ([nCells]) => byCount(nCells!),
      reference: (x, [nCells]) => {
        const count = x.slice(0, nCells).reduce((sum, bit) => sum + bit, 0);
        return [x[nCells! + count]!];
      },
    },
  ],
];

function picking(
  isFromEnd: boolean,
  placeOf: (k: number, length: number) => number,
): Families[number][1] {
  return {
    sizes: [[4], [7], [12]],
    build: ([length]) => picked(length!, isFromEnd),
    reference: ([k, ...x], [length]) => [x[placeOf(k!, length!)]!],
  };
}
