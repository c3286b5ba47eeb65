import * as exacts from "../math/exact.ts";
import { type Exact, exact } from "../math/exact.ts";
import { indexOf, modulo, type Shape, sizeOf } from "../math/shape.ts";
import { check } from "./check.ts";
import type { Block, Comparison, Expression, Fold, Program, Range, Scan } from "./program.ts";

/** An array at run time, flat and row-major. */
export interface ArrayValue {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Integers, bits and truths (as 0 and 1) are numbers. */
export type Value = number | ArrayValue;

/** Inputs that a program does not take: its sentence says what was expected. */
export class WrongInput extends Error {
  override readonly name = "WrongInput";
}

/**
 * The definition of what a program means: its result for one sample.
 *
 * Exact: sums and products are not rounded, integers have no bound; only reals of the result are the
 * nearest doubles. Throws WrongInput where a shape does not fit, and RangeError where an index leaves its
 * array, a divisor is not above 0, a maximum has no values, a carried value leaves its bounds or the
 * result passes 2^53. Cost: the operations that the program names.
 */
export function evaluate(program: Program, inputs: readonly ArrayValue[]): Value {
  const frame: Frame = new Map();
  bindInputs(program, inputs, frame);
  const result = runBlock(program.body, frame);
  if (!isArray(result)) return rounded(result, program);
  if (result.items instanceof Float64Array) return { shape: result.shape, data: result.items };
  return {
    shape: result.shape,
    data: Float64Array.from(result.items, (item) => rounded(item, program)),
  };
}

/** Numbers of an array that was given are doubles, those of one that was computed exact. */
interface RunArray {
  readonly shape: Shape;
  readonly items: Float64Array | readonly Exact[];
}

type RunValue = Exact | RunArray;

type Frame = Map<string, RunValue>;

function isArray(value: RunValue): value is RunArray {
  return typeof value === "object" && "items" in value;
}

function rounded(value: Exact, program: Program): number {
  if (typeof value === "number") return value;
  const type = check(program);
  const isReal = type.kind === "real" || (type.kind === "array" && type.of === "real");
  if (!isReal) throw new RangeError(`${exacts.toNumber(value)} is beyond 2^53`);
  return exacts.toNumber(value);
}

function bindInputs(program: Program, inputs: readonly ArrayValue[], frame: Frame): void {
  if (inputs.length !== program.inputs.length) {
    throw new WrongInput(`expected ${program.inputs.length} inputs, found ${inputs.length}`);
  }
  program.inputs.forEach(({ name, shape }, k) => {
    const given = inputs[k]!;
    if (given.shape.length !== shape.length) {
      throw new WrongInput(`${name} has ${given.shape.length} axes, expected ${shape.length}`);
    }
    shape.forEach((length, axis) => {
      const expected =
        typeof length === "number" ? length : (frame.get(length) ?? given.shape[axis]!);
      if (expected !== given.shape[axis]) {
        throw new WrongInput(
          `axis ${axis} of ${name} is ${given.shape[axis]} long, expected ${expected}`,
        );
      }
      if (typeof length === "string") frame.set(length, given.shape[axis]!);
    });
    frame.set(
      name,
      given.shape.length === 0 ? exact(given.data[0]!) : { shape: given.shape, items: given.data },
    );
  });
}

function runBlock(block: Block, frame: Frame): RunValue {
  for (const { name, value } of block.lets) frame.set(name, run(value, frame));
  return run(block.result, frame);
}

function run(expression: Expression, frame: Frame): RunValue {
  switch (expression.kind) {
    case "integer":
      return expression.value;
    case "number":
      return exact(expression.value);
    case "size":
    case "variable":
      return frame.get(expression.name)!;
    case "element":
      return elementOf(expression.array, expression.indices, frame);
    case "add":
      return expression.terms.reduce<Exact>((sum, term) => exacts.add(sum, scalar(term, frame)), 0);
    case "subtract":
      return exacts.subtract(scalar(expression.left, frame), scalar(expression.right, frame));
    case "multiply":
      return exacts.multiply(scalar(expression.left, frame), scalar(expression.right, frame));
    case "modulo":
      return remainder(number(expression.left, frame), number(expression.right, frame));
    case "divide":
      return quotient(number(expression.left, frame), number(expression.right, frame));
    case "power":
      return power(expression.base, number(expression.exponent, frame));
    case "sign":
      return Math.sign(exacts.compare(scalar(expression.operand, frame), 0));
    case "compare": {
      const order = exacts.compare(scalar(expression.left, frame), scalar(expression.right, frame));
      return holds(order, expression.operator) ? 1 : 0;
    }
    case "member":
      return expression.values.includes(number(expression.value, frame)) ? 1 : 0;
    case "and":
      return expression.operands.every((operand) => isTrue(operand, frame)) ? 1 : 0;
    case "or":
      return expression.operands.some((operand) => isTrue(operand, frame)) ? 1 : 0;
    case "xor":
      return expression.operands.reduce((parity, operand) => parity ^ number(operand, frame), 0);
    case "not":
      return 1 - number(expression.operand, frame);
    case "bit":
    case "truth":
      return run(expression.operand, frame);
    case "if":
      return isTrue(expression.condition, frame)
        ? run(expression.then, frame)
        : run(expression.otherwise, frame);
    case "sum": {
      let sum: Exact = 0;
      forEachPlace(expression.ranges, frame, () => {
        sum = exacts.add(sum, scalar(expression.body, frame));
      });
      return sum;
    }
    case "any":
    case "all": {
      const values = new Set<boolean>();
      forEachPlace(expression.ranges, frame, () => values.add(isTrue(expression.body, frame)));
      return (expression.kind === "any" ? values.has(true) : !values.has(false)) ? 1 : 0;
    }
    case "max":
    case "min":
      return extreme(expression.kind, expression.ranges, { body: expression.body, frame }).value;
    case "argmax":
    case "argmin": {
      const kind = expression.kind === "argmax" ? "max" : "min";
      const { place } = extreme(kind, [expression.range], { body: expression.body, frame });
      return place + number(expression.range.from, frame);
    }
    case "table": {
      const shape = expression.ranges.map(({ to }) => number(to, frame));
      const items: Exact[] = [];
      forEachPlace(expression.ranges, frame, () => {
        items.push(runBlock(expression.body, frame) as Exact);
      });
      return { shape, items };
    }
    case "scan":
      return scanned(expression, frame);
    case "fold":
      return foldedUp(expression, frame);
    case "list":
      return stack(expression.items.map((item) => run(item, frame)));
    case "pad":
      return padded(frame.get(expression.array) as RunArray, expression.before, expression.after);
    case "softmax":
      return softmax(run(expression.logits, frame) as RunArray);
  }
}

function scalar(expression: Expression, frame: Frame): Exact {
  return run(expression, frame) as Exact;
}

/** An integer below 2^53: an index, a bound, a bit. */
function number(expression: Expression, frame: Frame): number {
  const value = scalar(expression, frame);
  if (typeof value === "number") return value;
  throw new RangeError(`${exacts.toNumber(value)} is beyond 2^53`);
}

function isTrue(expression: Expression, frame: Frame): boolean {
  return run(expression, frame) === 1;
}

function remainder(dividend: number, divisor: number): number {
  if (divisor === 0) throw new RangeError("a remainder by 0");
  return modulo(dividend, divisor);
}

function quotient(dividend: number, divisor: number): number {
  if (divisor <= 0) throw new RangeError(`a division by ${divisor}`);
  return (dividend - modulo(dividend, divisor)) / divisor;
}

function power(base: number, exponent: number): Exact {
  if (exponent < 0) throw new RangeError(`the power ${exponent}`);
  let product: Exact = 1;
  for (let k = 0; k < exponent; k++) product = exacts.multiply(product, base);
  return product;
}

/** Does an order below, at or above 0 satisfy the comparison? */
function holds(order: number, operator: Comparison): boolean {
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "==":
      return order === 0;
    case "!=":
      return order !== 0;
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
  }
}

