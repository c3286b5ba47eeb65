import { countLines, countPythonTokens } from "../emit/python-tokens.ts";
import type { Program } from "../program/program.ts";

export interface ProgramFigures {
  readonly lines: number;
  readonly tokens: number;
  /** Symbols that stand for any length. */
  readonly sizes: readonly string[];
  /** Lengths that hold for the samples' size only. */
  readonly tied: readonly number[];
}

/** Sizes of a program as it is printed in Python. */
export function programFigures({ inputs }: Program, python: string): ProgramFigures {
  const lengths = [...new Set(inputs.flatMap(({ shape }) => shape))];
  return {
    lines: countLines(python),
    tokens: countPythonTokens(python),
    sizes: lengths.filter((length) => typeof length === "string"),
    tied: lengths.filter((length) => typeof length === "number"),
  };
}
