import { indexOf, modulo, type Shape, sizeOf } from "../math/shape.ts";
import type { Block, Comparison, Expression, Program, Range } from "./program.ts";

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
 * Integers must stay below 2^53, which is checked. Throws WrongInput where a shape does not fit, and
 * RangeError where an index leaves its array. Cost: the operations that the program names.
 */
export function evaluate(program: Program, inputs: readonly ArrayValue[]): Value {
  const frame = new Map<string, Value>();
  bindInputs(program, inputs, frame);
  return runBlock(program.body, frame);
}

type Frame = Map<string, Value>;

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
    frame.set(name, given.shape.length === 0 ? given.data[0]! : given);
  });
}

function runBlock(block: Block, frame: Frame): Value {
  for (const { name, value } of block.lets) frame.set(name, run(value, frame));
  return run(block.result, frame);
}

function run(expression: Expression, frame: Frame): Value {
  switch (expression.kind) {
    case "integer":
      return expression.value;
    case "size":
    case "variable":
      return frame.get(expression.name)!;
    case "element":
      return elementOf(expression.array, expression.indices, frame);
    case "add":
      return expression.terms.reduce((sum, term) => safe(sum + number(term, frame)), 0);
    case "subtract":
      return safe(number(expression.left, frame) - number(expression.right, frame));
    case "multiply":
      return safe(number(expression.left, frame) * number(expression.right, frame));
    case "modulo":
      return remainder(number(expression.left, frame), number(expression.right, frame));
    case "compare":
      return compare(
        number(expression.left, frame),
        expression.operator,
        number(expression.right, frame),
      );
    case "member":
      return expression.values.includes(number(expression.value, frame)) ? 1 : 0;
    case "and":
      return expression.operands.every((operand) => number(operand, frame) === 1) ? 1 : 0;
    case "or":
      return expression.operands.some((operand) => number(operand, frame) === 1) ? 1 : 0;
    case "xor":
      return expression.operands.reduce((parity, operand) => parity ^ number(operand, frame), 0);
    case "not":
      return 1 - number(expression.operand, frame);
    case "bit":
    case "truth":
      return run(expression.operand, frame);
    case "if":
      return number(expression.condition, frame) === 1
        ? run(expression.then, frame)
        : run(expression.otherwise, frame);
    case "sum": {
      let sum = 0;
      forEachPlace(expression.ranges, frame, () => {
        sum = safe(sum + number(expression.body, frame));
      });
      return sum;
    }
    case "table": {
      const shape = expression.ranges.map(({ to }) => number(to, frame));
      const data = new Float64Array(sizeOf(shape));
      let next = 0;
      forEachPlace(expression.ranges, frame, () => {
        data[next++] = runBlock(expression.body, frame) as number;
      });
      return { shape, data };
    }
    case "list":
      return stack(expression.items.map((item) => run(item, frame)));
    case "pad":
      return padded(frame.get(expression.array) as ArrayValue, expression.before, expression.after);
  }
}

function number(expression: Expression, frame: Frame): number {
  return run(expression, frame) as number;
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is beyond 2^53`);
  return value;
}

function remainder(dividend: number, divisor: number): number {
  if (divisor === 0) throw new RangeError("a remainder by 0");
  return modulo(dividend, divisor);
}

function compare(left: number, operator: Comparison, right: number): number {
  switch (operator) {
    case "<":
      return left < right ? 1 : 0;
    case "<=":
      return left <= right ? 1 : 0;
    case "==":
      return left === right ? 1 : 0;
    case "!=":
      return left !== right ? 1 : 0;
    case ">=":
      return left >= right ? 1 : 0;
    case ">":
      return left > right ? 1 : 0;
  }
}

function elementOf(array: string, indices: readonly Expression[], frame: Frame): number {
  const { shape, data } = frame.get(array) as ArrayValue;
  const coordinates = indices.map((index) => number(index, frame));
  coordinates.forEach((coordinate, axis) => {
    if (coordinate < 0 || coordinate >= shape[axis]!) {
      throw new RangeError(`${array} has no index ${coordinate} along axis ${axis}`);
    }
  });
  return data[indexOf(coordinates, shape)]!;
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

function stack(items: readonly Value[]): ArrayValue {
  const [first] = items;
  if (typeof first === "number") {
    return { shape: [items.length], data: Float64Array.from(items as number[]) };
  }
  const arrays = items as readonly ArrayValue[];
  return {
    shape: [arrays.length, ...arrays[0]!.shape],
    data: Float64Array.from(arrays.flatMap(({ data }) => [...data])),
  };
}

function padded(
  array: ArrayValue,
  before: readonly number[],
  after: readonly number[],
): ArrayValue {
  const shape = array.shape.map((length, axis) => before[axis]! + length + after[axis]!);
  const data = new Float64Array(sizeOf(shape));
  const copy = (axis: number, from: number, to: number): void => {
    if (axis === shape.length) {
      data[to] = array.data[from]!;
      return;
    }
    for (let i = 0; i < array.shape[axis]!; i++) {
      copy(axis + 1, from * array.shape[axis]! + i, to * shape[axis]! + before[axis]! + i);
    }
  };
  copy(0, 0, 0);
  return { shape, data };
}
