import { checkContradictions } from "../data/check-contradictions.ts";
import { checkLearnable } from "../data/check-learnable.ts";
import type { Dataset } from "../data/dataset.ts";
import { type Distilled, distill } from "../distill.ts";
import { nothingFound } from "../errors.ts";
import { readDataset } from "../run/read-dataset.ts";
import type { Session } from "./io.ts";
import { type Instruments, type Job, runJob } from "./job.ts";
import { checkNoise, type LearnJobOptions } from "./options.ts";
import { TimeLimit } from "./time-limit.ts";

export interface LearnJob extends Omit<LearnJobOptions, "name">, Job {
  readonly path: string;
  readonly inputs?: readonly string[];
  readonly target?: string;
}

/** From samples to code and files; everything that `learn` and `demo` do alike. */
export async function learnAndShow(job: LearnJob, session: Session): Promise<void> {
  const noise = checkNoise(job.noise);
  await runJob(
    job,
    async (instruments) => {
      const { name, seed } = job;
      const dataset = await readDataset(job.path, job);
      instruments.progress.clear();
      for (const warning of dataset.warnings) session.io.err(`warning: ${warning}\n`);
      checkLearnable(dataset);
      if (noise === 0) checkContradictions(dataset);
      const distilled = await distillInTime(dataset, { ...job, noise }, instruments);
      return { kind: "data", name, seed, version: instruments.version, dataset, ...distilled };
    },
    session,
  );
}

interface TimedJob extends Omit<LearnJob, "noise"> {
  readonly noise: "auto" | number;
}

/** The ladder, with the time limit and the display of the command line. Throws `nothing-found`. */
async function distillInTime(
  dataset: Dataset,
  { name, seed, edge, noise, maxSeconds }: TimedJob,
  { languages, watch, progress, onStage }: Instruments,
): Promise<Distilled & { readonly stopped: boolean }> {
  const limit = new TimeLimit(watch, maxSeconds);
  const { shouldStop } = limit;
  const onProgress = (step: string): void => progress.show(step);
  const options = { name, seed, edge, noise, languages, shouldStop, onStage, onProgress };
  try {
    return { ...(await distill(dataset, options)), stopped: limit.stopped };
  } catch (error) {
    throw limit.stopped ? nothingFound(maxSeconds!) : error;
  }
}
