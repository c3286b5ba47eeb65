import { isFromZero, isSame } from "../program/idiom.ts";
import { mentions } from "../program/mentions.ts";
import { fresh } from "../program/names.ts";
import { partsOf } from "../program/parts.ts";
import { namesBoundIn } from "../program/place.ts";
import type { Expression, Range } from "../program/program.ts";
import { rebuild } from "../program/rebuild.ts";
import { type Scene, sceneAfter, sceneInside } from "./scene.ts";

type Element = Extract<Expression, { readonly kind: "element" }>;

/** A loop that takes each item of an array in turn, and gives it a name. */
export interface Items {
  /** The array, or the part of one, whose items are taken: `x`, `x[i]`. */
  readonly array: string;
  readonly indices: readonly Expression[];
  /** What an item is called: `value`, `row`. */
  readonly name: string;
  /** The body, with the name where the item stood. */
  readonly body: Expression;
  /** Does the body still need to know the place? */
  readonly usesPlace: boolean;
  /** The loop variable, which is that place. */
  readonly place: string;
  /** The scene of the body. */
  readonly scene: Scene;
}

/** How a loop over all places of an array goes through its items; undefined if it has to count. */
export function itemsOf(range: Range, body: Expression, scene: Scene): Items | undefined {
  if (!isFromZero(range)) return undefined;
  const hidden = [range.variable, ...namesBoundIn(body)];
  const taken = elementsIn(body).flatMap((element) => {
    const depth = element.indices.findIndex((index) => isSame(index, variable(range.variable)));
    const length = scene.place.lengths.get(element.array)?.[depth];
    const before = element.indices.slice(0, depth);
    const isFree = before.every((index) => !mentions(index, hidden));
    return isFree && length !== undefined && isSame(length, range.to) ? [{ element, depth }] : [];
  });
  const [first] = taken;
  if (first === undefined) return undefined;
  const { array } = first.element;
  const indices = first.element.indices.slice(0, first.depth);
  const lengths = scene.place.lengths.get(array)!.slice(first.depth + 1);
  const name = itemName(lengths.length, scene);
  const named = withName(body, { array, start: [...indices, variable(range.variable)], name });
  const known = {
    span: scene.spans.get(array)!,
    lengths: lengths.length > 0 ? lengths : undefined,
  };
  return {
    array,
    indices,
    name,
    body: named,
    usesPlace: mentions(named, [range.variable]),
    place: range.variable,
    scene: sceneAfter(sceneInside(scene, [range]), name, known),
  };
}

const names = [
  ["value", "other"],
  ["row", "line"],
  ["plane", "layer"],
];

/** A name for an item with so many axes. */
function itemName(rank: number, { place }: Scene): string {
  const wanted = names[rank] ?? ["block"];
  return wanted.find((name) => !place.taken.has(name)) ?? fresh(wanted[0]!, place.taken);
}

/** How loops over all places of an array go through its numbers, if nothing but those matters. */
export function numbersOf(
  ranges: readonly Range[],
  body: Expression,
  scene: Scene,
): Items | undefined {
  const places = ranges.map((range) => variable(range.variable));
  const lengths = ranges.map(({ to }) => to);
  const element = elementsIn(body).find(
    ({ array, indices }) =>
      isSame(indices, places) && isSame(scene.place.lengths.get(array), lengths),
  );
  if (element === undefined || ranges.length < 2 || !ranges.every(isFromZero)) return undefined;
  const name = itemName(0, scene);
  const named = withName(body, { array: element.array, start: places, name });
  const variables = ranges.map((range) => range.variable);
  if (mentions(named, variables)) return undefined;
  return {
    array: `${element.array}.flat(${ranges.length > 2 ? ranges.length - 1 : ""})`,
    indices: [],
    name,
    body: named,
    usesPlace: false,
    place: "",
    scene: sceneAfter(scene, name, { span: scene.spans.get(element.array)! }),
  };
}

interface Naming {
  readonly array: string;
  /** The first indices of the item. */
  readonly start: readonly Expression[];
  readonly name: string;
}

/** The body with the name in place of the item, or of its first indices. */
function withName(body: Expression, naming: Naming): Expression {
  const inner = (part: Expression) => withName(part, naming);
  const rebuilt = rebuild(body, { expression: inner });
  if (rebuilt.kind !== "element" || rebuilt.array !== naming.array) return rebuilt;
  const { start, name } = naming;
  if (!start.every((index, axis) => isSame(index, rebuilt.indices[axis]))) return rebuilt;
  const rest = rebuilt.indices.slice(start.length);
  return rest.length === 0 ? variable(name) : { kind: "element", array: name, indices: rest };
}

function elementsIn(expression: Expression): readonly Element[] {
  const inside = partsOf(expression).flatMap(elementsIn);
  return expression.kind === "element" ? [expression, ...inside] : inside;
}

function variable(name: string): Expression {
  return { kind: "variable", name };
}
