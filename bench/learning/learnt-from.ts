import { performance } from "node:perf_hooks";
import type { Dataset } from "../../src/data/dataset.ts";
import { type Distilled, distill, type Stage } from "../../src/distill.ts";

export interface Seconds {
  /** Until there are networks. */
  readonly fitting: number;
  /** Until there is a program, and its proof. */
  readonly all: number;
}

/** What became of a data set: a program, or the first line of why there is none. */
export type Learnt =
  | { readonly kind: "program"; readonly distilled: Distilled; readonly seconds: Seconds }
  | { readonly kind: "none"; readonly reason: string; readonly seconds: Seconds };

/** The whole ladder, stopped after some seconds. */
export async function learntFrom(dataset: Dataset, mostSeconds: number): Promise<Learnt> {
  const start = performance.now();
  const passed = (): number => (performance.now() - start) / 1000;
  let fitting: number | undefined;
  const seconds = (): Seconds => ({ fitting: fitting ?? passed(), all: passed() });
  const onStage = (stage: Stage): void => {
    if (stage === "condense") fitting = passed();
  };
  try {
    const shouldStop = (): boolean => passed() > mostSeconds;
    const distilled = await distill(dataset, { name: "learnt", shouldStop, onStage });
    return { kind: "program", distilled, seconds: seconds() };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
    return { kind: "none", reason, seconds: seconds() };
  }
}
