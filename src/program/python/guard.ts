import { tooShort } from "../least-lengths.ts";
import { lookedUp } from "../looked-up.ts";
import type { Program, ProgramInput, Size } from "../program.ts";
import { expected, fitting, sharesLength } from "../wrong-length.ts";
import { expressionPhrase } from "./expression.ts";
import { call, comprehension, infix, joined, numeral, type Phrase, word } from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import type { Statement } from "./statement.ts";

/**
 * The checks of the lengths that a program is for: those that are no symbols, those that are also lengths
 * of inputs before, for which `lengths` are phrases, and those that may be too short.
 */
export function guards(
  program: Pick<Program, "inputs" | "body">,
  lengths: ReadonlyMap<string, Phrase>,
): readonly Statement[] {
  return [...wrongGuards(program.inputs, lengths), ...shortGuards(program, lengths)];
}

/** The checks of places that single inputs say; beyond those that arrays say Python has an error of its own. */
export function placeGuards(
  program: Pick<Program, "inputs" | "body">,
  place: PythonPlace,
): readonly Statement[] {
  return lookedUp(program).flatMap(({ isOutside, sentence }) =>
    isOutside === undefined ? [] : refusals([expressionPhrase(isOutside, place)], sentence),
  );
}

function shortGuards(
  program: Pick<Program, "inputs" | "body">,
  lengths: ReadonlyMap<string, Phrase>,
): readonly Statement[] {
  return tooShort(program).flatMap(({ symbol, least, sentence }) => {
    const short = infix("comparison", lengths.get(symbol)!, [["<", numeral(least)]]);
    return refusals([short], sentence);
  });
}

function wrongGuards(
  inputs: readonly ProgramInput[],
  lengths: ReadonlyMap<string, Phrase>,
): readonly Statement[] {
  return inputs.flatMap(({ name, shape }, k) => {
    const fixed = wrongLengths(name, shape, (length) =>
      typeof length === "number" ? numeral(length) : undefined,
    );
    const others = inputs.slice(0, k).filter((other) => sharesLength(other, shape));
    const known = new Set(others.flatMap((other) => other.shape));
    const shared = wrongLengths(name, shape, (length) =>
      typeof length === "string" && known.has(length) ? lengths.get(length) : undefined,
    );
    return [
      ...refusals(fixed, `${name} must ${expected(shape)}`),
      ...refusals(shared, `${name} must ${fitting(shape, others)}`),
    ];
  });
}

function refusals(wrong: readonly Phrase[], message: string): readonly Statement[] {
  return wrong.length === 0
    ? []
    : [{ kind: "refuse", condition: joined("or", "or", wrong), message }];
}

function wrongLengths(
  name: string,
  shape: readonly Size[],
  wanted: (length: Size) => Phrase | undefined,
): readonly Phrase[] {
  return shape.flatMap((length, axis) => {
    const phrase = wanted(length);
    return phrase === undefined ? [] : [isWrong(name, axis, phrase)];
  });
}

const items = ["row", "plane", "block"];

function isWrong(name: string, axis: number, length: Phrase): Phrase {
  const array = axis === 0 ? name : item(0);
  const unequal = infix("comparison", call("len", word(array)), [["!=", length]]);
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
