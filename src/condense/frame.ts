import type { Network } from "../enn/network.ts";
import { define, integer, pad, range, size, subtract } from "../program/build.ts";
import { fresh, identifier } from "../program/names.ts";
import type { Expression, Let, ProgramInput, Range, Size } from "../program/program.ts";
import { type AxisMode, isRelative } from "./2-trace.ts";
import type { Leaf } from "./graph.ts";
import { type Access, type Names, Reader } from "./reader.ts";

/** What stands around the function of one place: names, inputs, loops, copies with zeros around them. */
export interface Frame {
  readonly name: string;
  readonly inputs: readonly ProgramInput[];
  readonly reader: Reader;
  readonly pads: readonly Let[];
  readonly ranges: readonly Range[];
  /** All names in use. */
  readonly taken: ReadonlySet<string>;
}

interface Given {
  readonly name: string;
  readonly modes: readonly AxisMode[];
  /** What the function of one place reads. */
  readonly leaves: readonly Leaf[];
}

/** The frame of a function that is the same at every place; without modes, of functions of fixed cells. */
export function frameOf(network: Network, { name, modes, leaves }: Given): Frame {
  const names = new NameBook();
  const inputNames = network.inputs.map((input) => names.take(identifier(input.name)));
  // An input may be called as the function is, but nothing else.
  const functionName = identifier(name);
  if (!names.taken.has(functionName)) names.take(functionName);
  const sizes = sizesOf(network, modes, leaves).map((size) =>
    typeof size === "string" ? names.take(size) : size,
  );
  const words: Names = {
    lengths: sizes.map((length) => (typeof length === "string" ? size(length) : integer(length))),
    loops: modes.map((_, axis) => names.take(LOOPS[axis] ?? "i")),
    steps: modes.map((_, axis) => names.take(STEPS[axis] ?? "a")),
  };
  const pads: Let[] = [];
  const accesses = network.inputs.map((input, k): Access => {
    const { before, after } = marginsOf(network, { input: k, modes, leaves });
    const inputName = inputNames[k]!;
    if ([...before, ...after].every((zeros) => zeros === 0))
      return { input, array: inputName, before };
    const array = names.take(network.inputs.length === 1 ? "padded" : `padded_${inputName}`);
    pads.push(define(array, pad(inputName, before, after)));
    return { input, array, before };
  });
  return {
    name: functionName,
    inputs: network.inputs.map(({ name: key, shape, domain }, k) => ({
      name: inputNames[k]!,
      ...(inputNames[k] === key ? {} : { key }),
      shape: isRelative(shape, modes) ? sizes : shape,
      domain,
    })),
    reader: new Reader(accesses, modes, words),
    pads,
    ranges: modes.map((_, axis) =>
      range(words.loops[axis]!, integer(0), outputLength(network, words, axis)),
    ),
    taken: names.taken,
  };
}

const SIZES = ["n", "m", "p"];
const LOOPS = ["i", "j", "k"];
const STEPS = ["a", "b", "c"];

class NameBook {
  readonly taken = new Set<string>();

  take(wanted: string): string {
    const name = fresh(wanted, this.taken);
    this.taken.add(name);
    return name;
  }
}

/**
 * The lengths of the axes: symbols, for any length, where at least two places of the axis see all of the
 * window apart; otherwise nothing shows that the function would be the same at another length.
 */
function sizesOf(network: Network, modes: readonly AxisMode[], leaves: readonly Leaf[]): Size[] {
  const relative = network.inputs.find(({ shape }) => isRelative(shape, modes));
  return modes.map((_, axis) => {
    const steps = leaves
      .filter(({ input }) => isRelative(network.inputs[input]!.shape, modes))
      .map(({ at }) => at[axis]!);
    const span = Math.max(0, ...steps) - Math.min(0, ...steps) + 1;
    const length = relative!.shape[axis]!;
    return span < length ? SIZES[axis]! : length;
  });
}

/** How many zeros are read before and after an input, along each axis. */
function marginsOf(
  { inputs, output }: Network,
  { input, modes, leaves }: Omit<Given, "name"> & { readonly input: number },
): { readonly before: readonly number[]; readonly after: readonly number[] } {
  const { shape } = inputs[input]!;
  if (!isRelative(shape, modes)) return { before: [], after: [] };
  const steps = leaves.filter((leaf) => leaf.input === input).map(({ at }) => at);
  const reach = (axis: number, sign: 1 | -1): number =>
    modes[axis] === "ring" ? 0 : steps.reduce((most, at) => Math.max(most, sign * at[axis]!), 0);
  return {
    before: shape.map((_, axis) => reach(axis, -1)),
    // An output that is shorter than the input leaves room at the end.
    after: shape.map((length, axis) =>
      Math.max(0, reach(axis, 1) - (length - output.shape[axis]!)),
    ),
  };
}

/** The length of the output along an axis, by that of the inputs. */
function outputLength({ inputs, output }: Network, { lengths }: Names, axis: number): Expression {
  const input = inputs.find(({ shape }) => shape.length === output.shape.length)!;
  const shorter = input.shape[axis]! - output.shape[axis]!;
  const length = lengths[axis]!;
  if (shorter === 0) return length;
  return length.kind === "integer"
    ? integer(length.value - shorter)
    : subtract(length, integer(shorter));
}
