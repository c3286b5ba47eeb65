export { evaluate, predict, type Sample } from "./answer.ts";
export { type CondenseOptions, condense } from "./condense/condense.ts";
export type { Dataset } from "./data/dataset.ts";
export {
  type Distilled,
  type DistilledNetwork,
  type DistillNetworkOptions,
  type DistillOptions,
  distill,
  distillNetwork,
  type Stage,
  type StageOptions,
} from "./distill.ts";
export { emit, type Language } from "./emit/emit.ts";
export { printProse as explain } from "./emit/prose.ts";
export { parseNetwork, printNetwork } from "./enn/json.ts";
export { type LayerTable, parseLayerTable } from "./enn/layer-table.ts";
export type { AnyNetwork, ChoiceNetwork, Network, StepNetwork, StepPart } from "./enn/network.ts";
export { type LayerOptions, networkOfTables } from "./enn/network-of-tables.ts";
export { DistillError } from "./errors.ts";
export { learn } from "./learn/learn.ts";
export type { LearnOptions } from "./learn/options.ts";
export { parseProgram, printProgram } from "./program/json.ts";
export type { Program } from "./program/program.ts";
export { readDataset } from "./run/read-dataset.ts";
export { readNetwork } from "./run/read-network.ts";
export { cover } from "./verify/cover.ts";
export type { Verdict } from "./verify/verdict.ts";
export { verify } from "./verify/verify.ts";
