import type { Context, Package, Unit } from "./experiment.ts";
import type { Measurement } from "./measurement.ts";

/** What earlier runs have measured. */
export interface Memory {
  readonly recall: (key: string) => readonly Measurement[] | undefined;
  readonly remember: (key: string, measurements: readonly Measurement[]) => void;
}

/** A unit and the key under which it is remembered. */
export interface Job {
  readonly key: string;
  readonly unit: Unit;
}

export interface Watcher {
  /** Effort that is done and effort in all, of what had to be computed. */
  readonly onProgress: (done: number, all: number, name: string) => void;
}

/** Questions that wait for peers, so that they have work while we are busy. */
const ASKED_AHEAD = 6;

const PACKAGES: readonly Package[] = ["sklearn", "torch", "weka", "abc"];

/**
 * The measurements of each job, recalled or computed; those of a package that is missing have none.
 *
 * Peers work beside us, in processes of their own. The results do not depend on who is first.
 */
export async function runUnits(
  jobs: readonly Job[],
  { context, memory, onProgress }: { context: Context; memory: Memory } & Watcher,
): Promise<readonly (readonly Measurement[])[]> {
  const results = jobs.map(({ key }) => memory.recall(key));
  const needs = (k: number): Package | undefined => jobs[k]!.unit.needs;
  const isOpen = (k: number): boolean => {
    const needed = needs(k);
    return results[k] === undefined && (needed === undefined || context[needed] !== undefined);
  };
  const open = [...jobs.keys()].filter(isOpen);
  const all = open.reduce((sum, k) => sum + jobs[k]!.unit.effort, 0);
  let done = 0;
  const work = async (lane: Iterable<number>): Promise<void> => {
    for (const k of lane) {
      const { key, unit } = jobs[k]!;
      onProgress(done, all, unit.name);
      const measurements = await unit.measure(context);
      memory.remember(key, measurements);
      results[k] = measurements;
      done += unit.effort;
      // What peers have answered meanwhile is taken in.
      await context.rest();
    }
  };
  // One package after the other: they have processes of their own, and would work at the same time.
  const asked = PACKAGES.flatMap((each) => open.filter((k) => needs(k) === each)).values();
  await Promise.all([
    ...Array.from({ length: ASKED_AHEAD }, () => work(asked)),
    work(open.filter((k) => needs(k) === undefined)),
  ]);
  return results.map((measurements) => measurements ?? []);
}
