/**
 * Formulas over at most four bits. A table has one bit for each combination of the inputs: bit r is the
 * value where input k is bit k of r.
 */
export type Formula =
  | { readonly kind: "input"; readonly index: number }
  | { readonly kind: "not"; readonly operand: Formula }
  | { readonly kind: "and" | "or" | "xor"; readonly left: Formula; readonly right: Formula }
  | {
      readonly kind: "if";
      readonly input: number;
      readonly then: Formula;
      readonly otherwise: Formula;
    };

export interface FormulaInput {
  /** Its tokens. */
  readonly cost: number;
  /** Is its opposite as short, as that of a comparison is? */
  readonly isTurnable: boolean;
}

/** The most inputs that a minimal formula is searched for. */
export const MOST_INPUTS = 4;

/**
 * The formula with the fewest tokens whose value is the table's, found by building all formulas in
 * ascending order of length; undefined where it would take `bound` tokens or more, or where a thousand
 * functions are shorter, so that nobody would want to read it.
 *
 * `inputs` are as many as the table has bits. Cost: the square of the number of shorter functions, at
 * worst half a second.
 */
export function minimalFormula(
  target: number,
  inputs: readonly FormulaInput[],
  bound: number,
): Formula | undefined {
  const search = new Search(inputs, bound);
  for (let cost = 0; cost < bound; cost++) {
    if (search.settle(cost, target)) return search.formula(target);
    if (search.isExhausted) return undefined;
  }
  return undefined;
}

type Operator = "input" | "not" | "and" | "andNot" | "or" | "xor" | "if";

interface Found {
  readonly table: number;
  readonly cost: number;
  readonly operator: Operator;
  /** Tables of the operands; the index of the input for `input`, and first for `if`. */
  readonly operands: readonly number[];
  /** An input, or the opposite of one that is as short. */
  readonly isSimple: boolean;
}

/**
 * What an operator looks like beside others: mixed operators on bits get parentheses. The branches of a
 * choice count as if they got some, because a choice between formulas is hard to read.
 */
const LOOKS: Readonly<Record<Operator, string>> = {
  input: "input",
  not: "not",
  and: "and",
  andNot: "and",
  or: "or",
  xor: "xor",
  if: "if",
};

const MOST_SETTLED = 1000;

class Search {
  /** By table. */
  readonly #found: (Found | undefined)[];
  /** By table: the cost of what was found, or the bound. */
  readonly #costs: Int32Array;
  readonly #settled: Found[] = [];
  readonly #waiting: Found[][] = [];
  readonly #inputs: readonly number[];
  readonly #inputCosts: readonly number[];
  readonly #all: number;
  readonly #bound: number;

  constructor(inputs: readonly FormulaInput[], bound: number) {
    this.#bound = bound;
    const nRows = 2 ** inputs.length;
    this.#all = 2 ** nRows - 1;
    this.#inputCosts = inputs.map(({ cost }) => cost);
    this.#costs = new Int32Array(2 ** nRows).fill(bound);
    this.#found = new Array(2 ** nRows);
    this.#inputs = inputs.map((_, k) => tableOfInput(k, nRows));
    inputs.forEach(({ cost, isTurnable }, k) => {
      const table = this.#inputs[k]!;
      this.#offer("input", table, cost, [k], true);
      if (isTurnable) this.#offer("not", table ^ this.#all, cost, [table], true);
    });
  }

  get isExhausted(): boolean {
    return this.#settled.length > MOST_SETTLED;
  }

  /** Settles the functions of this cost; true when the target is among them. */
  settle(cost: number, target: number): boolean {
    for (const found of this.#waiting[cost] ?? []) {
      if (this.#found[found.table] !== found) continue;
      if (found.table === target) return true;
      this.#settled.push(found);
      this.#combine(found);
      if (this.isExhausted) return false;
    }
    return false;
  }

  formula(table: number): Formula {
    const { operator, operands } = this.#found[table]!;
    const [a, b, c] = operands as [number, number, number];
    switch (operator) {
      case "input":
        return { kind: "input", index: a };
      case "not":
        return { kind: "not", operand: this.formula(a) };
      case "andNot":
        return {
          kind: "and",
          left: this.formula(a),
          right: { kind: "not", operand: this.formula(b) },
        };
      case "and":
      case "or":
      case "xor":
        return { kind: operator, left: this.formula(a), right: this.formula(b) };
      case "if":
        return { kind: "if", input: a, then: this.formula(b), otherwise: this.formula(c) };
    }
  }

  #offer(
    operator: Operator,
    table: number,
    cost: number,
    operands: readonly number[],
    isSimple = false,
  ): void {
    if (cost >= this.#costs[table]!) return;
    const found = { table, cost, operator, operands, isSimple };
    this.#costs[table] = cost;
    this.#found[table] = found;
    this.#waiting[cost] ??= [];
    this.#waiting[cost]!.push(found);
  }

  #combine(f: Found): void {
    // f -> 1 - f
    this.#offer("not", f.table ^ this.#all, wrapped(f, "not") + 2, [f.table]);
    for (const g of this.#settled) {
      // What comes later is longer still.
      if (f.cost + g.cost + 1 >= this.#bound) break;
      this.#pair(f, g);
    }
  }

  #pair(f: Found, g: Found): void {
    const all = this.#all;
    const a = f.table;
    const b = g.table;
    const inAnd = wrapped(f, "and") + wrapped(g, "and");
    this.#binary("and", a & b, inAnd + 1, b, a);
    this.#binary("andNot", a & ~b & all, wrapped(f, "and") + negated(g) + 2, a, b);
    this.#binary("andNot", b & ~a & all, wrapped(g, "and") + negated(f) + 2, b, a);
    this.#binary("xor", a ^ b, wrapped(f, "xor") + wrapped(g, "xor") + 1, b, a);
    const inOr = wrapped(f, "or") + wrapped(g, "or");
    this.#binary("or", a | b, inOr + 1, b, a);
    const inIf = asBranch(f) + asBranch(g);
    for (let k = 0; k < this.#inputs.length; k++) {
      const input = this.#inputs[k]!;
      const cost = inIf + this.#inputCosts[k]! + 2;
      this.#choice((input & a) | (~input & b & all), cost, [k, a, b]);
      this.#choice((input & b) | (~input & a & all), cost, [k, b, a]);
    }
  }

  // Most offers come too late: no operands are put together for those.
  #binary(operator: Operator, table: number, cost: number, left: number, right: number): void {
    if (cost < this.#costs[table]!) this.#offer(operator, table, cost, [left, right]);
  }

  #choice(table: number, cost: number, operands: readonly number[]): void {
    if (cost < this.#costs[table]!) this.#offer("if", table, cost, operands);
  }
}

function tableOfInput(k: number, nRows: number): number {
  let table = 0;
  for (let row = 0; row < nRows; row++) if ((row >> k) & 1) table += 2 ** row;
  return table;
}

/** A negated composition is hard to read, and counts as if it got parentheses twice. */
function negated(operand: Found): number {
  return operand.cost + (operand.isSimple ? 0 : 4);
}

function asBranch(operand: Found): number {
  return operand.cost + (operand.isSimple ? 0 : 2);
}

/** The tokens of an operand with the parentheses that it needs. */
function wrapped(operand: Found, inside: Operator): number {
  if (operand.isSimple) return operand.cost;
  // A choice in the middle of a formula stops every reader.
  if (operand.operator === "if") return operand.cost + 8;
  const looks = LOOKS[operand.operator];
  return operand.cost + (looks === LOOKS[inside] ? 0 : 2);
}
