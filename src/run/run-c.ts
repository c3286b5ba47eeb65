import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Program } from "../program/program.ts";
import { driverOf } from "./c-driver.ts";
import { type PrintedRun, runChild } from "./run-child.ts";

/** Printed C, and what its driver reads: see `callLine`. */
export interface CJob {
  readonly source: string;
  readonly programs: readonly Program[];
  readonly calls: readonly string[];
  /** For the compiler, beside `-std=c99`. */
  readonly options?: readonly string[];
}

/** Compiles printed C in a folder that is removed afterwards, and calls its functions in a child process. */
export async function runC(job: CJob, compilers = ["cc", "gcc", "clang"]): Promise<PrintedRun> {
  const folder = await mkdtemp(join(tmpdir(), "distill-c-"));
  try {
    await writeFile(join(folder, "printed.c"), job.source);
    await writeFile(join(folder, "driver.c"), driverOf(job.programs));
    const files = ["printed.c", "driver.c"].map((file) => join(folder, file));
    const binary = join(folder, "run");
    const words = ["-std=c99", ...(job.options ?? []), "-o", binary, ...files, "-lm"];
    const compiled = await compile(compilers, words);
    if (compiled.kind !== "done") return compiled;
    return await runChild({ command: binary, arguments: [], input: job.calls.join("\n") });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Compiles with the first compiler that is there. */
async function compile(
  compilers: readonly string[],
  words: readonly string[],
): Promise<PrintedRun> {
  let run: PrintedRun = { kind: "missing", reason: "no C compiler" };
  for (const compiler of compilers) {
    run = await compileWith(compiler, words);
    if (run.kind !== "missing") return run;
  }
  return run;
}

function compileWith(command: string, words: readonly string[]): Promise<PrintedRun> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"] });
    const err: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (error) =>
      resolve({ kind: "missing", reason: `${command}: ${error.message}` }),
    );
    child.on("close", (code) => {
      const text = Buffer.concat(err).toString();
      if (code === 0) resolve({ kind: "done", results: [] });
      else resolve({ kind: "failed", results: [], reason: firstError(text) });
    });
  });
}

function firstError(text: string): string {
  const lines = text.trim().split("\n");
  return lines.find((line) => line.includes("error")) ?? lines[0]!;
}
