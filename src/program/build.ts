import type {
  Block,
  Carried,
  Comparison,
  Expression,
  Fold,
  Let,
  Origin,
  Range,
  Scan,
} from "./program.ts";

/** Builders: the words in which condenser, tests and readers write programs. */

export const integer = (value: number): Expression => ({ kind: "integer", value });
export const number = (value: number): Expression =>
  Number.isInteger(value) ? integer(value) : { kind: "number", value };
export const size = (name: string): Expression => ({ kind: "size", name });
export const variable = (name: string): Expression => ({ kind: "variable", name });

export const element = (array: string, ...indices: readonly Expression[]): Expression => ({
  kind: "element",
  array,
  indices,
});

export const add = (...terms: readonly Expression[]): Expression => ({ kind: "add", terms });

export const subtract = (left: Expression, right: Expression): Expression => ({
  kind: "subtract",
  left,
  right,
});

export const multiply = (left: Expression, right: Expression): Expression => ({
  kind: "multiply",
  left,
  right,
});

export const modulo = (left: Expression, right: Expression): Expression => ({
  kind: "modulo",
  left,
  right,
});

export const divide = (left: Expression, right: Expression): Expression => ({
  kind: "divide",
  left,
  right,
});

export const power = (base: number, exponent: Expression): Expression => ({
  kind: "power",
  base,
  exponent,
});

export const sign = (operand: Expression): Expression => ({ kind: "sign", operand });

export const compare = (left: Expression, operator: Comparison, right: Expression): Expression => ({
  kind: "compare",
  operator,
  left,
  right,
});

export const member = (value: Expression, values: readonly number[]): Expression => ({
  kind: "member",
  value,
  values,
});

export const and = (...operands: readonly Expression[]): Expression => ({ kind: "and", operands });
export const or = (...operands: readonly Expression[]): Expression => ({ kind: "or", operands });
export const xor = (...operands: readonly Expression[]): Expression => ({ kind: "xor", operands });
export const not = (operand: Expression): Expression => ({ kind: "not", operand });
export const bit = (operand: Expression): Expression => ({ kind: "bit", operand });
export const truth = (operand: Expression): Expression => ({ kind: "truth", operand });

export const choose = (
  condition: Expression,
  then: Expression,
  otherwise: Expression,
): Expression => ({ kind: "if", condition, then, otherwise });

export const range = (name: string, from: Expression, to: Expression): Range => ({
  variable: name,
  from,
  to,
});

export const sum = (ranges: readonly Range[], body: Expression): Expression => ({
  kind: "sum",
  ranges,
  body,
});

export const any = (ranges: readonly Range[], body: Expression): Expression => ({
  kind: "any",
  ranges,
  body,
});

export const all = (ranges: readonly Range[], body: Expression): Expression => ({
  kind: "all",
  ranges,
  body,
});

export const max = (ranges: readonly Range[], body: Expression): Expression => ({
  kind: "max",
  ranges,
  body,
});

export const min = (ranges: readonly Range[], body: Expression): Expression => ({
  kind: "min",
  ranges,
  body,
});

export const argmax = (over: Range, body: Expression): Expression => ({
  kind: "argmax",
  range: over,
  body,
});

export const argmin = (over: Range, body: Expression): Expression => ({
  kind: "argmin",
  range: over,
  body,
});

export const table = (ranges: readonly Range[], body: Block): Expression => ({
  kind: "table",
  ranges,
  body,
});

/** From the first place on; `{ ...scan(...), isBackward: true }` from the last. */
export const scan = (
  over: Range,
  carried: readonly Carried[],
  { body, end }: Pick<Scan, "body" | "end">,
): Scan => ({
  kind: "scan",
  range: over,
  isBackward: false,
  carried,
  body,
  ...(end === undefined ? {} : { end }),
});

/** From the first place on; `{ ...fold(...), isBackward: true }` from the last. */
export const fold = (
  over: Range,
  carried: readonly Carried[],
  { lets = [], end }: { readonly lets?: readonly Let[]; readonly end: Expression },
): Fold => ({ kind: "fold", range: over, isBackward: false, carried, lets, end });

export const list = (items: readonly Expression[]): Expression => ({ kind: "list", items });

export const pad = (
  array: string,
  before: readonly number[],
  after: readonly number[],
): Expression => ({ kind: "pad", array, before, after });

export const softmax = (logits: Expression): Expression => ({ kind: "softmax", logits });

export const block = (lets: readonly Let[], result: Expression, origin?: Origin): Block =>
  origin === undefined ? { lets, result } : { lets, result, origin };

export const define = (name: string, value: Expression, origin?: Origin): Let =>
  origin === undefined ? { name, value } : { name, value, origin };
