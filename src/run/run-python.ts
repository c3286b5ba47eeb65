import { spawn } from "node:child_process";
import type { Nested } from "../math/shape.ts";

/** Printed code, and the arguments of each call of its function. */
export interface PythonJob {
  readonly source: string;
  readonly name: string;
  readonly calls: readonly (readonly Nested[])[];
}

export type PythonRun =
  | { readonly kind: "done"; readonly results: readonly unknown[] }
  | { readonly kind: "failed"; readonly results: readonly unknown[]; readonly reason: string }
  | { readonly kind: "missing"; readonly reason: string };

const DRIVER = `
import json, sys
job = json.load(sys.stdin)
scope = {"__name__": "printed"}
exec(compile(job["source"], job["name"] + ".py", "exec"), scope)
for arguments in job["calls"]:
    print(json.dumps(scope[job["name"]](*arguments)))
`;

const MOST_MILLISECONDS = 120_000;

/** Calls a function of some source in a child process: python3, isolated from the user's own modules. */
export function runPython(job: PythonJob, command = "python3"): Promise<PythonRun> {
  return new Promise((resolve) => {
    const child = spawn(command, ["-I", "-c", DRIVER], { timeout: MOST_MILLISECONDS });
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
      if (code === 0) resolve({ kind: "done", results });
      else if (signal !== null)
        resolve({ kind: "missing", reason: `${command} was ended by ${signal}` });
      else resolve({ kind: "failed", results, reason: lastLine(Buffer.concat(err).toString()) });
    });
    child.stdin.end(JSON.stringify(job));
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
