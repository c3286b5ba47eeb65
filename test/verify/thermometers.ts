import type { Network } from "../../src/enn/network.ts";
import type { Domain } from "../../src/math/domain.ts";
import { type Shape, sizeOf } from "../../src/math/shape.ts";
import { block } from "../../src/program/build.ts";
import type { Block, Expression, Program } from "../../src/program/program.ts";
import { layer, type Neuron } from "./pairs.ts";

/** A weighted sum of the cells, plus a constant. */
export interface Sum {
  readonly weights: readonly number[];
  readonly constant: number;
}

/** A function of the largest, or smallest, of some sums. */
export interface Reading {
  readonly kind: "max" | "min";
  readonly sums: readonly Sum[];
  readonly valueAt: (extreme: number) => number;
}

export type Integers = Domain & { readonly kind: "integer" };

export const digits: Integers = { kind: "integer", low: 0, high: 9 };

/** One cell alone, out of so many. */
export function cell(k: number, length: number): Sum {
  return { weights: Array.from({ length }, (_, at) => (at === k ? 1 : 0)), constant: 0 };
}

/**
 * Units "the sum is at least t", units "any, or all, of these are" for each value t at which an output changes,
 * and sums of the latter that weigh by how much it does.
 */
export function thermometer(
  domain: Integers,
  readings: readonly Reading[],
  outputShape: Shape = [],
): Network {
  const nCells = readings[0]!.sums[0]!.weights.length;
  const [first, second, outputs]: Neuron[][] = [[], [], []];
  for (const { kind, sums, valueAt } of readings) {
    const pick = kind === "max" ? Math.max : Math.min;
    const spans = sums.map((sum) => spanOf(sum, domain));
    const low = pick(...spans.map((span) => span.low));
    const high = pick(...spans.map((span) => span.high));
    const entries: { column: number; value: number }[] = [];
    for (let value = low + 1; value <= high; value++) {
      const change = valueAt(value) - valueAt(value - 1);
      if (change === 0) continue;
      const units = sums.map(({ weights, constant }) => {
        const sides = weights.map((weight, column) => ({ column, value: 2 * weight }));
        return first!.push({ bias: 2 * (constant - value) + 1, entries: sides }) - 1;
      });
      const needed = kind === "max" ? 1 : units.length;
      const any = { bias: 0.5 - needed, entries: units.map((column) => ({ column, value: 1 })) };
      entries.push({ column: second!.push(any) - 1, value: change });
    }
    outputs!.push({ bias: valueAt(low), entries });
  }
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape: [nCells], domain }],
    layers: [
      layer(first!, nCells, "step"),
      layer(second!, first!.length, "step"),
      layer(outputs!, second!.length, "identity"),
    ],
    output: { name: "y", shape: outputShape, labels: { kind: "raw" } },
  };
}

function spanOf(
  { weights, constant }: Sum,
  { low, high }: Integers,
): { low: number; high: number } {
  const ends = weights.map((weight) => [weight * low, weight * high]);
  return {
    low: ends.reduce((sum, pair) => sum + Math.min(...pair), constant),
    high: ends.reduce((sum, pair) => sum + Math.max(...pair), constant),
  };
}

/** A program of one array of integers. */
export function integerProgram(
  domain: Domain,
  shape: readonly (string | number)[],
  result: Expression,
  lets: Block["lets"] = [],
): Program {
  return { name: "f", inputs: [{ name: "x", shape, domain }], body: block(lets, result) };
}

/** Every input of so many cells of a small domain. */
export function everyInput({ low, high }: Integers, nCells: number): Float64Array[] {
  const base = high - low + 1;
  return Array.from({ length: sizeOf(new Array(nCells).fill(base)) }, (_, index) =>
    Float64Array.from({ length: nCells }, (_, k) => low + (Math.floor(index / base ** k) % base)),
  );
}
