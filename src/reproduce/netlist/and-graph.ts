/** Twice the number of a node, and one more where its value is negated. */
export type Literal = number;

/** Node 0 is always 0. */
export const FALSE: Literal = 0;
export const TRUE: Literal = 1;

export function not(literal: Literal): Literal {
  return literal ^ 1;
}

/** A node that is 1 where both of its operands are. */
export type Gate = readonly [Literal, Literal];

/** Gates over inputs, operands before what uses them; equal gates are one, and none has a known operand. */
export class AndGraph {
  readonly nInputs: number;
  /** The first one is the node after the last input. */
  readonly gates: Gate[] = [];
  readonly #known = new Map<string, Literal>();

  constructor(nInputs: number) {
    this.nInputs = nInputs;
  }

  input(index: number): Literal {
    return 2 * (index + 1);
  }

  and(a: Literal, b: Literal): Literal {
    if (a > b) return this.and(b, a);
    // 0 & b -> 0, ~b & b -> 0
    if (a === FALSE || a === not(b)) return FALSE;
    // 1 & b -> b, b & b -> b
    if (a === TRUE || a === b) return b;
    const key = `${a},${b}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.gates.push([a, b]);
    const gate = 2 * (this.nInputs + this.gates.length);
    this.#known.set(key, gate);
    return gate;
  }

  or(a: Literal, b: Literal): Literal {
    return not(this.and(not(a), not(b)));
  }

  xor(a: Literal, b: Literal): Literal {
    return this.and(this.or(a, b), not(this.and(a, b)));
  }

  choose(condition: Literal, then: Literal, otherwise: Literal): Literal {
    if (then === otherwise) return then;
    return this.or(this.and(condition, then), this.and(not(condition), otherwise));
  }

  all(literals: readonly Literal[]): Literal {
    return literals.reduce((all, literal) => this.and(all, literal), TRUE);
  }

  any(literals: readonly Literal[]): Literal {
    return not(this.all(literals.map(not)));
  }
}
