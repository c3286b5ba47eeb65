import type { Program } from "../program/program.ts";
import { printC } from "./c.ts";
import { printPython } from "./python.ts";
import { printTypeScript } from "./typescript.ts";

/** The languages in which programs are printed. */
export type Language = "python" | "typescript" | "c";

/** How the files of each language end. */
export const extensions: Readonly<Record<Language, string>> = {
  python: "py",
  typescript: "ts",
  c: "c",
};

/**
 * A program as the text of a source file that holds one function of the program's name.
 *
 * The function's value is that of `evaluate`, in plain numbers. Throws IllFormed; in C, DistillError where
 * 64 bits are too few.
 */
export function emit(program: Program, language: Language): string {
  switch (language) {
    case "python":
      return printPython(program);
    case "typescript":
      return printTypeScript(program);
    case "c":
      return printC(program);
  }
}
