import type { Dataset } from "../../data/dataset.ts";
import type { Network, StepNetwork } from "../../enn/network.ts";
import { neverStop, type ShouldStop } from "../../math/stop.ts";
import type { Formula } from "../formula/formula.ts";
import { bodyTables } from "./body-tables.ts";
import { type Machine, mergeStates } from "./merge-states.ts";
import { prefixTreeOf } from "./prefix-tree.ts";
import { type Sequences, sequencesOf } from "./sequences.ts";
import { numbersOf, type StateNumbers } from "./state-numbers.ts";
import { staysInside } from "./stays-inside.ts";
import { unlike } from "./unlike.ts";

/** A step network that says all samples, and the bits of its rules. */
export interface FoundSteps {
  readonly network: StepNetwork;
  readonly bits: number;
  /** One sentence. */
  readonly sharing: string;
}

/** A network that says all samples of a part of a step. */
export interface LearntPart {
  readonly network: Network;
  readonly bits: number;
  /** Where it is one. */
  readonly formula?: Formula;
}

/** Networks for a part of a step. */
export type LearnPart = (part: Dataset, search: PartSearch) => Promise<readonly LearntPart[]>;

export interface PartSearch {
  /** Are rules looked for where there are many classes and no formula? */
  readonly withRules: boolean;
  /** Formulas of the other part. */
  readonly relatives: readonly Formula[];
}

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
    const machine = tree && mergeStates(tree, shouldStop);
    if (sequences === undefined || machine === undefined || machine.states.length < 2) continue;
    if (!isWorthIt(machine, sequences)) continue;
    const numbers = numbersOf(machine);
    const attempt = { sequences, machine, isBackward, learnPart, shouldStop };
    const byFormulas = await stepsOf(dataset, numbers, { ...attempt, withRules: false });
    const few = numbers.slice(0, MOST_WITH_RULES);
    found.push(
      ...(byFormulas.length > 0
        ? byFormulas
        : await stepsOf(dataset, few, { ...attempt, withRules: true })),
    );
  }
  return found.sort((a, b) => a.bits - b.bits);
}

/** Ways to number the states for which rules are looked for, where no way allows formulas. */
const MOST_WITH_RULES = 2;

async function stepsOf(
  dataset: Dataset,
  ways: readonly StateNumbers[],
  attempt: Attempt,
): Promise<FoundSteps[]> {
  const found: FoundSteps[] = [];
  for (const numbers of ways) {
    if (!attempt.shouldStop()) found.push(...(await stepsWith(dataset, numbers, attempt)));
  }
  return found;
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
  readonly isBackward: boolean;
  readonly learnPart: LearnPart;
  readonly withRules: boolean;
  readonly shouldStop: ShouldStop;
}

async function stepsWith(
  dataset: Dataset,
  numbers: StateNumbers,
  { sequences, machine, isBackward, learnPart, withRules }: Attempt,
): Promise<FoundSteps[]> {
  const { inputs, target } = dataset;
  const name = unlike(
    inputs.map((input) => input.name),
    sequences.ends === undefined ? "state" : "carry",
  );
  const tables = bodyTables(dataset, sequences, { machine, numbers, name });
  if (tables === undefined) return [];
  const learnt = (part: Dataset, others: readonly LearntPart[] = []) =>
    learnPart(part, { withRules, relatives: formulasOf(others) });
  const first = await learnt(tables.item);
  const nexts = first.length === 0 ? [] : await learnt(tables.next, first);
  const items = formulasOf(nexts).length === 0 ? first : await learnt(tables.item, nexts);
  const ends = tables.end === undefined ? [undefined] : await learnt(tables.end);
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

function formulasOf(parts: readonly LearntPart[]): Formula[] {
  return parts.flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
}
