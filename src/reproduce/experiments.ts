import { arithmetic } from "./arithmetic.ts";
import { automata } from "./automata.ts";
import { compactness } from "./compactness.ts";
import type { Experiment } from "./experiment.ts";
import { life } from "./life.ts";
import { maxSat } from "./max-sat.ts";
import { orientation } from "./orientation.ts";

/** The published experiments, in the order in which they run. */
export const experiments: readonly Experiment[] = [
  automata,
  life,
  arithmetic,
  orientation,
  maxSat,
  compactness,
];
