import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Report } from "../figure.ts";

const TASKS = ["three-rules", "three-of-10000"];
const SECONDS = 60;
const MEGABYTES = 2048;

/** The largest sets, each in a process of its own, so that its memory can be told. */
export function larges(report: Report, prefix: string): void {
  for (const task of TASKS.filter((name) => name.startsWith(prefix))) {
    const { seconds, megabytes, isExact } = measured(task);
    report.add({
      what: `${task}, seed 0`,
      hopedFor: `exact, under ${SECONDS} s and ${MEGABYTES} MB`,
      measured: `${isExact ? "exact" : "WRONG"}, ${seconds} s, ${megabytes} MB`,
      isReached: isExact && seconds < SECONDS && megabytes < MEGABYTES,
    });
  }
}

function measured(task: string) {
  const quick = fileURLToPath(new URL("quick.ts", import.meta.url));
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", quick, task], {
    encoding: "utf8",
  });
  return {
    isExact: /^exact on/m.test(stdout),
    seconds: Number(/^([\d.]+) s fitting/m.exec(stdout)?.[1] ?? Number.NaN),
    megabytes: Number(/(\d+) MB at most/.exec(stdout)?.[1] ?? Number.NaN),
  };
}
