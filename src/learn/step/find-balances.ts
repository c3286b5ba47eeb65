import type { Dataset, Input } from "../../data/dataset.ts";
import type { StepNetwork } from "../../enn/network.ts";
import type { Domain } from "../../math/domain.ts";
import { neverStop } from "../../math/stop.ts";
import { accuracyOf } from "../accuracy-of.ts";
import { classTarget } from "./class-target.ts";
import type { FoundSteps, LearntPart, StepOptions } from "./find-steps.ts";
import { type Sequences, sequencesOf } from "./sequences.ts";
import { isPicked } from "./spread.ts";
import { unlike } from "./unlike.ts";

/** What is added up from place to place is not bounded by the data: arrays of less than two million places stay inside. */
const FARTHEST = 2 ** 31 - 1;
const MOST_ADDED = 2 ** 10;

/** Of fewer items something or other can be said with a balance. */
const LEAST_ITEMS = 300;

/** A number that is added up along the axis: how much a symbol adds. */
interface Balance {
  readonly name: string;
  /** (symbols). */
  readonly adds: readonly number[];
}

/**
 * Step networks that carry a balance - of ones against zeros, or of one input against another - and, where
 * it takes that, the last item; fewest bits first. For what needs more than a few states.
 */
export async function findBalances(
  dataset: Dataset,
  { learnPart, shouldStop = neverStop }: StepOptions,
): Promise<FoundSteps[]> {
  const found: FoundSteps[] = [];
  for (const isBackward of [false, true]) {
    const sequences = sequencesOf(dataset, isBackward);
    if (sequences === undefined || sequences.ends !== undefined) continue;
    if (sequences.items.length < LEAST_ITEMS) continue;
    const balances = balancesOf(dataset, sequences).filter(({ adds }) =>
      adds.every((add) => Math.abs(add) <= MOST_ADDED),
    );
    for (const balance of balances) {
      for (const last of [undefined, ...firstItems(sequences)]) {
        if (shouldStop() || found.length > 0) continue;
        found.push(
          ...(await stepsWith(dataset, { sequences, balance, last, isBackward, learnPart })),
        );
      }
    }
  }
  return found;
}

/** What the last item may be where there was none yet. */
function firstItems({ items }: Sequences): number[] {
  const distinct = [...new Set(items)].sort((a, b) => b - a);
  return distinct.join() === "1,0" ? distinct : [];
}

function balancesOf({ inputs }: Dataset, { cells }: Sequences): Balance[] {
  const areBits = inputs.every(({ domain }) => domain.kind === "binary");
  if (inputs.length === 1 && areBits) {
    return [{ name: "balance", adds: cells.map(([cell]) => 2 * cell! - 1) }];
  }
  if (inputs.length !== 2) return [];
  return [{ name: "difference", adds: cells.map(([a, b]) => a! - b!) }];
}

interface Attempt extends Pick<StepOptions, "learnPart"> {
  readonly sequences: Sequences;
  readonly balance: Balance;
  /** The last item before the first one; undefined where it is not carried. */
  readonly last: number | undefined;
  readonly isBackward: boolean;
}

