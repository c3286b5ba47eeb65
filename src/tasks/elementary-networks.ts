import type { Network } from "../enn/network.ts";
import type { Entry } from "../enn/sparse-matrix.ts";
import { elementaryStep } from "./elementary.ts";
import { type Families, onLine } from "./family.ts";
import type { Border } from "./frame.ts";
import { fewestRegions, type HalfSpace, type Regions } from "./half-spaces.ts";
import { allOf, anyOf, inputX, type Neuron, networkOf, upTo } from "./neuron.ts";

const RULES = [30, 90, 110, 184];

export const elementaryFamilies: Families = RULES.flatMap((rule) =>
  (["ring", "zero"] as const).flatMap((border) => {
    const reference = (x: readonly number[]) => elementaryStep(rule, x, border);
    return [
      [
        `rule${rule}-${border}-minterms`,
        onLine([5, 9], (n) => minterms(rule, n, border), reference),
      ],
      [`rule${rule}-${border}`, onLine([5, 9, 20], (n) => regions(rule, n, border), reference)],
    ] as const;
  }),
);

/**
 * An elementary rule by its table: differentiae are the literals, each 1 of the table is one
 * conjunction, and the concept is any of them.
 */
export function minterms(rule: number, n: number, border: Border): Network {
  const literals = upTo(n).flatMap((column): Neuron[] => [
    { bias: -1, entries: [{ column, value: 2 }] },
    { bias: 1, entries: [{ column, value: -2 }] },
  ]);
  const conjunctions = upTo(n).map((i) => conjunctionsAt(rule, cellsAround(i, n, border)));
  const concepts = groupsOf(conjunctions).map((columns) =>
    anyOf(columns.map((column) => ({ column, value: 1 }))),
  );
  return bitsToBits(n, [literals, conjunctions.flat(), concepts]);
}

/**
 * An elementary rule by the fewest regions: a differentia between any two opposing subconcepts, a
 * subconcept where all of its differentiae agree, and a concept for the ones against the zeros.
 */
export function regions(rule: number, n: number, border: Border): Network {
  const parts = fewestRegions(rule);
  const { nOnes, nZeros } = parts;
  const nPairs = nOnes * nZeros;
  const differentiae = upTo(n).flatMap((i) => differentiaeAt(parts, cellsAround(i, n, border)));
  const subconcepts = upTo(n).flatMap((i) => subconceptsOf(nOnes, nZeros, i * nPairs));
  const concepts = upTo(n).map((i) => conceptOf(nOnes, nZeros, i * (nOnes + nZeros)));
  return bitsToBits(n, [differentiae, subconcepts, concepts]);
}

/** Subconcepts of both classes over the differentiae from `start`, which are all pairs of them. */
export function subconceptsOf(nOnes: number, nZeros: number, start: number): Neuron[] {
  const differentia = (one: number, zero: number) => start + one * nZeros + zero;
  const ones = upTo(nOnes).map((one) =>
    allOf(upTo(nZeros).map((zero) => ({ column: differentia(one, zero), value: 1 }))),
  );
  const zeros = upTo(nZeros).map((zero) =>
    allOf(upTo(nOnes).map((one) => ({ column: differentia(one, zero), value: -1 }))),
  );
  return [...ones, ...zeros];
}

/** Own subconcepts against the others: of those that oppose the right one, none fires. */
export function conceptOf(nOnes: number, nZeros: number, start: number): Neuron {
  const entries = upTo(nOnes + nZeros).map((k) => ({
    column: start + k,
    value: k < nOnes ? 1 : -1,
  }));
  return { bias: nOnes - nZeros, entries };
}

type Cell = number | undefined;

/** Left, centre and right of a place; cells beyond a border of zeros are nowhere. */
function cellsAround(i: number, n: number, border: Border): readonly Cell[] {
  return [i - 1, i, i + 1].map((cell) => {
    if (border === "ring") return (cell + n) % n;
    return cell >= 0 && cell < n ? cell : undefined;
  });
}

/** One for each neighbourhood that gives 1 and can occur, over the literals of its cells. */
function conjunctionsAt(rule: number, cells: readonly Cell[]): Neuron[] {
  const rows = upTo(8).filter((row) => (rule >> row) & 1);
  const bitOf = (row: number, k: number) => (row >> (2 - k)) & 1;
  const possible = rows.filter((row) =>
    cells.every((cell, k) => cell !== undefined || bitOf(row, k) === 0),
  );
  return possible.map((row) =>
    allOf(
      cells.flatMap((cell, k): Entry[] =>
        cell === undefined ? [] : [{ column: 2 * cell + 1 - bitOf(row, k), value: 1 }],
      ),
    ),
  );
}

function differentiaeAt({ nOnes, nZeros, between }: Regions, cells: readonly Cell[]): Neuron[] {
  return upTo(nOnes).flatMap((one) => upTo(nZeros).map((zero) => cut(between(one, zero), cells)));
}

function cut({ weights, bias }: HalfSpace, cells: readonly Cell[]): Neuron {
  const entries = cells.flatMap((column, k): Entry[] =>
    column === undefined ? [] : [{ column, value: weights[k]! }],
  );
  return { bias, entries };
}

/** The places of the members of each group, all groups laid one after the other. */
function groupsOf(groups: readonly (readonly unknown[])[]): number[][] {
  let start = 0;
  return groups.map((group) => {
    const places = upTo(group.length).map((k) => start + k);
    start += group.length;
    return places;
  });
}

function bitsToBits(n: number, layers: readonly (readonly Neuron[])[]): Network {
  return networkOf({
    inputs: inputX([n]),
    layers: layers.map((neurons) => ({ activation: "sign", neurons })),
    shape: [n],
    labels: { kind: "above-zero" },
  });
}
