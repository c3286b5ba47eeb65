import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { printNetwork } from "../src/enn/json.ts";
import type { Shape } from "../src/math/shape.ts";
import { networkFamilies } from "../src/tasks/networks.ts";
import { reasonOf } from "./condensing-case.ts";
import type { Report } from "./figure.ts";

const RUNS = 5;

const LIMITS: readonly { name: string; size: Shape; seconds: number; tokens: number }[] = [
  { name: "orientation", size: [28], seconds: 0.6, tokens: 250 },
  { name: "max-sat-softmax", size: [5, 50], seconds: 0.3, tokens: 300 },
  { name: "max-sat-argmax", size: [5, 50], seconds: 0.3, tokens: 300 },
];

/** The published networks by the command, each run a process of its own: what `summary.json` says. */
export function published(report: Report, calibration: number): void {
  const folder = mkdtempSync(join(tmpdir(), "distill-bench-"));
  try {
    for (const { name, size, seconds, tokens } of LIMITS) {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, printNetwork(networkFamilies.get(name)!.build(size)));
      const found = median(file, join(folder, "out"));
      report.add({
        what: `distill condense ${name} ${size.join("x")}`,
        hopedFor: `proved, at most ${tokens} tokens, under ${seconds} s`,
        measured:
          typeof found === "string"
            ? found
            : `${found.verdict}, ${found.tokens} tokens, ${found.seconds.toFixed(2)} s (${(found.seconds / calibration).toFixed(2)} of calibration)`,
        isReached:
          typeof found !== "string" &&
          found.verdict === "equivalent" &&
          found.tokens <= tokens &&
          found.seconds < seconds,
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Summary {
  readonly verdict: string;
  readonly tokens: number;
  readonly seconds: number;
}

function median(file: string, out: string): Summary | string {
  try {
    const runs = Array.from({ length: RUNS }, () => condensed(file, out));
    return runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(RUNS / 2)]!;
  } catch (error) {
    return reasonOf(error);
  }
}

function condensed(file: string, out: string): Summary {
  const args = ["dist/distill.mjs", "condense", file, "--json", "--out", out];
  const run = spawnSync("node", args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (run.status !== 0) throw new Error(run.stderr.split("\n").at(0) ?? "no reason");
  const { verdict, program, seconds } = JSON.parse(run.stdout) as {
    verdict: { kind: string };
    program: { tokens: number };
    seconds: { condense: number; verify: number };
  };
  return {
    verdict: verdict.kind,
    tokens: program.tokens,
    seconds: seconds.condense + seconds.verify,
  };
}
