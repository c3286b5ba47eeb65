import type { Network } from "../enn/network.ts";
import {
  block,
  define,
  integer,
  list,
  pad,
  range,
  size,
  subtract,
  table,
} from "../program/build.ts";
import { fresh, identifier } from "../program/names.ts";
import type { Expression, Let, Program, ProgramInput } from "../program/program.ts";
import { tokens } from "../program/size.ts";
import { type AxisMode, isRelative } from "./2-trace.ts";
import type { Rolled } from "./3-roll.ts";
import { formulate } from "./4-formulate.ts";
import type { Graph, Leaf } from "./graph.ts";
import { type Access, type Names, Reader } from "./reader.ts";
import { type Naming, write } from "./values.ts";

/** The shortest program that says what was found. */
export function assemble(network: Network, rolled: Rolled, name: string): Program {
  return rolled.kind === "everywhere"
    ? everywhere(network, rolled, name)
    : each(network, rolled, name);
}

const NAMINGS: readonly Naming[] = ["none", "sums", "all"];

function everywhere(
  network: Network,
  { graph, modes, function: id }: Extract<Rolled, { kind: "everywhere" }>,
  name: string,
): Program {
  const frame = frameOf(network, { modes, name, leaves: leavesOf(graph, id) });
  const programs = formulate(graph, id, frame.reader).flatMap((form) =>
    NAMINGS.map((naming): Program => {
      const { lets, result } = write(form, frame.reader, naming, frame.taken);
      const value = table(frame.ranges, block(lets, result));
      return { name: frame.name, inputs: frame.inputs, body: block(frame.pads, value) };
    }),
  );
  return shortest(programs);
}

function each(
  network: Network,
  { graph, functions }: Extract<Rolled, { kind: "each" }>,
  name: string,
): Program {
  const frame = frameOf(network, { modes: [], name, leaves: [] });
  const results = functions.map((id) => {
    const ways = formulate(graph, id, frame.reader).map((form) => ({
      name: frame.name,
      inputs: frame.inputs,
      body: block([], write(form, frame.reader, "none", frame.taken).result),
    }));
    return shortest(ways).body.result;
  });
  const value = nested(results, network.output.shape);
  return { name: frame.name, inputs: frame.inputs, body: block([], value) };
}

function shortest(programs: readonly Program[]): Program {
  return programs.reduce((best, program) => (tokens(program) < tokens(best) ? program : best));
}

function nested(items: readonly Expression[], shape: readonly number[]): Expression {
  if (shape.length === 0) return items[0]!;
  const step = items.length / shape[0]!;
  const parts = Array.from({ length: shape[0]! }, (_, k) => items.slice(k * step, (k + 1) * step));
  return list(parts.map((part) => nested(part, shape.slice(1))));
}

/** What stands around the function of one place: names, inputs, loops, copies with zeros around them. */
interface Frame {
  readonly name: string;
  readonly inputs: readonly ProgramInput[];
  readonly reader: Reader;
  readonly pads: readonly Let[];
  readonly ranges: Extract<Expression, { kind: "table" }>["ranges"];
  /** All names in use. */
  readonly taken: ReadonlySet<string>;
}

interface Given {
  readonly name: string;
  readonly modes: readonly AxisMode[];
  readonly leaves: readonly Leaf[];
}

function frameOf(network: Network, { name, modes, leaves }: Given): Frame {
  const taken = new Set<string>();
  const take = (wanted: string): string => {
    const found = fresh(wanted, taken);
    taken.add(found);
    return found;
  };
  const functionName = take(identifier(name));
  const inputNames = network.inputs.map((input) => take(identifier(input.name)));
  const names: Names = {
    sizes: modes.map((_, axis) => take(SIZES[axis] ?? "n")),
    loops: modes.map((_, axis) => take(LOOPS[axis] ?? "i")),
    steps: modes.map((_, axis) => take(STEPS[axis] ?? "a")),
  };
  const inputs = network.inputs.map(({ shape, domain }, k) => ({
    name: inputNames[k]!,
    shape: isRelative(shape, modes) ? names.sizes : shape,
    domain,
  }));
  const pads: Let[] = [];
  const accesses = network.inputs.map((input, k): Access => {
    const margins = marginsOf(network, { input: k, modes, leaves });
    const plain = { input, array: inputNames[k]!, before: margins.before };
    if ([...margins.before, ...margins.after].every((zeros) => zeros === 0)) return plain;
    const array = take(network.inputs.length === 1 ? "padded" : `padded_${inputNames[k]}`);
    pads.push(define(array, pad(inputNames[k]!, margins.before, margins.after)));
    return { ...plain, array };
  });
  const ranges = modes.map((_, axis) =>
    range(names.loops[axis]!, integer(0), lengthOf(network, names.sizes[axis]!, axis)),
  );
  const reader = new Reader(accesses, modes, names);
  return { name: functionName, inputs, reader, pads, ranges, taken };
}

const SIZES = ["n", "m", "l"];
const LOOPS = ["i", "j", "k"];
const STEPS = ["a", "b", "c"];

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

/** The length of the output along an axis, by the size of the inputs there. */
function lengthOf({ inputs, output }: Network, symbol: string, axis: number): Expression {
  const input = inputs.find(({ shape }) => shape.length === output.shape.length)!;
  const shorter = input.shape[axis]! - output.shape[axis]!;
  return shorter === 0 ? size(symbol) : subtract(size(symbol), integer(shorter));
}

function leavesOf(graph: Graph, id: number): Leaf[] {
  return graph.leavesOf(id).flatMap((leaf) => {
    const node = graph.node(leaf);
    return node.kind === "leaf" ? [node.leaf] : [];
  });
}
