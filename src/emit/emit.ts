import type { Program } from "../program/program.ts";
import { printPython } from "./python.ts";

/** The languages in which programs are printed. */
export type Language = "python";

/**
 * A program as the text of a source file that holds one function of the program's name.
 *
 * The function's value is that of `evaluate`, in plain integers. Throws IllFormed.
 */
export function emit(program: Program, language: Language): string {
  switch (language) {
    case "python":
      return printPython(program);
  }
}
