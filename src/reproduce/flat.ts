import type { Example, Given } from "../tasks/problem.ts";
import type { PeerTest } from "./peers.ts";
import type { ProgramTest } from "./score-program.ts";
import type { Batch } from "./sharing-peers.ts";

/** An example as a program takes it. */
export function programTest({ x, y }: Example): ProgramTest {
  return {
    inputs: Object.values(x).map((given) => ({
      shape: shapeOf(given),
      data: Float64Array.from(flat(given)),
    })),
    answer: flat(y),
  };
}

/** Examples of one size as matrices. */
export function peerTest(examples: readonly Example[]): PeerTest {
  return {
    x: examples.map(({ x }) => Object.values(x).flatMap(flat)),
    y: examples.map(({ y }) => flat(y)),
  };
}

/** Examples of one size, whose inputs all have one shape, as arrays beside each other. */
export function batchOf(examples: readonly Example[]): Batch {
  const [first, ...others] = Object.values(examples[0]!.x);
  return { ...peerTest(examples), shape: [1 + others.length, ...shapeOf(first!)] };
}

/** How many numbers an example's inputs are. */
export function widthOf({ x }: Example): number {
  return Object.values(x).flatMap(flat).length;
}

function shapeOf(given: Given): number[] {
  return Array.isArray(given) ? [given.length, ...shapeOf(given[0]!)] : [];
}

function flat(given: Given): number[] {
  return Array.isArray(given) ? given.flatMap(flat) : [Number(given)];
}
