import type { Dataset } from "../../data/dataset.ts";
import { type Domain, integersBetween } from "../../math/domain.ts";
import { isPicked } from "../../math/spread.ts";
import type { SeenItem } from "./is-function.ts";
import type { Machine } from "./merge-states.ts";
import type { Sequences } from "./sequences.ts";
import type { StateNumbers } from "./state-numbers.ts";
import { stepTable } from "./step-table.ts";

/** What the parts of a step are learnt from: a sample for each step that the data show. */
export interface BodyTables {
  /** From the cells at a place and the state to the item there. */
  readonly item: Dataset;
  /** From the same to the next state. */
  readonly next: Dataset;
  /** From the state to the item at the end, where there is one. */
  readonly end: Dataset | undefined;
}

interface NumberedMachine {
  readonly machine: Machine;
  readonly numbers: StateNumbers;
  /** What its state is called. */
  readonly name: string;
}

/**
 * The steps of sequences through a machine; undefined where the machine does not say what a sequence does,
 * or numbers are too far apart.
 */
export function bodyTables(
  { inputs, target }: Dataset,
  sequences: Sequences,
  { machine, numbers, name }: NumberedMachine,
): BodyTables | undefined {
  const walked = walk(sequences, machine, numbers);
  if (walked === undefined) return undefined;
  const rows = someOf(walked.rows);
  const ends = someOf(walked.ends);
  const state = { name, domain: stateDomain(numbers) };
  const seen = rows.map((row) => row.seen);
  const table = (what: string, values: readonly number[]): Dataset | undefined =>
    stepTable([...inputs, state], seen, { name: what, values });
  const item = table(
    target.name,
    rows.map((row) => row.item),
  );
  const next = table(
    name,
    rows.map((row) => row.next),
  );
  const end = stepTable(
    [state],
    ends.map((each) => each.seen),
    { name: target.name, values: ends.map((each) => each.item) },
  );
  if (item === undefined || next === undefined || end === undefined) return undefined;
  return { item, next, end: sequences.ends && end };
}

interface Row extends SeenItem {
  readonly next: number;
}

/** Steps are the same again and again: so many of them, and each that is different, are enough. */
const MOST_ROWS = 500;

/** Each different step, and so many of the others. */
export function someOf<Item extends SeenItem>(rows: readonly Item[]): readonly Item[] {
  const known = new Set<string>();
  return rows.filter(({ seen }, k) => {
    const key = seen.join();
    const isFirst = !known.has(key);
    known.add(key);
    return isFirst || isPicked(k, MOST_ROWS / rows.length);
  });
}

function walk(
  { nSamples, length, symbols, cells, items, ends }: Sequences,
  { states }: Machine,
  numbers: StateNumbers,
): { readonly rows: readonly Row[]; readonly ends: readonly SeenItem[] } | undefined {
  const rows: Row[] = [];
  const endings: SeenItem[] = [];
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
    endings.push({ seen: [numbers[state]!], item: ends[sample]! });
  }
  return { rows, ends: endings };
}

export function stateDomain(numbers: StateNumbers): Domain {
  return integersBetween(Math.min(...numbers), Math.max(...numbers));
}
