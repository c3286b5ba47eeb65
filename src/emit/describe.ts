import type { Domain } from "../math/domain.ts";
import { check, type Type } from "../program/check.ts";
import { lengthsOf, placeAnywhere } from "../program/place.ts";
import type { Expression, Program, ProgramInput } from "../program/program.ts";
import { flat } from "./layout.ts";
import { sceneOfDoubles } from "./scene.ts";
import { plainDoc } from "./typescript-number.ts";

/** One value and many of them, in words. */
interface Words {
  readonly one: string;
  readonly many: string;
}

/** What a function takes, for each input: `x, n rows of m values of 0 or 1`. */
export function takes({ inputs }: Program): readonly string[] {
  return inputs.map(
    ({ name, shape, domain }) => `${name}, ${amount(shape.map(String), wordsOf(domain))}`,
  );
}

/** What a function returns: `n values of 0 or 1`. */
export function returns(program: Program): string {
  const lengths = lengthsOf(program.body.result, placeAnywhere(program)) ?? [];
  return amount(
    lengths.map((length) => lengthText(length, program)),
    wordsOfType(check(program)),
  );
}

/** An input as words: `n rows of m values of 0 or 1`. */
export function inputWords({ shape, domain }: ProgramInput): string {
  return amount(shape.map(String), wordsOf(domain));
}

/** `a`; `a and b`; `a, b and c`. */
export function listed(parts: readonly string[], word = "and"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

function lengthText(length: Expression, program: Program): string {
  return flat(plainDoc(length, sceneOfDoubles(program)).doc);
}

function amount(lengths: readonly string[], { one, many }: Words): string {
  const units = ["", "rows of ", "planes of ", ...lengths.slice(3).map(() => "blocks of ")];
  if (lengths.length === 0) return one;
  const outer = lengths.map((length, axis) => `${length} ${units[lengths.length - 1 - axis]}`);
  return outer.join("") + many;
}

const bits: Words = { one: "0 or 1", many: "values of 0 or 1" };
const integers: Words = { one: "an integer", many: "integers" };
const reals: Words = { one: "a number", many: "numbers" };

function wordsOf(domain: Domain): Words {
  switch (domain.kind) {
    case "binary":
      return bits;
    case "sign":
      return { one: "-1, 0 or 1", many: "values of -1, 0 or 1" };
    case "integer": {
      if (!Number.isFinite(domain.low) || !Number.isFinite(domain.high)) return integers;
      const span = `from ${domain.low} to ${domain.high}`;
      return { one: `an integer ${span}`, many: `integers ${span}` };
    }
    case "real":
      return reals;
  }
}

function wordsOfType(type: Type): Words {
  switch (type.kind) {
    case "bit":
    case "truth":
      return bits;
    case "integer":
      return integers;
    case "real":
      return reals;
    case "array":
      return wordsOfType({ kind: type.of });
  }
}
