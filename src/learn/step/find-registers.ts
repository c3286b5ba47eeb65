import type { Dataset } from "../../data/dataset.ts";
import type { NetworkInput, StepNetwork, StepPart } from "../../enn/network.ts";
import { extremesOf } from "../../math/domain.ts";
import { isPicked } from "../../math/spread.ts";
import { neverStop } from "../../math/stop.ts";
import { accuracyOf } from "../accuracy-of.ts";
import { informationOf } from "../information.ts";
import type { FoundSteps, StepOptions } from "./find-steps.ts";
import { distinctRows, fitChoices, MOST_SEEN, type StepRow } from "./fit-choice.ts";
import { isFunction } from "./is-function.ts";
import {
  assumedBeyond,
  carriedBy,
  columnsOf,
  namesOf,
  REGISTER_BITS,
  type RegisterState,
  statesOf,
} from "./register-states.ts";
import { advance, type Register, registersOf } from "./registers.ts";
import type { Sequences } from "./sequences.ts";
import { staysInside } from "./stays-inside.ts";
import { type PartFrame, sumNetwork } from "./sum-networks.ts";
import { FARTHEST, widened } from "./unbounded.ts";

/** Of fewer items something or other can be said with what is carried. */
const LEAST_ITEMS = 300;

/**
 * Step networks whose items are sums of what is carried, or one of two or three such sums: the last item, and
 * extremes, sums and how long a bit has lasted. Those of the first few registers that will do.
 */
