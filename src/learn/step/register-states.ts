import type { Dataset } from "../../data/dataset.ts";
import type { CarriedState, Network, NetworkInput, StepPart } from "../../enn/network.ts";
import { stepInputs } from "../../enn/step-inputs.ts";
import { extremesOf } from "../../math/domain.ts";
import type { Register } from "./registers.ts";
import type { Seen } from "./step-table.ts";
import { FARTHEST } from "./unbounded.ts";
import { unlike } from "./unlike.ts";

/** What it takes to say which register is carried. */
export const REGISTER_BITS = 4;

/** What is carried, in the order in which it changes. */
export interface RegisterState {
  readonly name: string;
  readonly initial: number;
  /** Undefined for the last item. */
  readonly register: Register | undefined;
}

/** Registers that are read after they change, the last item where it starts as something, the other registers. */
export function statesOf(
  { inputs }: Dataset,
  registers: readonly Register[],
  initial?: number,
): RegisterState[] {
  const taken = inputs.map((input) => input.name);
  const stateOf = (wanted: string, from: number, register?: Register): RegisterState => {
    const name = unlike(taken, wanted);
    taken.push(name);
    return { name, initial: from, register };
  };
  const of = (register: Register): RegisterState =>
    stateOf(register.name, register.initial, register);
  return [
    ...registers.filter(({ isLate }) => !isLate).map(of),
    ...(initial === undefined ? [] : [stateOf("last", initial)]),
    ...registers.filter(({ isLate }) => isLate).map(of),
  ];
}

/** The values of states that were met, those of each in a row of what was seen. */
export function columnsOf(states: readonly RegisterState[], rows: readonly (readonly number[])[]) {
  return states.map(({ name }, k): Seen => {
    const values = rows.map((row) => row[k]!);
    const low = values.reduce((a, b) => Math.min(a, b));
    const high = values.reduce((a, b) => Math.max(a, b));
    // Never bits: in longer arrays there are others.
    return { name, domain: { kind: "integer", low, high: Math.max(high, low + 1) } };
  });
}

/** Between which integers the last item stays, and the network that gives it. */
export interface LastItem {
  readonly low: number;
  readonly high: number;
  readonly next: (seen: readonly NetworkInput[]) => StepPart;
}

/** States as a step network carries them, and what its steps see. */
export function carriedBy(
  states: readonly RegisterState[],
  inputs: readonly NetworkInput[],
  last?: LastItem,
): { readonly carried: CarriedState[]; readonly seen: NetworkInput[] } {
  const far = { low: -FARTHEST, high: FARTHEST };
  const bare = states.map(({ name, initial, register }) => {
    const { low, high } = (register === undefined ? last : register.bounds) ?? far;
    return { name, low, high, initial };
  });
  // Of what is carried only names and bounds are read.
  const seen = stepInputs({ inputs, carried: bare as CarriedState[] });
  const carried = states.map(({ name, register }, k): CarriedState => {
    const columns = { read: register?.source ?? 0, own: inputs.length + k };
    const next = register?.part(columns, { inputs: seen, name }) ?? last!.next(seen);
    return { ...bare[k]!, next };
  });
  return { carried, seen };
}

/** What samples do not show where conditions ask about carried integers: `columns` are what was met, cells first. */
export function assumedBeyond(
  conditions: readonly Network[],
  columns: readonly Seen[],
  nCells: number,
): string[] {
  const read = new Set(conditions.flatMap(({ layers }) => [...layers[0]!.weights.columns]));
  return columns
    .filter((_, k) => k >= nCells && read.has(k))
    .map(({ name, domain }) => {
      const { low, high } = extremesOf(domain);
      return `steps: ${name} is asked for and was between ${low} and ${high} in these samples; beyond, the same steps are assumed`;
    });
}

/** As a sentence names them. */
export function namesOf(states: readonly RegisterState[]): string {
  const names = states.map(({ name, register }) =>
    register === undefined ? "the last result" : `the ${name.replaceAll("_", " ")}`,
  );
  return names.join(" and ");
}
