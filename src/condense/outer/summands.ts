import type { Network } from "../../enn/network.ts";
import { sparseMatrix } from "../../enn/sparse-matrix.ts";
import * as build from "../../program/build.ts";
import type { Expression, Program, ProgramInput, Size } from "../../program/program.ts";
import type { CondenseSums } from "./condense-outer.ts";
import { type Group, groupsOf } from "./ladder.ts";

/** More numbers than these are rather one sum of many units. */
const MOST_SUMMANDS = 4;

export interface CondenseParts {
  /** Functions of one number. */
  readonly condenseOuter: (network: Network) => Program[];
  readonly condenseSums: CondenseSums;
}

/**
 * Programs of a network whose one output adds up functions of several numbers, such as the largest less
 * the smallest: the sum of the programs of these functions. Conditions, of which there may be many, are
 * counted by one program. None where one of them has no program.
 */
export function condenseSummands(
  network: Network,
  { condenseOuter, condenseSums }: CondenseParts,
): Program[] {
  if (network.output.shape.length > 0) return [];
  const all = groupsOf(network) ?? [];
  const conditions = all.filter(({ entries }) => entries.length === 1);
  const groups = conditions.length > 1 ? all.filter((each) => !conditions.includes(each)) : all;
  const nParts = groups.length + (groups.length < all.length ? 1 : 0);
  if (groups.length === 0 || nParts < 2 || nParts > MOST_SUMMANDS) return [];
  const last = network.layers.at(-1)!;
  let constant = last.biases[0]!;
  const terms: Expression[] = [];
  const programs: Program[] = [];
  for (const { entries, start } of groups) {
    const weight = entries[0]!.value;
    if (entries.some(({ value }) => value !== weight)) return [];
    const plain = entries.map(({ column }) => ({ column, value: 1 }));
    const top = {
      ...last,
      weights: sparseMatrix([plain], last.weights.nColumns),
      biases: Float64Array.of(start),
    };
    const [program] = condenseOuter({ ...network, layers: [...network.layers.slice(0, -1), top] });
    if (program === undefined || program.body.lets.length > 0) return [];
    constant -= weight * start;
    const { result } = program.body;
    terms.push(weight === 1 ? result : build.multiply(build.integer(weight), result));
    programs.push(program);
  }
  if (groups.length < all.length) {
    const program = condenseSums(counting(conditions, network));
    if (program.body.lets.length > 0) return [];
    terms.push(program.body.result);
    programs.push(program);
  }
  const inputs = inputsOf(network, programs);
  if (inputs === undefined) return [];
  const result = sumOf(constant === 0 ? terms : [...terms, build.integer(constant)]);
  const summed = { ...programs[0]!, inputs, body: build.block([], result) };
  // What is added up may be alike, so that a loop says it.
  const areAlike = new Set(groups.map(({ entries }) => entries.length)).size < groups.length;
  return areAlike ? [summed, condenseSums(network)] : [summed];
}

/** The network that adds up the weights of conditions that hold. */
function counting(conditions: readonly Group[], { layers, ...rest }: Network): Network {
  const last = layers.at(-1)!;
  const entries = conditions
    .flatMap((condition) => condition.entries)
    .sort((a, b) => a.column - b.column);
  const top = {
    ...last,
    weights: sparseMatrix([entries], last.weights.nColumns),
    biases: Float64Array.of(0),
  };
  return { ...rest, layers: [...layers.slice(0, -1), top] };
}

/** The inputs of all: lengths by name where any program says so; undefined where a name means two lengths. */
function inputsOf({ inputs }: Network, programs: readonly Program[]): ProgramInput[] | undefined {
  const lengths = new Map<string, number>();
  let isOne = true;
  const merged = programs[0]!.inputs.map((first, input): ProgramInput => {
    const shape = first.shape.map((_, axis): Size => {
      const length = inputs[input]!.shape[axis]!;
      const names = programs
        .map((program) => program.inputs[input]!.shape[axis]!)
        .filter((size) => typeof size === "string");
      const [name] = names;
      if (name === undefined) return length;
      if (names.some((other) => other !== name)) isOne = false;
      if ((lengths.get(name) ?? length) !== length) isOne = false;
      lengths.set(name, length);
      return name;
    });
    return { ...first, shape };
  });
  return isOne ? merged : undefined;
}

/** `a - b` rather than `a + -1 * b`. */
function sumOf(terms: readonly Expression[]): Expression {
  const isTaken = (term: Expression): boolean =>
    term.kind === "multiply" && term.left.kind === "integer" && term.left.value === -1;
  const [first, ...others] = [...terms].sort((a, b) => Number(isTaken(a)) - Number(isTaken(b)));
  return others.reduce(
    (sum, term) =>
      term.kind === "multiply" && isTaken(term)
        ? build.subtract(sum, term.right)
        : build.add(sum, term),
    first!,
  );
}
