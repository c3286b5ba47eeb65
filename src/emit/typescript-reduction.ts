import { idiomatic } from "../program/idiom.ts";
import type { Expression, Range } from "../program/program.ts";
import { concat, type Doc, enclosed, group } from "./layout.ts";
import { atom, type Printed } from "./printed.ts";
import { type Scene, sceneAfter, spanIn } from "./scene.ts";
import { isWithin, SAFE } from "./span.ts";
import { spanOf } from "./span-of.ts";
import { type Items, itemsOf, numbersOf } from "./typescript-items.ts";
import { plainDoc, textsDoc } from "./typescript-number.ts";
import { truthDoc } from "./typescript-truth.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** Is this said by a method of an array: `some`, `every`, `filter`, `reduce`? */
export function isMethod(expression: Expression, scene: Scene): boolean {
  switch (expression.kind) {
    case "sum":
    case "any":
    case "all":
      return (
        isSmall(expression, scene) &&
        itemsOver(expression.ranges, expression.body, scene) !== undefined
      );
    default:
      return false;
  }
}

/** What loops go through: the items along one axis, or all numbers of an array. */
function itemsOver(ranges: readonly Range[], body: Expression, scene: Scene): Items | undefined {
  const [range, ...more] = ranges;
  if (range === undefined) return undefined;
  return more.length > 0 ? numbersOf(ranges, body, scene) : itemsOf(range, body, scene);
}

/** Are all integers on the way doubles? */
function isSmall(expression: Expression, { spans, sizes }: Scene): boolean {
  let isSafe = true;
  spanOf(expression, spans, {
    sizes,
    note: (whole) => {
      isSafe &&= isWithin(whole, sizes, SAFE);
    },
  });
  return isSafe;
}

/** `x.some((value) => value > 2)` */
export function quantifierDoc(
  plain: Of<"any" | "all" | "max" | "min" | "sum">,
  scene: Scene,
): Printed {
  const items = itemsOver(plain.ranges, plain.body, scene)!;
  const condition = truthDoc(items.body, items.scene).doc;
  const method = plain.kind === "any" ? "some" : "every";
  return methodDoc(items, scene, { method, parameters: [], body: condition, more: [] });
}

/** `x.reduce((sum, value) => sum + value, 0)`; what is counted is filtered. */
export function sumDoc(plain: Of<"any" | "all" | "max" | "min" | "sum">, scene: Scene): Printed {
  const { ranges } = plain;
  const body = idiomatic(plain.body, scene.place.truths);
  if (body.kind === "bit") {
    const items = itemsOver(ranges, body.operand, scene);
    if (items !== undefined) {
      const condition = truthDoc(items.body, items.scene).doc;
      const filtered = { method: "filter", parameters: [], body: condition, more: [] };
      return atom(concat(methodDoc(items, scene, filtered).doc, ".length"));
    }
  }
  const sum = ["sum", "total", "all"].find((name) => !scene.place.taken.has(name)) ?? "sum_";
  const known = { span: spanIn(plain, scene) };
  const items = itemsOver(ranges, body, sceneAfter(scene, sum, known))!;
  const next: Expression = {
    kind: "add",
    terms: [{ kind: "variable", name: sum }, items.body],
  };
  const added = plainDoc(next, items.scene).doc;
  return methodDoc(items, scene, { method: "reduce", parameters: [sum], body: added, more: ["0"] });
}

interface Method {
  readonly method: string;
  /** What the function takes before an item. */
  readonly parameters: readonly string[];
  readonly body: Doc;
  readonly more: readonly string[];
}

/** A call of a method with a function of an item, and its place where that is needed. */
function methodDoc(
  items: Items,
  scene: Scene,
  { method, parameters, body, more }: Method,
): Printed {
  const call = concat(arrowDoc(items, parameters), body, ...more.map((each) => `, ${each}`));
  return atom(group(arrayDoc(items, scene), `.${method}`, enclosed("(", call, ")")));
}

/** `(value) => `, `(sum, value, i) => `. */
export function arrowDoc(
  { name, usesPlace, place }: Items,
  before: readonly string[] = [],
): string {
  return `(${[...before, name, ...(usesPlace ? [place] : [])].join(", ")}) => `;
}

/** `x`, `x[i]`. */
export function arrayDoc({ array, indices }: Items, scene: Scene): Doc {
  const texts = scene.place.texts.get(array);
  if (texts !== undefined) return textsDoc(texts);
  return concat(array, ...indices.map((index) => concat("[", plainDoc(index, scene).doc, "]")));
}