/** The first largest or smallest value, and how many came before it. */
function extreme(
  kind: "max" | "min",
  ranges: readonly Range[],
  { body, frame }: { readonly body: Expression; readonly frame: Frame },
): { readonly value: Exact; readonly place: number } {
  const wanted = kind === "max" ? 1 : -1;
  let best: { readonly value: Exact; readonly place: number } | undefined;
  let place = 0;
  forEachPlace(ranges, frame, () => {
    const value = scalar(body, frame);
    const isBetter = best === undefined || wanted * exacts.compare(value, best.value) > 0;
    if (isBetter) best = { value, place };
    place += 1;
  });
  if (best === undefined) throw new RangeError(`the ${kind} of no values`);
  return best;
}

function elementOf(array: string, indices: readonly Expression[], frame: Frame): Exact {
  const { shape, items } = frame.get(array) as RunArray;
  const coordinates = indices.map((index) => number(index, frame));
  coordinates.forEach((coordinate, axis) => {
    if (coordinate < 0 || coordinate >= shape[axis]!) {
      throw new RangeError(`${array} has no index ${coordinate} along axis ${axis}`);
    }
  });
  const item = items[indexOf(coordinates, shape)]!;
  return typeof item === "number" ? exact(item) : item;
}

/** Calls `visit` for every combination of the ranges' variables, the last one fastest. */
function forEachPlace(ranges: readonly Range[], frame: Frame, visit: () => void): void {
  const [first, ...rest] = ranges;
  if (first === undefined) {
    visit();
    return;
  }
  const to = number(first.to, frame);
  for (let value = number(first.from, frame); value < to; value++) {
    frame.set(first.variable, value);
    forEachPlace(rest, frame, visit);
  }
}

