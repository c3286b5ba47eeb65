import type { Comparison } from "../program/program.ts";
import { holds } from "./circuit.ts";

/** Consecutive integers with the same answer; without `from` or `to` they go on for ever. */
export interface Region {
  readonly from: bigint | undefined;
  readonly to: bigint | undefined;
  readonly answer: bigint;
}

/** What is asked about a sum. */
export interface Question {
  /** A region of answers around a sum. */
  readonly regionOf: (sum: bigint) => Region;
  /** Sums that differ by a multiple of it have the same answer. */
  readonly period: bigint | undefined;
}

/** What is its sign? */
export function askSign(): Question {
  return aperiodic((sum) => sideOf(sum, sum > 0n ? 1n : sum < 0n ? -1n : 0n));
}

/** Is it above zero? */
export function askStep(): Question {
  return askComparison(">");
}

/** Does it compare so with zero? */
export function askComparison(operator: Comparison): Question {
  return aperiodic((sum) => {
    const side = sum > 0n ? 1 : sum < 0n ? -1 : 0;
    return joinZero(sideOf(sum, holds(side, operator) ? 1n : 0n), operator);
  });
}

/** Is it one of these? Values that are no integers are none. */
export function askMember(values: readonly number[]): Question {
  const points = new Set(values.filter(Number.isInteger).map(BigInt));
  const ascending = [...points].sort((a, b) => (a < b ? -1 : 1));
  return aperiodic((sum) => {
    if (points.has(sum)) return { from: sum, to: sum, answer: 1n };
    const below = ascending.filter((point) => point < sum).at(-1);
    const above = ascending.find((point) => point > sum);
    return { from: plus(below, 1n), to: plus(above, -1n), answer: 0n };
  });
}

/** How much is it? */
export function askValue(): Question {
  return aperiodic((sum) => ({ from: sum, to: sum, answer: sum }));
}

/** What remains when it is divided? */
export function askRemainder(divisor: number): Question {
  const period = BigInt(divisor);
  const regionOf = (sum: bigint): Region => ({
    from: sum,
    to: sum,
    answer: remainder(sum, period),
  });
  return { regionOf, period };
}

/** The remainder of a division by a number above zero, from 0 on. */
export function remainder(value: bigint, divisor: bigint): bigint {
  const rest = value % divisor;
  return rest < 0n ? rest + divisor : rest;
}

function aperiodic(regionOf: Question["regionOf"]): Question {
  return { regionOf, period: undefined };
}

/** All sums on the same side of zero, or zero alone. */
function sideOf(sum: bigint, answer: bigint): Region {
  if (sum > 0n) return { from: 1n, to: undefined, answer };
  if (sum < 0n) return { from: undefined, to: -1n, answer };
  return { from: 0n, to: 0n, answer };
}

/** Zero goes with the positive sums under `>=` and `<`, with the negative ones under `<=` and `>`. */
function joinZero({ from, to, answer }: Region, operator: Comparison): Region {
  switch (operator) {
    case "<":
    case ">=":
      return to === -1n ? { from, to, answer } : { from: 0n, to: undefined, answer };
    case "<=":
    case ">":
      return from === 1n ? { from, to, answer } : { from: undefined, to: 0n, answer };
    case "==":
    case "!=":
      return { from, to, answer };
  }
}

function plus(a: bigint | undefined, b: bigint): bigint | undefined {
  return a === undefined ? undefined : a + b;
}
