import { distillNetwork } from "../distill.ts";
import { distillNetworks } from "../distill-networks.ts";
import type { LayerOptions } from "../enn/network-of-tables.ts";
import { readNetworks } from "../run/read-network.ts";
import type { Session } from "./io.ts";
import { type Job, runJob } from "./job.ts";
import { TimeLimit } from "./time-limit.ts";

export interface CondenseJob extends Job, LayerOptions {
  readonly paths: readonly string[];
}

/** From an existing network, or from one at several sizes, to code and files. */
export async function condenseAndShow(job: CondenseJob, session: Session): Promise<void> {
  await runJob(
    job,
    async ({ languages, version, watch, onStage }) => {
      const { name, seed, paths: places } = job;
      const [network, ...others] = await readNetworks(places, job);
      const limit = new TimeLimit(watch, job.maxSeconds);
      const { shouldStop } = limit;
      const options = { name, languages, shouldStop, onStage };
      const distilled =
        others.length === 0
          ? distillNetwork(network!, options)
          : distillNetworks([network!, ...others], { ...options, places });
      return { kind: "network", name, seed, version, ...distilled, stopped: limit.stopped };
    },
    session,
  );
}
