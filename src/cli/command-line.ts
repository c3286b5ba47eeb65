import { Command, CommanderError } from "commander";
import { DistillError, UsageError } from "../errors.ts";
import { addCondense } from "./condense.ts";
import { addDemo } from "./demo.ts";
import { addExplain } from "./explain.ts";
import { EXIT, type ExitCode, type Io, type Session } from "./io.ts";
import { addLearn } from "./learn.ts";
import { packageVersion } from "./package-root.ts";
import { addReproduce } from "./reproduce.ts";
import { addRun } from "./run.ts";
import { addTask } from "./task.ts";
import { addVerify } from "./verify.ts";

/** Carries out one command line, without the program's own name; the result is the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const finish: Session["finish"] = (next) => {
    if (code === EXIT.done) code = next;
  };
  try {
    await commandLine({ io, finish }).parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    return complain(error, io);
  }
}

function commandLine(session: Session): Command {
  const { io } = session;
  const root = new Command("distill")
    .description("Distils data into algorithms that people can read, check and trust.")
    .version(packageVersion())
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => {} });
  for (const add of [
    addLearn,
    addCondense,
    addRun,
    addVerify,
    addExplain,
    addDemo,
    addTask,
    addReproduce,
  ])
    add(root, session);
  return root;
}

/** One line on the error stream, and the exit code for it. */
function complain(error: unknown, { err }: Io): ExitCode {
  if (error instanceof CommanderError) return complainOfUsage(error, err);
  if (error instanceof UsageError) {
    err(`${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof DistillError) {
    err(`${error.message}\n`);
    return error.code === "nothing-found" ? EXIT.stopped : EXIT.badInput;
  }
  const reason = error instanceof Error ? error.message : String(error);
  err(
    `bug: this is a fault of deep-distilling, not of yours (${reason.split("\n")[0]}); please report it\n`,
  );
  if (process.env.DISTILL_DEBUG && error instanceof Error) err(`${error.stack}\n`);
  return EXIT.bug;
}

function complainOfUsage(error: CommanderError, err: Io["err"]): ExitCode {
  if (error.exitCode === 0) return EXIT.done;
  // Without a command, the help has been shown: no sentence is needed.
  if (error.code === "commander.help") return EXIT.usage;
  const sentence = error.message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
  err(`usage: ${sentence}; distill --help lists commands, distill COMMAND --help their options\n`);
  return EXIT.usage;
}
