import { idiomatic, isSame, signedTerms } from "../program/idiom.ts";
import type { Expression, Range } from "../program/program.ts";
import { conditionText } from "./prose-condition.ts";
import { rangesText } from "./prose-range.ts";
import { type ProseScene, proseInside } from "./prose-scene.ts";
import { sliceOf } from "./prose-slice.ts";
import { operandText } from "./prose-value.ts";

type Sum = Extract<Expression, { readonly kind: "sum" }>;
type Element = Extract<Expression, { readonly kind: "element" }>;

/** A sum in words: of a row, of a block around a place, a count, or term by term. */
export function sumText({ ranges, body }: Sum, scene: ProseScene): string {
  const inner = proseInside(scene, ranges);
  const plain = idiomatic(body, scene.place.truths);
  if (plain.kind === "bit") {
    const counted = rangesText(ranges, scene, "the number of");
    return `${counted} for which ${conditionText(plain.operand, inner)}`;
  }
  const known =
    plain.kind === "element"
      ? (blockText(plain, ranges, scene) ?? sliceText(plain, ranges, scene))
      : undefined;
  return known ?? `the sum of ${operandText(plain, inner)} ${rangesText(ranges, scene)}`;
}

/** A sum over all of an array, or over all of some of its axes. */
function sliceText(body: Element, ranges: readonly Range[], scene: ProseScene): string | undefined {
  const slice = sliceOf(body, ranges, scene);
  return slice && `the sum of ${slice.isAll ? "all of " : ""}${slice.text}`;
}

/** A sum over a block around the place of the table around. */
function blockText(body: Element, ranges: readonly Range[], scene: ProseScene): string | undefined {
  const pad = scene.pads.get(body.array);
  const { around, place, remarks } = scene;
  const lengths = place.lengths.get(body.array)!;
  if (around.length === 0 || lengths.length !== around.length || ranges.length !== around.length) {
    return undefined;
  }
  const spans = body.indices.map((index, axis) => {
    const isRing = index.kind === "modulo" && isSame(index.right, lengths[axis]);
    const offset = offsetOf(isRing ? index.left : index, around[axis]!.variable);
    const range = ranges.find(({ variable }) => variable === offset?.variable);
    if (range?.from.kind !== "integer" || range.to.kind !== "integer") return undefined;
    const shift = offset!.constant - (pad?.before[axis] ?? 0);
    return { from: range.from.value + shift, to: range.to.value - 1 + shift };
  });
  if (!spans.every((span) => span !== undefined)) return undefined;
  if (pad !== undefined) remarks.add("zeros");
  if (body.indices.some(({ kind }) => kind === "modulo")) remarks.add("ring");
  const lengthsText = spans.map(({ from, to }) => to - from + 1).join(" by ");
  const isCentred = spans.every(({ from, to }) => from === -to);
  const array = pad?.array ?? body.array;
  if (spans.length === 1) {
    const [{ from, to }] = spans as [{ from: number; to: number }];
    if (isCentred) return `the sum of ${array} here and up to ${to} to the left and right`;
    return `the sum of ${array} from ${stepText(from)} to ${stepText(to)}`;
  }
  if (!isCentred) return undefined;
  return `the sum of ${array} over the ${lengthsText} block around here`;
}

function stepText(step: number): string {
  if (step === 0) return "here";
  return `${Math.abs(step)} to the ${step < 0 ? "left" : "right"}`;
}

/** `i + a + 1` for the place i: the variable a and the constant 1. */
function offsetOf(index: Expression, here: string) {
  let constant = 0;
  let isHere = false;
  let variable: string | undefined;
  for (const { isNegative, magnitude } of signedTerms(index)) {
    if (magnitude.kind === "integer") constant += isNegative ? -magnitude.value : magnitude.value;
    else if (isNegative || magnitude.kind !== "variable") return undefined;
    else if (magnitude.name === here && !isHere) isHere = true;
    else if (variable === undefined) variable = magnitude.name;
    else return undefined;
  }
  return isHere && variable !== undefined ? { variable, constant } : undefined;
}