async function stepsWith(dataset: Dataset, attempt: Attempt): Promise<FoundSteps[]> {
  const { balance, last, isBackward, learnPart } = attempt;
  const { inputs, target } = dataset;
  const name = unlike(
    inputs.map((input) => input.name),
    balance.name,
  );
  const rows = rowsOf(attempt);
  if (!isFunction(rows)) return [];
  const table = tableOf(dataset, name, { rows, last });
  if (table === undefined) return [];
  const search = { withRules: true, relatives: [] };
  const items = (await learnPart(table.item, search)).filter(
    (part) => isWorthIt(part, table.item) && isSmall(part),
  );
  if (items.length === 0) return [];
  const [sum] = await learnPart(table.next, { ...search, withRules: false });
  if (sum === undefined || !isSmall(sum)) return [];
  const next = farther(sum, name);
  const wide = { name, low: -FARTHEST, high: FARTHEST, initial: 0, next: next.network };
  return items
    .map((part) => farther(part, name))
    .flatMap((item): FoundSteps[] => {
      const state = {
        name: stateName([...inputs.map((input) => input.name), name]),
        low: 0,
        high: 1,
        initial: last ?? 0,
        next: item.network,
      };
      const network: StepNetwork = {
        kind: "step",
        inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
        isBackward,
        carried: last === undefined ? [wide] : [wide, state],
        item: item.network,
        output: { name: target.name, shape: target.shape, labels: { kind: "raw" } },
      };
      if (accuracyOf(dataset, network).mistakes > 0) return [];
      const what = balance.name === "balance" ? "of ones against zeros" : "of the inputs";
      const sharing = `one step at every place, with the running ${balance.name} ${what}`;
      return [{ network, bits: item.bits + next.bits, sharing }];
    });
}

/** What the last item is called, beside other names. */
function stateName(names: readonly string[]): string {
  return unlike(names, "state");
}

/** What asks for many values of a balance says nothing of those that were not met. */
const MOST_UNITS = 16;

function isSmall({ network: { layers } }: LearntPart): boolean {
  return layers.every(({ biases }) => biases.length <= MOST_UNITS);
}

/** The same network for balances beyond those that were met. */
function farther(part: LearntPart, name: string): LearntPart {
  const domain: Domain = { kind: "integer", low: -FARTHEST, high: FARTHEST };
  const inputs = part.network.inputs.map((input) =>
    input.name === name ? { ...input, domain } : input,
  );
  return { ...part, network: { ...part.network, inputs } };
}

/** Does the rule take fewer bits than half of those that the items take? */
function isWorthIt({ bits }: LearntPart, { target, nSamples }: Dataset): boolean {
  const counts = new Map<number, number>();
  for (const value of target.values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const information = [...counts.values()].reduce(
    (sum, count) => sum + count * Math.log2(nSamples / count),
    0,
  );
  return 2 * bits <= information;
}

/** More steps than that say nothing new. */
const MOST_ROWS = 2000;

interface Row {
  readonly seen: readonly number[];
  readonly item: number;
  readonly next: number;
}

function tableOf(
  { inputs, target }: Dataset,
  name: string,
  { rows: all, last }: Pick<Attempt, "last"> & { readonly rows: readonly Row[] },
): { readonly item: Dataset; readonly next: Dataset } | undefined {
  const rows = all.filter((_, k) => isPicked(k, MOST_ROWS / all.length));
  const sums = rows.map(({ seen }) => seen[inputs.length]!);
  const met: Domain = { kind: "integer", low: Math.min(...sums), high: Math.max(...sums) };
  const seen: { readonly name: string; readonly domain: Domain }[] = [
    ...inputs,
    { name, domain: met },
    ...(last === undefined
      ? []
      : [
          {
            name: stateName([...inputs.map((input) => input.name), name]),
            domain: { kind: "binary" } as const,
          },
        ]),
  ];
  const known = {
    nSamples: rows.length,
    inputs: seen.map(
      ({ name, domain }, k): Input => ({
        name,
        shape: [],
        domain,
        values: Float64Array.from(rows, (row) => row.seen[k]!),
      }),
    ),
    places: rows.map((_, k) => `step ${k}`),
    warnings: [],
  };
  const items = rows.map(({ item }) => item);
  const nexts = rows.map((row) => row.next);
  const item = classTarget(target.name, items);
  const next = classTarget(name, nexts);
  return item && next && { item: { ...known, target: item }, next: { ...known, target: next } };
}

/** Does what is seen say what the item is? */
function isFunction(rows: readonly Row[]): boolean {
  const items = new Map<string, number>();
  return rows.every(({ seen, item }) => {
    const key = seen.join();
    const known = items.get(key) ?? item;
    items.set(key, known);
    return known === item;
  });
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
