import { automata } from "./automata.ts";
import type { Experiment } from "./experiment.ts";

/** The published experiments, in the order in which they run. */
export const experiments: readonly Experiment[] = [automata];
