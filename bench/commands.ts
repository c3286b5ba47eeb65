import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Report } from "./figure.ts";

const RUNS = 5;
const REPORT_MEMORY =
  'data:text/javascript,process.on("exit",()=>console.error("kilobytes",process.resourceUsage().maxRSS))';

/** Whole commands from a cold start: median seconds and largest memory of five runs. */
export function commands(report: Report): void {
  const folder = mkdtempSync(join(tmpdir(), "distill-bench-"));
  try {
    const frames = join(folder, "frames.jsonl");
    distill(["task", "life", "--size", "64x64", "--samples", "20", "-o", frames]);
    const out = ["--out", join(folder, "out")];
    measure(report, ["demo", "rule30", ...out], { seconds: 1.5, megabytes: 250 });
    measure(report, ["demo", "life", ...out], { seconds: 3, megabytes: 1000 });
    measure(report, ["learn", frames, ...out], { seconds: 15, megabytes: 1000 });
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(`      calibration: a fixed loop took ${calibration().toFixed(2)} s in this process`);
}

interface Limits {
  readonly seconds: number;
  readonly megabytes: number;
}

function measure(report: Report, args: readonly string[], { seconds, megabytes }: Limits): void {
  const runs = Array.from({ length: RUNS }, () => distill(args));
  const median = runs.map((run) => run.seconds).sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
  const memory = Math.max(...runs.map((run) => run.megabytes));
  report.add({
    what: `distill ${args[0]} ${args[1]!.replace(/^.*\//, "")}`,
    hopedFor: `under ${seconds} s and ${megabytes} MB`,
    measured: `${median.toFixed(2)} s, ${memory.toFixed(0)} MB`,
    isReached: median < seconds && memory < megabytes,
  });
}

function distill(args: readonly string[]): Limits {
  const start = performance.now();
  const run = spawnSync("node", ["--import", REPORT_MEMORY, "dist/distill.mjs", ...args], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`distill ${args.join(" ")}: ${run.stderr}`);
  const kilobytes = Number(/kilobytes (\d+)/.exec(run.stderr)![1]);
  return { seconds: (performance.now() - start) / 1000, megabytes: kilobytes / 1024 };
}

/** A loop that always does the same, so that runs on different days and machines compare. */
function calibration(): number {
  const start = performance.now();
  let state = 1;
  for (let k = 0; k < 200_000_000; k++) state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  if (state === 0) console.log("");
  return (performance.now() - start) / 1000;
}
