import type { Dataset } from "../../data/dataset.ts";
import type { StepNetwork } from "../../enn/network.ts";
import { neverStop } from "../../math/stop.ts";
import { informationOf } from "../information.ts";
import { affineMachines } from "./affine-machines.ts";
import type { FoundSteps, LearntPart, StepOptions } from "./find-steps.ts";
import { foldTables } from "./fold-tables.ts";
import { type LabelledMachine, smallestMachines } from "./smallest-machines.ts";
import { numbersOf, type StateNumbers } from "./state-numbers.ts";
import { staysInside } from "./stays-inside.ts";
import { unlike } from "./unlike.ts";
import { type Words, wordsOf } from "./words.ts";

export interface FoldOptions extends StepOptions {
  /** Samples of the same problem at other sizes, which have to be said too. */
  readonly others: readonly Dataset[];
}

/** Where as few states allow more machines than these, the samples say too little. */
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
    const smallest = smallestMachines(words, {
      mostStates: MOST_STATES,
      mostReads: MOST_READS,
      mostFound: MOST_MACHINES + 1,
      shouldStop,
    });
    const machines = smallest.length > 0 ? smallest : affineMachines(words);
    if (machines.length > MOST_MACHINES) continue;
    const isLaw = smallest.length === 0;
    const open = machines.length > 1 ? [openText(words, machines)] : [];
    for (const machine of machines.filter((each) => isWorthIt(each, words, isLaw))) {
      const found: Fold[] = [];
      for (const numbers of numbersOf(treeOf(machine))) {
        if (!shouldStop())
          found.push(...(await foldsWith(dataset, { words, machine, numbers }, options)));
      }
      if (found.length > 0) ways.push({ found, open });
    }
  }
  // How the state is read in the end fits whatever it is: what happens at every place tells machines apart.
  const [best] = ways.sort((a, b) => leastBits(a) - leastBits(b));
  if (best === undefined) return [];
  const folds = [...best.found].sort((a, b) => a.bits - b.bits);
  return folds.map((fold) => ({ ...fold, open: best.open }));
}

/** The folds of a machine by all numbers of its states. */
interface Way {
  readonly found: readonly Fold[];
  readonly open: readonly string[];
}

type Fold = FoundSteps & { readonly stepBits: number };

function leastBits({ found }: Way): number {
  return Math.min(...found.map(({ stepBits }) => stepBits));
}

function openText({ words }: Words, machines: readonly LabelledMachine[]): string {
  const lengths = [...new Set(words.map(({ symbols }) => symbols.length))].join(" and ");
  return `walk: ${machines.length} machines of ${machines[0]!.nStates} states say the samples of length ${lengths}; samples of other lengths would tell them apart`;
}

/** Does it take far fewer bits to write the machine down than the labels of the words? */
function isWorthIt(
  { nStates, next, labels }: LabelledMachine,
  words: Words,
  isLaw: boolean,
): boolean {
  if (nStates < 2) return false;
  // All transitions follow from a factor, a constant and the number of states.
  const nFree = isLaw ? 3 : next.filter((to) => to >= 0).length;
  const nClasses = new Set(labels).size;
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
): Promise<Fold[]> {
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
  const foldOf = (step: LearntPart, last: LearntPart): Fold => {
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
