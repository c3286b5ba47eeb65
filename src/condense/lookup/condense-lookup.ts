import type { Network } from "../../enn/network.ts";
import { sparseMatrix } from "../../enn/sparse-matrix.ts";
import { integersBetween } from "../../math/domain.ts";
import { sizeOf } from "../../math/shape.ts";
import * as build from "../../program/build.ts";
import { fresh, freshSize } from "../../program/names.ts";
import type { Expression, Let, Program, ProgramInput, Size } from "../../program/program.ts";
import { minus, plus, times } from "../families/plus.ts";
import { substitute } from "../passes/variables.ts";
import type { Wiring } from "../wiring.ts";
import type { Affine } from "./affine.ts";
import { type List, type Lookup, lookupOf } from "./lookup.ts";

/** The program of a network of layers. */
export type CondensePart = (network: Network) => Program;

/**
 * Programs of a network that looks one cell of a list up, at a place that other cells say; none where the network does
 * something else. The sum that says the place follows a law, or is written out.
 */
export function condenseLookup(
  network: Network,
  wiring: Wiring,
  condensePart: CondensePart,
): Program[] {
  const lookup = lookupOf(network, wiring);
  if (lookup === undefined) return [];
  const isSame = lookup.values.every((value, k) => value === lookup.low + k);
  const of = isSame ? undefined : condensePart(valueNetwork(lookup));
  if (of !== undefined && of.body.lets.length > 0) return [];
  return saysOf(lookup, network, condensePart).map((said) => {
    const { name, shape, lets } = listOf(lookup.list, said.inputs);
    const indices = lookup.place.map((affine, axis) =>
      indexOf(affine, said.sums[axis]!, shape[axis]!, lookup.lengths[axis]!),
    );
    const cell = build.element(name, ...indices);
    const result =
      of === undefined ? cell : substitute(of.body.result, new Map([[of.inputs[0]!.name, cell]]));
    return { name: said.name, inputs: said.inputs, body: build.block(lets, result) };
  });
}

/** What is done with the cell: a unit for each value at which the output changes. */
function valueNetwork({ low, values }: Lookup): Network {
  const changes = values.slice(1).flatMap((value, k) => {
    const by = value - values[k]!;
    return by === 0 ? [] : [{ after: low + k, by }];
  });
  const units = changes.map(() => [{ column: 0, value: 2 }]);
  const sum = changes.map(({ by }, column) => ({ column, value: by }));
  return {
    kind: "feedforward",
    inputs: [{ name: "cell", shape: [], domain: integersBetween(low, low + values.length - 1) }],
    layers: [
      {
        weights: sparseMatrix(units, 1),
        biases: Float64Array.from(changes, ({ after }) => -2 * after - 1),
        activation: "step",
      },
      {
        weights: sparseMatrix([sum], changes.length),
        biases: Float64Array.of(values[0]!),
        activation: "identity",
      },
    ],
    output: { name: "y", shape: [], labels: { kind: "raw" } },
  };
}

/** Of each coordinate the sum without its constant; negative, where all weights are below 0. */
interface Said extends Pick<Program, "name" | "inputs"> {
  /** (axes of the list). */
  readonly sums: readonly Expression[];
}

function saysOf(lookup: Lookup, network: Network, condensePart: CondensePart): Said[] {
  const programs = lookup.place.map((affine) => condensePart(sumNetwork(affine, lookup, network)));
  const [{ name, inputs: first }] = programs as [Program, ...Program[]];
  const inputs = withAnyList(
    first.map((input, k) => ({ ...input, domain: network.inputs[k]!.domain })),
    lookup,
  );
  const areAlike = programs.every(
    (program) =>
      program.body.lets.length === 0 &&
      program.inputs.every(({ shape }, k) => String(shape) === String(first[k]!.shape)),
  );
  // With weights of both signs a longer pointer might say a place before the first.
  const lawful: Said[] =
    areAlike && lookup.place.every(isOneWay)
      ? [{ name, inputs, sums: programs.map(({ body }) => body.result) }]
      : [];
  return [{ name, ...writtenOut(lookup, network, inputs) }, ...lawful];
}

