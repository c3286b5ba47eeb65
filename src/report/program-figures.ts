import { emit } from "../emit/emit.ts";
import { countLines, countPythonTokens } from "../emit/python-tokens.ts";
import { countListedConstants } from "./count-listed-constants.ts";
import type { Known } from "./known.ts";
import { type TiedConstant, tiedConstants, tiedLengths } from "./tied-constants.ts";

export interface ProgramFigures {
  readonly lines: number;
  readonly tokens: number;
  /** Symbols that stand for any length. */
  readonly sizes: readonly string[];
  /** Constants that hold for the training size only. */
  readonly tied: readonly TiedConstant[];
  /** Numbers in tables that the program looks up: what has no pattern. */
  readonly constants: number;
}

/** Sizes of a program as it is printed in Python. */
export function programFigures({ program, source, isOfAllSizes }: Known): ProgramFigures {
  const python = source.python ?? emit(program, "python");
  const lengths = [...new Set(program.inputs.flatMap(({ shape }) => shape))];
  return {
    lines: countLines(python),
    tokens: countPythonTokens(python),
    sizes: lengths.filter((length) => typeof length === "string"),
    tied: isOfAllSizes ? tiedLengths(program) : tiedConstants(program),
    constants: countListedConstants(program),
  };
}
