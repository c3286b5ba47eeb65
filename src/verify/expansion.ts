import { indexOf, isSameShape, type Shape, sizeOf } from "../math/shape.ts";
import type { Block, Expression, Program, Range } from "../program/program.ts";
import type { Node } from "./circuit.ts";
import * as circuit from "./circuit.ts";
import { Obstacle } from "./obstacle.ts";

/** An array whose elements are functions of the input cells, flat and row-major. */
export interface NodeArray {
  readonly shape: Shape;
  readonly items: readonly Node[];
}

/** What a program says at one size: a function of the input cells for each element of its result. */
export interface Expansion {
  /** `[]` for a scalar. */
  readonly shape: Shape;
  readonly items: readonly Node[];
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
export function expand(program: Program, shapes: readonly Shape[], meter: Meter): Expansion {
  const state: State = { names: new Map(), meter };
  const sizes = bindInputs(program, shapes, state);
  const { shape, items } = asArray(expandBlock(program.body, state));
  return { shape, items, sizes };
}

type Value = Node | NodeArray;

interface State {
  readonly names: Map<string, Value>;
  readonly meter: Meter;
}

function bindInputs(
  program: Program,
  shapes: readonly Shape[],
  { names }: State,
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
    const items = Array.from({ length: next - start }, (_, i) => circuit.cell(start + i));
    names.set(input.name, shape.length === 0 ? items[0]! : { shape, items });
  });
  for (const [name, length] of sizes) names.set(name, circuit.constant(length));
  return sizes;
}

function expandBlock({ lets, result }: Block, state: State): Value {
  for (const { name, value } of lets) state.names.set(name, expandValue(value, state));
  return expandValue(result, state);
}

function expandValue(expression: Expression, state: State): Value {
  state.meter.steps += 1;
  if (state.meter.steps > maxSteps) throw new Obstacle(`the expansion passes ${maxSteps} steps`);
  switch (expression.kind) {
    case "integer":
      return circuit.constant(expression.value);
    case "size":
    case "variable":
      return named(expression.name, state);
    case "element":
      return elementOf(expression.array, expression.indices, state);
    case "add":
      return circuit.sum(
        expression.terms.map((each) => circuit.term(1, scalarOf(each, state))),
        0,
      );
    case "subtract":
      return circuit.subtract(scalarOf(expression.left, state), scalarOf(expression.right, state));
    case "multiply":
      return circuit.product(scalarOf(expression.left, state), scalarOf(expression.right, state));
    case "modulo":
      return circuit.modulo(scalarOf(expression.left, state), scalarOf(expression.right, state));
    case "compare":
      return circuit.compare(
        scalarOf(expression.left, state),
        expression.operator,
        scalarOf(expression.right, state),
      );
    case "member":
      return circuit.member(scalarOf(expression.value, state), expression.values);
    case "and":
    case "or":
      return expandShortCircuit(expression.kind, expression.operands, state);
    case "xor":
      return circuit.logic(
        "xor",
        expression.operands.map((each) => scalarOf(each, state)),
      );
    case "not":
      return circuit.not(scalarOf(expression.operand, state));
    case "bit":
    case "truth":
      return scalarOf(expression.operand, state);
    case "if":
      return expandIf(expression, state);
    case "sum":
      return expandSum(expression.ranges, expression.body, state);
    case "table":
      return expandTable(expression.ranges, expression.body, state);
    case "list":
      return stack(expression.items.map((item) => expandValue(item, state)));
    case "pad":
      return pad(named(expression.array, state), expression.before, expression.after);
  }
}

function scalarOf(expression: Expression, state: State): Node {
  const value = expandValue(expression, state);
  if ("items" in value)
    throw new Obstacle(`an array stands where a number should: ${expression.kind}`);
  return value;
}

/** An integer that is the same for all inputs. Throws Obstacle. */
function fixed(expression: Expression, what: string, state: State): number {
  const node = scalarOf(expression, state);
  if (node.kind !== "constant") throw new Obstacle(`${what} depends on the inputs`);
  return node.value;
}

function named(name: string, { names }: State): Value {
  const value = names.get(name);
  if (value === undefined) throw new Obstacle(`${name} is used outside its block`);
  return value;
}

function elementOf(array: string, indices: readonly Expression[], state: State): Node {
  const { shape, items } = asArray(named(array, state));
  const coordinates = indices.map((index) => fixed(index, `an index of ${array}`, state));
  coordinates.forEach((coordinate, axis) => {
    if (!(coordinate >= 0 && coordinate < shape[axis]!)) {
      throw new Obstacle(`the program reads ${array} at ${coordinate} of axis ${axis}, outside it`);
    }
  });
  return items[indexOf(coordinates, shape)]!;
}

