import { type Command, Option } from "commander";
import { printJsonl } from "../data/print-jsonl.ts";
import { writeFileWhole } from "../run/write-files.ts";
import type { Border } from "../tasks/frame.ts";
import { problems } from "../tasks/problems.ts";
import { taskSamples } from "../tasks/task-samples.ts";
import { parseCount, parseSeed, parseSize } from "./argument-parsers.ts";
import type { Session } from "./io.ts";

interface TaskCommandOptions {
  readonly size?: readonly number[];
  readonly samples?: number;
  readonly seed: number;
  readonly edge: Border;
  readonly out?: string;
}

/** `distill task NAME`: random samples of a built-in problem. */
export function addTask(root: Command, session: Session): void {
  root
    .command("task")
    .description(
      `write samples of a built-in problem: rule0 to rule255, majority3, life, ${[...problems.keys()].join(", ")}`,
    )
    .argument("<name>", "the problem")
    .option("--size <size>", "N cells or RxC (default: the problem's own, 20, or 16x16)", parseSize)
    .option("--samples <n>", "how many (default: the problem's own, 5, or 3 frames)", parseCount)
    .option("--seed <n>", "the same seed gives the same samples", parseSeed, 0)
    .addOption(
      new Option("--edge <edge>", "beyond the border").choices(["ring", "zero"]).default("ring"),
    )
    .option("-o, --out <file>", "where to write (default: the terminal)")
    .action(async (name: string, { size, out, ...options }: TaskCommandOptions) => {
      const text = printJsonl(taskSamples(name, { ...options, ...(size && { shape: size }) }));
      if (out === undefined) session.io.out(text);
      else await writeFileWhole(out, text);
    });
}
