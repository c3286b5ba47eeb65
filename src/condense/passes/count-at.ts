import type { Expression, Range } from "../../program/program.ts";

/** What the symbols of lengths stand for at the size of a network. */
export type Lengths = ReadonlyMap<string, number>;

/** How many combinations the variables of ranges have at a size; undefined where bounds depend on variables. */
export function countAt(ranges: readonly Range[], lengths: Lengths): number | undefined {
  return ranges.reduce<number | undefined>((count, { from, to }) => {
    const [low, high] = [valueAt(from, lengths), valueAt(to, lengths)];
    if (count === undefined || low === undefined || high === undefined) return undefined;
    return count * Math.max(0, high - low);
  }, 1);
}

/** Of what is made of lengths and constants. */
function valueAt(expression: Expression, lengths: Lengths): number | undefined {
  const both = (
    { left, right }: { readonly left: Expression; readonly right: Expression },
    of: (a: number, b: number) => number,
  ): number | undefined => {
    const [a, b] = [valueAt(left, lengths), valueAt(right, lengths)];
    return a === undefined || b === undefined ? undefined : of(a, b);
  };
  switch (expression.kind) {
    case "integer":
      return expression.value;
    case "size":
      return lengths.get(expression.name);
    case "add":
      return expression.terms.reduce<number | undefined>((sum, term) => {
        const value = valueAt(term, lengths);
        return sum === undefined || value === undefined ? undefined : sum + value;
      }, 0);
    case "subtract":
      return both(expression, (a, b) => a - b);
    case "multiply":
      return both(expression, (a, b) => a * b);
    case "divide":
      return both(expression, (a, b) => Math.floor(a / b));
    default:
      return undefined;
  }
}
