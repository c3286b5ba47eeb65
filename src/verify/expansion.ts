import { indexOf, isSameShape, type Shape, sizeOf } from "../math/shape.ts";
import type { Block, Expression, Program, Range } from "../program/program.ts";
import type { Algebra } from "./algebra.ts";
import { Obstacle } from "./obstacle.ts";

/** An array whose elements are functions of the input cells, flat and row-major. */
interface ArrayOf<Item> {
  readonly shape: Shape;
  readonly items: readonly Item[];
  /** Are the items logits, which softmax turns into probabilities? */
  readonly isSoftmax?: boolean;
}

/** What a program says at one size: a function of the input cells for each element of its result. */
export interface Expansion<Item> {
  /** `[]` for a scalar. */
  readonly shape: Shape;
  readonly items: readonly Item[];
  /** Are the items logits, which softmax turns into probabilities? */
  readonly isSoftmax: boolean;
  /** The length that each symbol stands for. */
  readonly sizes: ReadonlyMap<string, number>;
}

/** Counts expressions visited: about what one `evaluate` costs. */
export interface Meter {
  steps: number;
}

export const maxSteps = 10_000_000;

/**
 * Expands a well-formed program for inputs of these shapes: loops are unrolled, names replaced.
 *
 * Visits everything that `evaluate` would, so that a program which fails is noticed. Throws Obstacle
 * where an index leaves its array, a bound or an index depends on the inputs, numbers might pass 2^53,
 * or the work is too much; the meter then stands beyond `maxSteps`. Cost: that of one `evaluate`.
 */
export function expand<Item extends object>(
  program: Program,
  shapes: readonly Shape[],
  { algebra, meter }: Means<Item>,
): Expansion<Item> {
  const state: State<Item> = { names: new Map(), meter, algebra };
  const sizes = bindInputs(program, shapes, state);
  const { shape, items, isSoftmax } = asArray(expandBlock(program.body, state));
  return { shape, items, sizes, isSoftmax: isSoftmax === true };
}

interface Means<Item> {
  readonly algebra: Algebra<Item>;
  readonly meter: Meter;
}

type Value<Item> = Item | ArrayOf<Item>;

interface State<Item> extends Means<Item> {
  readonly names: Map<string, Value<Item>>;
}

function bindInputs<Item extends object>(
  program: Program,
  shapes: readonly Shape[],
  { names, algebra }: State<Item>,
): Map<string, number> {
  const sizes = new Map<string, number>();
  let next = 0;
  program.inputs.forEach((input, k) => {
    const shape = shapes[k]!;
    input.shape.forEach((length, axis) => {
      if (typeof length === "string") sizes.set(length, shape[axis]!);
    });
    const start = next;
    next += sizeOf(shape);
    const items = Array.from({ length: next - start }, (_, i) => algebra.cell(start + i));
    names.set(input.name, shape.length === 0 ? items[0]! : { shape, items });
  });
  for (const [name, length] of sizes) names.set(name, algebra.constant(length));
  return sizes;
}

function expandBlock<Item extends object>(
  { lets, result }: Block,
  state: State<Item>,
): Value<Item> {
  for (const { name, value } of lets) state.names.set(name, expandValue(value, state));
  return expandValue(result, state);
}

function expandValue<Item extends object>(expression: Expression, state: State<Item>): Value<Item> {
  state.meter.steps += 1;
  if (state.meter.steps > maxSteps) throw new Obstacle(`the expansion passes ${maxSteps} steps`);
  const { algebra } = state;
  const scalar = (each: Expression): Item => scalarOf(each, state);
  switch (expression.kind) {
    case "integer":
    case "number":
      return algebra.constant(expression.value);
    case "size":
    case "variable":
      return named(expression.name, state);
    case "element":
      return elementOf(expression.array, expression.indices, state);
    case "add":
      return algebra.sum(expression.terms.map(scalar));
    case "subtract":
      return algebra.subtract(scalar(expression.left), scalar(expression.right));
    case "multiply":
      return algebra.product(scalar(expression.left), scalar(expression.right));
    case "modulo":
      return algebra.modulo(scalar(expression.left), scalar(expression.right));
    case "divide":
      return algebra.divide(scalar(expression.left), scalar(expression.right));
    case "power":
      return algebra.power(expression.base, scalar(expression.exponent));
    case "sign":
      return algebra.sign(scalar(expression.operand));
    case "compare":
      return algebra.compare(
        scalar(expression.left),
        expression.operator,
        scalar(expression.right),
      );
    case "member":
      return algebra.member(scalar(expression.value), expression.values);
    case "and":
    case "or":
      return expandShortCircuit(expression.kind, expression.operands, state);
    case "xor":
      return algebra.logic("xor", expression.operands.map(scalar));
    case "not":
      return algebra.not(scalar(expression.operand));
    case "bit":
    case "truth":
      return scalar(expression.operand);
    case "if":
      return expandIf(expression, state);
    case "sum":
      return algebra.sum(valuesOver(expression.ranges, expression.body, state));
    case "any":
    case "all": {
      const values = valuesOver(expression.ranges, expression.body, state);
      return algebra.logic(expression.kind === "any" ? "or" : "and", values);
    }
    case "max":
    case "min": {
      const values = someOver(expression.kind, expression.ranges, expression.body, state);
      return expression.kind === "max" ? algebra.largest(values) : algebra.smallest(values);
    }
    case "argmax":
    case "argmin": {
      const { range, body, kind } = expression;
      const from = algebra.constant(fixed(range.from, "a bound", state));
      const values = someOver(kind, [range], body, state);
      const place =
        kind === "argmax" ? algebra.placeOfLargest(values) : algebra.placeOfSmallest(values);
      return algebra.sum([from, place]);
    }
    case "table":
      return expandTable(expression.ranges, expression.body, state);
    case "scan":
    case "fold":
      throw new Obstacle("values are carried from place to place");
    case "list":
      return stack(expression.items.map((item) => expandValue(item, state)));
    case "pad":
      return pad(named(expression.array, state), expression.before, expression.after, state);
    case "softmax": {
      const logits = unsoftened(expandValue(expression.logits, state));
      if (logits.shape.at(-1) === 0) throw new Obstacle("softmax of no values");
      return { ...logits, isSoftmax: true };
    }
  }
}

