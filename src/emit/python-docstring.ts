import type { Domain } from "../math/domain.ts";
import { check, type Type } from "../program/check.ts";
import { lengthsOf, placeAnywhere } from "../program/place.ts";
import type { Program, ProgramInput } from "../program/program.ts";
import { WIDTH } from "./layout.ts";
import { printExpression } from "./python.ts";

/** What a function takes and returns: `"""Takes x, n values of 0 or 1; returns 0 or 1."""`. */
export function docstring(program: Program): string {
  const inputs = program.inputs.map(described);
  const takes = `Takes ${joined(inputs, " ")}`;
  const returns = `eturns ${result(program)}.`;
  const line = `    """${takes}; r${returns}"""`;
  if (line.length <= WIDTH) return line;
  const first = `    """${takes}.`;
  const short = first.length <= WIDTH ? first : `    """Takes ${joined(inputs, "\n    ")}.`;
  return `${short}\n\n    R${returns}\n    """`;
}

/** `a, and b`; `a; b; and c`. */
function joined(parts: readonly string[], space: string): string {
  const comma = parts.length === 2 ? "," : ";";
  return parts
    .map((part, k) => (k > 0 && k === parts.length - 1 ? `and ${part}` : part))
    .join(comma + space);
}

/** One value and many of them, in words. */
interface Words {
  readonly one: string;
  readonly many: string;
}

const bits: Words = { one: "0 or 1", many: "values of 0 or 1" };
const integers: Words = { one: "an integer", many: "integers" };
const reals: Words = { one: "a number", many: "numbers" };

function described({ name, shape, domain }: ProgramInput): string {
  return `${name}, ${amount(shape.map(String), wordsOf(domain))}`;
}

function result(program: Program): string {
  const place = placeAnywhere(program);
  const lengths = lengthsOf(program.body.result, place) ?? [];
  const texts = lengths.map((length) => printExpression(length, program));
  return amount(texts, wordsOfType(check(program)));
}

function amount(lengths: readonly string[], { one, many }: Words): string {
  const units = ["", "rows of ", "planes of ", ...lengths.slice(3).map(() => "blocks of ")];
  if (lengths.length === 0) return one;
  const outer = lengths.map((length, axis) => `${length} ${units[lengths.length - 1 - axis]}`);
  return outer.join("") + many;
}

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
