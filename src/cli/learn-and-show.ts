import { join } from "node:path";
import { checkLearnable } from "../data/check-learnable.ts";
import type { Dataset } from "../data/dataset.ts";
import { type Distilled, distill, type Stage } from "../distill.ts";
import type { Language } from "../emit/emit.ts";
import { printNetwork } from "../enn/json.ts";
import { nothingFound } from "../errors.ts";
import { printProgram } from "../program/json.ts";
import type { Known } from "../report/known.ts";
import { reportHtml } from "../report/report.ts";
import { type Printed, type Seconds, type Summary, summarize } from "../report/summary.ts";
import { checkPrinted } from "../run/check-printed.ts";
import { readDataset } from "../run/read-dataset.ts";
import { checkFolder, writeFiles } from "../run/write-files.ts";
import { EXIT, type ExitCode, type Session } from "./io.ts";
import { checkNoise, type JobOptions, languagesOf } from "./options.ts";
import { packageVersion } from "./package-root.ts";
import { Progress } from "./progress.ts";
import { showResult } from "./show-result.ts";
import { Stopwatch } from "./stopwatch.ts";

export interface LearnJob extends Omit<JobOptions, "name"> {
  readonly path: string;
  readonly name: string;
  readonly inputs?: readonly string[];
  readonly target?: string;
}

/** Reads, learns, proves, prints and writes; everything that `learn` and `demo` do alike. */
export async function learnAndShow(job: LearnJob, { io, finish }: Session): Promise<void> {
  const languages = languagesOf(job.emit);
  checkNoise(job.noise);
  const folder = job.out ?? join("distilled", job.name);
  await checkFolder(folder);
  const watch: Watch = new Stopwatch();
  const progress = new Progress(io, !job.json && !job.quiet);
  try {
    const { known, printed } = await distillJob(job, { languages, watch, progress });
    const summary = summarize(known, { printed, seconds: secondsOf(watch) });
    const files = filesOf(known, summary);
    await writeFiles(folder, files);
    progress.clear();
    showResult({ summary, source: known.source, folder, files: Object.keys(files) }, { job, io });
    finish(exitCode(summary, job));
  } finally {
    progress.clear();
  }
}

type Watch = Stopwatch<"read" | Stage>;

interface Instruments {
  readonly languages: readonly Language[];
  readonly watch: Watch;
  readonly progress: Progress;
}

async function distillJob(
  job: LearnJob,
  instruments: Instruments,
): Promise<{ readonly known: Known; readonly printed: readonly Printed[] }> {
  const { watch, progress } = instruments;
  watch.enter("read");
  progress.show("reading");
  const dataset = await readDataset(job.path, job);
  checkLearnable(dataset);
  const { distilled, stopped } = await distillInTime(dataset, job, instruments);
  watch.stop();
  const { name, seed } = job;
  const known: Known = { name, seed, version: packageVersion(), dataset, ...distilled, stopped };
  if (job.checkRun) progress.show("executing the printed code");
  const printed = await Promise.all(
    instruments.languages.map((language) => printedIn(language, known, job.checkRun === true)),
  );
  return { known, printed };
}

/** The ladder, with the time limit and the display of the command line. Throws `nothing-found`. */
async function distillInTime(
  dataset: Dataset,
  { name, seed, edge, maxSeconds = Number.POSITIVE_INFINITY }: LearnJob,
  { languages, watch, progress }: Instruments,
): Promise<{ readonly distilled: Distilled; readonly stopped: boolean }> {
  let stopped = false;
  const shouldStop = (): boolean => {
    stopped ||= watch.seconds > maxSeconds;
    return stopped;
  };
  const onStage = (stage: Stage): void => {
    watch.enter(stage);
    progress.show(stage);
  };
  const onProgress = (step: string): void => progress.show(step);
  const options = { name, seed, edge, languages, shouldStop, onStage, onProgress };
  try {
    return { distilled: await distill(dataset, options), stopped };
  } catch (error) {
    throw stopped ? nothingFound(maxSeconds) : error;
  }
}

async function printedIn(language: Language, known: Known, isRun: boolean): Promise<Printed> {
  const file = `${known.name}.py`;
  if (!isRun) return { language, file, executed: null, agrees: null };
  return { language, file, ...(await checkPrinted(known.source[language]!, known)) };
}

function filesOf(known: Known, summary: Summary): Record<string, string> {
  return {
    "network.json": printNetwork(known.network),
    "program.json": printProgram(known.program),
    [`${known.name}.py`]: known.source.python!,
    "report.html": reportHtml(known),
    "summary.json": `${JSON.stringify(summary, null, 2)}\n`,
  };
}

function secondsOf(watch: Watch): Seconds {
  return {
    read: watch.secondsIn("read"),
    learn: watch.secondsIn("learn"),
    condense: watch.secondsIn("condense"),
    verify: watch.secondsIn("verify"),
    emit: watch.secondsIn("emit"),
    total: watch.seconds,
  };
}

function exitCode({ learnt, verdict, printed }: Summary, job: LearnJob): ExitCode {
  // The printed code must mean what the program means: if not, the printer is at fault.
  if (printed.some(({ agrees }) => agrees === false)) return EXIT.bug;
  if (learnt.stopped) return EXIT.stopped;
  return job.requireProof && verdict.kind !== "equivalent" ? EXIT.unproved : EXIT.done;
}
