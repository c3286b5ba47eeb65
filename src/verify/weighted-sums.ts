import { type Branch, cofactor, type Diagram, type DiagramStore, topOf } from "./diagram.ts";
import { type Question, remainder } from "./question.ts";

/** How often each function counts in a sum. */
export type Weights = ReadonlyMap<Diagram, bigint>;

/** A sum of functions that are not constant: by first variable, each function once; shared tails. */
interface Summands {
  readonly id: number;
  readonly weight: bigint;
  readonly diagram: Branch;
  readonly rest: Summands | undefined;
  /** Bounds of the whole sum. */
  readonly least: bigint;
  readonly most: bigint;
}

/** An answer, and all biases for which it is known to be the same. */
interface Found {
  readonly diagram: Diagram;
  readonly from: bigint | undefined;
  readonly to: bigint | undefined;
}

type Summand = readonly [Diagram, bigint];

/**
 * Answers questions about weighted sums of diagrams without building the sum: variable by variable,
 * until the bounds of what is left decide.
 *
 * Sums with equal summands and nearby biases share their answers, so a threshold over n equal weights
 * takes about n^2 steps, and unequal weights rarely many more.
 * Source: the intervals follow Behle, "On threshold BDDs and the optimal variable ordering problem",
 * COCOA 2007.
 */
export class WeightedSums {
  readonly #store: DiagramStore;
  readonly #cells = new Map<string, Summands>();
  readonly #found = new Map<Question, Map<Summands, Found[]>>();

  constructor(store: DiagramStore) {
    this.#store = store;
  }

  /** The answer as a function of the variables. Throws Obstacle when the budget is spent. */
  answer(question: Question, weights: Weights, bias: bigint): Diagram {
    const [summands, constant] = this.#join([...weights], undefined);
    return this.#ask(question, summands, normal(bias + constant, question)).diagram;
  }

  #ask(question: Question, summands: Summands | undefined, bias: bigint): Found {
    const decided = this.#decide(question, summands, bias);
    if (decided !== undefined) return decided;
    // What is left of the sum has more than one value, for else its only value would have decided.
    const list = summands!;
    const known = this.#knownOf(question, list);
    const at = placeOf(known, bias);
    const before = known[at - 1];
    if (before !== undefined && (before.to === undefined || bias <= before.to)) return before;
    this.#store.spend();
    const found = this.#split(question, list, bias);
    // Places have moved if the recursion met the same summands again: it cannot, it has fewer variables.
    known.splice(at, 0, found);
    return found;
  }

  /** The answer that bounds give at once. */
  #decide(question: Question, summands: Summands | undefined, bias: bigint): Found | undefined {
    const [least, most] = [summands?.least ?? 0n, summands?.most ?? 0n];
    const { from, to, answer } = question.regionOf(bias + least);
    if (to !== undefined && bias + most > to) return undefined;
    return {
      diagram: this.#store.leaf(answer),
      from: from === undefined ? undefined : from - least,
      to: to === undefined ? undefined : to - most,
    };
  }

  /** Shannon's expansion on the first variable that the sum looks at. */
  #split(question: Question, summands: Summands, bias: bigint): Found {
    const { variable } = summands.diagram;
    const zero = this.#half(question, summands, bias, 0);
    const one = this.#half(question, summands, bias, 1);
    return {
      diagram: this.#store.branch(variable, zero.diagram, one.diagram),
      from: larger(zero.from, one.from),
      to: smaller(zero.to, one.to),
    };
  }

  /** The answer where the first variable is known; its biases counted as those of the whole. */
  #half(question: Question, summands: Summands, bias: bigint, value: 0 | 1): Found {
    const { variable } = summands.diagram;
    const halves: Summand[] = [];
    let rest: Summands | undefined = summands;
    for (; rest !== undefined && rest.diagram.variable === variable; rest = rest.rest) {
      halves.push([cofactor(rest.diagram, variable, value), rest.weight]);
    }
    const [list, constant] = this.#join(halves, rest);
    const inside = normal(bias + constant, question);
    const { diagram, from, to } = this.#ask(question, list, inside);
    const shift = inside - bias;
    return {
      diagram,
      from: from === undefined ? undefined : from - shift,
      to: to === undefined ? undefined : to - shift,
    };
  }

  #knownOf(question: Question, summands: Summands): Found[] {
    let bySum = this.#found.get(question);
    if (bySum === undefined) {
      bySum = new Map();
      this.#found.set(question, bySum);
    }
    let known = bySum.get(summands);
    if (known === undefined) {
      known = [];
      bySum.set(summands, known);
    }
    return known;
  }

  /** Puts more functions into a sum; constants are returned apart. */
  #join(more: readonly Summand[], rest: Summands | undefined): [Summands | undefined, bigint] {
    const merged = new Map<Branch, bigint>();
    let constant = 0n;
    for (const [diagram, weight] of more) {
      if (diagram.kind === "leaf") constant += weight * diagram.value;
      else merged.set(diagram, (merged.get(diagram) ?? 0n) + weight);
    }
    const sorted = [...merged].sort(([a], [b]) => order(a, b));
    return [this.#merge(sorted, rest), constant];
  }

  /** Two sorted sums as one: what comes after the last of `sorted` is shared, not copied. */
  #merge(sorted: readonly (readonly [Branch, bigint])[], rest: Summands | undefined): typeof rest {
    const passed: (readonly [Branch, bigint])[] = [];
    let tail = rest;
    for (const [diagram, weight] of sorted) {
      while (tail !== undefined && order(tail.diagram, diagram) < 0) {
        passed.push([tail.diagram, tail.weight]);
        tail = tail.rest;
      }
      const isSame = tail !== undefined && tail.diagram === diagram;
      passed.push([diagram, isSame ? weight + tail!.weight : weight]);
      if (isSame) tail = tail!.rest;
    }
    return passed.reduceRight((list, [diagram, weight]) => this.#cell(diagram, weight, list), tail);
  }

  #cell(diagram: Branch, weight: bigint, rest: Summands | undefined): Summands | undefined {
    if (weight === 0n) return rest;
    const key = `${weight},${diagram.id},${rest?.id ?? ""}`;
    const known = this.#cells.get(key);
    if (known !== undefined) return known;
    this.#store.spend();
    const [low, high] = weight > 0n ? [diagram.least, diagram.most] : [diagram.most, diagram.least];
    const cell: Summands = {
      id: this.#cells.size,
      weight,
      diagram,
      rest,
      least: (rest?.least ?? 0n) + weight * low,
      most: (rest?.most ?? 0n) + weight * high,
    };
    this.#cells.set(key, cell);
    return cell;
  }
}

function order(a: Branch, b: Branch): number {
  return topOf(a) - topOf(b) || a.id - b.id;
}

function normal(bias: bigint, { period }: Question): bigint {
  return period === undefined ? bias : remainder(bias, period);
}

/** How many of the answers, ascending, begin at or before a bias. */
function placeOf(known: readonly Found[], bias: bigint): number {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const { from } = known[middle]!;
    if (from === undefined || from <= bias) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Without a bound there is minus infinity. */
function larger(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}

/** Without a bound there is plus infinity. */
function smaller(a: bigint | undefined, b: bigint | undefined): bigint | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
