import { checkNetwork } from "../enn/check.ts";
import type { AnyNetwork, Network, NetworkInput } from "../enn/network.ts";
import { DistillError } from "../errors.ts";
import { type Domain, extremesOf } from "../math/domain.ts";
import type { Label } from "../math/label.ts";
import type { Shape } from "../math/shape.ts";
import { check } from "../program/check.ts";
import { keyOf, type Program, type ProgramInput } from "../program/program.ts";
import { IllFormed } from "../program/type.ts";

/** Why the network or the program is none, or they cannot be given the same inputs; else nothing. */
export function misfitOf(network: Network, program: Program): string | undefined {
  return (
    formMisfit(network, program) ??
    inputMisfit(network.inputs, program.inputs) ??
    labelMisfit(network, program)
  );
}

/** Why the network or the program is none, whatever the inputs; else nothing. */
export function formMisfit(network: AnyNetwork, program: Program): string | undefined {
  return networkMisfit(network) ?? programMisfit(program);
}

function networkMisfit(network: AnyNetwork): string | undefined {
  try {
    checkNetwork(network);
    return undefined;
  } catch (error) {
    if (error instanceof DistillError) return error.sentence;
    throw error;
  }
}

function programMisfit(program: Program): string | undefined {
  try {
    check(program);
    return undefined;
  } catch (error) {
    if (error instanceof IllFormed) return `ill-formed program: ${error.message}`;
    throw error;
  }
}

/** Why a program cannot be given these inputs; else nothing. */
export function inputMisfit(
  given: readonly NetworkInput[],
  taken: readonly ProgramInput[],
): string | undefined {
  if (given.length !== taken.length) {
    return `the network has ${given.length} inputs, the program ${taken.length}`;
  }
  const sizes = new Map<string, number>();
  for (const [k, { name, shape, domain }] of given.entries()) {
    const input = taken[k]!;
    if (keyOf(input) !== name) {
      return `the program takes ${keyOf(input)} where the network takes ${name}`;
    }
    if (!isShapeFitting(shape, input.shape, sizes)) {
      return `${name} has shape [${shape.join("x")}], the program takes [${input.shape.join("x")}]`;
    }
    if (!isWithin(domain, input.domain)) {
      return `the program takes fewer values of ${name} than the network`;
    }
  }
  return undefined;
}

/** Equal numbers say the same only where they stand for the same. */
function labelMisfit(
  { layers, output: { classes = [] } }: Network,
  program: Program,
): string | undefined {
  const isSoftmax = layers.at(-1)!.activation === "softmax";
  const { labels = [], classes: ofProbabilities = [] } = program;
  const [meant, other] = isSoftmax ? [ofProbabilities, labels] : [labels, ofProbabilities];
  if (isSameList(classes, meant) && other.length === 0) return undefined;
  const named = listText([...labels, ...ofProbabilities]);
  return `the network's classes are ${listText(classes)}, the program's labels ${named}`;
}

function listText(labels: readonly Label[]): string {
  const texts = labels.map((label) => JSON.stringify(label));
  return texts.length === 0 ? "none" : texts.join(", ");
}

/** Symbols that are met first are bound to the length, in `sizes`. */
function isShapeFitting(
  shape: Shape,
  taken: ProgramInput["shape"],
  sizes: Map<string, number>,
): boolean {
  if (shape.length !== taken.length) return false;
  return taken.every((length, axis) => {
    const actual = shape[axis]!;
    if (typeof length === "number") return length === actual;
    if (!sizes.has(length)) sizes.set(length, actual);
    return sizes.get(length) === actual;
  });
}

/** Is every value of one domain, as far as the kinds tell, a value of the other? */
function isWithin(inner: Domain, outer: Domain): boolean {
  switch (outer.kind) {
    case "binary":
      return inner.kind === outer.kind || inner.kind === "one-hot";
    case "sign":
      return inner.kind === outer.kind;
    case "one-hot":
      return inner.kind === outer.kind && isSameList(inner.values, outer.values);
    case "integer": {
      const { low, high } = extremesOf(inner);
      return outer.low <= low && high <= outer.high;
    }
    case "real":
      return true;
  }
}

function isSameList(a: readonly Label[], b: readonly Label[]): boolean {
  return a.length === b.length && a.every((value, k) => value === b[k]);
}
