import { emit, extensions, type Language } from "../src/emit/emit.ts";
import { printProse } from "../src/emit/prose.ts";
import type { Program } from "../src/program/program.ts";

/** What a program looks like in every language, by the name of its golden file. */
export function goldenFiles(program: Program): Readonly<Record<string, string>> {
  const languages = Object.keys(extensions) as readonly Language[];
  const sources = languages.map((language) => [goldenFile(language), emit(program, language)]);
  return { ...Object.fromEntries(sources), "english.txt": printProse(program) };
}

/** `python.py`, `typescript.ts`, `c.c`. */
export function goldenFile(language: Language): string {
  return `${language}.${extensions[language]}`;
}
