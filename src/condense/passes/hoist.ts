import {
  bit,
  define,
  element,
  integer,
  range as over,
  table,
  truth,
  variable,
} from "../../program/build.ts";
import { fresh } from "../../program/names.ts";
import { partsOf } from "../../program/parts.ts";
import type { Block, Expression, Let, Program, Range } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { rebuild } from "../../program/rebuild.ts";
import { rangesOf } from "./name-loops.ts";
import { freeNames, shapeOf, substitute } from "./variables.ts";

/**
 * Computes once what loops would compute again and again: totals that do not depend on all variables
 * around them get a name, or a table of their own; those that a table's cell uses twice get a name there.
 */
export function hoist(program: Program): Program {
  const hoister = new Hoister(program);
  const lets: Let[] = [];
  for (const each of program.body.lets) {
    const value = hoister.walk(each.value, []);
    lets.push(...hoister.added(), { ...each, value });
  }
  const result = hoister.walk(program.body.result, []);
  lets.push(...hoister.added());
  const plain: Program = { ...program, body: { ...program.body, lets, result } };
  const named: Program = { ...plain, body: hoister.withRepeated(plain.body) };
  // What stands twice may be written once, as in 2 <= sum(x) <= 4.
  return readingCost(named) < readingCost(plain) ? named : plain;
}

class Hoister {
  readonly #taken: Set<string>;
  readonly #known = new Map<string, string>();
  /** Names inside of tables: what reads them stays there. */
  readonly #inner = new Set<string>();
  #added: Let[] = [];

