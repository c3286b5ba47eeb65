import { type Command, Option } from "commander";
import { extensions, type Language } from "../emit/emit.ts";
import { usage } from "../errors.ts";
import type { Edge } from "../learn/options.ts";
import { identifier } from "../program/names.ts";
import { parseNames, parseSeconds, parseSeed } from "./argument-parsers.ts";

/** What commands that end in code have in common, as commander hands it over. */
export interface JobOptions {
  readonly name?: string;
  readonly out?: string;
  readonly emit: readonly string[];
  readonly seed: number;
  readonly maxSeconds?: number;
  readonly requireProof?: true;
  readonly checkRun?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** What `learn` and `demo` have in common. */
export interface LearnJobOptions extends JobOptions {
  readonly edge: Edge | "auto";
  readonly noise: string;
}

/** Adds the options of commands that end in code. */
export function withJobOptions(command: Command): Command {
  return withOutputOptions(command)
    .option("--name <name>", "name of the function (default: the file's name)")
    .option("-o, --out <dir>", "folder for the files (default: distilled/NAME)")
    .addOption(
      new Option("--emit <languages>", "python, typescript, c, with commas between them")
        .argParser(parseNames)
        .default(["python"], "python"),
    )
    .option("--seed <n>", "the same seed and files give the same files", parseSeed, 0)
    .option("--max-seconds <n>", "stop searching after so long", parseSeconds)
    .option("--require-proof", "exit with 3 unless program and network are proved equivalent")
    .option("--check-run", "execute the printed code on samples");
}

/** Adds the options of commands that go from samples to code. */
export function withLearnOptions(command: Command): Command {
  return withJobOptions(command)
    .addOption(
      new Option("--edge <edge>", "how a window behaves at an array's border")
        .choices(["auto", "ring", "zero", "none"])
        .default("auto"),
    )
    .option(
      "--noise <rate>",
      "share of labels that may be wrong: auto, or from 0 to below 1",
      "auto",
    );
}

export function withOutputOptions(command: Command): Command {
  return command
    .addOption(new Option("--json", "print JSON alone").conflicts("quiet"))
    .option("--quiet", "print the result alone");
}

/** The languages to print, in the order in which they were named. Throws UsageError for others. */
export function languagesOf(names: readonly string[]): Language[] {
  return names.map((name) => {
    if (isLanguage(name)) return name;
    throw usage(`--emit expects python, typescript or c, found ${JSON.stringify(name)}`);
  });
}

function isLanguage(name: string): name is Language {
  return Object.hasOwn(extensions, name);
}

/** The share of labels that may be wrong, from 0 to below 1. Throws UsageError. */
export function checkNoise(rate: string): "auto" | number {
  if (rate === "auto") return rate;
  if (/^(\d+\.?\d*|\.\d+)$/.test(rate) && Number(rate) < 1) return Number(rate);
  throw usage(`--noise expects auto or a share from 0 to below 1, found ${JSON.stringify(rate)}`);
}

/** The function's name: the one wanted, or an identifier like the fallback. Throws UsageError. */
export function functionName(wanted: string | undefined, fallback: string): string {
  if (wanted === undefined) return identifier(fallback);
  if (identifier(wanted) === wanted) return wanted;
  throw usage(
    `--name expects an identifier, found ${JSON.stringify(wanted)}; try ${identifier(wanted)}`,
  );
}
