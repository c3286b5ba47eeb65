/** A cell that a function reads: at an offset from its own place along some axes, or a fixed one. */
export interface Leaf {
  readonly input: number;
  /** Along each axis of the input. */
  readonly at: readonly number[];
}

/** A part of an output's function. Equal parts are one node. */
export type Node =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | {
      readonly kind: "unit";
      readonly activation: "sign" | "step";
      readonly bias: number;
      /** Ascending by node; weights are not 0. */
      readonly terms: readonly Term[];
    };

export interface Term {
  readonly node: number;
  readonly weight: number;
}

/**
 * The functions of all outputs as one graph without repetitions: equal leaves are one node, and so are
 * units with equal bias and terms, in whatever order their network held them.
 */
export class Graph {
  readonly #nodes: Node[] = [];
  readonly #known = new Map<string, number>();

  node(id: number): Node {
    return this.#nodes[id]!;
  }

  leaf(leaf: Leaf): number {
    return this.#intern(`${leaf.input}:${leaf.at.join()}`, { kind: "leaf", leaf });
  }

  /** Terms of the same node are added up. */
  unit(activation: "sign" | "step", bias: number, terms: readonly Term[]): number {
    const weights = new Map<number, number>();
    for (const { node, weight } of terms) weights.set(node, (weights.get(node) ?? 0) + weight);
    const merged = [...weights]
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => a - b)
      .map(([node, weight]) => ({ node, weight }));
    const key = merged.map(({ node, weight }) => `${weight}*${node}`).join();
    return this.#intern(`${activation} ${bias} ${key}`, {
      kind: "unit",
      activation,
      bias,
      terms: merged,
    });
  }

  /** The leaves that a function reads, by input, then in reading order. */
  leavesOf(id: number): number[] {
    const seen = new Set<number>();
    const visit = (node: number): void => {
      if (seen.has(node)) return;
      seen.add(node);
      const found = this.node(node);
      if (found.kind === "unit") for (const term of found.terms) visit(term.node);
    };
    visit(id);
    return [...seen]
      .filter((node) => this.node(node).kind === "leaf")
      .sort((a, b) => compareLeaves(this.leafOf(a), this.leafOf(b)));
  }

  /** The same function where some leaves are 0. */
  without(id: number, isZero: (leaf: Leaf) => boolean): number {
    const found = this.node(id);
    if (found.kind === "leaf") return id;
    const terms = found.terms.flatMap(({ node, weight }) => {
      const part = this.node(node);
      if (part.kind === "leaf") return isZero(part.leaf) ? [] : [{ node, weight }];
      return [{ node: this.without(node, isZero), weight }];
    });
    return this.unit(found.activation, found.bias, terms);
  }

  /** The leaf at a node that is one. */
  leafOf(id: number): Leaf {
    const found = this.node(id);
    if (found.kind === "leaf") return found.leaf;
    throw new Error(`node ${id} is not a leaf`);
  }

  #intern(key: string, node: Node): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.#nodes.length);
    this.#nodes.push(node);
    return this.#nodes.length - 1;
  }
}

/** Reading order: by input, then along the axes. */
export function compareLeaves(a: Leaf, b: Leaf): number {
  if (a.input !== b.input) return a.input - b.input;
  const axis = a.at.findIndex((step, k) => step !== b.at[k]);
  return axis === -1 ? 0 : a.at[axis]! - b.at[axis]!;
}
