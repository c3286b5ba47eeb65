import type { Context, Experiment } from "./experiment.ts";
import type { Found } from "./results.ts";
import { rowsOf } from "./row.ts";
import { type Job, type Memory, runUnits, type Watcher } from "./run-units.ts";

interface Tools extends Watcher {
  readonly context: Context;
  readonly memory: Memory;
  /** Of this package: what another version has measured is not recalled. */
  readonly version: string;
}

/** Runs experiments, or recalls what was measured before; panels without a row are left out. */
export async function reproduce(
  experiments: readonly Experiment[],
  { context, memory, version, onProgress }: Tools,
): Promise<Found[]> {
  const { seed, quick } = context;
  const jobs = experiments.map(({ name, units }): Job[] =>
    units(context).map((unit) => ({
      key: [version, quick ? "quick" : "full", seed, name, unit.name].join("/"),
      unit,
    })),
  );
  const measured = await runUnits(jobs.flat(), { context, memory, onProgress });
  let start = 0;
  return experiments.map((experiment, k) => {
    const { name, title, about, panels } = experiment;
    const own = measured.slice(start, start + jobs[k]!.length).flat();
    start += jobs[k]!.length;
    const rows = rowsOf(experiment, own, seed);
    const filled = panels.map((panel) => ({
      ...panel,
      rows: rows.filter(({ what }) => what === panel.what),
    }));
    return { name, title, about, panels: filled.filter((panel) => panel.rows.length > 0) };
  });
}
