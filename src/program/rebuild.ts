import type { Block, Expression, Range } from "./program.ts";

/** What becomes of the expressions, and of the blocks of tables and scans, of which an expression is directly made. */
export interface Rebuilding {
  readonly expression: (part: Expression) => Expression;
  readonly block?: (block: Block) => Block;
}

/** The same expression with other parts; ranges keep their variables. */
export function rebuild(expression: Expression, { expression: of, block }: Rebuilding): Expression {
  const ranges = (given: readonly Range[]): Range[] =>
    given.map((each) => ({ ...each, from: of(each.from), to: of(each.to) }));
  switch (expression.kind) {
    case "integer":
    case "number":
    case "size":
    case "variable":
    case "pad":
      return expression;
    case "element":
      return { ...expression, indices: expression.indices.map(of) };
    case "add":
      return { ...expression, terms: expression.terms.map(of) };
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "compare":
      return { ...expression, left: of(expression.left), right: of(expression.right) };
    case "power":
      return { ...expression, exponent: of(expression.exponent) };
    case "member":
      return { ...expression, value: of(expression.value) };
    case "and":
    case "or":
    case "xor":
      return { ...expression, operands: expression.operands.map(of) };
    case "sign":
    case "not":
    case "bit":
    case "truth":
      return { ...expression, operand: of(expression.operand) };
    case "if":
      return {
        ...expression,
        condition: of(expression.condition),
        then: of(expression.then),
        otherwise: of(expression.otherwise),
      };
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
      return { ...expression, ranges: ranges(expression.ranges), body: of(expression.body) };
    case "argmax":
    case "argmin":
      return { ...expression, range: ranges([expression.range])[0]!, body: of(expression.body) };
    case "table":
      return {
        ...expression,
        ranges: ranges(expression.ranges),
        body: block === undefined ? rebuildBlock(expression.body, of) : block(expression.body),
      };
    case "scan": {
      const { range, carried, body, end } = expression;
      return {
        ...expression,
        range: ranges([range])[0]!,
        body: block === undefined ? rebuildBlock(body, of) : block(body),
        carried: carried.map((each) => ({ ...each, next: of(each.next) })),
        ...(end === undefined ? {} : { end: of(end) }),
      };
    }
    case "fold": {
      const { range, carried, lets, end } = expression;
      return {
        ...expression,
        range: ranges([range])[0]!,
        lets: lets.map((each) => ({ ...each, value: of(each.value) })),
        carried: carried.map((each) => ({ ...each, next: of(each.next) })),
        end: of(end),
      };
    }
    case "list":
      return { ...expression, items: expression.items.map(of) };
    case "softmax":
      return { ...expression, logits: of(expression.logits) };
  }
}

/** The same block with other values. */
export function rebuildBlock(block: Block, of: (part: Expression) => Expression): Block {
  return {
    ...block,
    lets: block.lets.map((each) => ({ ...each, value: of(each.value) })),
    result: of(block.result),
  };
}
