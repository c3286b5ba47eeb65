import { idiomatic, isTruth, negated, signedTerms } from "../program/idiom.ts";
import { ofTwo } from "../program/of-two.ts";
import type { Expression } from "../program/program.ts";
import { listed } from "./listed.ts";
import { conditionText } from "./prose-condition.ts";
import { elementText } from "./prose-element.ts";
import { rangesText } from "./prose-range.ts";
import { type ProseScene, proseInside } from "./prose-scene.ts";
import { sliceOf } from "./prose-slice.ts";
import { sumText } from "./prose-sum.ts";

/** A number or an array in words, as part of a sentence. */
export function valueText(expression: Expression, scene: ProseScene): string {
  const plain = idiomatic(expression, scene.place.truths);
  const operand = (part: Expression) => operandText(part, scene);
  switch (plain.kind) {
    case "integer":
    case "number":
      return `${plain.value}`;
    case "size":
      return plain.name;
    case "variable":
      scene.spoken.add(plain.name);
      return plain.name;
    case "element":
      return elementText(plain, scene);
    case "add":
    case "subtract": {
      const [first, ...rest] = signedTerms(plain);
      const lead = first!.isNegative ? negated(first!.magnitude) : first!.magnitude;
      const more = rest.map(
        ({ isNegative, magnitude }) => ` ${isNegative ? "-" : "+"} ${operand(magnitude)}`,
      );
      return operand(lead) + more.join("");
    }
    case "multiply":
      if (plain.left.kind === "integer" && plain.left.value === -1) {
        return `minus ${operand(plain.right)}`;
      }
      return `${operand(plain.left)} times ${operand(plain.right)}`;
    case "modulo":
      return `the remainder of ${operand(plain.left)} divided by ${operand(plain.right)}`;
    case "divide":
      return `${operand(plain.left)} divided by ${operand(plain.right)}, rounded down`;
    case "power":
      return `${plain.base} to the power of ${operand(plain.exponent)}`;
    case "sign":
      scene.remarks.add("sign");
      return `the sign of ${operand(plain.operand)}`;
    case "if": {
      const shorter = ofTwo(plain);
      if (shorter?.name === "abs") return distanceText(shorter.arguments[0]!, operand);
      if (shorter !== undefined) {
        const [one, other] = shorter.arguments.map(operand);
        return `the ${shorter.name === "max" ? "larger" : "smaller"} of ${one} and ${other}`;
      }
      const then = operand(plain.then);
      const otherwise = valueText(plain.otherwise, scene);
      return `${then} if ${conditionText(plain.condition, scene)}, else ${otherwise}`;
    }
    case "sum":
      return sumText(plain, scene);
    case "max":
    case "min": {
      const word = plain.kind === "max" ? "largest" : "smallest";
      const slice = plain.body.kind === "element" && sliceOf(plain.body, plain.ranges, scene);
      if (slice) return `the ${word} value of ${slice.text}`;
      const inner = proseInside(scene, plain.ranges);
      return `the ${word} value of ${operandText(plain.body, inner)} ${rangesText(plain.ranges, scene)}`;
    }
    case "argmax":
    case "argmin": {
      const { range, body } = plain;
      const word = plain.kind === "argmax" ? "largest" : "smallest";
      const slice = body.kind === "element" && sliceOf(body, [range], scene);
      if (slice) {
        scene.remarks.add("from-zero");
        return `the first place of the ${word} value of ${slice.text}`;
      }
      const inner = proseInside(scene, [range]);
      const ranges = rangesText([range], scene, "the first");
      return `${ranges} at which ${operandText(body, inner)} is ${word}`;
    }
    case "list":
      return listText(plain.items, scene);
    case "softmax":
      return `the probabilities in proportion to e to the power of each number of ${operand(plain.logits)}`;
    case "pad":
      return padText(plain);
    case "scan":
    case "fold":
      throw new Error(`bug: a ${plain.kind} inside a sentence`);
    case "table": {
      const inner = proseInside(scene, plain.ranges);
      return `${valueText(plain.body.result, inner)} ${rangesText(plain.ranges, scene)}`;
    }
    default:
      return isConstantTruth(plain) ?? `1 if ${conditionText(plain, scene)}, else 0`;
  }
}

/** A value in parentheses, if it is more than a name or a number. */
export function operandText(expression: Expression, scene: ProseScene): string {
  const plain = idiomatic(expression, scene.place.truths);
  const text = valueText(plain, scene);
  return isShort(plain) || isWholeSum(text) ? text : `(${text})`;
}

/** A value beside which a sum or a product reads well without parentheses. */
export function sideText(side: Expression, scene: ProseScene): string {
  const plain = idiomatic(side, scene.place.truths);
  return ["add", "subtract", "multiply"].includes(plain.kind)
    ? valueText(plain, scene)
    : operandText(plain, scene);
}

function isWholeSum(text: string): boolean {
  return /^the sum of (all|(row|column) (\w+|\([^()]*\))) of \w+$/.test(text);
}

function isShort({ kind }: Expression): boolean {
  return ["integer", "number", "size", "variable", "element"].includes(kind);
}

/** Is a value said by a condition: `1 if ..., else 0`? */
export function isConditional(expression: Expression, scene: ProseScene): boolean {
  const plain = idiomatic(expression, scene.place.truths);
  const logic = ["and", "or", "xor", "not", "bit"];
  return logic.includes(plain.kind) || isTruth(plain, scene.place.truths);
}

function isConstantTruth(plain: Expression): string | undefined {
  if (plain.kind !== "truth" || plain.operand.kind !== "integer") return undefined;
  return `${plain.operand.value}`;
}

function listText(items: readonly Expression[], scene: ProseScene): string {
  const isNested = items.some(({ kind }) => kind === "list");
  const texts = items.map((item) => operandText(item, scene));
  if (isNested)
    return `a table of ${items.length} rows: ${items.map((item) => rowText(item, scene)).join(", ")}`;
  return texts.length === 1 ? texts[0]! : `the ${texts.length} values ${listed(texts)}`;
}

/** A row of a table: `(1, 2, 3)`. */
function rowText(row: Expression, scene: ProseScene): string {
  const items = row.kind === "list" ? row.items : [row];
  const isNested = items.some(({ kind }) => kind === "list");
  const texts = items.map((item) => (isNested ? rowText(item, scene) : operandText(item, scene)));
  return `(${texts.join(", ")})`;
}

function padText({ array, before, after }: Extract<Expression, { readonly kind: "pad" }>): string {
  const counts = [...before, ...after];
  if (counts.every((count) => count === counts[0])) {
    const zeros = counts[0] === 1 ? "one zero" : `${counts[0]} zeros`;
    return `${array} with ${zeros} added on every side`;
  }
  const axes = before.map((count, axis) => `${count} before and ${after[axis]} after`);
  return `${array} with zeros added: ${axes.join("; along the next axis ")}`;
}

function distanceText(number: Expression, operand: (part: Expression) => string): string {
  return number.kind === "subtract"
    ? `the distance between ${operand(number.left)} and ${operand(number.right)}`
    : `the distance between ${operand(number)} and 0`;
}
