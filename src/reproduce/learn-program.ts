import { type Distilled, distill } from "../distill.ts";
import { distillSizes } from "../distill-sizes.ts";
import { DistillError } from "../errors.ts";
import type { Example } from "../tasks/problem.ts";
import { datasetOf } from "../tasks/problem-samples.ts";

/** Examples of one size, or of several, each by itself. */
export type Shown = readonly (readonly Example[])[];

/** What the ladder makes of examples; nothing where they never change or no program is found. */
export async function learnProgram(shown: Shown, name: string): Promise<Distilled | undefined> {
  const datasets = shown.map((examples) => datasetOf(examples, name));
  try {
    if (datasets.length > 1) return await distillSizes(datasets, { name });
    return await distill(datasets[0]!, { name });
  } catch (error) {
    if (error instanceof DistillError) return undefined;
    throw error;
  }
}
