import { type PrintedJob, type PrintedRun, runChild } from "./run-child.ts";
import { stripTypes } from "./strip-types.ts";

const DRIVER = `
let input = "";
for await (const chunk of process.stdin) input += chunk;
const { source, name, calls } = JSON.parse(input);
// Of an error that is not caught, Node's version would be the last line.
try {
  const printed = await import("data:text/javascript," + encodeURIComponent(source));
  for (const call of calls) process.stdout.write(JSON.stringify(printed[name](...call)) + "\\n");
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
`;

/** Calls a function of some source, without its types, in a child process of this Node. */
export function runTypeScript(job: PrintedJob, command = process.execPath): Promise<PrintedRun> {
  const input = JSON.stringify({ ...job, source: stripTypes(job.source) });
  return runChild({ command, arguments: ["--input-type=module", "-e", DRIVER], input });
}