/** What stands behind an operand that decides alone is never run, so it may be out of range. */
function expandShortCircuit(
  kind: "and" | "or",
  operands: readonly Expression[],
  state: State,
): Node {
  const deciding = kind === "and" ? 0 : 1;
  const nodes: Node[] = [];
  for (const operand of operands) {
    const node = scalarOf(operand, state);
    if (node.kind === "constant" && node.value === deciding) return node;
    nodes.push(node);
  }
  return circuit.logic(kind, nodes);
}

function expandIf(expression: Expression & { readonly kind: "if" }, state: State): Value {
  const condition = scalarOf(expression.condition, state);
  if (condition.kind === "constant") {
    return expandValue(condition.value === 1 ? expression.then : expression.otherwise, state);
  }
  const then = expandValue(expression.then, state);
  const otherwise = expandValue(expression.otherwise, state);
  if (!("items" in then) && !("items" in otherwise)) {
    return circuit.choose(condition, then, otherwise);
  }
  const [a, b] = [asArray(then), asArray(otherwise)];
  if (!isSameShape(a.shape, b.shape)) throw new Obstacle("the branches differ in shape");
  const items = a.items.map((item, k) => circuit.choose(condition, item, b.items[k]!));
  return { shape: a.shape, items };
}

function expandSum(ranges: readonly Range[], body: Expression, state: State): Node {
  const terms: circuit.Term[] = [];
  // Constants are added up apart, by their signs, so that the sum still knows how far it may reach.
  const constants = { above: 0, below: 0 };
  forEachPlace(ranges, state, () => {
    const node = scalarOf(body, state);
    if (node.kind !== "constant") terms.push(circuit.term(1, node));
    else constants[node.value < 0 ? "below" : "above"] += node.value;
  });
  const { above, below } = constants;
  const known = [above, below].map((value) => circuit.term(1, circuit.constant(value)));
  return circuit.sum([...terms, ...known], 0);
}

function expandTable(ranges: readonly Range[], body: Block, state: State): NodeArray {
  // Bounds are taken before any variable of the table is bound: none may depend on another.
  const shape = ranges.map(({ to }) => fixed(to, "a bound", state));
  for (const [axis, { from }] of ranges.entries()) {
    if (fixed(from, "a bound", state) !== 0) throw new Obstacle("a table does not start at 0");
    if (shape[axis]! < 0) throw new Obstacle("a table has a negative length");
  }
  // A table of a program has scalars; coverage makes tables of lists, which get one axis more.
  let inner: Shape | undefined;
  const items: Node[] = [];
  forEachPlace(ranges, state, () => {
    const item = asArray(expandBlock(body, state));
    inner ??= item.shape;
    if (!isSameShape(inner, item.shape)) throw new Obstacle("the cells of a table differ in shape");
    items.push(...item.items);
  });
  return { shape: [...shape, ...(inner ?? [])], items };
}

/** Binds the ranges' variables to every combination of their values, the last one fastest. */
function forEachPlace(ranges: readonly Range[], state: State, visit: () => void): void {
  const [first, ...rest] = ranges;
  if (first === undefined) {
    visit();
    return;
  }
  const to = fixed(first.to, "a bound", state);
  for (let value = fixed(first.from, "a bound", state); value < to; value++) {
    state.names.set(first.variable, circuit.constant(value));
    forEachPlace(rest, state, visit);
  }
  state.names.delete(first.variable);
}

function stack(items: readonly Value[]): NodeArray {
  const arrays = items.map(asArray);
  const [first] = arrays;
  if (first === undefined) throw new Obstacle("an empty list");
  if (!arrays.every(({ shape }) => isSameShape(shape, first.shape))) {
    throw new Obstacle("the items of a list differ in shape");
  }
  return { shape: [items.length, ...first.shape], items: arrays.flatMap((array) => array.items) };
}

function pad(value: Value, before: readonly number[], after: readonly number[]): NodeArray {
  const { shape, items } = asArray(value);
  if (![...before, ...after].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new Obstacle("an array is padded with less than nothing");
  }
  const wide = shape.map((length, axis) => before[axis]! + length + after[axis]!);
  if (sizeOf(wide) > maxSteps) throw new Obstacle("a padded array is too large");
  const padded = new Array<Node>(sizeOf(wide)).fill(circuit.constant(0));
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

function asArray(value: Value): NodeArray {
  return "items" in value ? value : { shape: [], items: [value] };
}