/** Throws Obstacle for probabilities, with which nothing is computed here. */
function unsoftened<Item extends object>(value: Value<Item>): ArrayOf<Item> {
  const array = asArray(value);
  if (array.isSoftmax === true) throw new Obstacle("the program computes with probabilities");
  return array;
}

/** The values of a body at all places. */
function valuesOver<Item extends object>(
  ranges: readonly Range[],
  body: Expression,
  state: State<Item>,
): Item[] {
  const values: Item[] = [];
  forEachPlace(ranges, state, () => values.push(scalarOf(body, state)));
  return values;
}

function someOver<Item extends object>(
  what: string,
  ranges: readonly Range[],
  body: Expression,
  state: State<Item>,
): Item[] {
  const values = valuesOver(ranges, body, state);
  if (values.length === 0) throw new Obstacle(`the program asks for the ${what} of no values`);
  return values;
}

function scalarOf<Item extends object>(expression: Expression, state: State<Item>): Item {
  const value = expandValue(expression, state);
  if ("items" in value)
    throw new Obstacle(`an array stands where a number should: ${expression.kind}`);
  return value;
}

/** An integer that is the same for all inputs. Throws Obstacle. */
function fixed<Item extends object>(
  expression: Expression,
  what: string,
  state: State<Item>,
): number {
  const value = state.algebra.fixed(scalarOf(expression, state));
  if (value === undefined) throw new Obstacle(`${what} depends on the inputs`);
  return value;
}

function named<Item extends object>(name: string, { names }: State<Item>): Value<Item> {
  const value = names.get(name);
  if (value === undefined) throw new Obstacle(`${name} is used outside its block`);
  return value;
}

function elementOf<Item extends object>(
  array: string,
  indices: readonly Expression[],
  state: State<Item>,
): Item {
  const { shape, items } = unsoftened(named(array, state));
  const places = indices.map((index) => scalarOf(index, state));
  const at = (coordinates: readonly number[]): Item => {
    const axis = coordinates.length;
    if (axis === shape.length) return items[indexOf(coordinates, shape)]!;
    const range = { array, axis, length: shape[axis]! };
    return itemAt(places[axis]!, range, state.algebra, (place) => at([...coordinates, place]));
  };
  return at([]);
}

interface AxisRange {
  readonly array: string;
  readonly axis: number;
  readonly length: number;
}

/** What is at a place, which may depend on the inputs. Throws Obstacle where that may be outside. */
function itemAt<Item extends object>(
  place: Item,
  { array, axis, length }: AxisRange,
  algebra: Algebra<Item>,
  of: (place: number) => Item,
): Item {
  const known = algebra.fixed(place);
  if (known !== undefined) {
    if (known >= 0 && known < length) return of(known);
    throw new Obstacle(`the program reads ${array} at ${known} of axis ${axis}, outside it`);
  }
  const isNever = (operator: "<" | ">=", bound: number): boolean =>
    algebra.fixed(algebra.compare(place, operator, algebra.constant(bound))) === 0;
  if (!isNever("<", 0) || !isNever(">=", length)) {
    throw new Obstacle(`the program may read ${array} outside its axis ${axis}`);
  }
  const others = Array.from({ length: length - 1 }, (_, k) => k).reverse();
  return others.reduce(
    (otherwise, k) =>
      algebra.choose(algebra.compare(place, "==", algebra.constant(k)), of(k), otherwise),
    of(length - 1),
  );
}

