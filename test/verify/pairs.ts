import type { Layer, Network } from "../../src/enn/network.ts";
import { type Entry, sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import { binary } from "../../src/math/domain.ts";
import { type Shape, sizeOf, modulo as wrap } from "../../src/math/shape.ts";
import {
  add,
  and,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  member,
  modulo,
  or,
  pad,
  range,
  size,
  subtract,
  sum,
  table,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Block, Expression, Program } from "../../src/program/program.ts";

/** A network and a program that are the same function, by two hands. */
export interface Pair {
  readonly network: Network;
  readonly program: Program;
}

/** A neuron: a bias and its entries. */
export interface Neuron {
  readonly bias: number;
  readonly entries: readonly Entry[];
}

export function layer(
  neurons: readonly Neuron[],
  nInputs: number,
  activation: Layer["activation"],
): Layer {
  return {
    weights: sparseMatrix(
      neurons.map(({ entries }) => entries),
      nInputs,
    ),
    biases: Float64Array.from(neurons, ({ bias }) => bias),
    activation,
  };
}

/** A network from one array of bits `x` to one array of bits `y`, or a scalar for `[]`. */
export function networkOf(
  inputShape: Shape,
  outputShape: Shape,
  layers: readonly Layer[],
  labels: Network["output"]["labels"] = { kind: "above-zero" },
): Network {
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape: inputShape, domain: binary }],
    layers,
    output: { name: "y", shape: outputShape, labels },
  };
}

export function programOf(
  shape: readonly (string | number)[],
  result: Expression,
  lets: Block["lets"] = [],
): Program {
  return { name: "f", inputs: [{ name: "x", shape, domain: binary }], body: block(lets, result) };
}

const [i, j, n, m, one] = [variable("i"), variable("j"), size("n"), size("m"), integer(1)];

/** Three cells in a row, counted -1 where they are 0: fires where all are as in the pattern. */
function matcher(pattern: readonly number[], cells: readonly (number | undefined)[]): Neuron {
  const entries = cells.flatMap((column, k) =>
    column === undefined ? [] : [{ column, value: pattern[k] === 1 ? 2 : -2 }],
  );
  const isImpossible = cells.some((column, k) => column === undefined && pattern[k] === 1);
  const ones = pattern.filter((value, k) => value === 1 && cells[k] !== undefined).length;
  return { bias: isImpossible ? -9 : 1 - 2 * ones, entries };
}

const rule30Patterns = [
  [1, 0, 0],
  [0, 1, 1],
  [0, 1, 0],
  [0, 0, 1],
];

/** Rule 30: four matchers for each cell, sign; then an or of signs. */
export function rule30Network(length: number, edge: "ring" | "zero"): Network {
  const cellsOf = (place: number) =>
    [place - 1, place, place + 1].map((cell) =>
      edge === "ring" ? wrap(cell, length) : cell >= 0 && cell < length ? cell : undefined,
    );
  const places = Array.from({ length }, (_, place) => place);
  const hidden = places.flatMap((place) =>
    rule30Patterns.map((pattern) => matcher(pattern, cellsOf(place))),
  );
  const outputs = places.map((place) => ({
    bias: 3,
    entries: rule30Patterns.map((_, k) => ({ column: 4 * place + k, value: 1 })),
  }));
  const layers = [layer(hidden, length, "sign"), layer(outputs, 4 * length, "sign")];
  return networkOf([length], [length], layers);
}

export function rule30Ring(length: number): Pair {
  const left = element("x", modulo(subtract(i, one), n));
  const right = element("x", modulo(add(i, one), n));
  const cell = xor(left, or(element("x", i), right));
  const program = programOf(["n"], table([range("i", integer(0), n)], block([], cell)));
  return { network: rule30Network(length, "ring"), program };
}

export function rule30Zero(length: number): Pair {
  const [left, middle, right] = [i, add(i, one), add(i, integer(2))].map((index) =>
    element("p", index),
  );
  const cell = xor(left!, or(middle!, right!));
  const program = programOf(["n"], table([range("i", integer(0), n)], block([], cell)), [
    define("p", pad("x", [1], [1])),
  ]);
  return { network: rule30Network(length, "zero"), program };
}

