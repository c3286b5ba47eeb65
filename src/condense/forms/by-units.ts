import { commonDivisor } from "../../math/integers.ts";
import { add, bit, compare, integer, multiply, not, truth } from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { compareLeaves, type Graph, type Leaf, type Node, type Term } from "../graph.ts";
import type { Form, SumOf } from "../values.ts";
import { type Condition, decide, type Vote } from "./votes.ts";

/**
 * A function unit by unit: differentiae as comparisons of counts, subconcepts and concepts as all, any
 * or at least k of what they look at. Right for every network of threshold units on bits.
 */
export function byUnits(graph: Graph, id: number): Form {
  return (sumOf) => {
    const writer = new UnitWriter(graph, sumOf);
    return asBit(writer.above(id));
  };
}

class UnitWriter {
  readonly #graph: Graph;
  readonly #sumOf: SumOf;
  readonly #above = new Map<number, Condition>();

  constructor(graph: Graph, sumOf: SumOf) {
    this.#graph = graph;
    this.#sumOf = sumOf;
  }

  /** Where the node's value is above zero. */
  above(id: number): Condition {
    const known = this.#above.get(id);
    if (known !== undefined) return known;
    const node = this.#graph.node(id);
    const condition =
      node.kind === "leaf"
        ? truth(this.#sumOf([node.leaf]))
        : this.#positive(node.terms, node.bias);
    this.#above.set(id, condition);
    return condition;
  }

  /** Where the node's value is below zero. */
  #below(id: number): Condition {
    const node = this.#graph.node(id);
    if (node.kind === "leaf" || node.activation === "step") return false;
    const negated = node.terms.map((term) => ({ ...term, weight: -term.weight }));
    return this.#positive(negated, -node.bias);
  }

  /** Where the sum of the terms and the bias is above zero. */
  #positive(terms: readonly Term[], bias: number): Condition {
    const leaves = terms.map(({ node }) => this.#graph.node(node));
    if (leaves.every((node): node is LeafNode => node.kind === "leaf")) {
      const cells = leaves.map(({ leaf }, k) => ({ leaf, weight: terms[k]!.weight }));
      cells.sort((a, b) => compareLeaves(a.leaf, b.leaf));
      return this.#comparison(cells, bias);
    }
    const votes = terms.map((term) => this.#votes(term));
    return decide(
      votes.flatMap(({ votes: some }) => some),
      votes.reduce((sum, { constant }) => sum + constant, bias),
    );
  }

  /** A term as a constant and weights that count where conditions hold. */
  #votes({ node: id, weight }: Term): { readonly votes: Vote[]; readonly constant: number } {
    const node = this.#graph.node(id);
    const above = this.above(id);
    if (node.kind === "leaf" || node.activation === "step") {
      return { votes: [{ condition: above, weight }], constant: 0 };
    }
    // -1 or 1, never 0: -1 + 2 [above]
    if (neverTies(node, this.#graph)) {
      return { votes: [{ condition: above, weight: 2 * weight }], constant: -weight };
    }
    return {
      votes: [
        { condition: above, weight },
        { condition: this.#below(id), weight: -weight },
      ],
      constant: 0,
    };
  }

  /** weights . cells + bias > 0, with cells of one weight counted together. */
  #comparison(cells: readonly WeightedLeaf[], bias: number): Condition {
    const [lowest, highest] = extremes(cells, bias);
    if (lowest > 0) return true;
    if (highest <= 0) return false;
    const divisor = cells.reduce((d, { weight }) => commonDivisor(d, weight), 0);
    // sum / divisor >= threshold
    const threshold = Math.floor(-bias / divisor) + 1;
    const counts = [...groupByWeight(cells)].map(([weight, leaves]) => ({
      value: this.#sumOf(leaves),
      isSingle: leaves.length === 1,
      factor: weight / divisor,
    }));
    return atLeast(counts, threshold);
  }
}

type LeafNode = Extract<Node, { kind: "leaf" }>;

interface WeightedLeaf {
  readonly leaf: Leaf;
  readonly weight: number;
}

interface Count {
  readonly value: Expression;
  readonly isSingle: boolean;
  readonly factor: number;
}

/** Sum of factor * value >= threshold, with positive terms left and negative ones right. */
function atLeast(counts: readonly Count[], threshold: number): Expression {
  const [only] = counts;
  if (counts.length === 1 && only!.isSingle)
    return only!.factor > 0 ? truth(only!.value) : not(truth(only!.value));
  const side = (sign: 1 | -1): Expression[] =>
    counts
      .filter(({ factor }) => Math.sign(factor) === sign)
      .map(({ value, factor }) =>
        Math.abs(factor) === 1 ? value : multiply(integer(Math.abs(factor)), value),
      );
  const [left, right] = [side(1), side(-1)];
  if (right.length === 0) return compare(total(left), ">=", integer(threshold));
  if (left.length === 0) return compare(total(right), "<=", integer(-threshold));
  // left >= right + 1 -> left > right
  if (threshold === 1) return compare(total(left), ">", total(right));
  if (threshold > 0) return compare(total(left), ">=", total([...right, integer(threshold)]));
  return compare(total(threshold < 0 ? [...left, integer(-threshold)] : left), ">=", total(right));
}

function total(terms: readonly Expression[]): Expression {
  return terms.length === 1 ? terms[0]! : add(...terms);
}

/** A sum whose parts are all odd multiples cannot be 0: it is compared modulo twice their divisor. */
function neverTies(node: Extract<Node, { kind: "unit" }>, graph: Graph): boolean {
  const divisor = node.terms.reduce((d, { weight }) => commonDivisor(d, weight), 0);
  if (node.terms.every((term) => graph.node(term.node).kind === "leaf")) {
    return divisor === 0 ? node.bias !== 0 : node.bias % divisor !== 0;
  }
  const areSigns = node.terms.every(({ node: id }) => {
    const part = graph.node(id);
    return part.kind === "unit" && part.activation === "sign" && neverTies(part, graph);
  });
  if (!areSigns) return false;
  // sum of w * (1 or -1) + b = sum of w + b, modulo 2 * divisor
  const sum = node.terms.reduce((total, { weight }) => total + weight, node.bias);
  return sum % (2 * divisor) !== 0;
}

function extremes(cells: readonly WeightedLeaf[], bias: number): [number, number] {
  return cells.reduce<[number, number]>(
    ([low, high], { weight }) => [low + Math.min(weight, 0), high + Math.max(weight, 0)],
    [bias, bias],
  );
}

function groupByWeight(cells: readonly WeightedLeaf[]): Map<number, Leaf[]> {
  const groups = new Map<number, Leaf[]>();
  for (const { leaf, weight } of cells) groups.set(weight, [...(groups.get(weight) ?? []), leaf]);
  return groups;
}

function asBit(condition: Condition): Expression {
  return typeof condition === "boolean" ? integer(condition ? 1 : 0) : bit(condition);
}
