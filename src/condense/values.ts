import { define, subtract, variable } from "../program/build.ts";
import { fresh } from "../program/names.ts";
import type { Expression, Let } from "../program/program.ts";
import { compareLeaves, type Leaf } from "./graph.ts";
import type { Reader } from "./reader.ts";

/** The sum of some distinct cells, as an expression: a single cell, or a count of cells that are 1. */
export type SumOf = (cells: readonly Leaf[]) => Expression;

/** What a form of a function is: given how to write values, the function's bit. */
export type Form = (sumOf: SumOf) => Expression;

/** Which values get a name of their own: none, sums that are used again, all windows too, all cells too. */
export type Naming = "none" | "sums" | "windows" | "cells";

export interface Written {
  readonly lets: readonly Let[];
  readonly result: Expression;
}

/**
 * Writes a form twice over: once to see which values it uses and how often, once with the names that
 * this suggests. A count that lacks only a few cells of another is written as their difference.
 */
export function write(
  form: Form,
  reader: Reader,
  naming: Naming,
  taken: ReadonlySet<string>,
): Written {
  const uses = new Map<string, Use>();
  form((cells) => {
    const use = uses.get(keyOf(cells));
    uses.set(keyOf(cells), { cells, count: (use?.count ?? 0) + 1 });
    return reader.sum(cells);
  });
  if (naming === "none") return { lets: [], result: form((cells) => reader.sum(cells)) };
  for (const { cells } of [...uses.values()]) {
    const whole = reader.wholeOf(cells);
    if (whole && !uses.has(keyOf(whole))) uses.set(keyOf(whole), { cells: whole, count: 0 });
  }
  return named(form, reader, { uses: [...uses.values()], naming, taken });
}

interface Use {
  readonly cells: readonly Leaf[];
  readonly count: number;
}

interface Plan {
  readonly uses: readonly Use[];
  readonly naming: Naming;
  readonly taken: ReadonlySet<string>;
}

function named(form: Form, reader: Reader, { uses, naming, taken }: Plan): Written {
  const lets: Let[] = [];
  const names = new Map<string, string>();
  const used = new Set(taken);
  const largestFirst = [...uses].sort(
    (a, b) => b.cells.length - a.cells.length || compareCells(a.cells, b.cells),
  );
  const bases = largestFirst.map(({ cells }) => baseOf(cells, largestFirst));
  largestFirst.forEach(({ cells, count }, k) => {
    const base = bases[k];
    const baseName = base && names.get(keyOf(base));
    const isShared = count > 1 || bases.some((other) => other && keyOf(other) === keyOf(cells));
    const isWindow = naming !== "sums" && reader.isWindow(cells);
    const isWorth =
      cells.length > 1
        ? isShared || isWindow || baseName !== undefined
        : naming === "cells" && isShared;
    if (!isWorth) return;
    const name = fresh(nameOf(cells), used);
    used.add(name);
    const value =
      base && baseName
        ? lacking(base, cells).reduce(
            (rest, cell) => subtract(rest, reader.element(cell)),
            variable(baseName),
          )
        : reader.sum(cells);
    lets.push(define(name, value));
    names.set(keyOf(cells), name);
  });
  const result = form((cells) => {
    const name = names.get(keyOf(cells));
    return name === undefined ? reader.sum(cells) : variable(name);
  });
  return { lets, result };
}

function compareCells(a: readonly Leaf[], b: readonly Leaf[]): number {
  const differing = a.findIndex((cell, k) => compareLeaves(cell, b[k]!) !== 0);
  return differing === -1 ? 0 : compareLeaves(a[differing]!, b[differing]!);
}

/** The smallest larger set of cells that lacks hardly any of which this one has. */
function baseOf(cells: readonly Leaf[], sets: readonly Use[]): readonly Leaf[] | undefined {
  if (cells.length < LEAST_DERIVED) return undefined;
  const larger = sets.map((use) => use.cells).filter((set) => set.length > cells.length);
  return larger.findLast(
    (set) => set.length - cells.length <= MOST_LACKING && lacking(cells, set).length === 0,
  );
}

const MOST_LACKING = 2;
const LEAST_DERIVED = 3;

function lacking(cells: readonly Leaf[], removed: readonly Leaf[]): Leaf[] {
  const keys = new Set(removed.map((cell) => keyOf([cell])));
  return cells.filter((cell) => !keys.has(keyOf([cell])));
}

/** What a reader would call these cells, seen from their place. */
function nameOf(cells: readonly Leaf[]): string {
  if (cells.length === 1) return positionName(cells[0]!.at);
  const isHere = ({ at }: Leaf): boolean => at.every((step) => step === 0);
  const nInBox = cells[0]!.at.reduce((product, _, axis) => {
    const steps = cells.map(({ at }) => at[axis]!);
    return product * (Math.max(...steps) - Math.min(...steps) + 1);
  }, 1);
  if (cells.length === nInBox) return "total";
  return cells.length === nInBox - 1 && !cells.some(isHere) ? "neighbours" : "count";
}

function positionName(at: readonly number[]): string {
  if (at.every((step) => step === 0)) return "centre";
  const names = at.length === 1 ? { "-1": "left", "1": "right" } : AROUND;
  return (names as Readonly<Record<string, string>>)[at.join()] ?? "cell";
}

const AROUND = { "-1,0": "above", "1,0": "below", "0,-1": "left", "0,1": "right" };

function keyOf(cells: readonly Leaf[]): string {
  return cells.map(({ input, at }) => `${input}:${at.join()}`).join(" ");
}
