import type { Node, Term } from "./circuit.ts";
import { cofactor, type Diagram, DiagramStore, topOf } from "./diagram.ts";
import { integerWeights } from "./integer-weights.ts";
import { Obstacle } from "./obstacle.ts";
import * as question from "./question.ts";
import { WeightedSums } from "./weighted-sums.ts";

interface Linear {
  readonly weights: ReadonlyMap<Diagram, bigint>;
  readonly constant: bigint;
}

/** The recursion is three calls deep for each variable; stacks are finite. */
const maxVariables = 1000;

/**
 * Turns nodes into diagrams whose variables are the ranks of their cells.
 *
 * Throws Obstacle when the budget is spent. Exact: numbers are big integers throughout.
 */
export class NodeDiagrams {
  readonly store: DiagramStore;
  readonly #sums: WeightedSums;
  readonly #ranks: ReadonlyMap<number, number>;
  readonly #known = new Map<Node, Diagram>();
  readonly #dissolved = new Map<Node, Linear>();
  readonly #results = new Map<string, Diagram>();
  readonly #sign = question.askSign();
  readonly #step = question.askStep();
  readonly #value = question.askValue();

  /** Throws Obstacle where there are too many cells. */
  constructor(ranks: ReadonlyMap<number, number>, budget: number) {
    if (ranks.size > maxVariables)
      throw new Obstacle(`diagrams take ${maxVariables} inputs at most`);
    this.store = new DiagramStore(budget);
    this.#sums = new WeightedSums(this.store);
    this.#ranks = ranks;
  }

  of(node: Node): Diagram {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const diagram = this.#build(node);
    this.#known.set(node, diagram);
    return diagram;
  }

  #build(node: Node): Diagram {
    switch (node.kind) {
      case "constant":
        return this.store.leaf(BigInt(node.value));
      case "cell":
        return this.store.branch(
          this.#ranks.get(node.cell)!,
          this.store.leaf(0n),
          this.store.leaf(1n),
        );
      case "sign":
        return this.#ask(this.#sign, node.terms, node.bias);
      case "step":
        return this.#ask(this.#step, node.terms, node.bias);
      case "sum":
        return this.#ask(this.#value, node.terms, node.bias);
      case "product":
        return this.#product(this.of(node.left), this.of(node.right));
      case "modulo":
        return this.#askAbout(question.askRemainder(node.divisor), node.of);
      case "compare":
        return this.#askAbout(question.askComparison(node.operator), node.of);
      case "member":
        return this.#askAbout(question.askMember(node.values), node.of);
      case "and":
        return this.#count(question.askComparison(">="), node.operands, -node.operands.length);
      case "or":
        return this.#count(question.askComparison(">="), node.operands, -1);
      case "xor":
        return this.#count(question.askRemainder(2), node.operands, 0);
      case "if":
        return this.#choose(this.of(node.condition), this.of(node.then), this.of(node.otherwise));
    }
  }

  /** Asks about a sum without building the diagram of its values, which may have many more. */
  #askAbout(asked: question.Question, node: Node): Diagram {
    if (node.kind === "sum") return this.#ask(asked, node.terms, node.bias);
    return this.#ask(asked, [{ weight: 1, node }], 0);
  }

  /** Asks how many of some zeros and ones are one, beyond a bias. */
  #count(asked: question.Question, operands: readonly Node[], bias: number): Diagram {
    const terms = operands.map((node) => ({ weight: 1, node }));
    return this.#ask(asked, terms, bias);
  }

  #ask(asked: question.Question, terms: readonly Term[], bias: number): Diagram {
    const { weights, constant } = this.#linear(terms, bias);
    return this.#sums.answer(asked, weights, constant);
  }

  /** A weighted sum with the sums among its operands dissolved, times a power of two. */
  #linear(terms: readonly Term[], bias: number): Linear {
    const exact = integerWeights(
      terms.map(({ weight }) => weight),
      bias,
    );
    const weights = new Map<Diagram, bigint>();
    let constant = exact.bias;
    terms.forEach(({ node }, k) => {
      const factor = exact.weights[k]!;
      const inner = this.#linearOf(node);
      constant += factor * inner.constant;
      for (const [diagram, weight] of inner.weights) {
        weights.set(diagram, (weights.get(diagram) ?? 0n) + factor * weight);
      }
    });
    return { weights, constant };
  }

  /** The value of a node as a weighted sum. A sum has integer weights, so the power is 2^0. */
  #linearOf(node: Node): Linear {
    const known = this.#dissolved.get(node);
    if (known !== undefined) return known;
    const linear =
      node.kind === "sum"
        ? this.#linear(node.terms, node.bias)
        : { weights: new Map([[this.of(node), 1n]]), constant: 0n };
    this.#dissolved.set(node, linear);
    return linear;
  }

  #product(left: Diagram, right: Diagram): Diagram {
    if (left.kind === "leaf" && right.kind === "leaf") {
      return this.store.leaf(left.value * right.value);
    }
    return this.#recall(`product ${left.id} ${right.id}`, () =>
      this.#shannon([left, right], ([a, b]) => this.#product(a!, b!)),
    );
  }

  #choose(condition: Diagram, then: Diagram, otherwise: Diagram): Diagram {
    if (condition.kind === "leaf") return condition.value === 1n ? then : otherwise;
    return this.#recall(`if ${condition.id} ${then.id} ${otherwise.id}`, () =>
      this.#shannon([condition, then, otherwise], ([a, b, c]) => this.#choose(a!, b!, c!)),
    );
  }

  #shannon(operands: readonly Diagram[], apply: (halves: readonly Diagram[]) => Diagram): Diagram {
    const variable = Math.min(...operands.map(topOf));
    const half = (value: 0 | 1): Diagram =>
      apply(operands.map((operand) => cofactor(operand, variable, value)));
    return this.store.branch(variable, half(0), half(1));
  }

  #recall(key: string, build: () => Diagram): Diagram {
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    this.store.spend();
    const built = build();
    this.#results.set(key, built);
    return built;
  }
}
