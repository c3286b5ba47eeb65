import type { Dataset } from "../../data/dataset.ts";
import type { CarriedState, Network, StepNetwork } from "../../enn/network.ts";
import type { Domain } from "../../math/domain.ts";
import { isPicked } from "../../math/spread.ts";
import { neverStop } from "../../math/stop.ts";
import { accuracyOf } from "../accuracy-of.ts";
import { informationOf } from "../information.ts";
import type { FoundSteps, LearntPart, StepOptions } from "./find-steps.ts";
import { isFunction, type SeenItem } from "./is-function.ts";
import type { Sequences } from "./sequences.ts";
import { type Seen, stepTable } from "./step-table.ts";
import { FARTHEST } from "./unbounded.ts";
import { unlike } from "./unlike.ts";

const MOST_ADDED = 2 ** 10;

/** Of fewer items something or other can be said with a balance. */
const LEAST_ITEMS = 300;

/** A number that is added up along the axis: how much a symbol adds. */
interface Balance {
  readonly name: string;
  readonly what: string;
  /** (symbols). */
  readonly adds: readonly number[];
}

/**
 * Step networks that carry a balance - of ones against zeros, or of one input against another - and, where
 * it takes that, the last item; the first that is found. For what needs more than a few states.
 */
export async function findBalances(
  dataset: Dataset,
  directions: readonly Sequences[],
  { learnPart, shouldStop = neverStop }: StepOptions,
): Promise<FoundSteps[]> {
  for (const sequences of directions) {
    if (sequences.ends !== undefined || sequences.items.length < LEAST_ITEMS) continue;
    for (const balance of balancesOf(dataset, sequences)) {
      for (const last of [undefined, ...firstItems(sequences)]) {
        if (shouldStop()) return [];
        const found = await stepsWith(dataset, { sequences, balance, last, learnPart });
        if (found.length > 0) return found;
      }
    }
  }
  return [];
}

/** What the last item may be where there was none yet: of bits either. */
function firstItems({ items }: Sequences): number[] {
  return items.every((item) => item === 0 || item === 1) ? [1, 0] : [];
}

function balancesOf({ inputs }: Dataset, { cells }: Sequences): Balance[] {
  const balances: Balance[] = [];
  if (inputs.length === 1 && inputs[0]!.domain.kind === "binary") {
    const adds = cells.map(([cell]) => 2 * cell! - 1);
    balances.push({ name: "balance", what: "of ones against zeros", adds });
  }
  if (inputs.length === 2) {
    const adds = cells.map(([a, b]) => a! - b!);
    balances.push({ name: "lead", what: "of the one input over the other", adds });
  }
  return balances.filter(({ adds }) => adds.every((add) => Math.abs(add) <= MOST_ADDED));
}

interface Attempt extends Pick<StepOptions, "learnPart"> {
  readonly sequences: Sequences;
  readonly balance: Balance;
  /** The last item before the first one; undefined where it is not carried. */
  readonly last: number | undefined;
}

async function stepsWith(dataset: Dataset, attempt: Attempt): Promise<FoundSteps[]> {
  const { balance, last, learnPart } = attempt;
  const rows = rowsOf(attempt);
  if (!isFunction(rows)) return [];
  const names = dataset.inputs.map((input) => input.name);
  const name = unlike(names, balance.name);
  const state = last === undefined ? undefined : unlike([...names, name], "state");
  const tables = tablesOf(dataset, rows, { name, state });
  if (tables === undefined) return [];
  const search = { withRules: true, relatives: [] };
  const items = (await learnPart(tables.item, search)).filter(
    (part) => isWorthIt(part, tables.item) && isSmall(part),
  );
  if (items.length === 0) return [];
  const [sum] = await learnPart(tables.next, { ...search, withRules: false });
  if (sum === undefined || !isSmall(sum)) return [];
  return items.flatMap((item): FoundSteps[] => {
    const network = networkOf(dataset, attempt, {
      item: farther(item, name),
      sum: farther(sum, name),
      names: { name, state },
    });
    if (accuracyOf(dataset, network).mistakes > 0) return [];
    const sharing = `one step at every place, with the running ${balance.name} ${balance.what}`;
    return [{ network, bits: item.bits + sum.bits, sharing }];
  });
}

/** What is carried is called. */
interface Names {
  readonly name: string;
  /** The last item, where it is carried. */
  readonly state: string | undefined;
}

interface Parts {
  readonly item: Network;
  readonly sum: Network;
  readonly names: Names;
}

function networkOf(
  { inputs, target }: Dataset,
  { sequences, last = 0 }: Attempt,
  { item, sum, names: { name, state } }: Parts,
): StepNetwork {
  const bit = { low: 0, high: 1, initial: last, next: item };
  const carried: CarriedState[] = [
    { name, low: -FARTHEST, high: FARTHEST, initial: 0, next: sum },
    ...(state === undefined ? [] : [{ name: state, ...bit }]),
  ];
  return {
    kind: "step",
    inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
    isBackward: sequences.isBackward,
    carried,
    item,
    output: { name: target.name, shape: target.shape, labels: { kind: "raw" } },
  };
}

/** What asks for many values of a balance says nothing of those that were not met. */
const MOST_UNITS = 16;

function isSmall({ network: { layers } }: LearntPart): boolean {
  return layers.every(({ biases }) => biases.length <= MOST_UNITS);
}

/** The same network for balances beyond those that were met. */
function farther({ network }: LearntPart, name: string): LearntPart["network"] {
  const domain: Domain = { kind: "integer", low: -FARTHEST, high: FARTHEST };
  const inputs = network.inputs.map((input) =>
    input.name === name ? { ...input, domain } : input,
  );
  return { ...network, inputs };
}

/** Does the rule take fewer bits than half of those that the items take? */
function isWorthIt({ bits }: LearntPart, { target }: Dataset): boolean {
  return 2 * bits <= informationOf(target.values);
}

interface Row extends SeenItem {
  readonly next: number;
}

function rowsOf({ sequences, balance: { adds }, last }: Attempt): Row[] {
  const { nSamples, length, symbols, cells, items } = sequences;
  const rows: Row[] = [];
  for (let sample = 0; sample < nSamples; sample++) {
    let [sum, before] = [0, last];
    for (let step = 0; step < length; step++) {
      const k = sample * length + step;
      const symbol = symbols[k]!;
      const seen = [...cells[symbol]!, sum, ...(before === undefined ? [] : [before])];
      sum += adds[symbol]!;
      rows.push({ seen, item: items[k]!, next: sum });
      if (before !== undefined) before = items[k]!;
    }
  }
  return rows;
}

/** More steps than that say nothing new. */
const MOST_ROWS = 2000;

function tablesOf(
  { inputs, target }: Dataset,
  all: readonly Row[],
  { name, state }: Names,
): { readonly item: Dataset; readonly next: Dataset } | undefined {
  const rows = all.filter((_, k) => isPicked(k, MOST_ROWS / all.length));
  const sums = rows.map(({ seen }) => seen[inputs.length]!);
  const met: Domain = { kind: "integer", low: Math.min(...sums), high: Math.max(...sums) };
  const columns: Seen[] = [
    ...inputs,
    { name, domain: met },
    ...(state === undefined ? [] : [{ name: state, domain: { kind: "binary" } as const }]),
  ];
  const seen = rows.map((row) => row.seen);
  const item = stepTable(columns, seen, {
    name: target.name,
    values: rows.map((row) => row.item),
  });
  const next = stepTable(columns, seen, { name, values: rows.map((row) => row.next) });
  return item && next && { item, next };
}
