import type { Dataset } from "../../data/dataset.ts";
import type { CarriedState, Network, StepNetwork } from "../../enn/network.ts";
import { type Domain, extremesOf, integersBetween } from "../../math/domain.ts";
import { isPicked } from "../../math/spread.ts";
import { neverStop } from "../../math/stop.ts";
import { accuracyOf } from "../accuracy-of.ts";
import type { FoundSteps, LearntPart, StepOptions } from "./find-steps.ts";
import { isFunction, type SeenItem } from "./is-function.ts";
import type { Sequences } from "./sequences.ts";
import { type Seen, stepTable } from "./step-table.ts";
import { unlike } from "./unlike.ts";

/** Of fewer items something or other can be said with those before. */
const LEAST_ITEMS = 300;

/** Items further apart than that are sums rather than states. */
const MOST_SPREAD = 64;

/**
 * Step networks that carry the last two items, or the last item and the last cell, as `y[i]` from `y[i - 1]`
 * and `y[i - 2]`; where there was none yet, it is 0. None where no formula says the item.
 */
export async function findEchoes(
  dataset: Dataset,
  directions: readonly Sequences[],
  { learnPart, shouldStop = neverStop }: StepOptions,
): Promise<FoundSteps[]> {
  for (const sequences of directions) {
    if (!isFit(sequences)) continue;
    for (const memory of memoriesOf(dataset)) {
      if (shouldStop()) return [];
      const rows = rowsOf(sequences, memory);
      // What the last item says alone is a machine with a state for each.
      if (!isFunction(rows) || isFunction(rows.map(withoutMemory))) continue;
      const found = await stepsWith(dataset, { sequences, memory, rows, learnPart });
      if (found.length > 0) return found;
    }
  }
  return [];
}

function isFit({ items, ends }: Sequences): boolean {
  if (ends !== undefined || items.length < LEAST_ITEMS) return false;
  const { low, high } = rangeOf(items);
  return high - low < MOST_SPREAD;
}

type Range = ReturnType<typeof extremesOf>;

function rangeOf(items: Float64Array): Range {
  return {
    low: items.reduce((a, b) => Math.min(a, b)),
    high: items.reduce((a, b) => Math.max(a, b)),
  };
}

/** What is carried starts at 0. */
function withZero({ low, high }: Range): Domain {
  return integersBetween(Math.min(0, low), Math.max(0, high));
}

/** What is carried beside the last item: the one before it, or the last cell of the only input. */
type Memory = "item" | "cell";

function memoriesOf({ inputs }: Dataset): Memory[] {
  return inputs.length === 1 ? ["item", "cell"] : ["item"];
}

function rowsOf(
  { nSamples, length, symbols, cells, items }: Sequences,
  memory: Memory,
): SeenItem[] {
  const rows: SeenItem[] = [];
  for (let sample = 0; sample < nSamples; sample++) {
    let [last, other] = [0, 0];
    for (let step = 0; step < length; step++) {
      const k = sample * length + step;
      const here = cells[symbols[k]!]!;
      rows.push({ seen: [...here, last, other], item: items[k]! });
      other = memory === "item" ? last : here[0]!;
      last = items[k]!;
    }
  }
  return rows;
}

function withoutMemory({ seen, item }: SeenItem): SeenItem {
  return { seen: seen.slice(0, -1), item };
}

/** More steps than that say nothing new. */
const MOST_ROWS = 2000;

interface Attempt extends Pick<StepOptions, "learnPart"> {
  readonly sequences: Sequences;
  readonly memory: Memory;
  readonly rows: readonly SeenItem[];
}

async function stepsWith(
  dataset: Dataset,
  { sequences, memory, rows, learnPart }: Attempt,
): Promise<FoundSteps[]> {
  const { inputs, target } = dataset;
  const names = inputs.map((input) => input.name);
  const last = unlike(names, "last");
  const other = unlike([...names, last], memory === "item" ? "before_last" : "last_value");
  const carried: Seen[] = [
    { name: last, domain: withZero(rangeOf(sequences.items)) },
    {
      name: other,
      domain: withZero(
        memory === "item" ? rangeOf(sequences.items) : extremesOf(inputs[0]!.domain),
      ),
    },
  ];
  const columns: Seen[] = [...inputs, ...carried];
  const table = (what: string, given: (row: SeenItem) => number): Dataset | undefined => {
    const some = rows.filter((_, k) => isPicked(k, MOST_ROWS / rows.length));
    const seen = some.map((row) => row.seen);
    return stepTable(columns, seen, { name: what, values: some.map(given) });
  };
  const item = table(target.name, (row) => row.item);
  const at = memory === "item" ? inputs.length : 0;
  const moved = table(other, ({ seen }) => seen[at]!);
  if (item === undefined || moved === undefined) return [];
  const search = { withRules: false, relatives: [] };
  const items = await learnPart(item, search);
  const [next] = items.length === 0 ? [] : await learnPart(moved, search);
  if (next === undefined) return [];
  const stepOf = (part: LearntPart): FoundSteps => {
    const network: StepNetwork = {
      kind: "step",
      inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
      isBackward: sequences.isBackward,
      carried: [stateOf(carried[0]!, part.network), stateOf(carried[1]!, next.network)],
      item: part.network,
      output: { name: target.name, shape: target.shape, labels: { kind: "raw" } },
    };
    const known = memory === "item" ? "the last two results" : "the last result and the last value";
    const sharing = `one step at every place, with ${known}`;
    return { network, bits: part.bits + next.bits, sharing };
  };
  return items.map(stepOf).filter(({ network }) => accuracyOf(dataset, network).mistakes === 0);
}

function stateOf({ name, domain }: Seen, next: Network): CarriedState {
  return { name, ...extremesOf(domain), initial: 0, next };
}
