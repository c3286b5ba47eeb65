import type { Node } from "../../verify/circuit.ts";
import { coneOf } from "../../verify/cone.ts";
import { AndGraph, type Literal } from "./and-graph.ts";
import { resize, type Word } from "./word.ts";
import { wordOfNode } from "./word-of-node.ts";

/** A circuit of gates that are 1 where both of their operands are. */
export interface Netlist {
  readonly graph: AndGraph;
  readonly outputs: readonly Literal[];
}

/** Nodes of a circuit, in so many bits each, as gates over all cells. Cost: the adders of their sums. */
export function netlistOf(nodes: readonly Node[], nCells: number, width: number): Netlist {
  const graph = new AndGraph(nCells);
  const words = new Map<Node, Word>();
  for (const node of coneOf(nodes).nodes) words.set(node, wordOfNode(node, graph, words));
  return { graph, outputs: nodes.flatMap((node) => resize(words.get(node)!, width)) };
}
