import { type Node, operandsOf, type Term } from "./circuit.ts";

/** All that some nodes are computed from. */
export interface Cone {
  /** Every node once, operands before what uses them. */
  readonly nodes: readonly Node[];
  /** The cells that are read, in the order in which they were met. */
  readonly cells: readonly number[];
  /** The position of a cell in `cells`. */
  readonly ranks: ReadonlyMap<number, number>;
}

/** The cone of several nodes. Cost: the edges in it. */
export function coneOf(roots: readonly Node[]): Cone {
  const seen = new Set<Node>();
  const nodes: Node[] = [];
  const ranks = new Map<number, number>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const operand of operandsOf(node)) visit(operand);
    if (node.kind === "cell" && !ranks.has(node.cell)) ranks.set(node.cell, ranks.size);
    nodes.push(node);
  };
  for (const root of roots) visit(root);
  return { nodes, cells: [...ranks.keys()], ranks };
}

/**
 * A text that determines the functions of the roots completely, up to the names of their cells.
 *
 * Roots with equal keys are equal functions of the cells of their cones, taken in order.
 */
export function keyOf({ nodes, ranks }: Cone, roots: readonly Node[]): string {
  const references = new Map<Node, string>();
  const refer = (node: Node): string => references.get(node)!;
  const records: string[] = [];
  for (const node of nodes) {
    if (node.kind === "constant") references.set(node, `c${node.value}`);
    else if (node.kind === "cell") references.set(node, `x${ranks.get(node.cell)!}`);
    else {
      references.set(node, `n${records.length}`);
      records.push(recordOf(node, refer));
    }
  }
  return [...records, roots.map(refer).join()].join(";");
}

type Refer = (node: Node) => string;

function recordOf(node: Exclude<Node, { kind: "constant" | "cell" }>, refer: Refer): string {
  switch (node.kind) {
    case "sign":
    case "step":
    case "sum":
      return `${node.kind}(${node.bias},${termsOf(node.terms, refer)})`;
    case "product":
      return `product(${refer(node.left)},${refer(node.right)})`;
    case "modulo":
      return `modulo(${refer(node.of)},${node.divisor})`;
    case "compare":
      return `${node.operator}(${refer(node.of)})`;
    case "member":
      return `member(${refer(node.of)},${node.values.join("|")})`;
    case "and":
    case "or":
    case "xor":
      return `${node.kind}(${node.operands.map(refer).join()})`;
    case "if":
      return `if(${refer(node.condition)},${refer(node.then)},${refer(node.otherwise)})`;
  }
}

/** Sums do not depend on the order of their terms, and windows that wrap round list them differently. */
function termsOf(terms: readonly Term[], refer: Refer): string {
  return terms
    .map(({ weight, node }) => `${refer(node)}*${weight}`)
    .sort()
    .join();
}
