import { spawnSync } from "node:child_process";
import type { Sample, SizedProblem } from "./problem.ts";

interface Trial {
  readonly problem: SizedProblem;
  readonly samples: readonly Sample[];
}

const CHECK = `
import json, sys
for line in sys.stdin:
    trial = json.loads(line)
    scope = {}
    exec(trial["source"], scope)
    for sample in trial["samples"]:
        y = sample.pop("y")
        if scope["f"](**sample) != y:
            sys.exit(trial["name"] + ": " + json.dumps(sample) + " should give " + json.dumps(y))
`;

/** Programs by hand are right, or their lengths are worth nothing. */
export function checkByHand(trials: readonly Trial[]): void {
  const input = trials
    .map(({ problem: { name, byHand }, samples }) =>
      JSON.stringify({ name, source: byHand, samples }),
    )
    .join("\n");
  const { status, stderr } = spawnSync("python3", ["-c", CHECK], { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`a program by hand is wrong: ${stderr}`);
}
