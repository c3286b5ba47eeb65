import { performance } from "node:perf_hooks";
import type { Dataset } from "../../src/data/dataset.ts";
import { type Distilled, distill } from "../../src/distill.ts";

/** What became of a data set: a program, or the first line of why there is none. */
export type Learnt =
  | { readonly kind: "program"; readonly distilled: Distilled; readonly seconds: number }
  | { readonly kind: "none"; readonly reason: string; readonly seconds: number };

/** The whole ladder, stopped after some seconds. */
export async function learntFrom(dataset: Dataset, mostSeconds: number): Promise<Learnt> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  try {
    const shouldStop = (): boolean => seconds() > mostSeconds;
    const distilled = await distill(dataset, { name: "learnt", shouldStop });
    return { kind: "program", distilled, seconds: seconds() };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
    return { kind: "none", reason, seconds: seconds() };
  }
}
