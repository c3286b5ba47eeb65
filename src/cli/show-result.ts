import { createColors } from "picocolors";
import type { Known } from "../report/known.ts";
import type { Summary } from "../report/summary.ts";
import { summaryLines } from "../report/summary-lines.ts";
import type { Io } from "./io.ts";

export interface Result {
  readonly summary: Summary;
  readonly source: Known["source"];
  readonly folder: string;
  readonly files: readonly string[];
}

interface Show {
  readonly job: { readonly json?: true; readonly quiet?: true };
  readonly io: Io;
}

/** The code and a few aligned lines; with `json` the summary alone, with `quiet` the code alone. */
export function showResult(result: Result, { job, io }: Show): void {
  const { summary, source, folder, files } = result;
  const code = Object.values(source)[0]!;
  if (job.quiet) {
    io.out(code);
    return;
  }
  const lines = [...summaryLines(summary), ["files", `${folder}: ${files.join(", ")}`] as const];
  const colors = createColors(io.hasColors && !job.json);
  const text = lines.map(([label, line]) => `${colors.dim(label.padEnd(10))}${line}\n`).join("");
  if (job.json) io.out(`${JSON.stringify(summary, null, 2)}\n`);
  const say = job.json ? io.err : io.out;
  say(`${code}\n${text}`);
}
