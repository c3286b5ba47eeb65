import type { Domain } from "../../math/domain.ts";
import * as exacts from "../../math/exact.ts";
import { type Exact, exact } from "../../math/exact.ts";
import type { ExactUnit } from "../1-exact.ts";
import {
  type Bounds,
  depthOf,
  type Neuron,
  type Node,
  type Rule,
  type Sum,
  type Term,
  type Unit,
  type Value,
} from "../wiring.ts";
import {
  areAscending,
  compact,
  compareWithNegative,
  divided,
  hashOf,
  isPreferred,
  isSameSum,
  negative,
  neverTies,
  opposite,
  tightened,
} from "./sum.ts";
import { complement, constantly, scaled, whole } from "./value.ts";

/** Makes the nodes of a graph in which nothing is computed twice. */
export class Merger {
  readonly nodes: Node[] = [];
  /** Units by the hash of what they compute. */
  readonly #known = new Map<number, number[]>();
  readonly #sorts = new Map<string, number>();
  /** By node, where it was asked for. */
  readonly #marks = new Map<number, number>();

  cell(input: number, index: number, domain: Domain): Value {
    const sort = this.#sortOf(`input ${input}`);
    this.nodes.push({ kind: "cell", sort, input, index, ...boundsOf(domain) });
    return { node: this.nodes.length - 1, factor: 1, offset: 0 };
  }

  /** What a neuron gives, as a node or a function of one. */
  value(unit: ExactUnit, children: readonly Value[], neuron: Neuron): Value {
    const sum = this.sum(unit, children);
    switch (unit.activation) {
      case "step":
        return this.threshold(sum, [neuron]);
      case "identity":
        return this.#identity(sum, neuron);
      case "sign":
        return this.#sign(sum, neuron);
    }
  }

  /** The weighted sum of a neuron's inputs, in nodes. */
  sum({ columns, weights, bias }: ExactUnit, children: readonly Value[]): Sum {
    let constant: Exact = exact(bias);
    const terms: Term[] = [];
    for (let k = 0; k < columns.length; k++) {
      const { node, factor, offset } = children[columns[k]!]!;
      const weight = weights[k]!;
      if (offset !== 0) constant = exacts.add(constant, exacts.multiply(exact(weight), offset));
      if (node !== undefined && factor !== 0)
        terms.push({ node, weight: compact(weight * factor) });
    }
    return { terms: this.#collected(terms), bias: constant };
  }

  /**
   * Terms by node, each node once. Where two weights have a sum that is no double, one of them weighs
   * another name of the node.
   */
  #collected(terms: readonly Term[]): Term[] {
    if (areAscending(terms)) return terms as Term[];
    const weights = new Map<number, number>();
    const others: Term[] = [];
    for (const { node, weight } of terms) {
      const known = weights.get(node);
      const sum = known === undefined ? weight : exacts.sumIfDouble(known, weight);
      if (sum === undefined) others.push({ node: this.#again(node), weight });
      else weights.set(node, sum);
    }
    const all = [...weights, ...others.map(({ node, weight }) => [node, weight] as const)];
    return all
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => a - b)
      .map(([node, weight]) => ({ node, weight }));
  }

  /** Another node with the same value. */
  #again(node: number): number {
    return this.#intern("sum", { terms: [{ node, weight: 1 }], bias: 0 }, []);
  }

