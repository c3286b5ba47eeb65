import type { Dataset } from "../../data/dataset.ts";
import { someOf, stateDomain } from "./body-tables.ts";
import type { SeenItem } from "./is-function.ts";
import type { LabelledMachine } from "./smallest-machines.ts";
import type { StateNumbers } from "./state-numbers.ts";
import { stepTable } from "./step-table.ts";
import type { Words } from "./words.ts";

/** What the parts of a fold are learnt from; undefined where numbers are too far apart. */
export interface FoldTables {
  /** From the cells at a place and the state to the next state. */
  readonly next: Dataset | undefined;
  /** From the state in the end to the number of the class. */
  readonly end: Dataset | undefined;
}

interface NumberedMachine {
  readonly words: Words;
  readonly machine: LabelledMachine;
  readonly numbers: StateNumbers;
}

interface Called {
  /** What the state is called. */
  readonly name: string;
  /** (classes): the number that stands for each. */
  readonly meaning: readonly number[];
}

/** The steps of all words through a machine that says their classes. */
export function foldTables(
  { inputs, target }: Dataset,
  { words: { words, cells }, machine, numbers }: NumberedMachine,
  { name, meaning }: Called,
): FoldTables {
  const steps: SeenItem[] = [];
  const ends: SeenItem[] = [];
  for (const { symbols, label } of words) {
    let state = 0;
    for (const symbol of symbols) {
      const to = machine.next[state * cells.length + symbol]!;
      steps.push({ seen: [...cells[symbol]!, numbers[state]!], item: numbers[to]! });
      state = to;
    }
    ends.push({ seen: [numbers[state]!], item: meaning[label]! });
  }
  const state = { name, domain: stateDomain(numbers) };
  const table = (
    columns: Parameters<typeof stepTable>[0],
    all: readonly SeenItem[],
    what: string,
  ) => {
    const rows = someOf(all);
    return stepTable(
      columns,
      rows.map(({ seen }) => seen),
      { name: what, values: rows.map(({ item }) => item) },
    );
  };
  return {
    next: table([...inputs, state], steps, name),
    end: table([state], ends, target.name),
  };
}
