import type { Command } from "commander";
import type { Session } from "./io.ts";
import { withOutputOptions } from "./options.ts";

/** `distill verify PROGRAM NETWORK`: is a program.json equivalent to a network.json? */
export function addVerify(root: Command, session: Session): void {
  const command = root
    .command("verify")
    .description("prove that a program.json is equivalent to a network.json, or find a difference")
    .argument("<program>", "a program.json")
    .argument("<network>", "a network.json")
    .option("--require-proof", "exit with 3 unless they are proved equivalent");
  withOutputOptions(command).action(async (program: string, network: string, options) => {
    const { verifyAndShow } = await import("./verify-and-show.ts");
    await verifyAndShow({ program, network, ...options }, session);
  });
}
