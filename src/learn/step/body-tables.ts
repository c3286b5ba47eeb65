import type { Dataset, Input } from "../../data/dataset.ts";
import type { Domain } from "../../math/domain.ts";
import { classTarget } from "./class-target.ts";
import type { Machine } from "./merge-states.ts";
import type { Sequences } from "./sequences.ts";
import { isPicked } from "./spread.ts";
import type { StateNumbers } from "./state-numbers.ts";

/** What the rules of a step are learnt from: a sample for each step that the data show. */
export interface BodyTables {
  /** From the cells at a place and the state to the item there. */
  readonly item: Dataset;
  /** From the same to the next state. */
  readonly next: Dataset;
  /** From the state to the item at the end. */
  readonly end?: Dataset;
}

interface Row {
  readonly seen: readonly number[];
  readonly item: number;
  readonly next: number;
}

/** The steps of sequences through a machine; undefined where the machine does not say what a sequence does. */
export function bodyTables(
  { inputs, target }: Dataset,
  sequences: Sequences,
  { machine, numbers, name }: { machine: Machine; numbers: StateNumbers; name: string },
): BodyTables | undefined {
  const walked = walk(sequences, machine, numbers);
  if (walked === undefined) return undefined;
  const { ends } = walked;
  const rows = someOf(walked.rows);
  const state = { name, domain: domainOf(numbers) };
  const all = [...inputs, state];
  const seen = all.map(
    ({ name, domain }, k): Input => ({
      name,
      shape: [],
      domain,
      values: Float64Array.from(rows, (row) => row.seen[k]!),
    }),
  );
  const places = rows.map((_, k) => `step ${k}`);
  const known = { nSamples: rows.length, inputs: seen, places, warnings: [] };
  const valuesOf = (what: "item" | "next"): number[] => rows.map((row) => row[what]);
  const item = classTarget(target.name, valuesOf("item"));
  const next = classTarget(name, valuesOf("next"));
  const end = ends.length === 0 ? undefined : endTable(ends, state, target.name);
  if (item === undefined || next === undefined || (ends.length > 0 && end === undefined)) {
    return undefined;
  }
  return {
    item: { ...known, target: item },
    next: { ...known, target: next },
    ...(end === undefined ? {} : { end }),
  };
}

/** Steps are the same again and again: so many of them, and each that is different, are enough. */
const MOST_ROWS = 500;

function someOf(rows: readonly Row[]): readonly Row[] {
  const isNew = new Set<string>();
  return rows.filter(({ seen }, k) => {
    const key = seen.join();
    const isFirst = !isNew.has(key);
    isNew.add(key);
    return isFirst || isPicked(k, MOST_ROWS / rows.length);
  });
}

interface Ending {
  readonly state: number;
  readonly item: number;
}

function walk(
  { nSamples, length, symbols, cells, items, ends }: Sequences,
  { states }: Machine,
  numbers: StateNumbers,
): { readonly rows: readonly Row[]; readonly ends: readonly Ending[] } | undefined {
  const rows: Row[] = [];
  const endings: Ending[] = [];
  for (let sample = 0; sample < nSamples; sample++) {
    let state = 0;
    for (let step = 0; step < length; step++) {
      const k = sample * length + step;
      const edge = states[state]!.edges.get(symbols[k]!);
      if (edge === undefined || edge.item !== items[k]) return undefined;
      const seen = [...cells[symbols[k]!]!, numbers[state]!];
      rows.push({ seen, item: edge.item, next: numbers[edge.to]! });
      state = edge.to;
    }
    if (ends === undefined) continue;
    if (states[state]!.end !== ends[sample]) return undefined;
    endings.push({ state: numbers[state]!, item: ends[sample]! });
  }
  return { rows, ends: endings };
}

function endTable(
  all: readonly Ending[],
  { name, domain }: { readonly name: string; readonly domain: Domain },
  target: string,
): Dataset | undefined {
  const isKept = ({ state }: Ending, k: number): boolean =>
    isPicked(k, MOST_ROWS / all.length) || all.findIndex((other) => other.state === state) === k;
  const ends = all.filter(isKept);
  const values = Float64Array.from(ends, ({ state }) => state);
  const classes = classTarget(
    target,
    ends.map(({ item }) => item),
  );
  return (
    classes && {
      nSamples: ends.length,
      inputs: [{ name, shape: [], domain, values }],
      target: classes,
      places: ends.map((_, k) => `end ${k}`),
      warnings: [],
    }
  );
}

function domainOf(numbers: StateNumbers): Domain {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low === 0 && high === 1 ? { kind: "binary" } : { kind: "integer", low, high };
}
