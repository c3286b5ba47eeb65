import type { Command } from "commander";
import { parseSeed } from "./argument-parsers.ts";
import type { Session } from "./io.ts";
import { withOutputOptions } from "./options.ts";

export interface ReproduceOptions {
  readonly out: string;
  readonly seed: number;
  readonly quick?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** `distill reproduce [NAME...]`: the published experiments beside baselines. */
export function addReproduce(root: Command, session: Session): void {
  const command = root
    .command("reproduce")
    .description(
      "run the published experiments beside baselines: automata, life, arithmetic, orientation, max-sat, compactness",
    )
    .argument("[name...]", "which ones (default: all)");
  withOutputOptions(command)
    .option(
      "-o, --out <dir>",
      "folder for results.json, report.html and plots",
      "distilled/reproduce",
    )
    .option("--seed <n>", "the same seed gives the same results", parseSeed, 0)
    .option("--quick", "fewer seeds and smaller sizes: minutes instead of an hour")
    .addHelpText(
      "after",
      "\nBaselines need scikit-learn (apt-get install -y python3-sklearn), torch (apt-get install -y python3-torch),\nWeka (apt-get install -y weka) and ABC (apt-get install -y berkeley-abc);\nthose of a package that is missing are left out.\nA run that was interrupted continues where it was.",
    )
    .action(async (names: readonly string[], options: ReproduceOptions) => {
      const { reproduceAndShow } = await import("./reproduce-and-show.ts");
      await reproduceAndShow(names, options, session);
    });
}
