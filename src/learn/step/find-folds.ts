import type { Dataset } from "../../data/dataset.ts";
import type { StepNetwork } from "../../enn/network.ts";
import { neverStop, type ShouldStop } from "../../math/stop.ts";
import { informationOf } from "../information.ts";
import { affineMachines } from "./affine-machines.ts";
import type { FoundSteps, LearntPart, StepOptions } from "./find-steps.ts";
import { foldTables } from "./fold-tables.ts";
import { areApart, type Reader } from "./other-lengths.ts";
import { type LabelledMachine, smallestMachines } from "./smallest-machines.ts";
import { numbersOf, type StateNumbers } from "./state-numbers.ts";
import { staysInside } from "./stays-inside.ts";
import { unlike } from "./unlike.ts";
import { type Words, wordsOf } from "./words.ts";

export interface FoldOptions extends StepOptions {
  /** Samples of the same problem at other sizes, which have to be said too. */
  readonly others: readonly Dataset[];
}

/** Of machines that have as few states, more than these are not looked at. */
const MOST_MACHINES = 8;

/** More states explain nothing, and more reads take seconds. */
const MOST_STATES = 10;
const MOST_READS = 2e7;

/** Bits that the labels have to be worth more than a machine, or it may be an accident. */
const SAFETY_BITS = 16;

/**
 * Step networks for a target that is one value: a state of few is carried along the axis, and what is
 * carried in the end says the class. Fewest bits first; none where the samples do not say more than the
 * smallest machine.
 */
export async function findFolds(dataset: Dataset, options: FoldOptions): Promise<FoundSteps[]> {
  const { others, shouldStop = neverStop } = options;
  const ways: Way[] = [];
  for (const isBackward of [false, true]) {
    const words = wordsOf([dataset, ...others], isBackward);
    if (words === undefined) return [];
    for (const { machine, isLaw } of machinesOf(words, shouldStop)) {
      const attempt = { words, machine };
      // What is left by a divisor has numbers of its own.
      const numberings = isLaw ? [[...machine.labels.keys()]] : numbersOf(treeOf(machine));
      const found: FoundFold[] = [];
      for (const numbers of numberings) {
        if (!shouldStop())
          found.push(...(await foldsWith(dataset, { ...attempt, numbers }, options)));
      }
      if (found.length > 0) ways.push({ found, ...attempt });
    }
  }
  // How the state is read in the end fits whatever it is: what happens at every place tells machines apart.
  const [best, ...rest] = ways.sort((a, b) => leastBits(a) - leastBits(b));
  if (best === undefined) return [];
  const open = openSentences(best, rest);
  return best.found.sort((a, b) => a.bits - b.bits).map((fold) => ({ ...fold, open }));
}

interface WorthyMachine {
  readonly machine: LabelledMachine;
  /** Does it follow from a factor, a constant and a divisor? */
  readonly isLaw: boolean;
}

/** The smallest machines that are worth their bits; where there are none, the first laws. */
function machinesOf(words: Words, shouldStop: ShouldStop): WorthyMachine[] {
  const limits = { mostStates: MOST_STATES, mostReads: MOST_READS, mostFound: MOST_MACHINES + 1 };
  const smallest = smallestMachines(words, { ...limits, shouldStop });
  // Where as few states allow more machines, the samples say too little.
  if (smallest.length > MOST_MACHINES) return [];
  const isLaw = smallest.length === 0;
  const machines = isLaw ? affineMachines(words, shouldStop).slice(0, MOST_MACHINES) : smallest;
  return machines
    .filter((machine) => isWorthIt(machine, words, isLaw))
    .map((machine) => ({ machine, isLaw }));
}

/** The folds of a machine by all numbers of its states. */
interface Way {
  readonly words: Words;
  readonly machine: LabelledMachine;
  readonly found: FoundFold[];
}

type FoundFold = FoundSteps & { readonly stepBits: number };

function leastBits({ found }: Way): number {
  return Math.min(...found.map(({ stepBits }) => stepBits));
}

/** Whether samples of other lengths would tell the best way from others. */
function openSentences(best: Way, others: readonly Way[]): string[] {
  const readerOf = ({ words, machine }: Way): Reader => ({
    machine,
    isBackward: words.isBackward,
  });
  const apart = others.filter((other) => areApart(readerOf(best), readerOf(other), best.words));
  if (apart.length === 0) return [];
  const lengths = [...new Set(best.words.words.map(({ symbols }) => symbols.length))];
  const count = apart.length === 1 ? "another walk says" : `${apart.length} other walks say`;
  return [
    `walk: ${count} all samples of length ${lengths.join(" and ")} as well; samples of other lengths would tell them apart`,
  ];
}

/** Does it take far fewer bits to write the machine down than the labels of the words? */
function isWorthIt(
  { nStates, next, labels }: LabelledMachine,
  words: Words,
  isLaw: boolean,
): boolean {
  if (nStates < 2) return false;
  // A law says all transitions by a factor, a constant, a divisor and how cells are added.
  const nFree = isLaw ? 4 : next.filter((to) => to >= 0).length;
  const nClasses = new Set(labels.filter((label) => label >= 0)).size;
  const bits = nFree * Math.log2(nStates) + nStates * Math.log2(nClasses);
  return bits + SAFETY_BITS <= informationOf(words.labels);
}

/** The same machine as one that writes nothing before the end. */
function treeOf({ nStates, next, labels }: LabelledMachine) {
  const nSymbols = next.length / nStates;
  const states = Array.from({ length: nStates }, (_, state) => {
    const own = next.subarray(state * nSymbols, (state + 1) * nSymbols);
    const edges = [...own].flatMap((to, symbol) =>
      to < 0 ? [] : [[symbol, { item: 0, to }] as const],
    );
    const end = labels[state]! < 0 ? undefined : labels[state]!;
    return { edges: new Map(edges), end };
  });
  return { states };
}

interface Attempt {
  readonly words: Words;
  readonly machine: LabelledMachine;
  readonly numbers: StateNumbers;
}

async function foldsWith(
  dataset: Dataset,
  attempt: Attempt,
  { learnPart }: StepOptions,
): Promise<FoundFold[]> {
  const { inputs, target } = dataset;
  const { words, numbers, machine } = attempt;
  const name = unlike(
    inputs.map((input) => input.name),
    "state",
  );
  const areNumbers = target.classes.every((label) => Number.isSafeInteger(label));
  const meaning = areNumbers ? target.classes.map(Number) : target.classes.map((_, k) => k);
  const { next, end } = foldTables(dataset, attempt, { name, meaning });
  if (next === undefined || end === undefined) return [];
  const search = { withRules: true, relatives: [] };
  const nexts = await learnPart(next, search);
  const ends = nexts.length === 0 ? [] : await learnPart(end, search);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const side = words.isBackward ? "last" : "first";
  const sharing = `one step at every place from the ${side} on, with ${machine.nStates} states`;
  const foldOf = (step: LearntPart, last: LearntPart): FoundFold => {
    const network: StepNetwork = {
      kind: "step",
      inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
      isBackward: words.isBackward,
      carried: [{ name, low, high, initial: numbers[0]!, next: step.network }],
      end: last.network,
      output: {
        name: target.name,
        shape: [],
        labels: { kind: "raw" },
        ...(areNumbers ? {} : { classes: target.classes }),
      },
    };
    const bits = step.bits + last.bits + Math.log2(high - low + 1);
    return { network, bits, sharing, stepBits: step.bits };
  };
  const all = nexts.flatMap((step) => ends.map((last) => foldOf(step, last)));
  return all.filter(({ network }) => staysInside(network));
}