export async function findRegisters(
  dataset: Dataset,
  directions: readonly Sequences[],
  options: StepOptions,
): Promise<FoundSteps[]> {
  const { shouldStop = neverStop } = options;
  for (const sequences of directions) {
    if (sequences.ends !== undefined || sequences.items.length < LEAST_ITEMS) continue;
    for (const memory of memoriesOf(dataset)) {
      if (shouldStop()) return [];
      const found = await stepsWith(dataset, { sequences, memory }, options);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** What is carried: registers, and the last item where it starts as something. */
interface Memory {
  readonly registers: readonly Register[];
  readonly initial: number | undefined;
}

/** Little before much. */
function memoriesOf(dataset: Dataset): Memory[] {
  const all = registersOf(dataset);
  // Those that are read before they change say nothing of what is written after, but by the last item.
  const early = all.filter(({ isLate }) => !isLate);
  const pairs = early.flatMap((a, k) => early.slice(k + 1).map((b) => [a, b]));
  const starts = startsOf(dataset);
  const withLast = (registers: readonly Register[]): Memory[] =>
    starts.map((initial) => ({ registers, initial }));
  const without = (registers: readonly Register[]): Memory => ({ registers, initial: undefined });
  const memories = [
    ...withLast([]),
    ...all.flatMap((one) => [...(one.isLate ? [] : [without([one])]), ...withLast([one])]),
    ...pairs.map(without),
  ];
  const { length } = dataset.inputs;
  return memories.filter(
    ({ registers, initial }) =>
      length + registers.length + (initial === undefined ? 0 : 1) <= MOST_SEEN,
  );
}

/** What the last item may be where there was none yet. */
function startsOf({ inputs }: Dataset): number[] {
  const ends = inputs.flatMap(({ domain }) => Object.values(extremesOf(domain)));
  return [...new Set([0, 1, -1, ...ends])];
}

interface Attempt {
  readonly sequences: Sequences;
  readonly memory: Memory;
}

/** More different steps say nothing new. */
const MOST_ROWS = 1500;

async function stepsWith(
  dataset: Dataset,
  attempt: Attempt,
  { learnPart, shouldStop = neverStop }: StepOptions,
): Promise<FoundSteps[]> {
  const { target } = dataset;
  // What says too little mostly shows in a few samples.
  if (!isFunction(rowsOf(attempt, FEW_SAMPLES))) return [];
  const rows = rowsOf(attempt, attempt.sequences.nSamples);
  if (!isFunction(rows)) return [];
  const some = rows.filter((_, k) => isPicked(k, MOST_ROWS / rows.length));
  const { inputs } = dataset;
  const states = statesOf(dataset, attempt.memory.registers, attempt.memory.initial);
  const met = some.map(({ seen }) => seen.slice(inputs.length));
  const columns = [...inputs, ...columnsOf(states, met)];
  const options = { columns, name: target.name, learnPart, shouldStop };
  const choices = await fitChoices(some, options);
  const own = REGISTER_BITS * states.length;
  return choices
    .filter(({ bits }) => 2 * (bits + own) <= informationOf(target.values))
    .flatMap(({ part, bits, conditions }): FoundSteps[] => {
      const network = boundedOrNot(part, { dataset, attempt, states });
      if (accuracyOf(dataset, network).mistakes > 0) return [];
      const sharing = `one step at every place, with ${namesOf(states)}`;
      const open = assumedBeyond(conditions, columns, inputs.length);
      return [{ network, bits: bits + own, sharing, open }];
    });
}

/** Enough to see that what is carried does not say the item. */
const FEW_SAMPLES = 20;

/** (distinct steps): what is seen where the item is decided. */
function rowsOf({ sequences, memory }: Attempt, mostSamples: number): StepRow[] {
  const { length, symbols, cells, items } = sequences;
  const nSamples = Math.min(sequences.nSamples, mostSamples);
  const early = memory.registers.filter(({ isLate }) => !isLate);
  const late = memory.registers.filter(({ isLate }) => isLate);
  const rows: StepRow[] = [];
  for (let sample = 0; sample < nSamples; sample++) {
    const before = early.map(({ initial }) => initial);
    const after = late.map(({ initial }) => initial);
    let last = memory.initial;
    const lasts = (): number[] => (last === undefined ? [] : [last]);
    for (let step = 0; step < length; step++) {
      const k = sample * length + step;
      const here = cells[symbols[k]!]!;
      advance(early, before, here);
      const item = items[k]!;
      const seen = [...here, ...before, ...lasts(), ...after];
      rows.push({ seen, item });
      advance(late, after, here);
      if (last !== undefined) last = item;
    }
  }
  return distinctRows(rows);
}

interface Context {
  readonly dataset: Dataset;
  readonly attempt: Attempt;
  readonly states: readonly RegisterState[];
}

/** With what is carried between the bounds that were met, where it stays there, else far from any. */
function boundedOrNot(part: StepPart, context: Context): StepNetwork {
  const { target } = context.dataset;
  const items = target.classes.map(Number);
  const { initial = 0 } = context.attempt.memory;
  const near = {
    low: items.reduce((a, b) => Math.min(a, b), initial),
    high: items.reduce((a, b) => Math.max(a, b), initial),
  };
  const far = { low: -FARTHEST, high: FARTHEST };
  const areBounded = context.states.every(
    ({ register }) => register === undefined || register.bounds !== undefined,
  );
  const bounded = areBounded ? networkOf(part, near, context) : undefined;
  return bounded !== undefined && staysInside(bounded) ? bounded : networkOf(part, far, context);
}

type Bounds = { readonly low: number; readonly high: number };

function networkOf(
  part: StepPart,
  bounds: Bounds,
  { dataset: { inputs, target }, attempt, states }: Context,
): StepNetwork {
  const known = inputs.map(({ name, shape, domain }) => ({ name, shape, domain }));
  const next = (seen: readonly NetworkInput[]): StepPart => widened(part, seen);
  const { carried, seen } = carriedBy(states, known, { ...bounds, next });
  const last = states.findIndex(({ register }) => register === undefined);
  const column = inputs.length + last;
  return {
    kind: "step",
    inputs: known,
    isBackward: attempt.sequences.isBackward,
    isInTurn: true,
    carried,
    item: last < 0 ? next(seen) : asItIs(column, { inputs: seen, name: target.name }),
    output: { name: target.name, shape: target.shape, labels: { kind: "raw" } },
  };
}

function asItIs(column: number, frame: PartFrame): StepPart {
  const weights = frame.inputs.map((_, k) => (k === column ? 1 : 0));
  return sumNetwork({ weights, constant: 0 }, frame);
}
