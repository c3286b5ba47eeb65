import { integer, multiply, subtract, sum, variable } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression, Program, Range } from "../../program/program.ts";
import { plus } from "../../program/python/linear.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { rebuild, rebuildBlock } from "../../program/rebuild.ts";
import { absolute, larger } from "../outer/wrap.ts";
import { areAlike } from "./alike-ranges.ts";
import { boundsOf, type Cells, cellsOf } from "./bounds.ts";
import { orderOf } from "./order-of.ts";
import { type SignedSum, type SignedTerm, sayingSum, signedSumOf } from "./signed-sum.ts";
import { freeNames, substitute } from "./variables.ts";

/**
 * Says how far a number is above zero where the steps below it are counted one by one: of the steps j below 5,
 * `a - b > j` holds for `max(0, a - b)` many. Above and below together are the distance, and what is counted
 * only where a bit is 1 is multiplied by it.
 *
 * Of both forms the one that is shorter to read stays.
 */
export function sayAmounts(program: Program): Program {
  const cells = cellsOf(program);
  const visit = (expression: Expression): Expression => {
    const inner = rebuild(expression, { expression: visit });
    switch (inner.kind) {
      case "sum":
        return summedAmount(inner, cells) ?? inner;
      case "add":
      case "subtract":
        return distances(inner, cells) ?? inner;
      default:
        return inner;
    }
  };
  const said = { ...program, body: rebuildBlock(program.body, visit) };
  return readingCost(said) < readingCost(program) ? said : program;
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** A sum of conditions over steps, and perhaps over places, as a sum of amounts over the places. */
function summedAmount({ ranges, body }: Of<"sum">, cells: Cells): Expression | undefined {
  for (const steps of ranges) {
    const amount = countedSteps(steps, body, cells);
    if (amount === undefined) continue;
    const others = ranges.filter((range) => range !== steps);
    if (others.some(({ from, to }) => [from, to].some((end) => dependsOn(end, steps)))) continue;
    return others.length === 0 ? amount : sum(others, amount);
  }
  return undefined;
}

function dependsOn(end: Expression, { variable: name }: Range): boolean {
  return freeNames(end).has(name);
}

/** How many of the steps from 0 to below a constant fulfil a condition; undefined where that is no one number. */
function countedSteps({ variable: step, from, to }: Range, body: Expression, cells: Cells) {
  if (from.kind !== "integer" || from.value !== 0 || to.kind !== "integer") return undefined;
  const order = body.kind === "bit" ? orderOf(body) : undefined;
  if (order === undefined || order.isOfBits) return undefined;
  // step + rest >= 0, or rest - step >= 0
  const above = signedSumOf(subtract(order.high, order.low));
  const own = above.terms.filter(({ of }) => of.kind === "variable" && of.name === step);
  const others = above.terms.filter((term) => !own.includes(term));
  const weight = own.length === 1 ? own[0]!.weight : 0;
  if (Math.abs(weight) !== 1 || others.some(({ of }) => freeNames(of).has(step))) return undefined;
  const constant = above.constant - (order.isStrict ? 1 : 0) + (weight === 1 ? to.value : 1);
  return clipped({ terms: others, constant }, to.value, cells);
}

/** A number that is counted as 0 where it is below, and never is above the bound. */
function clipped(number: SignedSum, bound: number, cells: Cells): Expression | undefined {
  const bounds = boundsOf(number, cells);
  if (bounds === undefined || bounds.high > bound) return undefined;
  if (bounds.low >= 0) return sayingSum(number);
  return chosen(number, cells) ?? larger(sayingSum(number), integer(0));
}

/** x + m * s - m above zero, with a bit s and an x from 0 to m, is x * s. */
function chosen({ terms, constant }: SignedSum, cells: Cells): Expression | undefined {
  const most = -constant;
  const within = (of: readonly SignedTerm[], high: number): boolean => {
    const bounds = boundsOf({ terms: of, constant: 0 }, cells);
    return bounds !== undefined && bounds.low >= 0 && bounds.high <= high;
  };
  const choice = terms.find(({ weight, of }) => weight === most && within([{ weight: 1, of }], 1));
  const rest = terms.filter((term) => term !== choice);
  if (choice === undefined || rest.length === 0 || !within(rest, most)) return undefined;
  return multiply(sayingSum({ terms: rest, constant: 0 }), choice.of);
}

/** Sums of amounts above zero and below it, over the same places, are sums of distances. */
function distances(expression: Of<"add"> | Of<"subtract">, cells: Cells): Expression | undefined {
  const given = signedSumOf(expression);
  const terms: SignedTerm[] = [];
  for (const term of given.terms) {
    const joined = terms.map((other) => distance(other, term, cells));
    const at = joined.findIndex((each) => each !== undefined);
    if (at < 0) terms.push(term);
    else terms[at] = joined[at]!;
  }
  return terms.length < given.terms.length ? sayingSum({ ...given, terms }) : undefined;
}

function distance(first: SignedTerm, second: SignedTerm, cells: Cells): SignedTerm | undefined {
  if (first.weight !== second.weight) return undefined;
  const [a, b] = [rangedOf(first.of), rangedOf(second.of)];
  if (!areAlike(a.ranges, b.ranges)) return undefined;
  const names = b.ranges.map(({ variable: name }, k) => {
    return [name, variable(a.ranges[k]!.variable)] as const;
  });
  const above = aboveZero(a.body);
  const below = aboveZero(substitute(b.body, new Map(names)));
  if (above === undefined || below === undefined) return undefined;
  if (!isSame(plus(above, below), integer(0))) return undefined;
  const of = absolute(isEarlier(above, cells) ? above : below);
  return { weight: first.weight, of: a.ranges.length === 0 ? of : sum(a.ranges, of) };
}

function rangedOf(of: Expression): Pick<Of<"sum">, "ranges" | "body"> {
  return of.kind === "sum" ? of : { ranges: [], body: of };
}

/** The number that `max(number, 0)` says. */
function aboveZero(of: Expression): Expression | undefined {
  if (of.kind !== "if") return undefined;
  return isSame(of, larger(of.then, integer(0))) ? of.then : undefined;
}

/** Does the number begin with a cell of an earlier input than it takes away? */
function isEarlier(number: Expression, cells: Cells): boolean {
  if (number.kind !== "subtract") return true;
  const names = [...cells.keys()];
  const [left, right] = [number.left, number.right].map((each) =>
    names.indexOf(each.kind === "element" ? each.array : each.kind === "variable" ? each.name : ""),
  );
  return left! <= right!;
}
