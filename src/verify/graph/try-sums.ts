import { Obstacle } from "../obstacle.ts";
import { cutKey, passes } from "./cut.ts";
import type { Inner, Part } from "./part.ts";
import type { Groups } from "./reach.ts";
import { floorQuotient, plus, remainder, times, type Weight } from "./weight.ts";

/** Steps of work that are left for local proofs. */
export interface Budget {
  steps: number;
}

/**
 * Is slot 0 of a part 0 for every choice of one sum of each group?
 *
 * Exact. Throws Obstacle where that is more work than what is left, or than one proof may take.
 */
export function isZeroForAll(part: Part, { groups, starts }: Groups, budget: Budget): boolean {
  const nChoices = groups.reduce((product, { sums }) => product * sums.length, 1);
  const cost = nChoices * (4 + sizeOf(part));
  if (cost > maxSteps) throw new Obstacle("the sums on a cut have too many combinations");
  budget.steps -= cost;
  if (budget.steps < 0) throw new Obstacle("the budget of local proofs is spent");
  // Groups of many sums come last, where a step costs least.
  const ordered = [...groups].sort((a, b) => a.sums.length - b.sums.length);
  const sums = [...starts];
  const values = part.inner.map((): Weight => 0);
  const choose = (depth: number): boolean => {
    const group = ordered[depth];
    if (group === undefined) return rootOf(part, sums, values) === 0;
    const { slots } = group;
    const before = slots.map((slot) => sums[slot]!);
    for (const added of group.sums) {
      for (let k = 0; k < slots.length; k++) sums[slots[k]!] = plus(before[k]!, added[k]!);
      if (!choose(depth + 1)) return false;
    }
    for (let k = 0; k < slots.length; k++) sums[slots[k]!] = before[k]!;
    return true;
  };
  return choose(0);
}

/** Of one proof: about a second. */
const maxSteps = 2 ** 24;

function sizeOf({ inner, slots }: Part): number {
  return slots.reduce((total, slot) => total + 1 + slot.inner.length, inner.length);
}

/** The value of slot 0, all inner atoms being computed in turn. */
function rootOf({ inner, slots }: Part, sums: readonly Weight[], values: Weight[]): Weight {
  const slotValue = (index: number): Weight => {
    const slot = slots[index]!;
    let value = sums[index]!;
    for (let k = 0; k < slot.inner.length; k++) {
      value = plus(value, times(slot.weights[k]!, values[slot.inner[k]!]!));
    }
    return value;
  };
  for (let k = 0; k < inner.length; k++) values[k] = innerValue(inner[k]!, slotValue);
  return slotValue(0);
}

function innerValue({ atom, slots }: Inner, slotValue: (index: number) => Weight): Weight {
  const [first, second] = slots;
  switch (atom.kind) {
    case "threshold":
      return passes(slotValue(first!), atom.cut) ? 1 : 0;
    case "remainder":
      return remainder(slotValue(first!), atom.divisor);
    case "quotient":
      return floorQuotient(slotValue(first!), atom.divisor);
    case "product":
      return times(slotValue(first!), slotValue(second!));
    case "largest":
      return slots.map(slotValue).reduce((most, value) => (value > most ? value : most));
    case "cell":
      throw new Error("a bug: a cell lies on every cut");
  }
}

/** A text that tells problems apart: equal ones have equal answers. */
export function problemKey({ slots, inner }: Part, { groups, starts }: Groups): string {
  const sums = slots.map(({ inner: of, weights }, k) => `${starts[k]},${of},${weights}`);
  const atoms = inner.map(innerKey);
  const keys = groups.map(({ key }) => key).sort();
  return [...sums, "|", ...atoms, "|", ...keys].join(" ");
}

function innerKey({ atom, slots }: Inner): string {
  switch (atom.kind) {
    case "threshold":
      return `t${slots}${cutKey(atom.cut)}`;
    case "remainder":
    case "quotient":
      return `${atom.kind}${slots}:${atom.divisor}`;
    case "cell":
    case "product":
    case "largest":
      return `${atom.kind}${slots}`;
  }
}