function scanned(scan: Scan, frame: Frame): RunArray {
  const items: Exact[] = [];
  carryAlong(scan, frame, () => items.push(runBlock(scan.body, frame) as Exact));
  if (scan.end !== undefined) items.push(scalar(scan.end, frame));
  return { shape: [items.length], items: scan.isBackward ? items.reverse() : items };
}

function foldedUp(fold: Fold, frame: Frame): Exact {
  carryAlong(fold, frame, () => {
    for (const { name, value } of fold.lets) frame.set(name, run(value, frame));
  });
  return scalar(fold.end, frame);
}

/** Visits the places in turn, and carries on what comes after each. */
function carryAlong(
  { range, isBackward, carried }: Scan | Fold,
  frame: Frame,
  visit: () => void,
): void {
  const length = Math.max(0, number(range.to, frame));
  carry(
    carried,
    carried.map(({ initial }) => initial),
    frame,
  );
  for (let step = 0; step < length; step++) {
    frame.set(range.variable, isBackward ? length - 1 - step : step);
    visit();
    carry(
      carried,
      carried.map(({ next }) => number(next, frame)),
      frame,
    );
  }
}

/** Gives all carried names their values at once. */
function carry(carried: Scan["carried"], values: readonly number[], frame: Frame): void {
  carried.forEach(({ name, low, high }, k) => {
    const value = values[k]!;
    if (value < low || value > high) {
      throw new RangeError(`${name} is ${value}, not between ${low} and ${high}`);
    }
    frame.set(name, value);
  });
}

function stack(values: readonly RunValue[]): RunArray {
  const [first] = values;
  if (first === undefined || !isArray(first)) {
    return { shape: [values.length], items: values as readonly Exact[] };
  }
  const arrays = values as readonly RunArray[];
  return {
    shape: [arrays.length, ...first.shape],
    items: arrays.flatMap(({ items }) => Array.from<Exact>(items)),
  };
}

function padded(array: RunArray, before: readonly number[], after: readonly number[]): RunArray {
  const shape = array.shape.map((length, axis) => before[axis]! + length + after[axis]!);
  const items = new Array<Exact>(sizeOf(shape)).fill(0);
  const copy = (axis: number, from: number, to: number): void => {
    if (axis === shape.length) {
      items[to] = array.items[from]!;
      return;
    }
    for (let i = 0; i < array.shape[axis]!; i++) {
      copy(axis + 1, from * array.shape[axis]! + i, to * shape[axis]! + before[axis]! + i);
    }
  };
  copy(0, 0, 0);
  return { shape, items };
}

/** Probabilities are no dyadic numbers: they are the doubles that are found from rounded logits. */
function softmax({ shape, items }: RunArray): RunArray {
  const length = shape.at(-1)!;
  const logits = Float64Array.from(items, (item) => exacts.toNumber(item));
  const probabilities = new Float64Array(logits.length);
  for (let start = 0; start < logits.length; start += length) {
    const group = logits.subarray(start, start + length);
    const largest = group.reduce((most, value) => Math.max(most, value));
    const powers = group.map((value) => Math.exp(value - largest));
    const total = powers.reduce((sum, value) => sum + value, 0);
    probabilities.set(
      powers.map((value) => value / total),
      start,
    );
  }
  return { shape, items: probabilities };
}
