import type { Dataset } from "../data/dataset.ts";
import type { Random } from "../math/random.ts";
import { elementaryStep } from "../tasks/elementary.ts";
import type { PeerTest } from "./peers.ts";
import type { ProgramTest } from "./score-program.ts";
import { streamOf } from "./stream.ts";

/** Cells of the states that are shown. */
export const LENGTH = 20;

/** Random states of a ring and, flat, what becomes of them. */
export interface States {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly (readonly number[])[];
}

export function first({ x, y }: States, count: number): States {
  return { x: x.slice(0, count), y: y.slice(0, count) };
}

export function randomStates(
  rule: number,
  { count, length }: { readonly count: number; readonly length: number },
  random: Random,
): States {
  const x = Array.from({ length: count }, () => Array.from({ length }, () => random.bit()));
  return { x, y: x.map((state) => elementaryStep(rule, state, "ring")) };
}

/** All states after the first step, then all after the second. */
export function rollOut(rule: number, { x }: States, steps: number): PeerTest {
  const y: number[][] = [];
  let states = x;
  for (let step = 0; step < steps; step++) {
    const next = states.map((state) => elementaryStep(rule, state, "ring"));
    y.push(...next);
    states = next;
  }
  return { x, y, steps };
}

/** The data set of some states, which a file of them would give. */
export function datasetOfStates({ x, y }: States): Dataset {
  const shape = [x[0]!.length];
  const values = y.flat();
  const classes = [0, 1].filter((label) => values.includes(label));
  return {
    nSamples: x.length,
    inputs: [{ name: "x", shape, domain: { kind: "binary" }, values: Float64Array.from(x.flat()) }],
    target: {
      name: "y",
      shape,
      classes,
      values: Int32Array.from(values, (label) => classes.indexOf(label)),
    },
    places: x.map((_, sample) => `states:${sample + 1}`),
    warnings: [],
  };
}

export function programTests({ x, y }: States): ProgramTest[] {
  return x.map((state, k) => ({
    inputs: [{ shape: [state.length], data: Float64Array.from(state) }],
    answer: y[k]!,
  }));
}

/** States of a length that nobody was shown: fewer where they are long. */
export function fresh(rule: number, length: number, seed: number): States {
  const count = length === LENGTH ? 200 : length === 100 ? 20 : 3;
  return randomStates(rule, { count, length }, streamOf(seed, `rule ${rule}, fresh, ${length}`));
}
