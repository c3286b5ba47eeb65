import { type Domain, extremesOf } from "../../math/domain.ts";
import { Obstacle } from "../obstacle.ts";

/**
 * A weighted sum of cells, to which others are multiples plus a constant: its weights are integers
 * without a common divisor, the first one above 0.
 */
export interface Base extends Span {
  /** From 0, by first use. */
  readonly id: number;
  /** At least one, ascending. */
  readonly cells: readonly number[];
  readonly weights: readonly number[];
}

/** All integers from one to another, both of them taken; either may be infinite. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** A base, or its negative. */
export interface Side {
  readonly base: Base;
  readonly sign: 1 | -1;
}

/** The cells, the sums of them that were met, equal ones once, and the steps that are left to compare them. */
export class Bases {
  readonly #spans: readonly (Span | undefined)[];
  readonly #known = new Map<string, Base>();
  readonly #gaps = new Map<string, number>();
  #steps = 0;

  constructor(domains: readonly Domain[]) {
    this.#spans = domains.map(spanOf);
  }

  get nCells(): number {
    return this.#spans.length;
  }

  /** The values of a cell; undefined where they are not integers. */
  spanOf(cell: number): Span | undefined {
    return this.#spans[cell];
  }

  /** Throws Obstacle when too much was asked for. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > maxSteps) throw new Obstacle("thresholds have too many cases");
  }

  /** Undefined where its values are no safe integers. */
  base(cells: readonly number[], weights: readonly number[]): Base | undefined {
    this.spend(cells.length);
    const key = `${cells};${weights}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const span = this.#sumOf(cells, weights);
    if (span === undefined) return undefined;
    const base = { id: this.#known.size, cells, weights, ...span };
    this.#known.set(key, base);
    return base;
  }

  /** The least that `to - from` can be: minus infinity where they have no cell in common. */
  gap(from: Side, to: Side): number {
    if (!overlap(from.base, to.base)) return Number.NEGATIVE_INFINITY;
    const key = `${from.sign * (from.base.id + 1)},${to.sign * (to.base.id + 1)}`;
    const known = this.#gaps.get(key);
    if (known !== undefined) return known;
    this.spend(from.base.cells.length + to.base.cells.length);
    const weights = new Map<number, number>();
    addTo(weights, to.base, to.sign);
    addTo(weights, from.base, -from.sign);
    const kept = [...weights].filter(([, weight]) => weight !== 0);
    const span = this.#sumOf(
      kept.map(([cell]) => cell),
      kept.map(([, weight]) => weight),
    );
    const gap = span?.low ?? Number.NEGATIVE_INFINITY;
    this.#gaps.set(key, gap);
    return gap;
  }

  #sumOf(cells: readonly number[], weights: readonly number[]): Span | undefined {
    let [low, high] = [0, 0];
    for (const [k, cell] of cells.entries()) {
      const span = this.#spans[cell];
      if (span === undefined) return undefined;
      const weight = weights[k]!;
      low += weight * (weight > 0 ? span.low : span.high);
      high += weight * (weight > 0 ? span.high : span.low);
      if (!isExactOrInfinite(low) || !isExactOrInfinite(high)) return undefined;
    }
    return { low, high };
  }
}

/** A small fraction of a second. */
const maxSteps = 2 ** 23;

/** Adds a multiple of a base to weights of cells. */
export function addTo(weights: Map<number, number>, base: Base, factor: number): void {
  base.cells.forEach((cell, k) => {
    weights.set(cell, plus(weights.get(cell) ?? 0, factor * base.weights[k]!));
  });
}

function spanOf(domain: Domain): Span | undefined {
  if (domain.kind === "real") return undefined;
  const { low, high } = extremesOf(domain);
  // A range with broken ends is none of integers alone.
  return [low, high].every(isExactOrInfinite) ? { low, high } : undefined;
}

/** Is it an integer so small that the sum of two such is exact, and that a product which is not is never so small? */
export function isExact(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) <= 2 ** 50;
}

/** Not-a-number where the sum might not be exact, so that nothing is made of it. */
export function plus(total: number, more: number): number {
  return isExact(total) && isExact(more) ? total + more : Number.NaN;
}

function isExactOrInfinite(value: number): boolean {
  return isExact(value) || Math.abs(value) === Number.POSITIVE_INFINITY;
}

/** May the two have a cell in common? Both ascend. */
function overlap({ cells: a }: Base, { cells: b }: Base): boolean {
  return a[0]! <= b[b.length - 1]! && b[0]! <= a[a.length - 1]!;
}
