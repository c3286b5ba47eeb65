import type { Command } from "commander";
import type { Session } from "./io.ts";
import { withOutputOptions } from "./options.ts";

/** `distill run PROGRAM DATA`: predictions, and their accuracy where there are targets. */
export function addRun(root: Command, session: Session): void {
  const command = root
    .command("run")
    .description("predictions of a program.json, and its accuracy where the data have targets")
    .argument("<program>", "a program.json")
    .argument("<data>", "a .jsonl, .csv or .tsv file of samples of any size")
    .option("--target <name>", "key or column of the target (default: y; in tables: see learn)");
  withOutputOptions(command).action(async (program: string, data: string, options) => {
    const { runAndShow } = await import("./run-and-show.ts");
    await runAndShow({ program, data, ...options }, session);
  });
}
