import type { ProgramInput, Size } from "../program.ts";
import { call, comprehension, infix, joined, numeral, type Phrase, word } from "./phrase.ts";
import type { Statement } from "./statement.ts";

/** The check of the lengths that a program is for, where it is not for all lengths. */
export function guards({ name, shape }: ProgramInput): readonly Statement[] {
  const wrong = shape.flatMap((length, axis) =>
    typeof length === "number" ? [isWrong(name, axis, length)] : [],
  );
  if (wrong.length === 0) return [];
  const condition = joined("or", "or", wrong);
  return [{ kind: "refuse", condition, message: `${name} must ${expected(shape)}` }];
}

const items = ["row", "plane", "block"];

function isWrong(name: string, axis: number, length: number): Phrase {
  const array = axis === 0 ? name : item(0);
  const unequal = infix("comparison", call("len", word(array)), [["!=", numeral(length)]]);
  if (axis === 0) return unequal;
  const clauses = Array.from({ length: axis }, (_, k) => ({
    target: word(item(axis - k - 1)),
    iterable: word(k === 0 ? name : item(axis - k)),
  }));
  return call("any", comprehension("", unequal, clauses));
}

function item(height: number): string {
  return items[height] ?? `array${height}`;
}

function expected(shape: readonly Size[]): string {
  return shape.length === 1 ? `have ${shape[0]} values` : `be ${shape.join(" by ")}`;
}
