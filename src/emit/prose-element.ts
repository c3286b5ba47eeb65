import type { Label } from "../math/label.ts";
import { isSame, signedTerms } from "../program/idiom.ts";
import type { Expression } from "../program/program.ts";
import { labelText } from "./label-text.ts";
import { listed } from "./listed.ts";
import type { ProseScene } from "./prose-scene.ts";
import { operandText } from "./prose-value.ts";
import { isComputed } from "./safe.ts";

type Element = Extract<Expression, { readonly kind: "element" }>;

/** An element in words: `x here`, `x one to the left`, `x in row 3, column j`. */
export function elementText({ array, indices }: Element, scene: ProseScene): string {
  const texts = scene.place.texts.get(array);
  if (texts !== undefined) return textText(texts, indices[0]!, scene);
  const pad = scene.pads.get(array);
  const shifts = indices.map((index, axis) => shiftOf(index, axis, { array, scene }));
  if (shifts.every((shift) => shift !== undefined)) {
    const steps = shifts.map((shift, axis) => shift - (pad?.before[axis] ?? 0));
    if (pad !== undefined && steps.some((step) => step !== 0)) scene.remarks.add("zeros");
    if (indices.some(({ kind }) => kind === "modulo")) scene.remarks.add("ring");
    return `${pad?.array ?? array} ${shiftText(steps)}`;
  }
  scene.spoken.add(array);
  return `${array} ${placeText(indices, scene.place.lengths.get(array)!, scene)}`;
}

/** A constant, or the one at a place that is computed. */
function textText(texts: readonly Label[], at: Expression, scene: ProseScene): string {
  if (at.kind === "integer") return labelText(texts[at.value]!);
  scene.remarks.add("from-zero");
  return `the one of ${listed(texts.map(labelText))} at ${operandText(at, scene)}`;
}

/** A place of an array with axes of these lengths: `at i`, `in row i, column j`. */
export function placeText(
  indices: readonly Expression[],
  lengths: readonly Expression[],
  scene: ProseScene,
): string {
  if (indices.some((index) => index.kind === "integer" || isComputed(index, scene.place)))
    scene.remarks.add("from-zero");
  const texts = indices.map((index, axis) => indexText(index, lengths[axis]!, scene));
  if (texts.length === 1) return `at ${texts[0]}`;
  const names = texts.length === 2 ? ["row", "column"] : ["plane", "row", "column"];
  if (texts.length > 3) return `at (${texts.join(", ")})`;
  return `in ${texts.map((text, axis) => `${names[axis]} ${text}`).join(", ")}`;
}

/** An index: on a ring, places go on beyond the last one. */
function indexText(index: Expression, length: Expression, scene: ProseScene): string {
  if (index.kind === "modulo" && isSame(index.right, length)) {
    scene.remarks.add("ring");
    return indexText(index.left, length, scene);
  }
  const text = operandText(index, scene);
  return index.kind === "element" ? `(${text})` : text;
}

interface At {
  readonly array: string;
  readonly scene: ProseScene;
}

/** How far an index lies from the place of the table around; undefined if it does not follow it. */
export function shiftOf(index: Expression, axis: number, { array, scene }: At): number | undefined {
  const { around, place } = scene;
  const range = around[axis];
  const length = place.lengths.get(array)?.[axis];
  if (range === undefined || place.lengths.get(array)?.length !== around.length) return undefined;
  const isRing = index.kind === "modulo";
  if (isRing && !isSame(index.right, length)) return undefined;
  let shift = 0;
  let isHere = false;
  for (const { isNegative, magnitude } of signedTerms(isRing ? index.left : index)) {
    if (magnitude.kind === "integer") shift += isNegative ? -magnitude.value : magnitude.value;
    else if (isHere || isNegative || !isSame(magnitude, variable(range.variable))) return undefined;
    else isHere = true;
  }
  return isHere ? shift : undefined;
}

function variable(name: string): Expression {
  return { kind: "variable", name };
}

/** `here`, `one to the left`, `one row up and 2 columns to the right`. */
function shiftText(steps: readonly number[]): string {
  if (steps.every((step) => step === 0)) return "here";
  if (steps.length === 1) {
    const count = countText(Math.abs(steps[0]!));
    return `${count} to the ${steps[0]! < 0 ? "left" : "right"}`;
  }
  const axes = axesOf(steps.length);
  const moves = steps.flatMap((step, axis) => {
    if (step === 0) return [];
    const { unit, back, ahead } = axes[axis]!;
    const count = Math.abs(step);
    const word = count === 1 ? unit : `${unit}s`;
    return [`${countText(count)} ${word} ${step < 0 ? back : ahead}`];
  });
  return moves.join(" and ");
}

function countText(count: number): string {
  return count === 1 ? "one" : `${count}`;
}

interface Axis {
  readonly unit: string;
  readonly back: string;
  readonly ahead: string;
}

function axesOf(rank: number): readonly Axis[] {
  const column: Axis = { unit: "column", back: "to the left", ahead: "to the right" };
  const row: Axis = { unit: "row", back: "up", ahead: "down" };
  const outer = Array.from({ length: Math.max(0, rank - 2) }, (_, k): Axis => {
    const unit = k === rank - 3 ? "plane" : `axis-${k} step`;
    return { unit, back: "back", ahead: "ahead" };
  });
  return [...outer, row, column];
}
