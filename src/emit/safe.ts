import { isSame } from "../program/idiom.ts";
import { partsOf } from "../program/parts.ts";
import type { Place } from "../program/place.ts";
import type { Expression, Range } from "../program/program.ts";
import { add, constant, negate } from "./polynomial.ts";
import { type Scene, sceneInside, spanIn } from "./scene.ts";
import { lowest } from "./sizes.ts";
import type { Whole } from "./span.ts";

/**
 * Can an expression be computed where its value may not be needed? Only if no index leaves its array,
 * no divisor is below 1 and no maximum is that of no values; sizes are at least 1.
 */
export function isSafe(expression: Expression, scene: Scene): boolean {
  switch (expression.kind) {
    case "element": {
      const lengths = scene.place.lengths.get(expression.array)!;
      const isInside = expression.indices.every((index, axis) =>
        isIndex(index, lengths[axis]!, scene),
      );
      return isInside && areSafe(expression.indices, scene);
    }
    case "modulo":
    case "divide":
      return isAtLeast(1n, expression.right, scene) && areSafe(partsOf(expression), scene);
    case "power":
      return isAtLeast(0n, expression.exponent, scene) && isSafe(expression.exponent, scene);
    case "sum":
    case "any":
    case "all":
      return isSafeInside(expression.ranges, expression.body, scene);
    case "max":
    case "min":
      return (
        isNeverEmpty(expression.ranges, scene) &&
        isSafeInside(expression.ranges, expression.body, scene)
      );
    case "argmax":
    case "argmin":
      return (
        isNeverEmpty([expression.range], scene) &&
        isSafeInside([expression.range], expression.body, scene)
      );
    case "integer":
    case "number":
    case "size":
    case "variable":
    case "add":
    case "subtract":
    case "multiply":
    case "sign":
    case "compare":
    case "member":
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "if":
      return areSafe(partsOf(expression), scene);
    case "table":
    case "scan":
    case "fold":
    case "list":
    case "pad":
    case "softmax":
      return false;
  }
}

function areSafe(parts: readonly Expression[], scene: Scene): boolean {
  return parts.every((part) => isSafe(part, scene));
}

function isSafeInside(ranges: readonly Range[], body: Expression, scene: Scene): boolean {
  const inner = sceneInside(scene, ranges);
  const bounds = ranges.flatMap(({ from, to }) => [from, to]);
  return areSafe(bounds, inner) && isSafe(body, inner);
}

function isNeverEmpty(ranges: readonly Range[], scene: Scene): boolean {
  const inner = sceneInside(scene, ranges);
  return ranges.every(({ from, to }) => isLess(from, to, inner));
}

/**
 * Which indices of an element depend on more than loop variables, so that nothing but the inputs' values says that
 * they are in the array: those have to be checked.
 */
export function areChecked(
  { array, indices }: Extract<Expression, { readonly kind: "element" }>,
  scene: Scene,
): readonly boolean[] {
  const lengths = scene.place.lengths.get(array) ?? [];
  return indices.map(
    (index, axis) => isComputed(index, scene.place) && !isIndex(index, lengths[axis]!, scene),
  );
}

/** Does it use a value, other than a loop variable? */
export function isComputed(index: Expression, place: Place): boolean {
  if (index.kind === "variable") return !place.ranges.has(index.name);
  return index.kind === "element" || partsOf(index).some((part) => isComputed(part, place));
}

function isIndex(index: Expression, length: Expression, scene: Scene): boolean {
  if (index.kind === "modulo" && isSame(index.right, length)) return true;
  return isAtLeast(0n, index, scene) && isLess(index, length, scene);
}

/** Is a value never below the bound? */
function isAtLeast(bound: bigint, expression: Expression, scene: Scene): boolean {
  const span = spanIn(expression, scene);
  return span.kind === "integer" && span.low !== undefined && isAbove(span.low, bound, scene);
}

function isLess(left: Expression, right: Expression, scene: Scene): boolean {
  const [a, b] = [spanIn(left, scene), spanIn(right, scene)];
  if (a.kind !== "integer" || b.kind !== "integer") return false;
  if (a.high === undefined || b.low === undefined) return false;
  return isAbove(add(b.low, negate(a.high)), 1n, scene);
}

function isAbove(low: NonNullable<Whole["low"]>, bound: bigint, { sizes }: Scene): boolean {
  return lowest(add(low, constant(-bound)), sizes, 1n) >= 0n;
}
