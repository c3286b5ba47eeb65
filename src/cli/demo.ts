import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { unknownDemo } from "../errors.ts";
import type { Session } from "./io.ts";
import { functionName, type LearnJobOptions, withLearnOptions } from "./options.ts";
import { packageRoot } from "./package-root.ts";

interface DemoOptions extends LearnJobOptions {
  readonly list?: true;
}

/** `distill demo [NAME]`: a shipped data set through `learn`. */
export function addDemo(root: Command, session: Session): void {
  const command = root
    .command("demo")
    .description("learn a program from a shipped data set")
    .argument("[name]", "which one", "rule30")
    .option("--list", "list the names");
  withLearnOptions(command).action(async (demo: string, { list, ...options }: DemoOptions) => {
    const names = demoNames();
    if (list) {
      session.io.out(`${names.join("\n")}\n`);
      return;
    }
    if (!names.includes(demo)) throw unknownDemo(demo, names);
    const name = functionName(options.name, demo);
    const { learnAndShow } = await import("./learn-and-show.ts");
    await learnAndShow({ path: dataPath(demo), ...options, name }, session);
  });
}

function demoNames(): string[] {
  return readdirSync(join(packageRoot(), "examples"))
    .filter((name) => existsSync(dataPath(name)))
    .sort();
}

function dataPath(name: string): string {
  return join(packageRoot(), "examples", name, "data.jsonl");
}
