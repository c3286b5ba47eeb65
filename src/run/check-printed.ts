import type { Dataset } from "../data/dataset.ts";
import type { Network } from "../enn/network.ts";
import { predictor } from "../enn/predict.ts";
import type { Domain } from "../math/domain.ts";
import { Random } from "../math/random.ts";
import { type Nested, nest, sizeOf } from "../math/shape.ts";
import { runPython } from "./run-python.ts";

/** What came of executing printed code. */
export interface Execution {
  readonly executed: number | null;
  readonly agrees: boolean | null;
  readonly reason?: string;
}

export interface Checked {
  readonly name: string;
  readonly seed: number;
  readonly network: Network;
  readonly dataset: Dataset;
}

const MOST_SAMPLES = 1000;
const RANDOM_INPUTS = 100;

/**
 * Does printed Python give what the network predicts, compared with `===`?
 *
 * On samples (the first thousand) and a hundred random inputs, in a child process. `agrees` is null
 * where no interpreter could be started.
 */
export async function checkPrinted(source: string, checked: Checked): Promise<Execution> {
  const inputs = [...sampleInputs(checked.dataset), ...randomInputs(checked)];
  const calls = inputs.map((x) => argumentsOf(x, checked.network));
  const run = await runPython({ source, name: checked.name, calls });
  switch (run.kind) {
    case "missing":
      return { executed: null, agrees: null, reason: run.reason };
    case "failed":
      return { executed: run.results.length, agrees: false, reason: run.reason };
    case "done":
      return { executed: inputs.length, ...compare(inputs, run.results, checked.network) };
  }
}

function compare(
  inputs: readonly Float64Array[],
  results: readonly unknown[],
  network: Network,
): Pick<Execution, "agrees" | "reason"> {
  const predict = predictor(network);
  const { shape } = network.output;
  const differing = inputs.findIndex((x, k) => !isSame(nest(predict(x), shape), results[k]));
  if (differing < 0) return { agrees: true };
  return {
    agrees: false,
    reason: `on ${JSON.stringify(argumentsOf(inputs[differing]!, network))}`,
  };
}

/** Equal numbers in equal nesting; `true` is not 1. */
function isSame(expected: Nested, found: unknown): boolean {
  if (typeof expected === "number") return expected === found;
  if (!Array.isArray(found) || found.length !== expected.length) return false;
  return expected.every((each, k) => isSame(each, found[k]));
}

function sampleInputs({ nSamples, inputs }: Dataset): Float64Array[] {
  return Array.from({ length: Math.min(nSamples, MOST_SAMPLES) }, (_, sample) => {
    const rows = inputs.map(({ shape, values }) => {
      return values.subarray(sample * sizeOf(shape), (sample + 1) * sizeOf(shape));
    });
    return Float64Array.from(rows.flatMap((row) => [...row]));
  });
}

function randomInputs({ network, seed }: Checked): Float64Array[] {
  const random = new Random(seed);
  return Array.from({ length: RANDOM_INPUTS }, () => {
    const values = network.inputs.flatMap(({ shape, domain }) =>
      Array.from({ length: sizeOf(shape) }, () => randomValue(domain, random)),
    );
    return Float64Array.from(values);
  });
}

function randomValue(domain: Domain, random: Random): number {
  switch (domain.kind) {
    case "binary":
      return random.bit();
    case "sign":
      return random.below(3) - 1;
    case "integer":
      return domain.low + random.below(domain.high - domain.low + 1);
    case "real":
      return random.below(2001) / 1000 - 1;
  }
}

/** A flat input of the network as the arguments of the printed function. */
function argumentsOf(x: Float64Array, { inputs }: Network): Nested[] {
  let start = 0;
  return inputs.map(({ shape }) => {
    const size = sizeOf(shape);
    start += size;
    return nest(x.subarray(start - size, start), shape);
  });
}
