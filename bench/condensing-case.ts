import { condense } from "../src/condense/condense.ts";
import { emit } from "../src/emit/emit.ts";
import { countLines, countPythonTokens } from "../src/emit/python-tokens.ts";
import type { Network } from "../src/enn/network.ts";
import { predictor } from "../src/enn/predict.ts";
import { Random } from "../src/math/random.ts";
import { type Shape, sizeOf } from "../src/math/shape.ts";
import { evaluate, type Value } from "../src/program/evaluate.ts";
import type { Program } from "../src/program/program.ts";
import type { Family } from "../src/tasks/family.ts";
import { randomInput } from "../src/tasks/random-input.ts";
import type { Verdict } from "../src/verify/verdict.ts";
import { verify } from "../src/verify/verify.ts";

/** A network condensed and verified, or why that failed. */
export type Outcome = Condensed | { readonly kind: "failed"; readonly reason: string };

export interface Condensed {
  readonly kind: "condensed";
  readonly program: Program;
  readonly verdict: Verdict;
  readonly condenseSeconds: number;
  readonly verifySeconds: number;
}

export function outcomeOf(network: Network): Outcome {
  try {
    const [program, condenseSeconds] = timed(() => condense(network, { name: "f" }));
    const [verdict, verifySeconds] = timed(() => verdictOn(network, program));
    return { kind: "condensed", program, verdict, condenseSeconds, verifySeconds };
  } catch (error) {
    return { kind: "failed", reason: reasonOf(error) };
  }
}

/** A verdict even where verifying throws, so that the program can be looked at. */
function verdictOn(network: Network, program: Program): Verdict {
  try {
    return verify(network, program);
  } catch (error) {
    return { kind: "unproved", domain: "", methods: [], reason: `thrown: ${reasonOf(error)}` };
  }
}

/** The lengths of the printed Python, or why it cannot be printed. */
export function printedLengths(
  program: Program,
): { readonly tokens: number; readonly lines: number } | string {
  try {
    const python = emit(program, "python");
    return { tokens: countPythonTokens(python), lines: countLines(python) };
  } catch (error) {
    return reasonOf(error);
  }
}

interface Asked {
  readonly family: Family;
  readonly size: Shape;
  readonly network: Network;
}

/** Does the program say what the network says, on some inputs? Or why it cannot be run. */
export function agreement(program: Program, { family, size, network }: Asked): boolean | string {
  const random = new Random(99);
  const predict = predictor(network);
  const margin = network.layers.at(-1)!.activation === "softmax" ? 1e-12 : 0;
  try {
    return Array.from({ length: 20 }, (_, k) =>
      k % 2 === 0 && family.draw ? family.draw(size, random) : randomInput(network, random),
    ).every((x) => {
      const found = flat(evaluate(program, inputsOf(network, x)));
      const wanted = predict(x);
      const isNear = (value: number, k: number) => Math.abs(value - wanted[k]!) <= margin;
      return found.length === wanted.length && found.every(isNear);
    });
  } catch (error) {
    return reasonOf(error);
  }
}

export function verdictOf({ verdict }: Condensed): string {
  switch (verdict.kind) {
    case "equivalent":
      return "proved";
    case "different":
      return "DIFFERENT";
    case "unproved":
      return `unproved (${verdict.reason})`;
  }
}

/** Seconds of condensing, then of verifying. */
export function timesOf({ condenseSeconds, verifySeconds }: Condensed): string {
  return `${condenseSeconds.toFixed(3)} + ${verifySeconds.toFixed(3)} s`;
}

export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}

export function nonzeroWeights({ layers }: Network): number {
  return layers.reduce((total, { weights }) => total + weights.values.length, 0);
}

function timed<Result>(run: () => Result): [result: Result, seconds: number] {
  const start = performance.now();
  const result = run();
  return [result, (performance.now() - start) / 1000];
}

/** The arrays of an input that is flat. */
export function inputsOf({ inputs }: Network, x: readonly number[]) {
  let start = 0;
  return inputs.map(({ shape }) => {
    const data = Float64Array.from(x.slice(start, start + sizeOf(shape)));
    start += data.length;
    return { shape, data };
  });
}

export function flat(value: Value): readonly number[] {
  return typeof value === "number" ? [value] : [...value.data];
}
