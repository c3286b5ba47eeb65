import type { Label } from "../../math/label.ts";
import {
  and,
  block,
  choose,
  compare,
  element,
  integer,
  or,
  table,
  truth,
  variable,
} from "../build.ts";
import { inputScope, scopeInside } from "../check.ts";
import { isTruth } from "../idiom.ts";
import { fresh } from "../names.ts";
import { lengthsOf, type Place, placeAtResult, placeInside, placeOf } from "../place.ts";
import type { Block, Expression, Program } from "../program.ts";
import { plainLogic } from "./plain-logic.ts";

/** The body of a program with labels, read from an array of them, in place of their numbers. */
export function sayLabels(
  said: Program,
  { program, ...wanted }: Wanted & { readonly program: Program },
): Block {
  const place = placeOf(said, new Map());
  return blockOfLabels(said.body, { ...wanted, place, bits: bitsOf(program) });
}

/** The names of bits, and of arrays of bits. */
function bitsOf(program: Program): ReadonlySet<string> {
  const scope = [...scopeInside(program.body, inputScope(program))];
  const ofBits = scope.filter(
    ([, type]) => (type.kind === "array" ? type.of : type.kind) === "bit",
  );
  return new Set(ofBits.map(([name]) => name));
}

interface Wanted {
  readonly labels: readonly Label[];
  /** The name of the array of labels. */
  readonly array: string;
  /** Is false or true the answer to a condition, rather than a label like others? */
  readonly asConditions: boolean;
}

interface Saying extends Wanted {
  readonly place: Place;
  readonly bits: ReadonlySet<string>;
}

function blockOfLabels(given: Block, saying: Saying): Block {
  if (given.result.kind === "pad") return blockOfLabels(withNamedResult(given, saying), saying);
  const place = placeAtResult(saying.place, given);
  return { ...given, result: labelled(given.result, { ...saying, place }) };
}

/** An array that has to have a name, so that its items can be read. */
function withNamedResult({ lets, result, ...rest }: Block, { place }: Saying): Block {
  const name = fresh("padded", place.taken);
  return { ...rest, lets: [...lets, { name, value: result }], result: variable(name) };
}

function labelled(index: Expression, saying: Saying): Expression {
  const { place } = saying;
  if (index.kind === "table") {
    const inner = { ...saying, place: placeInside(place, index.ranges) };
    return { ...index, body: blockOfLabels(index.body, inner) };
  }
  if (index.kind === "scan") {
    const inner = { ...saying, place: placeInside(place, [index.range]) };
    const { body, end } = index;
    const ended = end === undefined ? {} : { end: labelled(end, saying) };
    return { ...index, body: blockOfLabels(body, inner), ...ended };
  }
  if (index.kind === "fold") return { ...index, end: labelled(index.end, saying) };
  if (index.kind === "list") {
    return { ...index, items: index.items.map((item) => labelled(item, saying)) };
  }
  const lengths = lengthsOf(index, place);
  if (lengths !== undefined && index.kind === "if") {
    const [then, otherwise] = [index.then, index.otherwise].map((part) => labelled(part, saying));
    return choose(index.condition, then!, otherwise!);
  }
  if (lengths !== undefined && index.kind === "variable")
    return itemByItem(index.name, lengths, saying);
  return saying.asConditions && areTruths(saying.labels)
    ? asTruth(index, saying)
    : asLabel(index, saying);
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
  const { labels, array } = saying;
  if (index.kind === "if") {
    return choose(index.condition, asLabel(index.then, saying), asLabel(index.otherwise, saying));
  }
  const condition = conditionOf(index, saying);
  if (condition === undefined || labels.length < 2) return element(array, index);
  return choose(condition, element(array, integer(1)), element(array, integer(0)));
}

/** The truth that a bit is; undefined for what may be another integer, and for constants. */
function conditionOf(index: Expression, { place, bits }: Saying): Expression | undefined {
  switch (index.kind) {
    case "bit":
      return index.operand;
    case "and":
    case "or":
    case "xor":
    case "not":
      return isTruth(index, place.truths) ? index : truth(index);
    case "element":
      return bits.has(index.array) ? truth(index) : undefined;
    case "variable":
      if (place.truths.has(index.name)) return index;
      return bits.has(index.name) ? truth(index) : undefined;
    default:
      return isTruth(index, place.truths) ? index : undefined;
  }
}

function areTruths(labels: readonly Label[]): boolean {
  return labels.length === 2 && labels[0] === false && labels[1] === true;
}

/** An index into false and true as the truth itself, which is never a number. */
function asTruth(index: Expression, saying: Saying): Expression {
  const { array } = saying;
  if (index.kind === "integer") return element(array, index);
  if (index.kind === "if") return choiceOfTruths(index, saying);
  const condition = conditionOf(index, saying);
  if (condition === undefined) return truthOfBit(index, 1, saying);
  return pureTruth(condition, saying);
}

/** Is the bit this value? Logic on bits is logic on such truths. */
function truthOfBit(bit: Expression, value: 0 | 1, saying: Saying): Expression {
  switch (bit.kind) {
    case "bit":
      return pureTruth(value === 1 ? bit.operand : opposite(bit.operand), saying);
    case "not":
      return truthOfBit(bit.operand, value === 1 ? 0 : 1, saying);
    case "and":
    case "or": {
      // not (a and b) -> not a or not b
      const kind = value === 1 ? bit.kind : bit.kind === "and" ? "or" : "and";
      return { kind, operands: bit.operands.map((operand) => truthOfBit(operand, value, saying)) };
    }
    default:
      return compare(bit, "==", integer(value));
  }
}

function opposite(operand: Expression): Expression {
  return plainLogic({ kind: "not", operand });
}

type Choice = Extract<Expression, { readonly kind: "if" }>;

/** true if c else t -> c or t, t if c else false -> c and t; and the other way round. */
function choiceOfTruths({ condition, then, otherwise }: Choice, saying: Saying): Expression {
  const yes = pureTruth(condition, saying);
  const no = pureTruth(opposite(condition), saying);
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
function pureTruth(condition: Expression, saying: Saying): Expression {
  const inner = (part: Expression) => pureTruth(part, saying);
  switch (condition.kind) {
    case "truth":
      return truthOfBit(condition.operand, 1, saying);
    case "and":
    case "or":
      return { ...condition, operands: condition.operands.map(inner) };
    case "any":
    case "all":
      return condition.ranges.length === 0 ? inner(condition.body) : condition;
    case "if":
      return choose(condition.condition, inner(condition.then), inner(condition.otherwise));
    case "variable": {
      // The name may hold a number that counts as true.
      const { array } = saying;
      return choose(condition, element(array, integer(1)), element(array, integer(0)));
    }
    default:
      return condition;
  }
}
