import { printProse } from "../emit/prose.ts";
import { parseProgram } from "../program/json.ts";
import { readText } from "../run/read-lines.ts";
import type { Session } from "./io.ts";

export interface ExplainJob {
  readonly program: string;
  readonly json?: true;
}

/** The program in plain English. */
export async function explainAndShow(job: ExplainJob, { io }: Session): Promise<void> {
  const program = await parseProgram(await readText(job.program), job.program);
  const explanation = printProse(program);
  if (job.json) io.out(`${JSON.stringify({ name: program.name, explanation }, null, 2)}\n`);
  else io.out(explanation.endsWith("\n") ? explanation : `${explanation}\n`);
}
