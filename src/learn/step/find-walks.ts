import type { Dataset } from "../../data/dataset.ts";
import { LONG } from "../rules-of.ts";
import { findBalances } from "./find-balances.ts";
import { findEchoes } from "./find-echoes.ts";
import { findRegisters } from "./find-registers.ts";
import { type FoundSteps, findSteps, type StepOptions } from "./find-steps.ts";
import { sequencesOf } from "./sequences.ts";

/** Of so few states a machine may be shorter than what is said by the last two results. */
const FEW_STATES = 4;

/** Of more states, what is carried is rather a number. */
const SOME_STATES = 8;

/** A machine of which samples show every step is taken for what it is, where it takes no more bits. */
const PLAIN_MACHINE = 48;

/**
 * Step networks for items at all places: the last two results, machines of few states, balances and registers,
 * and where none of these say the items, machines of many states.
 */
export async function findWalks(dataset: Dataset, search: StepOptions): Promise<FoundSteps[]> {
  const directions = sequencesOf(dataset);
  const echoes = await findEchoes(dataset, directions, search);
  if (echoes.length > 0) {
    const few = await findSteps(dataset, directions, { ...search, mostStates: FEW_STATES });
    return [...few, ...echoes];
  }
  const few = await findSteps(dataset, directions, { ...search, mostStates: SOME_STATES });
  const isShort = few.some(({ bits }) => bits <= LONG);
  const balances = isShort ? [] : await findBalances(dataset, directions, search);
  // States that take many words, or that samples do not show in full, may be the first of more.
  const isPlain = few.some(({ bits, isWhole }) => isWhole && bits <= PLAIN_MACHINE);
  const isKnown = balances.length > 0 || isPlain;
  const registers = isKnown ? [] : await findRegisters(dataset, directions, search);
  const isSaid = isKnown || registers.length > 0;
  const leastStates = SOME_STATES + 1;
  const many = isSaid ? [] : await findSteps(dataset, directions, { ...search, leastStates });
  return [...few, ...registers, ...balances, ...many].sort((a, b) => a.bits - b.bits);
}
