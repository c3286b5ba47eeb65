import { Obstacle } from "../obstacle.ts";
import { cutKey, passes } from "./cut.ts";
import type { Inner, Part } from "./part.ts";
import type { Group, Groups, Sums } from "./reach.ts";
import { floorQuotient, negative, plus, remainder, times, type Weight } from "./weight.ts";

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
  // The longest group comes last, where most of its sums need not be tried.
  const ordered = [...groups].sort((a, b) => a.sums.length - b.sums.length);
  const last = ordered.at(-1);
  const breaks = last === undefined ? undefined : breaksOf(part, last);
  const lastLength = breaks === undefined ? (last?.sums.length ?? 1) : 3 * breaks.length + 2;
  const nChoices = ordered
    .slice(0, -1)
    .reduce((product, { sums }) => product * sums.length, lastLength);
  const cost = nChoices * (4 + sizeOf(part));
  if (cost > maxSteps) throw new Obstacle("the sums on a cut have too many combinations");
  budget.steps -= cost;
  if (budget.steps < 0) throw new Obstacle("the budget of local proofs is spent");
  const sums = [...starts];
  const values = part.inner.map((): Weight => 0);
  const choose = (depth: number): boolean => {
    const group = ordered[depth];
    if (group === undefined) return rootOf(part, sums, values) === 0;
    const { slots } = group;
    const before = slots.map((slot) => sums[slot]!);
    const tries = (added: readonly Weight[]): boolean => {
      for (let k = 0; k < slots.length; k++) sums[slots[k]!] = plus(before[k]!, added[k]!);
      return choose(depth + 1);
    };
    const places =
      group === last && breaks !== undefined ? placesOf(group.sums, breaks, before) : undefined;
    const holds = vectorsOf(group.sums, places).every(tries);
    for (let k = 0; k < slots.length; k++) sums[slots[k]!] = before[k]!;
    return holds;
  };
  return choose(0);
}

function vectorsOf(
  sums: Sums,
  places: readonly number[] | undefined,
): readonly (readonly Weight[])[] {
  switch (sums.kind) {
    case "list":
      return sums.vectors;
    case "line": {
      const chosen = places ?? Array.from({ length: sums.length }, (_, k) => k);
      return chosen.map((k) =>
        sums.start.map((weight, s) => plus(weight, times(k, sums.step[s]!))),
      );
    }
  }
}

/** A cut at which a threshold changes while a group goes along its line. */
interface Break {
  /** Of the group's slots. */
  readonly place: number;
  readonly over: Weight;
}

/** Undefined where more than some thresholds of the group's sums alone depends on the group. */
function breaksOf(part: Part, { slots, sums }: Group): readonly Break[] | undefined {
  if (sums.kind !== "line" || sums.length <= 8) return undefined;
  const moved = new Map(
    slots.flatMap((slot, place) => (sums.step[place] === 0 ? [] : [[slot, place] as const])),
  );
  const areAlone = [...moved.keys()].every(
    (slot) => slot !== 0 && part.slots[slot]!.inner.length === 0,
  );
  if (!areAlone) return undefined;
  const breaks: Break[] = [];
  for (const { atom, slots: read } of part.inner) {
    const place = read.map((slot) => moved.get(slot)).find((each) => each !== undefined);
    if (place === undefined) continue;
    if (atom.kind !== "threshold" || atom.cut.under !== 1) return undefined;
    breaks.push({ place, over: atom.cut.over });
  }
  return breaks;
}

/** The ends of a line, and its places around all breaks: between those nothing changes. */
function placesOf(
  sums: Sums,
  breaks: readonly Break[],
  before: readonly Weight[],
): number[] | undefined {
  if (sums.kind !== "line") return undefined;
  const places = new Set([0, sums.length - 1]);
  for (const { place, over } of breaks) {
    const step = sums.step[place]!;
    const start = plus(before[place]!, sums.start[place]!);
    const way = plus(over, negative(start));
    const at = step > 0 ? floorQuotient(way, step) : floorQuotient(negative(way), negative(step));
    for (const near of [-1, 0, 1]) {
      const k = plus(at, near);
      if (k >= 0 && k < sums.length) places.add(Number(k));
    }
  }
  return [...places].sort((a, b) => a - b);
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

/** A text that tells problems apart: equal ones have equal answers. `keys` say what lies on the cut. */
export function problemKey(
  { slots, inner }: Part,
  starts: readonly Weight[],
  keys: readonly string[],
): string {
  const sums = slots.map(({ inner: of, weights }, k) => `${starts[k]},${of},${weights}`);
  const atoms = inner.map(innerKey);
  return [...sums, "|", ...atoms, "|", ...[...keys].sort()].join(" ");
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
