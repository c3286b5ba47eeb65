import type { Exact } from "../math/exact.ts";

/**
 * A network as a graph without repetitions. Whatever has two values is one bit: a sign that never ties
 * is 2 * bit - 1 wherever it is read, and what merely repeats or negates another node is that node.
 */
export interface Wiring {
  readonly nodes: readonly Node[];
  readonly output: WiredOutput;
}

export type Node = Cell | Unit;

interface Sort extends Bounds {
  /** Only nodes of one sort may be taken together: cells of one input, units of one rule, depth and bounds. */
  readonly sort: number;
}

/** An element of an input. */
export interface Cell extends Sort {
  readonly kind: "cell";
  readonly input: number;
  /** Flat, row-major. */
  readonly index: number;
}

/** What a unit computes of the sum of its terms and its bias. */
export type Rule =
  /** 1 above zero, else 0. */
  | "threshold"
  /** -1, 0 or 1. */
  | "sign"
  /** The sum itself. */
  | "sum";

export interface Unit extends Sort {
  readonly kind: "unit";
  readonly rule: Rule;
  /** By node, ascending; weights are not 0. */
  readonly terms: readonly Term[];
  readonly bias: Exact;
  /** The longest way to a cell. */
  readonly depth: number;
  /** The neurons that compute it, or an affine function of it. */
  readonly origins: Neuron[];
}

export interface Term {
  readonly node: number;
  readonly weight: number;
}

export interface Neuron {
  readonly layer: number;
  readonly neuron: number;
}

/** Values of a node: integers between these, or any reals. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly isInteger: boolean;
}

/** What a neuron gives: `factor * node + offset`, or the offset alone. */
export interface Value {
  readonly node: number | undefined;
  readonly factor: number;
  readonly offset: number;
}

/** The sum of weighted nodes and a bias. */
export interface Sum {
  readonly terms: readonly Term[];
  readonly bias: Exact;
}

/** How the last layer is read. */
export type WiredOutput =
  | { readonly kind: "values"; readonly values: readonly Value[] }
  /** For each place of the output, the sums of its classes. */
  | { readonly kind: "argmax" | "softmax"; readonly groups: readonly (readonly Sum[])[] };

export function depthOf(node: Node): number {
  return node.kind === "cell" ? 0 : node.depth;
}
