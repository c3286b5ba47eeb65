import type { Pool } from "./pool.ts";

/** The distinct rows of bits that some sources read, each with the one label that goes with it. */
export interface Patterns {
  readonly kind: "patterns";
  /** Indices of the sources, nearest first. */
  readonly window: readonly number[];
  /** (nPatterns, window), in ascending order. */
  readonly rows: readonly (readonly number[])[];
  /** (nPatterns), 0 or 1. */
  readonly labels: readonly number[];
}

/** Two cases that read the same bits and have different labels. */
export interface Conflict {
  readonly kind: "conflict";
  readonly cases: readonly [number, number];
}

/** The patterns of a window, or two cases that contradict each other there. Cost: cases times window. */
export function patternsOf(pool: Pool, window: readonly number[]): Patterns | Conflict {
  const representatives = representativesOf(refineAll(pool, window), pool.labels);
  if ("kind" in representatives) return representatives;
  const patterns = representatives.map((index) => ({
    row: window.map((source) => pool.read(source, index)),
    label: pool.labels[index]!,
  }));
  return sorted(window, patterns);
}

/** Do the cells at some positions of the window decide the label on their own? */
export function isDetermined(patterns: Patterns, positions: readonly number[]): boolean {
  const known = new Map<number | string, number>();
  for (let p = 0; p < patterns.rows.length; p++) {
    const key = keyOf(patterns.rows[p]!, positions);
    const label = known.get(key);
    if (label === undefined) known.set(key, patterns.labels[p]!);
    else if (label !== patterns.labels[p]) return false;
  }
  return true;
}

/** The patterns of some positions of the window that decide the label. */
export function restricted(patterns: Patterns, positions: readonly number[]): Patterns {
  const merged = new Map<number | string, LabelledRow>();
  patterns.rows.forEach((full, p) => {
    const row = positions.map((position) => full[position]!);
    merged.set(keyOf(full, positions), { row, label: patterns.labels[p]! });
  });
  const window = positions.map((position) => patterns.window[position]!);
  return sorted(window, [...merged.values()]);
}

/** Bits that fit into a double are a number, which is faster to look up than text. */
function keyOf(row: readonly number[], positions: readonly number[]): number | string {
  if (positions.length > 52) return positions.map((position) => row[position]).join("");
  let key = 0;
  for (const position of positions) key = 2 * key + row[position]!;
  return key;
}

interface LabelledRow {
  readonly row: readonly number[];
  readonly label: number;
}

function sorted(window: readonly number[], patterns: LabelledRow[]): Patterns {
  patterns.sort((a, b) => compareRows(a.row, b.row));
  return {
    kind: "patterns",
    window,
    rows: patterns.map(({ row }) => row),
    labels: patterns.map(({ label }) => label),
  };
}

/** Class indices, the same for cases that no source of the window tells apart. */
interface Classes {
  readonly indices: Int32Array;
  readonly count: number;
}

function refineAll(pool: Pool, window: readonly number[]): Classes {
  const start: Classes = { indices: new Int32Array(pool.nCases), count: 1 };
  return window.reduce((classes, source) => refine(pool, classes, source), start);
}

function refine(pool: Pool, { indices, count }: Classes, source: number): Classes {
  const renamed = new Int32Array(2 * count).fill(-1);
  const next = new Int32Array(indices.length);
  let nextCount = 0;
  for (let index = 0; index < indices.length; index++) {
    const key = 2 * indices[index]! + pool.read(source, index);
    if (renamed[key] === -1) renamed[key] = nextCount++;
    next[index] = renamed[key]!;
  }
  return { indices: next, count: nextCount };
}

/** The first case of each class, or two cases of one class that have different labels. */
function representativesOf({ indices, count }: Classes, labels: Uint8Array): number[] | Conflict {
  const first = new Array<number>(count).fill(-1);
  for (let index = 0; index < indices.length; index++) {
    const known = first[indices[index]!]!;
    if (known === -1) first[indices[index]!] = index;
    else if (labels[known] !== labels[index]) return { kind: "conflict", cases: [known, index] };
  }
  return first;
}

/** Rows in the order of the numbers that they spell. */
export function compareRows(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}
