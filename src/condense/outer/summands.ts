import type { Network } from "../../enn/network.ts";
import { sparseMatrix } from "../../enn/sparse-matrix.ts";
import * as build from "../../program/build.ts";
import type { Expression, Program, ProgramInput, Size } from "../../program/program.ts";
import { groupsOf } from "./ladder.ts";

/** More numbers than these are rather one sum of many units. */
const MOST_SUMMANDS = 4;

/**
 * Programs of a network whose one output adds up functions of several numbers, such as the largest less
 * the smallest: the sum of the programs of these functions. None where one of them has no program.
 */
export function condenseSummands(
  network: Network,
  condenseOuter: (network: Network) => Program[],
): Program[] {
  if (network.output.shape.length > 0) return [];
  const groups = groupsOf(network);
  if (groups === undefined || groups.length < 2 || groups.length > MOST_SUMMANDS) return [];
  const last = network.layers.at(-1)!;
  let constant = last.biases[0]!;
  const terms: Expression[] = [];
  const programs: Program[] = [];
  for (const { entries, low } of groups) {
    const weight = entries[0]!.value;
    if (entries.some(({ value }) => value !== weight)) return [];
    const plain = entries.map(({ column }) => ({ column, value: 1 }));
    const top = {
      ...last,
      weights: sparseMatrix([plain], last.weights.nColumns),
      biases: Float64Array.of(low),
    };
    const [program] = condenseOuter({ ...network, layers: [...network.layers.slice(0, -1), top] });
    if (program === undefined || program.body.lets.length > 0) return [];
    constant -= weight * low;
    const { result } = program.body;
    terms.push(weight === 1 ? result : build.multiply(build.integer(weight), result));
    programs.push(program);
  }
  const inputs = inputsOf(network, programs);
  if (inputs === undefined) return [];
  const result = sumOf(constant === 0 ? terms : [...terms, build.integer(constant)]);
  return [{ ...programs[0]!, inputs, body: build.block([], result) }];
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
