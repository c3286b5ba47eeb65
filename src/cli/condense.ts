import { parse } from "node:path";
import { type Command, Option } from "commander";
import type { LayerOptions } from "../enn/network-of-tables.ts";
import { parseDomain, parseShape } from "./argument-parsers.ts";
import type { Session } from "./io.ts";
import { functionName, type JobOptions, withJobOptions } from "./options.ts";

type CondenseCommandOptions = JobOptions & LayerOptions;

/** `distill condense NETWORK...`: an existing network, or one at several sizes -> program -> proof -> code. */
export function addCondense(root: Command, session: Session): void {
  const command = root
    .command("condense")
    .description("condense a network: a network.json, or one .csv file for each layer in order")
    .argument(
      "<network...>",
      "several network.json are one problem at several sizes; rows of a .csv are inputs and then biases, columns are units",
    );
  withJobOptions(withLayerOptions(command)).action(
    async (paths: readonly string[], options: CondenseCommandOptions) => {
      const name = functionName(options.name, parse(paths[0]!).name);
      const { condenseAndShow } = await import("./condense-and-show.ts");
      await condenseAndShow({ paths, ...options, name }, session);
    },
  );
}

/** Adds what .csv files do not say of their network; network.json says it itself. */
function withLayerOptions(command: Command): Command {
  return command
    .option("--input-shape <shape>", "N, RxC or PxRxC (default: flat)", parseShape)
    .option(
      "--input-domain <domain>",
      "binary, sign, integer:LO..HI or real (default: binary)",
      parseDomain,
    )
    .addOption(
      new Option("--hidden <activation>", "of all layers but the last (default: sign)").choices([
        "sign",
        "step",
      ]),
    )
    .addOption(
      new Option("--output <activation>", "of the last layer (default: argmax)").choices([
        "sign",
        "step",
        "argmax",
        "softmax",
        "identity",
      ]),
    )
    .option(
      "--output-shape <shape>",
      "of the last layer; its last axis are classes for argmax and softmax (default: flat)",
      parseShape,
    );
}