  constructor({ name, inputs, body }: Program) {
    this.#taken = new Set([
      name,
      ...inputs.flatMap((input) => [input.name, ...input.shape.map(String)]),
      ...body.lets.map((each) => each.name),
    ]);
  }

  /** What has been named since it was asked last. */
  added(): Let[] {
    const added = this.#added;
    this.#added = [];
    return added;
  }

  /**
   * The expression inside these loops, outermost first.
   *
   * In a branch that is not always taken, an index may be good for some places only: what depends on
   * a place stays there.
   */
  walk(expression: Expression, around: readonly Range[], isBranch = false): Expression {
    if (isReduction(expression) && around.length > 0) {
      const free = freeNames(expression);
      const used = around.filter(({ variable: name }) => free.has(name));
      const isFree = ![...free].some((name) => this.#inner.has(name));
      const canMove = isFree && (used.length === 0 || (!isBranch && used.every(isIndependent)));
      if (used.length < around.length && canMove) return this.#named(expression, used);
    }
    if (expression.kind === "if") {
      return {
        ...expression,
        condition: this.walk(expression.condition, around, isBranch),
        then: this.walk(expression.then, around, true),
        otherwise: this.walk(expression.otherwise, around, true),
      };
    }
    const inner = [...around, ...rangesOf(expression)];
    const isRanged = rangesOf(expression).length > 0;
    const rebuilt = rebuild(expression, {
      // Bounds are computed outside, but hardly ever hold a loop.
      expression: (part) => this.walk(part, isRanged ? inner : around, isBranch),
      block: (block) => this.#block(block, inner),
    });
    return rebuilt;
  }

  #block(block: Block, around: readonly Range[]): Block {
    for (const { name } of block.lets) this.#inner.add(name);
    const walked: Block = {
      ...block,
      lets: block.lets.map((each) => ({ ...each, value: this.walk(each.value, around) })),
      result: this.walk(block.result, around),
    };
    return this.withRepeated(walked);
  }

  /** Names totals that stand twice in the result of a block. */
  withRepeated(block: Block): Block {
    const counts = new Map<string, { expression: Expression; count: number }>();
    const visit = (each: Expression): void => {
      if (isReduction(each)) {
        const key = shapeOf(each);
        counts.set(key, { expression: each, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      const always = each.kind === "if" ? [each.condition] : partsOf(each);
      for (const part of always) visit(part);
    };
    visit(block.result);
    const bound = new Set<string>();
    const collect = (each: Expression): void => {
      for (const { variable: name } of rangesOf(each)) bound.add(name);
      if (each.kind === "table") for (const { name } of each.body.lets) bound.add(name);
      for (const part of partsOf(each)) collect(part);
    };
    collect(block.result);
    const repeated = [...counts].filter(
      ([, { expression, count }]) =>
        count > 1 && ![...freeNames(expression)].some((name) => bound.has(name)),
    );
    if (repeated.length === 0) return block;
    const names = new Map<string, string>();
    const lets = repeated.map(([key, { expression }]) => {
      const name = this.#take(nameOf(expression, []));
      names.set(key, name);
      return define(name, expression);
    });
    const replaced = (each: Expression): Expression => {
      const name = isReduction(each) ? names.get(shapeOf(each)) : undefined;
      return name === undefined ? rebuild(each, { expression: replaced }) : variable(name);
    };
    return { ...block, lets: [...block.lets, ...lets], result: replaced(block.result) };
  }

  /** The name of a value, or the element of a table of values, that is computed before the loops. */
  #named(expression: Expression, used: readonly Range[]): Expression {
    const inside = this.walk(expression, used);
    // Places are numbered, so that tables over different loops can be found to be one.
    const places = used.map((range, k) => ({ ...range, variable: `loop ${k + MANY}` }));
    const renaming = new Map(
      used.map((range, k) => [range.variable, variable(places[k]!.variable)]),
    );
    const isTruth = expression.kind === "any" || expression.kind === "all";
    const moved = substitute(inside, renaming);
    // Arrays hold bits, not truths.
    const value = isTruth && used.length > 0 ? bit(moved) : moved;
    const key = shapeOf(places.length === 0 ? value : table(places, { lets: [], result: value }));
    let name = this.#known.get(key);
    if (name === undefined) {
      name = this.#take(nameOf(expression, used));
      this.#known.set(key, name);
      this.#added.push(define(name, this.#tabled(value, places)));
    }
    if (used.length === 0) return variable(name);
    const found = element(name, ...used.map((range) => variable(range.variable)));
    return isTruth ? truth(found) : found;
  }

  #tabled(value: Expression, places: readonly Range[]): Expression {
    if (places.length === 0) return value;
    // The variables of the table are its own from now on.
    const own = places.map((range, k) => ({
      ...range,
      variable: `loop ${MANY * 10 + this.#taken.size * 10 + k}`,
    }));
    const renaming = new Map(
      places.map((range, k) => [range.variable, variable(own[k]!.variable)]),
    );
    return table(
      own.map((range) => over(range.variable, integer(0), range.to)),
      { lets: [], result: substitute(value, renaming) },
    );
  }

  #take(wanted: string): string {
    const name = fresh(wanted, this.#taken);
    this.#taken.add(name);
    return name;
  }
}

/** More loops than any program has. */
const MANY = 1_000_000;

/** Does the range go from 0 to what is no variable? */
function isIndependent({ from, to }: Range): boolean {
  const isStart = from.kind === "integer" && from.value === 0;
  return isStart && [...freeNames(to)].every((name) => !/^(loop|step) /.test(name));
}

function isReduction(expression: Expression): boolean {
  switch (expression.kind) {
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
      return true;
    default:
      return false;
  }
}

/** What a reader would call it. */
function nameOf(expression: Expression, used: readonly Range[]): string {
  switch (expression.kind) {
    case "sum":
      return sumName(expression, used);
    case "any":
      return used.length === 0 ? "is_any" : "has_any";
    case "all":
      return used.length === 0 ? "are_all" : "has_all";
    case "max":
      return "largest";
    case "min":
      return "smallest";
    case "argmax":
      return "winner";
    case "argmin":
      return "loser";
    default:
      return "value";
  }
}

function sumName(
  { ranges, body }: Extract<Expression, { readonly kind: "sum" }>,
  used: readonly Range[],
): string {
  if (used.length === 0) return "total";
  if (used.length > 1 || body.kind !== "element" || body.indices.length !== 2) return "totals";
  const [first, second] = body.indices.map((index) => index.kind === "variable" && index.name);
  const [summed] = ranges;
  if (second === summed?.variable) return "row_sums";
  return first === summed?.variable ? "column_sums" : "totals";
}
