import { idiomatic, isSame, linkChains } from "../program/idiom.ts";
import type { Comparison, Expression } from "../program/program.ts";
import { listed } from "./listed.ts";
import { rangesText } from "./prose-range.ts";
import { type ProseScene, proseInside } from "./prose-scene.ts";
import { sliceOf } from "./prose-slice.ts";
import { isConditional, operandText, sideText } from "./prose-value.ts";

/** A condition in words; a bit is one too, if it is 1. */
export function conditionText(expression: Expression, scene: ProseScene): string {
  const plain = idiomatic(expression, scene.place.truths);
  switch (plain.kind) {
    case "compare":
      return comparisonText(plain, scene);
    case "member":
      return `${operandText(plain.value, scene)} is ${listed(plain.values.map(String), "or")}`;
    case "truth":
    case "bit":
      return conditionText(plain.operand, scene);
    case "not":
      return negationText(plain.operand, scene);
    case "and":
    case "or":
      return junctionText(plain, scene);
    case "xor":
      return parityText(plain.operands, scene);
    case "any":
    case "all": {
      const slice = sliceOfBits(plain, scene);
      if (slice !== undefined) {
        return plain.kind === "any"
          ? `at least one value of ${slice} is 1`
          : `all values of ${slice} are 1`;
      }
      const inner = proseInside(scene, plain.ranges);
      const word = plain.kind === "any" ? "for at least one" : "for all";
      return `${conditionText(plain.body, inner)} ${rangesText(plain.ranges, scene, word)}`;
    }
    case "if": {
      const [then, otherwise] = [plain.then, plain.otherwise].map((part) => partText(part, scene));
      const condition = conditionText(plain.condition, scene);
      return `${then} where ${condition}, and ${otherwise} where not`;
    }
    case "integer":
      return plain.value === 1 ? "always" : "never";
    case "variable":
      return scene.place.truths.has(plain.name) ? `${plain.name} holds` : `${plain.name} is 1`;
    default:
      return `${operandText(plain, scene)} is 1`;
  }
}

/** A condition inside another: in parentheses if it is more than one comparison. */
function partText(expression: Expression, scene: ProseScene): string {
  const plain = idiomatic(expression, scene.place.truths);
  const text = conditionText(plain, scene);
  const inner = plain.kind === "truth" || plain.kind === "bit" ? plain.operand : plain;
  const isCompound = ["and", "or", "xor", "if", "any", "all"].includes(inner.kind);
  return isCompound ? `(${text})` : text;
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** The array, or the row or column of one, of which the bits are asked about. */
function sliceOfBits({ ranges, body }: Of<"any" | "all">, scene: ProseScene): string | undefined {
  const plain = idiomatic(body, scene.place.truths);
  if (plain.kind !== "truth" || plain.operand.kind !== "element") return undefined;
  return sliceOf(plain.operand, ranges, scene)?.text;
}

const words: Readonly<Record<Comparison, string>> = {
  "<": "is less than",
  "<=": "is at most",
  "==": "is",
  "!=": "is not",
  ">=": "is at least",
  ">": "is more than",
};

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  "==": "==",
  "!=": "!=",
  ">=": "<=",
  ">": "<",
};

/** `total is at least 3`; the remainder by 2 is odd or even. */
function comparisonText({ operator, left, right }: Of<"compare">, scene: ProseScene): string {
  if (left.kind === "integer" && right.kind !== "integer") {
    const turned = {
      kind: "compare",
      operator: mirrored[operator],
      left: right,
      right: left,
    } as const;
    return comparisonText(turned, scene);
  }
  const parity = parityOf(left, operator, right);
  if (parity !== undefined && left.kind === "modulo") {
    return `${operandText(left.left, scene)} is ${parity}`;
  }
  return `${sideText(left, scene)} ${words[operator]} ${sideText(right, scene)}`;
}

function parityOf(left: Expression, operator: Comparison, right: Expression): string | undefined {
  if (left.kind !== "modulo" || !isSame(left.right, { kind: "integer", value: 2 }))
    return undefined;
  if (right.kind !== "integer" || right.value < 0 || right.value > 1) return undefined;
  if (operator !== "==" && operator !== "!=") return undefined;
  return (right.value === 1) === (operator === "==") ? "odd" : "even";
}

function negationText(operand: Expression, scene: ProseScene): string {
  const plain = idiomatic(operand, scene.place.truths);
  if (plain.kind === "truth") return negationText(plain.operand, scene);
  if (plain.kind === "member") {
    return `${operandText(plain.value, scene)} is not ${listed(plain.values.map(String), "or")}`;
  }
  if (plain.kind === "variable" && scene.place.truths.has(plain.name)) {
    return `${plain.name} does not hold`;
  }
  if (plain.kind === "any" || plain.kind === "all") {
    const slice = sliceOfBits(plain, scene);
    if (slice !== undefined) {
      return plain.kind === "any"
        ? `no value of ${slice} is 1`
        : `not all values of ${slice} are 1`;
    }
  }
  const isPlainBit = !isConditional(plain, scene);
  return isPlainBit ? `${operandText(plain, scene)} is 0` : `not (${conditionText(plain, scene)})`;
}

function junctionText({ kind, operands }: Of<"and" | "or" | "xor">, scene: ProseScene): string {
  const word = kind === "and" ? "and" : "or";
  const parts = kind === "and" ? linkChains(operands) : operands;
  const texts = parts.map((part) => {
    if (part.kind !== "chain") return partText(part, scene);
    const [low, middle, high] = part.operands.map((each) => operandText(each, scene));
    const [first, second] = part.operators;
    if (first === "<=" && second === "<=") return `${middle} is between ${low} and ${high}`;
    return `${middle} ${words[mirrored[first]]} ${low} and ${words[second].replace("is ", "")} ${high}`;
  });
  return texts.join(` ${word} `);
}

function parityText(operands: readonly Expression[], scene: ProseScene): string {
  const isOdd = !operands.some((each) => isSame(each, { kind: "integer", value: 1 }));
  const parts = operands.filter(({ kind }) => kind !== "integer");
  const [first, second] = parts.map((part) => partText(part, scene));
  if (parts.length === 2) {
    return isOdd
      ? `either ${first} or ${second}, but not both`
      : `${first} and ${second}, or neither`;
  }
  const texts = parts.map((part) => partText(part, scene));
  return `${isOdd ? "an odd" : "an even"} number of these hold: ${texts.join("; ")}`;
}
