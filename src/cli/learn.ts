import { parse } from "node:path";
import type { Command } from "commander";
import { parseNames } from "./argument-parsers.ts";
import type { Session } from "./io.ts";
import { functionName, type LearnJobOptions, withLearnOptions } from "./options.ts";

interface LearnCommandOptions extends LearnJobOptions {
  readonly inputs?: readonly string[];
  readonly target?: string;
  readonly ask?: string;
}

/** `distill learn DATA...`: samples -> network -> program -> proof -> code. */
export function addLearn(root: Command, session: Session): void {
  const command = root
    .command("learn")
    .description("learn a program from samples in a .jsonl, .csv or .tsv file")
    .argument(
      "<data...>",
      'one sample a line, such as {"x": [0, 1], "y": 1}, or a row of column names first; several files are one problem at several sizes',
    )
    .option(
      "--inputs <names>",
      "keys or columns that are inputs (default: all but the target)",
      parseNames,
    )
    .option(
      "--target <name>",
      "key or column that is the target (default: y; in tables also label, target, class, or the last)",
    );
  withLearnOptions(command)
    .option("--ask <file>", "write the inputs whose labels would settle most, as .jsonl")
    .action(async (files: readonly string[], options: LearnCommandOptions) => {
      const [path, ...others] = files;
      const name = functionName(options.name, parse(path!).name);
      const { learnAndShow } = await import("./learn-and-show.ts");
      await learnAndShow({ path: path!, others, ...options, name }, session);
    });
}