/** What stands behind an operand that decides alone is never run, so it may be out of range. */
function expandShortCircuit<Item extends object>(
  kind: "and" | "or",
  operands: readonly Expression[],
  state: State<Item>,
): Item {
  const deciding = kind === "and" ? 0 : 1;
  const nodes: Item[] = [];
  for (const operand of operands) {
    const node = scalarOf(operand, state);
    if (state.algebra.fixed(node) === deciding) return node;
    nodes.push(node);
  }
  return state.algebra.logic(kind, nodes);
}

function expandIf<Item extends object>(
  expression: Expression & { readonly kind: "if" },
  state: State<Item>,
): Value<Item> {
  const { algebra } = state;
  const condition = scalarOf(expression.condition, state);
  const known = algebra.fixed(condition);
  if (known !== undefined) {
    return expandValue(known === 1 ? expression.then : expression.otherwise, state);
  }
  const then = expandValue(expression.then, state);
  const otherwise = expandValue(expression.otherwise, state);
  if (!("items" in then) && !("items" in otherwise)) {
    return algebra.choose(condition, then, otherwise);
  }
  const [a, b] = [unsoftened(then), unsoftened(otherwise)];
  if (!isSameShape(a.shape, b.shape)) throw new Obstacle("the branches differ in shape");
  const items = a.items.map((item, k) => algebra.choose(condition, item, b.items[k]!));
  return { shape: a.shape, items };
}

function expandTable<Item extends object>(
  ranges: readonly Range[],
  body: Block,
  state: State<Item>,
): ArrayOf<Item> {
  // Bounds are taken before any variable of the table is bound: none may depend on another.
  const shape = ranges.map(({ to }) => fixed(to, "a bound", state));
  for (const [axis, { from }] of ranges.entries()) {
    if (fixed(from, "a bound", state) !== 0) throw new Obstacle("a table does not start at 0");
    if (shape[axis]! < 0) throw new Obstacle("a table has a negative length");
  }
  // A table of a program has scalars; coverage makes tables of lists, which get one axis more.
  let inner: Shape | undefined;
  const items: Item[] = [];
  forEachPlace(ranges, state, () => {
    const item = unsoftened(expandBlock(body, state));
    inner ??= item.shape;
    if (!isSameShape(inner, item.shape)) throw new Obstacle("the cells of a table differ in shape");
    items.push(...item.items);
  });
  return { shape: [...shape, ...(inner ?? [])], items };
}

/** Binds the ranges' variables to every combination of their values, the last one fastest. */
function forEachPlace<Item extends object>(
  ranges: readonly Range[],
  state: State<Item>,
  visit: () => void,
): void {
  const [first, ...rest] = ranges;
  if (first === undefined) {
    visit();
    return;
  }
  const to = fixed(first.to, "a bound", state);
  for (let value = fixed(first.from, "a bound", state); value < to; value++) {
    state.names.set(first.variable, state.algebra.constant(value));
    forEachPlace(rest, state, visit);
  }
  state.names.delete(first.variable);
}

function stack<Item extends object>(items: readonly Value<Item>[]): ArrayOf<Item> {
  const arrays = items.map(unsoftened);
  const [first] = arrays;
  if (first === undefined) throw new Obstacle("an empty list");
  if (!arrays.every(({ shape }) => isSameShape(shape, first.shape))) {
    throw new Obstacle("the items of a list differ in shape");
  }
  return { shape: [items.length, ...first.shape], items: arrays.flatMap((array) => array.items) };
}

function pad<Item extends object>(
  value: Value<Item>,
  before: readonly number[],
  after: readonly number[],
  { algebra }: State<Item>,
): ArrayOf<Item> {
  const { shape, items } = unsoftened(value);
  if (![...before, ...after].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new Obstacle("an array is padded with less than nothing");
  }
  const wide = shape.map((length, axis) => before[axis]! + length + after[axis]!);
  if (sizeOf(wide) > maxSteps) throw new Obstacle("a padded array is too large");
  const padded = new Array<Item>(sizeOf(wide)).fill(algebra.constant(0));
  const here = shape.map(() => 0);
  for (const item of items) {
    const place = here.map((coordinate, axis) => coordinate + before[axis]!);
    padded[indexOf(place, wide)] = item;
    advance(here, shape);
  }
  return { shape: wide, items: padded };
}

/** The next coordinates in row-major order. */
function advance(coordinates: number[], shape: Shape): void {
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    coordinates[axis]! += 1;
    if (coordinates[axis]! < shape[axis]!) return;
    coordinates[axis] = 0;
  }
}

function asArray<Item extends object>(value: Value<Item>): ArrayOf<Item> {
  return "items" in value ? value : { shape: [], items: [value] };
}
