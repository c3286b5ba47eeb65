import { parseArgs } from "node:util";
import type { LearningOptions } from "./learning.ts";

/** `[TASK] [--seeds N] [--show] [--alone] [--peers]`. */
export function learningOptions(args: readonly string[]): LearningOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seeds: { type: "string", default: "10" },
      show: { type: "boolean", default: false },
      alone: { type: "boolean", default: false },
      peers: { type: "boolean", default: false },
    },
  });
  const seeds = Number(values.seeds);
  if (!Number.isInteger(seeds) || seeds < 1) throw new Error("--seeds expects a number from 1");
  const who = values.alone ? "ours" : values.peers ? "peers" : "all";
  return { prefix: positionals[0] ?? "", seeds, show: values.show, who };
}
