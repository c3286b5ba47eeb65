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
 * Finds formulas with the fewest tokens, by building all of them in ascending order of length. What was
 * built for one table is there for the next.
 *
 * `inputs` are as many as the tables have bits. Cost: the square of the number of functions that are shorter
 * than the longest that was asked for, at worst half a second.
 */
export class MinimalFormulas {
  readonly #search: Search;

  /** Formulas of `bound` tokens or more are not looked for. */
  constructor(inputs: readonly FormulaInput[], bound: number) {
    this.#search = new Search(inputs, bound);
  }

  /**
   * The formula whose value is the table's; undefined where it would take too many tokens, or where a
   * thousand functions are shorter, so that nobody would want to read it.
   */
  of(table: number): Formula | undefined {
    while (!this.#search.isSettled(table)) if (!this.#search.settleNext()) return undefined;
    return this.#search.formula(table);
  }
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

/** How many tokens each of some formulas takes inside of others, with what is needed around it. */
class Costs {
  readonly table = new Int32Array(MOST_SETTLED + 1);
  readonly alone = new Int32Array(MOST_SETTLED + 1);
  readonly inAnd = new Int32Array(MOST_SETTLED + 1);
  readonly inOr = new Int32Array(MOST_SETTLED + 1);
  readonly inXor = new Int32Array(MOST_SETTLED + 1);
  readonly denied = new Int32Array(MOST_SETTLED + 1);
  readonly asBranch = new Int32Array(MOST_SETTLED + 1);
  count = 0;

  add(found: Found): void {
    const { table, cost, isSimple } = found;
    const k = this.count++;
    this.table[k] = table;
    this.alone[k] = cost;
    this.inAnd[k] = wrapped(found, "and");
    this.inOr[k] = wrapped(found, "or");
    this.inXor[k] = wrapped(found, "xor");
    // A negated composition is hard to read, and counts as if it got parentheses twice.
    this.denied[k] = cost + (isSimple ? 0 : 4);
    this.asBranch[k] = cost + (isSimple ? 0 : 2);
  }
}

class Search {
  /** By table. */
  readonly #found: (Found | undefined)[];
  /** By table: the cost of what was found, or the bound. */
  readonly #costs: Int32Array;
  /** By table: 1 where what was found is the shortest. */
  readonly #isSettled: Uint8Array;
  /** The shortest first. */
  readonly #settled = new Costs();
  /** By cost. */
  readonly #waiting: Found[][] = [];
  /** Where the next one to settle stands in there. */
  #cost = 0;
  #position = 0;
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
    this.#isSettled = new Uint8Array(2 ** nRows);
    this.#found = new Array(2 ** nRows);
    this.#inputs = inputs.map((_, k) => tableOfInput(k, nRows));
    inputs.forEach(({ cost, isTurnable }, k) => {
      const table = this.#inputs[k]!;
      this.#offer("input", table, cost, [k], true);
      if (isTurnable) this.#offer("not", table ^ this.#all, cost, [table], true);
    });
  }

  isSettled(table: number): boolean {
    return this.#isSettled[table] === 1;
  }

  /** Settles the next function in order of cost; false where there is no more, or where enough are settled. */
  settleNext(): boolean {
    for (; this.#cost < this.#bound; this.#cost++, this.#position = 0) {
      const waiting = this.#waiting[this.#cost] ?? [];
      while (this.#position < waiting.length) {
        const found = waiting[this.#position++]!;
        if (this.#found[found.table] !== found) continue;
        if (this.#settled.count > MOST_SETTLED) return false;
        this.#isSettled[found.table] = 1;
        this.#settled.add(found);
        this.#combine(found);
        return true;
      }
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

  /** Offers all that the one settled last makes with those before it, and with itself. */
  #combine(found: Found): void {
    const { table, alone, inAnd, inOr, inXor, denied, asBranch, count } = this.#settled;
    const [all, inputs, inputCosts, bound] = [
      this.#all,
      this.#inputs,
      this.#inputCosts,
      this.#bound,
    ];
    // f -> 1 - f
    this.#offer("not", found.table ^ all, wrapped(found, "not") + 2, [found.table]);
    const f = count - 1;
    const a = found.table;
    // What comes later is longer still.
    for (let g = 0; g < count && alone[f]! + alone[g]! + 1 < bound; g++) {
      const b = table[g]!;
      this.#binary("and", a & b, inAnd[f]! + inAnd[g]! + 1, b, a);
      this.#binary("andNot", a & ~b & all, inAnd[f]! + denied[g]! + 2, a, b);
      this.#binary("andNot", b & ~a & all, inAnd[g]! + denied[f]! + 2, b, a);
      this.#binary("xor", a ^ b, inXor[f]! + inXor[g]! + 1, b, a);
      this.#binary("or", a | b, inOr[f]! + inOr[g]! + 1, b, a);
      const inIf = asBranch[f]! + asBranch[g]! + 2;
      for (let k = 0; k < inputs.length; k++) {
        const input = inputs[k]!;
        const cost = inIf + inputCosts[k]!;
        this.#choice(k, (input & a) | (~input & b & all), cost, a, b);
        this.#choice(k, (input & b) | (~input & a & all), cost, b, a);
      }
    }
  }

  // Most offers come too late: no operands are put together for those.
  #binary(operator: Operator, table: number, cost: number, left: number, right: number): void {
    if (cost < this.#costs[table]!) this.#offer(operator, table, cost, [left, right]);
  }

  #choice(input: number, table: number, cost: number, then: number, otherwise: number): void {
    if (cost < this.#costs[table]!) this.#offer("if", table, cost, [input, then, otherwise]);
  }
}

function tableOfInput(k: number, nRows: number): number {
  let table = 0;
  for (let row = 0; row < nRows; row++) if ((row >> k) & 1) table += 2 ** row;
  return table;
}

/** The tokens of an operand with the parentheses that it needs. */
function wrapped(operand: Found, inside: Operator): number {
  if (operand.isSimple) return operand.cost;
  // A choice in the middle of a formula stops every reader.
  if (operand.operator === "if") return operand.cost + 8;
  const looks = LOOKS[operand.operator];
  return operand.cost + (looks === LOOKS[inside] ? 0 : 2);
}
