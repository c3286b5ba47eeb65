import { Obstacle } from "./obstacle.ts";

/**
 * A function of bits to integers as a reduced, ordered decision diagram: one store holds each function
 * once, so equal functions are the same object.
 *
 * `least` and `most` are the extreme values that the function takes.
 */
export type Diagram = Leaf | Branch;

interface Extremes {
  readonly id: number;
  readonly least: bigint;
  readonly most: bigint;
}

export interface Leaf extends Extremes {
  readonly kind: "leaf";
  readonly value: bigint;
}

export interface Branch extends Extremes {
  readonly kind: "branch";
  /** Below the variables of both sides. */
  readonly variable: number;
  readonly zero: Diagram;
  readonly one: Diagram;
}

/** Makes diagrams and counts them. Every method throws Obstacle when the budget is spent. */
export class DiagramStore {
  readonly #leaves = new Map<bigint, Leaf>();
  readonly #branches = new Map<string, Branch>();
  readonly #budget: number;
  #spent = 0;

  constructor(budget: number) {
    this.#budget = budget;
  }

  /** Diagrams and steps of work so far. */
  get spent(): number {
    return this.#spent;
  }

  /** One more thing that takes time and memory. */
  spend(): void {
    if (this.#spent >= this.#budget) {
      throw new Obstacle(`decision diagrams stopped at ${this.#budget} nodes`);
    }
    this.#spent += 1;
  }

  leaf(value: bigint): Leaf {
    const known = this.#leaves.get(value);
    if (known !== undefined) return known;
    this.spend();
    const leaf: Leaf = { kind: "leaf", id: this.#spent, value, least: value, most: value };
    this.#leaves.set(value, leaf);
    return leaf;
  }

  /** The function that is `zero` where the variable is 0, else `one`. */
  branch(variable: number, zero: Diagram, one: Diagram): Diagram {
    if (zero === one) return zero;
    const key = `${variable},${zero.id},${one.id}`;
    const known = this.#branches.get(key);
    if (known !== undefined) return known;
    this.spend();
    const [least] = ascending(zero.least, one.least);
    const [, most] = ascending(zero.most, one.most);
    const id = this.#spent;
    const branch: Branch = { kind: "branch", id, variable, zero, one, least, most };
    this.#branches.set(key, branch);
    return branch;
  }
}

function ascending(a: bigint, b: bigint): readonly [bigint, bigint] {
  return a <= b ? [a, b] : [b, a];
}

/** The variable that a function looks at first; above all others for a constant. */
export function topOf(diagram: Diagram): number {
  return diagram.kind === "leaf" ? Number.POSITIVE_INFINITY : diagram.variable;
}

/** What is left of a function once a variable, none below which it looks at, is known. */
export function cofactor(diagram: Diagram, variable: number, value: 0 | 1): Diagram {
  if (diagram.kind === "leaf" || diagram.variable !== variable) return diagram;
  return value === 1 ? diagram.one : diagram.zero;
}

/** The variables that are 1 in one assignment on which two different diagrams of a store differ. */
export function difference(left: Diagram, right: Diagram): number[] {
  const ones: number[] = [];
  let [a, b] = [left, right];
  while (a.kind === "branch" || b.kind === "branch") {
    const variable = Math.min(topOf(a), topOf(b));
    const zeros = [cofactor(a, variable, 0), cofactor(b, variable, 0)] as const;
    const isZero = zeros[0] !== zeros[1];
    if (!isZero) ones.push(variable);
    [a, b] = isZero ? zeros : [cofactor(a, variable, 1), cofactor(b, variable, 1)];
  }
  return ones;
}
