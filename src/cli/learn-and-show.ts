import { questionsAbout } from "../ask.ts";
import { checkContradictions } from "../data/check-contradictions.ts";
import { checkLearnable } from "../data/check-learnable.ts";
import type { Dataset } from "../data/dataset.ts";
import { type Distilled, distill } from "../distill.ts";
import { distillSizes } from "../distill-sizes.ts";
import { nothingFound } from "../errors.ts";
import type { SizeFigures } from "../report/known.ts";
import { readDataset } from "../run/read-dataset.ts";
import { writeFileWhole } from "../run/write-files.ts";
import type { Session } from "./io.ts";
import { type Instruments, type Job, runJob } from "./job.ts";
import { checkNoise, type LearnJobOptions } from "./options.ts";
import { TimeLimit } from "./time-limit.ts";

export interface LearnJob extends Omit<LearnJobOptions, "name">, Job {
  readonly path: string;
  /** The same problem at other sizes. */
  readonly others?: readonly string[];
  readonly inputs?: readonly string[];
  readonly target?: string;
  /** A file for the inputs whose labels would settle most. */
  readonly ask?: string;
}

/** From samples to code and files; everything that `learn` and `demo` do alike. */
export async function learnAndShow(job: LearnJob, session: Session): Promise<void> {
  const noise = checkNoise(job.noise);
  await runJob(
    job,
    async (instruments) => {
      const { name, seed } = job;
      const datasets: Dataset[] = [];
      for (const path of [job.path, ...(job.others ?? [])]) {
        const dataset = await readDataset(path, job);
        instruments.progress.clear();
        for (const warning of dataset.warnings) session.io.err(`warning: ${warning}\n`);
        checkLearnable(dataset);
        if (noise === 0) checkContradictions(dataset);
        datasets.push(dataset);
      }
      const { dataset, ...distilled } = await distillInTime(
        datasets,
        { ...job, noise },
        instruments,
      );
      if (job.ask !== undefined) await ask(distilled, job.ask, session);
      return { kind: "data", name, seed, version: instruments.version, dataset, ...distilled };
    },
    session,
  );
}

/** Writes the questions, one a line; an empty file where nothing is open that a label could settle. */
async function ask(distilled: Distilled, path: string, { io }: Session): Promise<void> {
  const questions = questionsAbout(distilled);
  await writeFileWhole(path, questions.map((question) => `${question}\n`).join(""));
  const inputs = questions.length === 1 ? "1 input" : `${questions.length} inputs`;
  io.err(`asked: ${inputs} in ${path}; add their targets, and learn from both\n`);
}

interface TimedJob extends Omit<LearnJob, "noise"> {
  readonly noise: "auto" | number;
}

/** What was distilled, and from which data. */
interface DistilledInTime extends Distilled {
  readonly dataset: Dataset;
  readonly sizes?: readonly SizeFigures[];
  readonly isOfAllSizes?: boolean;
  readonly stopped: boolean;
}

/** The ladder, with the time limit and the display of the command line. Throws `nothing-found`. */
async function distillInTime(
  datasets: readonly Dataset[],
  { name, seed, edge, noise, maxSeconds }: TimedJob,
  { languages, watch, progress, onStage }: Instruments,
): Promise<DistilledInTime> {
  const limit = new TimeLimit(watch, maxSeconds);
  const { shouldStop } = limit;
  const onProgress = (step: string): void => progress.show(step);
  const options = { name, seed, edge, noise, languages, shouldStop, onStage, onProgress };
  try {
    const [dataset, ...others] = datasets;
    const found =
      others.length === 0
        ? { ...(await distill(dataset!, options)), dataset: dataset! }
        : await distillSizes(datasets, options);
    return { ...found, stopped: limit.stopped };
  } catch (error) {
    throw limit.stopped ? nothingFound(maxSeconds!) : error;
  }
}
