import { countLines, countPythonTokens } from "../emit/python-tokens.ts";
import type { Program } from "../program/program.ts";
import { countListedConstants } from "./count-listed-constants.ts";
import { type TiedConstant, tiedConstants } from "./tied-constants.ts";

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
export function programFigures(program: Program, python: string): ProgramFigures {
  const lengths = [...new Set(program.inputs.flatMap(({ shape }) => shape))];
  return {
    lines: countLines(python),
    tokens: countPythonTokens(python),
    sizes: lengths.filter((length) => typeof length === "string"),
    tied: tiedConstants(program),
    constants: countListedConstants(program),
  };
}