/** The Game of Life on a torus: two thresholds over nine cells for each place, then their and. */
export function lifeNetwork(rows: number, columns: number): Network {
  const shape = [rows, columns];
  const places = Array.from({ length: rows * columns }, (_, place) => place);
  const hidden = places.flatMap((place) => {
    const around = neighbours(place, shape);
    const atLeast3 = { bias: -5, entries: windowOf(place, around, 2, 2) };
    const atMost3 = { bias: 7, entries: windowOf(place, around, 0, -2) };
    return [atLeast3, atMost3];
  });
  const outputs = places.map((place) => ({
    bias: -1,
    entries: [0, 1].map((k) => ({ column: 2 * place + k, value: 1 })),
  }));
  const layers = [layer(hidden, rows * columns, "sign"), layer(outputs, hidden.length, "sign")];
  return networkOf(shape, shape, layers);
}

function windowOf(place: number, around: readonly number[], centre: number, weight: number) {
  const entries = around.map((column) => ({ column, value: weight }));
  return [...entries, { column: place, value: centre }];
}

function neighbours(place: number, [rows, columns]: Shape): number[] {
  const [row, column] = [Math.floor(place / columns!), place % columns!];
  return [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].flatMap((right) =>
      down === 0 && right === 0
        ? []
        : [wrap(row + down, rows!) * columns! + wrap(column + right, columns!)],
    ),
  );
}

export function life(rows: number, columns: number): Pair {
  const [k, l] = [variable("k"), variable("l")];
  const [down, right] = [add(i, k), add(j, l)];
  const window = sum(
    [range("k", integer(-1), integer(2)), range("l", integer(-1), integer(2))],
    element("x", modulo(down, n), modulo(right, m)),
  );
  const total = variable("total");
  const alive = and(
    compare(total, ">=", integer(3)),
    compare(subtract(total, element("x", i, j)), "<=", integer(3)),
  );
  const body = block([define("total", window)], bit(alive));
  const grid = table([range("i", integer(0), n), range("j", integer(0), m)], body);
  return { network: lifeNetwork(rows, columns), program: programOf(["n", "m"], grid) };
}

/** One unit: at least `least` of `length` inputs. */
export function atLeast(least: number, length: number): Pair {
  const entries = Array.from({ length }, (_, column) => ({ column, value: 1 }));
  const unit = layer([{ bias: 0.5 - least, entries }], length, "sign");
  const count = sum([range("i", integer(0), n)], element("x", i));
  const program = programOf(["n"], bit(compare(count, ">=", integer(least))));
  return { network: networkOf([length], [], [unit]), program };
}

/** Parity as thresholds with alternating signs; the program takes the count modulo 2. */
export function parity(length: number): Pair {
  const all = Array.from({ length }, (_, column) => ({ column, value: 1 }));
  const hidden = all.map((_, k) => ({ bias: -k, entries: all }));
  const last = {
    bias: 0,
    entries: all.map(({ column }) => ({ column, value: column % 2 ? -1 : 1 })),
  };
  const layers = [layer(hidden, length, "step"), layer([last], length, "step")];
  const count = sum([range("i", integer(0), n)], element("x", i));
  const odd = bit(compare(modulo(count, integer(2)), "==", one));
  return { network: networkOf([length], [], layers), program: programOf(["n"], odd) };
}

/** Two cells by different functions, in a list: a choice and a count that is one of two numbers. */
export function choiceAndCount(): Pair {
  const [x0, x1, x2, x3] = [0, 1, 2, 3].map((k) => element("x", integer(k)));
  const first = choose(truth(x0!), x1!, x2!);
  const second = bit(member(add(x0!, x1!, x2!, x3!), [1, 3]));
  const entries = [0, 1, 2, 3].map((column) => ({ column, value: 1 }));
  const hidden = [
    {
      bias: -1,
      entries: [
        { column: 0, value: 1 },
        { column: 1, value: 1 },
      ],
    },
    {
      bias: 0,
      entries: [
        { column: 2, value: 1 },
        { column: 0, value: -1 },
      ],
    },
    ...[0, 1, 2, 3].map((k) => ({ bias: -k, entries })),
  ];
  const outputs = [
    {
      bias: 0,
      entries: [
        { column: 0, value: 1 },
        { column: 1, value: 1 },
      ],
    },
    { bias: 0, entries: [2, 3, 4, 5].map((column) => ({ column, value: column % 2 ? -1 : 1 })) },
  ];
  const layers = [layer(hidden, 4, "step"), layer(outputs, 6, "step")];
  return { network: networkOf([4], [2], layers), program: programOf([4], list([first, second])) };
}

/** All assignments of so many bits. */
export function allBits(length: number): Float64Array[] {
  return Array.from({ length: 2 ** length }, (_, index) =>
    Float64Array.from({ length }, (_, k) => (index >>> k) & 1),
  );
}

export const cellsOf = (network: Network): number => sizeOf(network.inputs[0]!.shape);
