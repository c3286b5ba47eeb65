import type { Command } from "commander";
import type { Session } from "./io.ts";
import { withOutputOptions } from "./options.ts";

/** `distill explain PROGRAM`: the program in plain English. */
export function addExplain(root: Command, session: Session): void {
  const command = root
    .command("explain")
    .description("what a program.json does, in plain English")
    .argument("<program>", "a program.json");
  withOutputOptions(command).action(async (program: string, options) => {
    const { explainAndShow } = await import("./explain-and-show.ts");
    await explainAndShow({ program, ...options }, session);
  });
}
