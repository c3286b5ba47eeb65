import { isConstant } from "../program/constant.ts";
import { partsOf } from "../program/parts.ts";
import type { Expression, Program } from "../program/program.ts";

/** How many numbers stand in lists of numbers: what a program looks up, because no pattern says it. */
export function countListedConstants({ body }: Program): number {
  return [...body.lets.map(({ value }) => value), body.result].reduce(
    (count, expression) => count + countIn(expression),
    0,
  );
}

function countIn(expression: Expression): number {
  if (expression.kind === "list" && isConstant(expression)) return countNumbers(expression);
  return partsOf(expression).reduce((count, part) => count + countIn(part), 0);
}

function countNumbers(expression: Expression): number {
  if (expression.kind !== "list") return 1;
  return expression.items.reduce((count, item) => count + countNumbers(item), 0);
}
