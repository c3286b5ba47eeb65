import type { Dataset } from "../../data/dataset.ts";
import type { Network, StepNetwork } from "../../enn/network.ts";
import { neverStop, type ShouldStop } from "../../math/stop.ts";
import { fresh } from "../../program/names.ts";
import { bodyTables } from "./body-tables.ts";
import { type Machine, mergeStates } from "./merge-states.ts";
import { prefixTreeOf } from "./prefix-tree.ts";
import { type Sequences, sequencesOf } from "./sequences.ts";
import { numbersOf, type StateNumbers } from "./state-numbers.ts";
import { staysInside } from "./stays-inside.ts";

/** A step network that says all samples, and the bits of its rules. */
export interface FoundSteps {
  readonly network: StepNetwork;
  readonly bits: number;
  /** One sentence. */
  readonly sharing: string;
}

/** Networks that say all samples of a part of a step, and their bits, fewest first. */
export type LearnPart = (
  dataset: Dataset,
) => Promise<readonly { readonly network: Network; readonly bits: number }[]>;

export interface StepOptions {
  readonly learnPart: LearnPart;
  readonly shouldStop?: ShouldStop;
}

/** Samples of which the states are found; all are checked. */
const MOST_SAMPLES = 1000;

/**
 * Step networks that say all samples, fewest bits first: integers that are carried along the axis, in the
 * direction in which the samples allow it. None where the samples do not say more than the rules, or
 * where more is needed than a few states.
 */
export async function findSteps(
  dataset: Dataset,
  { learnPart, shouldStop = neverStop }: StepOptions,
): Promise<FoundSteps[]> {
  const found: FoundSteps[] = [];
  for (const isBackward of [false, true]) {
    const sequences = sequencesOf(dataset, isBackward);
    const tree = sequences && prefixTreeOf(sequences, MOST_SAMPLES);
    const machine = tree && mergeStates(tree);
    if (sequences === undefined || machine === undefined || machine.states.length < 2) continue;
    if (!isWorthIt(machine, sequences)) continue;
    for (const numbers of numbersOf(machine)) {
      if (shouldStop()) break;
      const steps = await stepsWith(dataset, {
        sequences,
        machine,
        numbers,
        isBackward,
        learnPart,
      });
      found.push(...steps);
    }
  }
  return found.sort((a, b) => a.bits - b.bits);
}

/** Does it take fewer bits to write the machine down than half of those that the items take? */
function isWorthIt({ states }: Machine, { items }: Sequences): boolean {
  const nEdges = states.reduce((sum, { edges }) => sum + edges.size, 0);
  const counts = new Map<number, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  const information = [...counts.values()].reduce(
    (bits, count) => bits + count * Math.log2(items.length / count),
    0,
  );
  return 2 * nEdges * (Math.log2(counts.size) + Math.log2(states.length)) <= information;
}

interface Attempt {
  readonly sequences: Sequences;
  readonly machine: Machine;
  readonly numbers: StateNumbers;
  readonly isBackward: boolean;
  readonly learnPart: LearnPart;
}

async function stepsWith(
  dataset: Dataset,
  { sequences, machine, numbers, isBackward, learnPart }: Attempt,
): Promise<FoundSteps[]> {
  const { inputs, target } = dataset;
  const names = new Set([...inputs, target].map(({ name }) => name));
  const name = fresh(sequences.ends === undefined ? "state" : "carry", names);
  const tables = bodyTables(dataset, sequences, { machine, numbers, name });
  if (tables === undefined) return [];
  const items = await learnPart(tables.item);
  const nexts = items.length === 0 ? [] : await learnPart(tables.next);
  const ends = tables.end === undefined ? [undefined] : await learnPart(tables.end);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const side = isBackward ? "last" : "first";
  const sharing = `one step at every place from the ${side} on, with ${machine.states.length} states`;
  const all = items.flatMap((item) =>
    nexts.flatMap((next) =>
      ends.map((end): FoundSteps => {
        const network: StepNetwork = {
          kind: "step",
          inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
          isBackward,
          carried: [{ name, low, high, initial: numbers[0]!, next: next.network }],
          item: item.network,
          ...(end === undefined ? {} : { end: end.network }),
          output: { name: target.name, shape: target.shape, labels: { kind: "raw" } },
        };
        const bits = item.bits + next.bits + (end?.bits ?? 0) + Math.log2(high - low + 1);
        return { network, bits, sharing };
      }),
    ),
  );
  return all.filter(({ network }) => staysInside(network));
}
