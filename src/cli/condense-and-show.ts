import { distillNetwork } from "../distill.ts";
import type { LayerOptions } from "../enn/network-of-tables.ts";
import { readNetwork } from "../run/read-network.ts";
import type { Session } from "./io.ts";
import { type Job, runJob } from "./job.ts";
import { TimeLimit } from "./time-limit.ts";

export interface CondenseJob extends Job, LayerOptions {
  readonly paths: readonly string[];
}

/** From an existing network to code and files. */
export async function condenseAndShow(job: CondenseJob, session: Session): Promise<void> {
  await runJob(
    job,
    async ({ languages, version, watch, onStage }) => {
      const { name, seed } = job;
      const network = await readNetwork(job.paths, job);
      const limit = new TimeLimit(watch, job.maxSeconds);
      const { shouldStop } = limit;
      const distilled = distillNetwork(network, { name, languages, shouldStop, onStage });
      return { kind: "network", name, seed, version, ...distilled, stopped: limit.stopped };
    },
    session,
  );
}
