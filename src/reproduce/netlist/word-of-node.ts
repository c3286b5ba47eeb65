import type { Node, Term } from "../../verify/circuit.ts";
import { integerWeights } from "../../verify/integer-weights.ts";
import { addUp, partsOf } from "./add-up.ts";
import { type AndGraph, FALSE, type Literal } from "./and-graph.ts";
import { compareWord, equals, isOther } from "./compare-word.ts";
import { remainder } from "./remainder.ts";
import { bitWord, constantWord, resize, signOf, type Word, widthFor } from "./word.ts";

/** The words of nodes that were built before. */
export type Words = ReadonlyMap<Node, Word>;

/** How many bits the values of a node take. */
export function widthOf({ low, high }: Node): number {
  return widthFor(BigInt(low), BigInt(high));
}

/**
 * The gates of one node, whose operands have words: its value for all cells, exactly.
 *
 * A weight that is no integer is times a power of two, as are the others of its neuron.
 */
export function wordOfNode(node: Node, graph: AndGraph, words: Words): Word {
  const width = widthOf(node);
  const of = (operand: Node): Word => words.get(operand)!;
  const bit = (operand: Node): Literal => of(operand)[0]!;
  switch (node.kind) {
    case "constant":
      return constantWord(BigInt(node.value), width);
    case "cell":
      return bitWord(graph.input(node.cell));
    case "sign": {
      const total = neuronSum(node, graph, words);
      return [isOther(graph, total), signOf(total)];
    }
    case "step":
      return bitWord(compareWord(graph, neuronSum(node, graph, words), ">"));
    case "sum": {
      const parts = node.terms.flatMap((each) => partsOf(of(each.node), BigInt(each.weight)));
      return addUp(graph, parts, { bias: BigInt(node.bias), width });
    }
    case "product": {
      const parts = partsOf(of(node.left)).flatMap((a) =>
        partsOf(of(node.right), a.weight).map((b) => ({ ...b, bit: graph.and(a.bit, b.bit) })),
      );
      return addUp(graph, parts, { bias: 0n, width });
    }
    case "modulo": {
      const [low, high] = [BigInt(node.of.low), BigInt(node.of.high)];
      const rest = remainder(graph, of(node.of), { low, high, divisor: BigInt(node.divisor) });
      return resize(rest, width);
    }
    case "compare":
      return bitWord(compareWord(graph, of(node.of), node.operator));
    case "member": {
      const { values } = node;
      return bitWord(graph.any(values.map((value) => equals(graph, of(node.of), BigInt(value)))));
    }
    case "and":
      return bitWord(graph.all(node.operands.map(bit)));
    case "or":
      return bitWord(graph.any(node.operands.map(bit)));
    case "xor":
      return bitWord(node.operands.map(bit).reduce((odd, each) => graph.xor(odd, each), FALSE));
    case "if": {
      const [then, otherwise] = [resize(of(node.then), width), resize(of(node.otherwise), width)];
      const condition = bit(node.condition);
      return then.map((each, k) => graph.choose(condition, each, otherwise[k]!));
    }
  }
}

/** What a neuron takes the sign of, times a power of two. */
function neuronSum(
  { terms, bias }: { readonly terms: readonly Term[]; readonly bias: number },
  graph: AndGraph,
  words: Words,
): Word {
  const exact = integerWeights(
    terms.map(({ weight }) => weight),
    bias,
  );
  let [low, high] = [exact.bias, exact.bias];
  for (const [k, { node }] of terms.entries()) {
    const weight = exact.weights[k]!;
    const ends = [weight * BigInt(node.low), weight * BigInt(node.high)];
    low += weight < 0n ? ends[1]! : ends[0]!;
    high += weight < 0n ? ends[0]! : ends[1]!;
  }
  const parts = terms.flatMap(({ node }, k) => partsOf(words.get(node)!, exact.weights[k]!));
  return addUp(graph, parts, { bias: exact.bias, width: widthFor(low, high) });
}