/** A list may have any lengths that nothing else has, unless it says the place too. */
function withAnyList(inputs: readonly ProgramInput[], { list, isApart }: Lookup): ProgramInput[] {
  const taken = new Set(inputs.flatMap(({ name, shape }) => [name, ...shape.map(String)]));
  const symbol = (): string => {
    const size = freshSize(taken);
    taken.add(size);
    return size;
  };
  return inputs.map((input, k) =>
    list.kind === "array" && list.input === k && isApart
      ? { ...input, shape: input.shape.map((size) => (typeof size === "string" ? size : symbol())) }
      : input,
  );
}

function isOneWay(affine: Affine): boolean {
  return isFromEnd(affine) || affine.weights.every((weight) => weight >= 0);
}

/** Is a coordinate counted from the end? */
function isFromEnd({ weights }: Affine): boolean {
  return weights.every((weight) => weight <= 0) && weights.some((weight) => weight < 0);
}

/** The sum of the cells that say a coordinate, without its constant, and without its sign where it is counted from the end. */
function sumNetwork(affine: Affine, { pointer }: Lookup, network: Network): Network {
  const nCells = network.inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const sign = isFromEnd(affine) ? -1 : 1;
  const entries = affine.weights.map((weight, k) => ({
    column: pointer[k]!,
    value: sign * weight,
  }));
  return {
    ...network,
    layers: [
      {
        weights: sparseMatrix([entries], nCells),
        biases: Float64Array.of(0),
        activation: "identity",
      },
    ],
    output: { name: "y", shape: [], labels: { kind: "raw" } },
  };
}

/** The same sums cell by cell; arrays of which cells are read are as long as the network's. */
function writtenOut(
  { pointer, place }: Lookup,
  network: Network,
  inputs: readonly ProgramInput[],
): Pick<Said, "inputs" | "sums"> {
  const cells = network.inputs.flatMap(({ shape }, input) =>
    Array.from({ length: sizeOf(shape) }, (_, k) => ({ input, k })),
  );
  const cellOf = (cell: number): Expression => {
    const { input, k } = cells[cell]!;
    const { name, shape } = inputs[input]!;
    return shape.length === 0 ? build.variable(name) : build.element(name, build.integer(k));
  };
  const read = new Set(pointer.map((cell) => cells[cell]!.input));
  return {
    inputs: inputs.map((input, k) =>
      read.has(k) ? { ...input, shape: network.inputs[k]!.shape } : input,
    ),
    sums: place.map((affine) => {
      const sign = isFromEnd(affine) ? -1 : 1;
      const terms = pointer.flatMap((cell, k) => {
        const weight = sign * affine.weights[k]!;
        return weight === 0 ? [] : [times(weight, cellOf(cell))];
      });
      return terms.reduce((sum, term) => plus(sum, term), build.integer(0));
    }),
  };
}

/** The sum and its constant; from the end, what the length is more than the constant is taken from it. */
function indexOf(affine: Affine, sum: Expression, symbol: Size, length: number): Expression {
  if (!isFromEnd(affine)) return plus(sum, build.integer(affine.constant));
  const end = typeof symbol === "number" ? build.integer(symbol) : build.size(symbol);
  return minus(minus(end, build.integer(length - affine.constant)), sum);
}

/** The array in which the cell is; single numbers become one. */
function listOf(
  list: List,
  inputs: readonly ProgramInput[],
): { readonly name: string; readonly shape: readonly Size[]; readonly lets: readonly Let[] } {
  if (list.kind === "array") return { ...inputs[list.input]!, lets: [] };
  const name = fresh("values", new Set(inputs.map((input) => input.name)));
  const items = list.inputs.map((input) => build.variable(inputs[input]!.name));
  return { name, shape: [items.length], lets: [build.define(name, build.list(items))] };
}
