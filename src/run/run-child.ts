import { spawn } from "node:child_process";
import type { Label } from "../math/label.ts";
import type { NestedOf } from "../math/shape.ts";

/** Printed code, and the arguments of each call of its function. */
export interface PrintedJob {
  readonly source: string;
  readonly name: string;
  readonly calls: readonly (readonly NestedOf<Label>[])[];
}

/** What came of the calls; the results of those before a failure are kept. */
export type PrintedRun =
  | { readonly kind: "done"; readonly results: readonly unknown[] }
  | { readonly kind: "failed"; readonly results: readonly unknown[]; readonly reason: string }
  | { readonly kind: "missing"; readonly reason: string };

/** A program to start, and what it reads. */
export interface Child {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly input: string;
}

const MOST_MILLISECONDS = 120_000;

/** Runs a child that prints the result of each call as a line of JSON. */
export function runChild({ command, arguments: words, input }: Child): Promise<PrintedRun> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { timeout: MOST_MILLISECONDS });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    // A child that ends early closes its input: its exit tells why.
    child.stdin.on("error", () => {});
    child.on("error", (error) =>
      resolve({ kind: "missing", reason: `${command}: ${error.message}` }),
    );
    child.on("close", (code, signal) => {
      const results = parseResults(Buffer.concat(out).toString());
      const reason = lastLine(Buffer.concat(err).toString());
      if (code === 0) resolve({ kind: "done", results });
      else if (signal === "SIGTERM" || signal === "SIGKILL")
        resolve({ kind: "missing", reason: `${command} was ended by ${signal}` });
      else resolve({ kind: "failed", results, reason: reason || `ended by ${signal}` });
    });
    child.stdin.end(input);
  });
}

/** Complete lines only: a child that fails may leave half of one. */
function parseResults(text: string): unknown[] {
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
