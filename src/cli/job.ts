import { join } from "node:path";
import type { Stage } from "../distill.ts";
import { extensions, type Language } from "../emit/emit.ts";
import { printNetwork } from "../enn/json.ts";
import { printProgram } from "../program/json.ts";
import type { Known } from "../report/known.ts";
import { reportHtml } from "../report/report.ts";
import { type Printed, type Seconds, type Summary, summarize } from "../report/summary.ts";
import { checkPrinted } from "../run/check-printed.ts";
import { dataSamples, randomSamples } from "../run/samples.ts";
import { checkFolder, writeFiles } from "../run/write-files.ts";
import { EXIT, type ExitCode, type Session } from "./io.ts";
import { type JobOptions, languagesOf } from "./options.ts";
import { packageVersion } from "./package-root.ts";
import { Progress } from "./progress.ts";
import { showResult } from "./show-result.ts";
import { Stopwatch } from "./stopwatch.ts";

/** A command that ends in code, for whatever it starts from. */
export interface Job extends Omit<JobOptions, "name"> {
  readonly name: string;
}

/** What the work of a job is given. */
export interface Instruments {
  readonly languages: readonly Language[];
  /** Of this package. */
  readonly version: string;
  readonly watch: Watch;
  readonly progress: Progress;
  readonly onStage: (stage: Stage) => void;
}

export type Watch = Stopwatch<"read" | Stage>;

/** Reads and distils. */
export type Work = (instruments: Instruments) => Promise<Known>;

/** Work, then files and words: everything that commands do alike that end in code. */
export async function runJob(job: Job, work: Work, { io, finish }: Session): Promise<void> {
  const languages = languagesOf(job.emit);
  const folder = job.out ?? join("distilled", job.name);
  await checkFolder(folder);
  const watch: Watch = new Stopwatch();
  const progress = new Progress(io, !job.json && !job.quiet);
  const onStage = (stage: Stage): void => {
    watch.enter(stage);
    progress.show(stage);
  };
  try {
    watch.enter("read");
    progress.show("reading");
    const known = await work({ languages, version: packageVersion(), watch, progress, onStage });
    watch.stop();
    if (job.checkRun) progress.show("executing the printed code");
    const printed = await Promise.all(languages.map((each) => printedIn(each, known, job)));
    const summary = summarize(known, { printed, seconds: secondsOf(watch, known) });
    const files = filesOf(known, summary);
    await writeFiles(folder, files);
    progress.clear();
    showResult({ summary, source: known.source, folder, files: Object.keys(files) }, { job, io });
    finish(exitCode(known, summary, job));
  } finally {
    progress.clear();
  }
}

const MOST_SAMPLES = 1000;
const RANDOM_INPUTS = 100;

/** On the first thousand samples, if there are any, and a hundred random inputs. */
async function printedIn(language: Language, known: Known, { checkRun }: Job): Promise<Printed> {
  const file = fileOf(language, known);
  if (!checkRun) return { language, file, executed: null, agrees: null };
  const { source, network, program, seed } = known;
  const samples = known.kind === "data" ? dataSamples(known.dataset, MOST_SAMPLES) : [];
  const random = randomSamples(network.inputs, RANDOM_INPUTS, seed);
  const inputs = [...samples, ...random];
  return { language, file, ...(await checkPrinted(source[language]!, language, program, inputs)) };
}

function fileOf(language: Language, { name }: Known): string {
  return `${name}.${extensions[language]}`;
}

function filesOf(known: Known, summary: Summary): Record<string, string> {
  const languages = Object.keys(known.source) as Language[];
  const printed = languages.map((each) => [fileOf(each, known), known.source[each]!] as const);
  return {
    "network.json": printNetwork(known.network),
    "program.json": printProgram(known.program),
    ...Object.fromEntries(printed),
    "report.html": reportHtml(known),
    "summary.json": `${JSON.stringify(summary, null, 2)}\n`,
  };
}

function secondsOf(watch: Watch, { kind }: Known): Seconds {
  return {
    read: watch.secondsIn("read"),
    ...(kind === "data" && { learn: watch.secondsIn("learn") }),
    condense: watch.secondsIn("condense"),
    verify: watch.secondsIn("verify"),
    emit: watch.secondsIn("emit"),
    total: watch.seconds,
  };
}

function exitCode(known: Known, { verdict, printed }: Summary, job: Job): ExitCode {
  // The printed code must mean what the program means: if not, the printer is at fault.
  if (printed.some(({ agrees }) => agrees === false)) return EXIT.bug;
  if (known.stopped) return EXIT.stopped;
  return job.requireProof && verdict.kind !== "equivalent" ? EXIT.unproved : EXIT.done;
}
