import { type PrintedJob, type PrintedRun, runChild } from "./run-child.ts";

const DRIVER = `
import json, sys
job = json.load(sys.stdin)
scope = {"__name__": "printed"}
exec(compile(job["source"], job["name"] + ".py", "exec"), scope)
for arguments in job["calls"]:
    print(json.dumps(scope[job["name"]](*arguments)))
`;

/** Calls a function of some source in a child process: python3, isolated from the user's own modules. */
export function runPython(job: PrintedJob, command = "python3"): Promise<PrintedRun> {
  return runChild({ command, arguments: ["-I", "-c", DRIVER], input: JSON.stringify(job) });
}
