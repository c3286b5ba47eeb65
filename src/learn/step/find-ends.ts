import type { Dataset } from "../../data/dataset.ts";
import type { StepNetwork, StepPart } from "../../enn/network.ts";
import { neverStop } from "../../math/stop.ts";
import { accuracyOf } from "../accuracy-of.ts";
import { informationOf } from "../information.ts";
import type { FoldOptions } from "./find-folds.ts";
import type { FoundSteps } from "./find-steps.ts";
import { distinctRows, fitChoices, fitTruth, type StepRow } from "./fit-choice.ts";
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
import { advance, type Register, registersOf, withExtremes } from "./registers.ts";
import { readSymbols, type Symbols } from "./sequences.ts";
import { widened } from "./unbounded.ts";

/**
 * Step networks for a target that is one integer: a sum of what registers are in the end, or one of two or three
 * such sums; of 0 and 1 a rule about them. Those of the first few registers that will do.
 */
export async function findEnds(dataset: Dataset, options: FoldOptions): Promise<FoundSteps[]> {
  const { classes, shape } = dataset.target;
  const areIntegers = classes.every((label) => Number.isSafeInteger(label));
  const areEnough = classes.length > 2 || (classes.includes(0) && classes.includes(1));
  if (shape.length > 0 || !areEnough || !areIntegers) return [];
  const { others, shouldStop = neverStop } = options;
  for (const isBackward of [false, true]) {
    const walks = walksOf([dataset, ...others], isBackward);
    if (walks === undefined) return [];
    for (const registers of memoriesOf(dataset)) {
      if (shouldStop()) return [];
      const found = await endsWith(dataset, { walks, registers }, options);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** One, or one and the most or least that it has been, or two. */
function memoriesOf(dataset: Dataset): Register[][] {
  const all = registersOf(dataset).filter(({ isLate }) => !isLate);
  const extremes = all.flatMap((register) => withExtremes(register, dataset.inputs.length));
  const pairs = all.flatMap((a, k) => all.slice(k + 1).map((b) => [a, b]));
  return [...all.map((register) => [register]), ...extremes, ...pairs];
}

interface Attempt {
  readonly walks: Walks;
  readonly registers: readonly Register[];
}

async function endsWith(
  dataset: Dataset,
  { walks, registers }: Attempt,
  { learnPart, shouldStop = neverStop }: FoldOptions,
): Promise<FoundSteps[]> {
  const rows = rowsOf(walks, registers);
  if (!isFunction(rows)) return [];
  const states = statesOf(dataset, registers);
  const columns = columnsOf(
    states,
    rows.map(({ seen }) => seen),
  );
  const { name } = dataset.target;
  const fitted = dataset.target.classes.length > 2 ? fitChoices : fitTruth;
  const choices = await fitted(rows, { columns, name, learnPart, shouldStop });
  const own = REGISTER_BITS * states.length;
  return choices
    .map(({ part, bits, conditions }): FoundSteps => {
      const network = networkOf(dataset, { part, states, isBackward: walks.isBackward });
      const sharing = `one number of what is carried in the end: ${namesOf(states)}`;
      const open = assumedBeyond(conditions, columns, 0);
      return { network, bits: bits + own, sharing, open };
    })
    .filter(({ bits }) => 2 * bits <= informationOf(walks.numbers))
    .filter(({ network }) => accuracyOf(dataset, network).mistakes === 0);
}

/** What samples of all sizes read place by place, and the number that is the target of each. */
interface Walks extends Symbols {
  readonly isBackward: boolean;
  readonly numbers: readonly number[];
}

function walksOf(datasets: readonly Dataset[], isBackward: boolean): Walks | undefined {
  const read = readSymbols(datasets, isBackward);
  const numbers = datasets.flatMap(({ target }) =>
    Array.from(target.values, (value) => Number(target.classes[value])),
  );
  return read && { ...read, isBackward, numbers };
}

/** (samples): what registers are in the end, and the number that is the target. */
function rowsOf({ sequences, cells, numbers }: Walks, registers: readonly Register[]): StepRow[] {
  const ends = sequences.flatMap(({ length, symbols }) =>
    Array.from({ length: symbols.length / length }, (_, sample) => {
      const values = registers.map(({ initial }) => initial);
      for (let k = sample * length; k < (sample + 1) * length; k++) {
        advance(registers, values, cells[symbols[k]!]!);
      }
      return values;
    }),
  );
  return distinctRows(ends.map((seen, k) => ({ seen, item: numbers[k]! })));
}

interface Ended {
  readonly part: StepPart;
  readonly states: readonly RegisterState[];
  readonly isBackward: boolean;
}

function networkOf({ inputs, target }: Dataset, { part, states, isBackward }: Ended): StepNetwork {
  const known = inputs.map(({ name, shape, domain }) => ({ name, shape, domain }));
  const { carried, seen } = carriedBy(states, known);
  return {
    kind: "step",
    inputs: known,
    isBackward,
    isInTurn: true,
    carried,
    end: widened(part, seen.slice(inputs.length)),
    output: { name: target.name, shape: [], labels: { kind: "raw" } },
  };
}