  /** Is the sum above zero? As a bit. */
  threshold(given: Sum, origins: readonly Neuron[]): Value {
    const sum = { terms: this.#collected(given.terms), bias: given.bias };
    const [low, high] = this.#reach(sum);
    if (exacts.compare(low, 0) > 0) return constantly(1);
    if (exacts.compare(high, 0) <= 0) return constantly(0);
    if (!this.#isInteger(sum)) return whole(this.#intern("threshold", sum, origins));
    const tight = tightened(sum);
    const [only, ...rest] = tight.terms;
    if (rest.length === 0 && this.#isBit(only!.node)) {
      // [x >= 1] -> x, [-x >= 0] -> 1 - x
      return only!.weight > 0 ? whole(only!.node) : complement(only!.node);
    }
    if (isPreferred(tight)) return whole(this.#intern("threshold", tight, origins));
    return complement(this.#intern("threshold", opposite(tight), origins));
  }

  /** Is a value above zero? As a bit. */
  above({ node, factor, offset }: Value): Value {
    if (node === undefined) return constantly(offset > 0 ? 1 : 0);
    return this.threshold(
      { terms: [{ node, weight: factor }], bias: offset },
      this.#originsOf(node),
    );
  }

  #identity(sum: Sum, neuron: Neuron): Value {
    const [only, ...rest] = sum.terms;
    const { bias } = sum;
    if (only === undefined && typeof bias === "number") return constantly(bias);
    const isPlain = Math.abs(only?.weight ?? 0) === 1 && typeof bias === "number";
    if (rest.length === 0 && isPlain && only !== undefined) {
      return { node: only.node, factor: only.weight, offset: bias };
    }
    return whole(this.#intern("sum", sum, [neuron]));
  }

  #sign(sum: Sum, neuron: Neuron): Value {
    const [low, high] = this.#reach(sum);
    const sides = [exacts.compare(low, 0), exacts.compare(high, 0)] as const;
    if (sides[0] > 0) return constantly(1);
    if (sides[1] < 0) return constantly(-1);
    if (sides[0] === 0 && sides[1] === 0) return constantly(0);
    if (sides[0] === 0) return this.threshold(sum, [neuron]);
    if (sides[1] === 0) return scaled(this.threshold(negative(sum), [neuron]), -1, 0);
    if (!this.#isInteger(sum)) return whole(this.#intern("sign", sum, [neuron]));
    if (neverTies(sum)) return scaled(this.threshold(sum, [neuron]), 2, -1);
    const plain = divided(sum);
    const [only, ...rest] = plain.terms;
    if (rest.length === 0 && plain.bias === 0 && this.#isSign(only!.node)) {
      return { node: only!.node, factor: Math.sign(only!.weight), offset: 0 };
    }
    if (this.#isPositiveFirst(plain)) return whole(this.#intern("sign", plain, [neuron]));
    return scaled(whole(this.#intern("sign", negative(plain), [neuron])), -1, 0);
  }

  /**
   * Of a sign and its negative, the one with more positive weights, else the one in which the term that
   * is marked lowest is positive: the order of neurons must not matter.
   */
  #isPositiveFirst({ terms, bias }: Sum): boolean {
    const order = compareWithNegative(terms) || exacts.compare(bias, 0);
    if (order !== 0) return order > 0;
    const marks = terms.map(({ node }) => this.#markOf(node));
    return terms[marks.indexOf(Math.min(...marks))]!.weight > 0;
  }

  /** A cell's number; for a unit one that follows from what it computes, whatever the order of neurons. */
  #markOf(node: number): number {
    const unit = this.nodes[node]!;
    if (unit.kind === "cell") return node;
    const known = this.#marks.get(node);
    if (known !== undefined) return known;
    const parts = unit.terms.map((term) => `${term.weight}*${this.#markOf(term.node)}`).sort();
    const mark = markOf(`${unit.rule} ${exacts.toNumber(unit.bias)} ${parts.join()}`);
    this.#marks.set(node, mark);
    return mark;
  }

  /** The node of a unit, found again if it is known. */
  #intern(rule: Rule, { terms, bias }: Sum, origins: readonly Neuron[]): number {
    const hash = hashOf(terms);
    const alike = this.#known.get(hash) ?? [];
    const known = alike.find((node) => {
      const unit = this.nodes[node] as Unit;
      return unit.rule === rule && isSameSum(unit, { terms, bias });
    });
    if (known !== undefined) {
      this.#originsOf(known).push(...origins);
      return known;
    }
    const depth =
      1 + terms.reduce((most, { node }) => Math.max(most, depthOf(this.nodes[node]!)), 0);
    const bounds = this.#bounds(rule, { terms, bias });
    const sort = this.#sortOf(`${rule} ${depth} ${bounds.low} ${bounds.high} ${bounds.isInteger}`);
    const own = [...origins];
    const unit: Unit = { kind: "unit", sort, rule, terms, bias, depth, origins: own, ...bounds };
    this.#known.set(hash, [...alike, this.nodes.length]);
    this.nodes.push(unit);
    return this.nodes.length - 1;
  }

  #sortOf(text: string): number {
    const known = this.#sorts.get(text);
    if (known !== undefined) return known;
    this.#sorts.set(text, this.#sorts.size);
    return this.#sorts.size - 1;
  }

  #originsOf(node: number): Neuron[] {
    const found = this.nodes[node]!;
    return found.kind === "cell" ? [] : found.origins;
  }

  #bounds(rule: Rule, sum: Sum): Bounds {
    if (rule === "threshold") return { low: 0, high: 1, isInteger: true };
    if (rule === "sign") return { low: -1, high: 1, isInteger: true };
    const [low, high] = this.#reach(sum);
    return {
      low: exacts.toNumber(low),
      high: exacts.toNumber(high),
      isInteger: this.#isInteger(sum),
    };
  }

  #isInteger({ terms, bias }: Sum): boolean {
    const areIntegers = terms.every(
      ({ node, weight }) => Number.isSafeInteger(weight) && this.nodes[node]!.isInteger,
    );
    return areIntegers && typeof bias === "number";
  }

  #isBit(node: number): boolean {
    const { low, high, isInteger } = this.nodes[node]!;
    return isInteger && low === 0 && high === 1;
  }

