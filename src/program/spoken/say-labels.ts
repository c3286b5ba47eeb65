import type { Label } from "../../math/label.ts";
import { and, block, choose, compare, element, integer, or, table, variable } from "../build.ts";
import { isTruth } from "../idiom.ts";
import { fresh } from "../names.ts";
import { lengthsOf, type Place, placeAtResult, placeInside, placeOf } from "../place.ts";
import type { Block, Expression, Program } from "../program.ts";
import { plainLogic } from "./plain-logic.ts";

/** The body of a program with labels, read from an array of them, in place of their numbers. */
export function sayLabels(program: Program, labels: readonly Label[], array: string): Block {
  const place = placeOf(program, new Map());
  return blockOfLabels(program.body, { labels, array, place });
}

interface Saying {
  readonly labels: readonly Label[];
  readonly array: string;
  readonly place: Place;
}

function blockOfLabels(given: Block, saying: Saying): Block {
  const place = placeAtResult(saying.place, given);
  return { ...given, result: labelled(given.result, { ...saying, place }) };
}

function labelled(index: Expression, saying: Saying): Expression {
  const { place } = saying;
  if (index.kind === "table") {
    const inner = { ...saying, place: placeInside(place, index.ranges) };
    return { ...index, body: blockOfLabels(index.body, inner) };
  }
  if (index.kind === "list") {
    return { ...index, items: index.items.map((item) => labelled(item, saying)) };
  }
  const lengths = lengthsOf(index, place);
  if (lengths !== undefined && index.kind === "variable")
    return itemByItem(index.name, lengths, saying);
  return areTruths(saying.labels) ? asTruth(index, saying) : asLabel(index, saying);
}

/** An array with a name: each of its items. */
function itemByItem(name: string, lengths: readonly Expression[], saying: Saying): Expression {
  const taken = new Set(saying.place.taken);
  const ranges = lengths.map((to) => {
    const own = fresh("k", taken);
    taken.add(own);
    return { variable: own, from: integer(0), to };
  });
  const item = element(name, ...ranges.map((range) => variable(range.variable)));
  const place = { ...placeInside(saying.place, ranges), taken };
  return table(ranges, block([], labelled(item, { ...saying, place })));
}

/** A constant index is a label, a choice of indices a choice of labels; what is computed is looked up. */
function asLabel(index: Expression, saying: Saying): Expression {
  const { labels, array, place } = saying;
  if (index.kind === "if") {
    return choose(index.condition, asLabel(index.then, saying), asLabel(index.otherwise, saying));
  }
  const condition = conditionOf(index, place);
  if (condition === undefined || labels.length < 2) return element(array, index);
  return choose(condition, element(array, integer(1)), element(array, integer(0)));
}

/** The truth that a bit is; undefined for what may be another integer, and for constants. */
function conditionOf(index: Expression, { truths }: Place): Expression | undefined {
  if (index.kind === "bit") return index.operand;
  return isTruth(index, truths) ? index : undefined;
}

function areTruths(labels: readonly Label[]): boolean {
  return labels.length === 2 && labels[0] === false && labels[1] === true;
}

/** An index into false and true as the truth itself, which is never a number. */
function asTruth(index: Expression, saying: Saying): Expression {
  const { array, place } = saying;
  if (index.kind === "integer") return element(array, index);
  if (index.kind === "if") return choiceOfTruths(index, saying);
  const condition = conditionOf(index, place);
  if (condition !== undefined) return pureTruth(condition, saying);
  return truthOfBit(index, 1);
}

/** Is the bit this value? Logic on bits is logic on such truths. */
function truthOfBit(bit: Expression, value: 0 | 1): Expression {
  switch (bit.kind) {
    case "not":
      return truthOfBit(bit.operand, value === 1 ? 0 : 1);
    case "and":
    case "or": {
      // not (a and b) -> not a or not b
      const kind = value === 1 ? bit.kind : bit.kind === "and" ? "or" : "and";
      return { kind, operands: bit.operands.map((operand) => truthOfBit(operand, value)) };
    }
    default:
      return compare(bit, "==", integer(value));
  }
}

type Choice = Extract<Expression, { readonly kind: "if" }>;

/** true if c else t -> c or t, t if c else false -> c and t; and the other way round. */
function choiceOfTruths({ condition, then, otherwise }: Choice, saying: Saying): Expression {
  const yes = pureTruth(condition, saying);
  const no = pureTruth(plainLogic({ kind: "not", operand: condition }), saying);
  const inner = (part: Expression) => asTruth(part, saying);
  if (then.kind === "integer" && otherwise.kind === "integer") {
    if (then.value === otherwise.value) return inner(then);
    return then.value === 1 ? yes : no;
  }
  if (then.kind === "integer")
    return then.value === 1 ? or(yes, inner(otherwise)) : and(no, inner(otherwise));
  if (otherwise.kind === "integer")
    return otherwise.value === 1 ? or(no, inner(then)) : and(yes, inner(then));
  return choose(condition, inner(then), inner(otherwise));
}

/** The same truth, without bits that Python would give back as numbers. */
function pureTruth(truth: Expression, saying: Saying): Expression {
  const inner = (part: Expression) => pureTruth(part, saying);
  switch (truth.kind) {
    case "truth":
      return compare(truth.operand, "==", integer(1));
    case "and":
    case "or":
      return { ...truth, operands: truth.operands.map(inner) };
    case "any":
    case "all":
      return truth.ranges.length === 0 ? inner(truth.body) : truth;
    case "if":
      return choose(truth.condition, inner(truth.then), inner(truth.otherwise));
    case "variable": {
      // The name may hold a number that counts as true.
      const { array } = saying;
      return choose(truth, element(array, integer(1)), element(array, integer(0)));
    }
    default:
      return truth;
  }
}
