import { spawnSync } from "node:child_process";

/** Python source, the function in it, and the arguments of each call. */
export interface PythonJob {
  readonly source: string;
  readonly name: string;
  readonly calls: readonly (readonly unknown[])[];
}

const driver = `
import json, sys
for job in json.load(sys.stdin):
    scope = {}
    exec(job["source"], scope)
    print(json.dumps([scope[job["name"]](*call) for call in job["calls"]], separators=(",", ":")))
`;

/** The results of each job's calls as JSON, from one Python process. Throws if there is no Python. */
export function runPython(jobs: readonly PythonJob[]): readonly string[] {
  return python(driver, JSON.stringify(jobs)).trimEnd().split("\n");
}

/** What a Python program prints. Throws if there is no Python or it fails. */
export function python(program: string, input: string): string {
  const limit = { maxBuffer: 1 << 28, encoding: "utf8" } as const;
  const { error, status, stdout, stderr } = spawnSync("python3", ["-c", program], {
    input,
    ...limit,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
