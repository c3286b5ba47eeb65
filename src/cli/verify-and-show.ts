import { parseNetwork } from "../enn/json.ts";
import type { AnyNetwork } from "../enn/network.ts";
import { differentInputs } from "../errors.ts";
import { parseProgram } from "../program/json.ts";
import { keyOf, type Program } from "../program/program.ts";
import { verdictSentence } from "../report/verdict-sentence.ts";
import { readText } from "../run/read-lines.ts";
import { verify } from "../verify/verify.ts";
import { EXIT, type Session } from "./io.ts";

export interface VerifyJob {
  readonly program: string;
  readonly network: string;
  readonly requireProof?: true;
  readonly json?: true;
  readonly quiet?: true;
}

/** Exit code 3 where the two differ, or are not proved equivalent under `--require-proof`. */
export async function verifyAndShow(job: VerifyJob, { io, finish }: Session): Promise<void> {
  const program = await parseProgram(await readText(job.program), job.program);
  const network = await parseNetwork(await readText(job.network), job.network);
  checkInputs(program, network, job);
  const verdict = verify(network, program);
  if (job.json) io.out(`${JSON.stringify({ verdict }, null, 2)}\n`);
  else io.out(`${job.quiet ? verdict.kind : verdictSentence(verdict)}\n`);
  const isUnproved = job.requireProof && verdict.kind === "unproved";
  if (verdict.kind === "different" || isUnproved) finish(EXIT.unproved);
}

/** The program must take arrays of the network's names and shapes. Throws `different-inputs`. */
function checkInputs(program: Program, network: AnyNetwork, job: VerifyJob): void {
  const reason = difference(program, network);
  if (reason !== undefined) throw differentInputs(job.program, job.network, reason);
}

function difference(program: Program, network: AnyNetwork): string | undefined {
  const names = network.inputs.map(({ name }) => name).join(", ");
  if (program.inputs.length !== network.inputs.length) {
    return `it takes ${program.inputs.length} inputs, the network ${network.inputs.length}`;
  }
  const lengths = new Map<string, number>();
  for (const [k, input] of program.inputs.entries()) {
    const { shape } = input;
    const name = keyOf(input);
    const given = network.inputs[k]!;
    if (name !== given.name) {
      return `it takes ${name}, the network ${names}`;
    }
    const fits = shape.every((length, axis) => {
      const found = given.shape[axis]!;
      if (typeof length === "number") return length === found;
      const before = lengths.get(length);
      lengths.set(length, found);
      return before === undefined || before === found;
    });
    if (!fits || shape.length !== given.shape.length) {
      return `${name} is ${shape.join("x")} in the program, ${given.shape.join("x")} in the network`;
    }
  }
  return undefined;
}