  #isSign(node: number): boolean {
    const { low, high, isInteger } = this.nodes[node]!;
    return isInteger && low === -1 && high === 1;
  }

  /** Bounds of a sum; where a term has none, numbers that no sum of doubles makes up for. */
  #reach(sum: Sum): readonly [Exact, Exact] {
    return this.#integerReach(sum) ?? this.#exactReach(sum);
  }

  /** The same for integers whose sums are safe, without further ado. */
  #integerReach({ terms, bias }: Sum): readonly [number, number] | undefined {
    if (typeof bias !== "number") return undefined;
    let [low, high, size] = [bias, bias, Math.abs(bias)];
    for (let k = 0; k < terms.length; k++) {
      const { node, weight } = terms[k]!;
      const bounds = this.nodes[node]!;
      if (!Number.isInteger(weight) || !bounds.isInteger) return undefined;
      const a = weight * bounds.low;
      const b = weight * bounds.high;
      low += weight > 0 ? a : b;
      high += weight > 0 ? b : a;
      size += Math.max(Math.abs(a), Math.abs(b));
    }
    // `+ 0` turns -0 into 0.
    return size <= Number.MAX_SAFE_INTEGER ? [low + 0, high + 0] : undefined;
  }

  #exactReach({ terms, bias }: Sum): readonly [Exact, Exact] {
    let [low, high]: [Exact, Exact] = [bias, bias];
    for (const { node, weight } of terms) {
      const bounds = this.nodes[node]!;
      if (!Number.isFinite(bounds.low) || !Number.isFinite(bounds.high)) return BEYOND;
      const ends = [bounds.low, bounds.high].map((end) =>
        exacts.multiply(exact(weight), exact(end)),
      );
      const isRising = exacts.compare(ends[0]!, ends[1]!) <= 0;
      low = exacts.add(low, ends[isRising ? 0 : 1]!);
      high = exacts.add(high, ends[isRising ? 1 : 0]!);
    }
    return [low, high];
  }
}

const BEYOND: readonly [Exact, Exact] = [
  { mantissa: -1n, exponent: 5000 },
  { mantissa: 1n, exponent: 5000 },
];

/** A number for a text, above those of cells. Source: Fowler, Noll and Vo's hash, in 32 bits. */
function markOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return (hash >>> 0) + 2 ** 32;
}

function boundsOf(domain: Domain): Bounds {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return { low: 0, high: 1, isInteger: true };
    case "sign":
      return { low: -1, high: 1, isInteger: true };
    case "integer":
      return { low: domain.low, high: domain.high, isInteger: true };
    case "real":
      return { low: -Infinity, high: Infinity, isInteger: false };
  }
}
