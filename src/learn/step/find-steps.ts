import type { Dataset } from "../../data/dataset.ts";
import type { Network, StepNetwork } from "../../enn/network.ts";
import { neverStop, type ShouldStop } from "../../math/stop.ts";
import type { Formula } from "../formula/formula.ts";
import { informationOf } from "../information.ts";
import { bodyTables } from "./body-tables.ts";
import { type Machine, mergeStates } from "./merge-states.ts";
import { prefixTreeOf } from "./prefix-tree.ts";
import type { Sequences } from "./sequences.ts";
import { numbersOf, type StateNumbers } from "./state-numbers.ts";
import { staysInside } from "./stays-inside.ts";
import { unlike } from "./unlike.ts";

/** A step network that says all samples, and the bits of its rules. */
export interface FoundSteps {
  readonly network: StepNetwork;
  readonly bits: number;
  /** One sentence. */
  readonly sharing: string;
  /** Did samples show what every cell does in every state? */
  readonly isWhole?: boolean;
  /** What the samples do not settle. */
  readonly open?: readonly string[];
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
  /** Machines of fewer, or of more, states are not looked at; of any number where it is not given. */
  readonly leastStates?: number;
  readonly mostStates?: number;
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
  directions: readonly Sequences[],
  { learnPart, leastStates = 0, mostStates = Infinity, shouldStop = neverStop }: StepOptions,
): Promise<FoundSteps[]> {
  const found: FoundSteps[] = [];
  for (const sequences of directions) {
    const tree = prefixTreeOf(sequences, MOST_SAMPLES);
    const machine = tree && mergeStates(tree, shouldStop);
    if (machine === undefined || !isWorthIt(machine, sequences)) continue;
    const { length } = machine.states;
    if (length < leastStates || length > mostStates) continue;
    const numbers = numbersOf(machine);
    const attempt = { sequences, machine, learnPart, shouldStop };
    const byFormulas = await stepsOf(dataset, numbers, { ...attempt, withRules: false });
    found.push(...byFormulas);
    if (byFormulas.length > 0 || machine.states.length > MOST_STATES_WITH_RULES) continue;
    const few = numbers.slice(0, MOST_WAYS_WITH_RULES);
    found.push(...(await stepsOf(dataset, few, { ...attempt, withRules: true })));
  }
  return found.sort((a, b) => a.bits - b.bits);
}

/** Where no way to number the states allows formulas, rules are looked for: of few states, in few ways. */
const MOST_STATES_WITH_RULES = 8;
const MOST_WAYS_WITH_RULES = 2;

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

/** Does it take fewer bits to write a machine of several states down than half of those that the items take? */
function isWorthIt({ states }: Machine, { items }: Sequences): boolean {
  if (states.length < 2) return false;
  const nEdges = states.reduce((sum, { edges }) => sum + edges.size, 0);
  const bitsOfEdge = Math.log2(new Set(items).size) + Math.log2(states.length);
  return 2 * nEdges * bitsOfEdge <= informationOf(items);
}

interface Attempt {
  readonly sequences: Sequences;
  readonly machine: Machine;
  readonly learnPart: LearnPart;
  readonly withRules: boolean;
  readonly shouldStop: ShouldStop;
}

async function stepsWith(
  dataset: Dataset,
  numbers: StateNumbers,
  { sequences, machine, learnPart, withRules }: Attempt,
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
  // What takes more classes is more often not found at all.
  const isNextFirst = tables.next.target.classes.length > tables.item.target.classes.length;
  const [hard, easy] = isNextFirst ? [tables.next, tables.item] : [tables.item, tables.next];
  const ofHard = await learnt(hard);
  const ofEasy = ofHard.length === 0 ? [] : await learnt(easy, ofHard);
  const again = formulasOf(ofEasy).length === 0 ? ofHard : await learnt(hard, ofEasy);
  const [nexts, items] = isNextFirst ? [again, ofEasy] : [ofEasy, again];
  const ends = tables.end === undefined ? [undefined] : await learnt(tables.end);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const { isBackward } = sequences;
  const isWhole = machine.states.every(({ edges }) => edges.size === sequences.cells.length);
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
        return { network, bits, sharing, isWhole };
      }),
    ),
  );
  return all.filter(({ network }) => staysInside(network));
}

function formulasOf(parts: readonly LearntPart[]): Formula[] {
  return parts.flatMap(({ formula }) => (formula === undefined ? [] : [formula]));
}
