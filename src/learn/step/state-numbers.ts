import type { Machine } from "./merge-states.ts";

/** (states): an integer for each. */
export type StateNumbers = readonly number[];

/**
 * Integers by which the states of a machine may be called, each of them another one: what was written on
 * the way to a state, or is written if a sequence ends there; how often a symbol leads to it; or the order
 * in which states are reached. Which of them make the shortest rules, shows when these are learnt.
 */
export function numbersOf(machine: Machine): StateNumbers[] {
  const symbols = [...new Set(machine.states.flatMap(({ edges }) => [...edges.keys()]))];
  const orders = [
    reachedOrder(machine),
    ...symbols.sort((a, b) => a - b).map((symbol) => along(symbol, machine)),
  ];
  const found = [writtenBefore(machine), writtenAtEnd(machine), ...orders.flatMap(bothWays)];
  const valid = found.filter((numbers) => numbers !== undefined);
  return [...new Map(valid.map((numbers) => [numbers.join(), numbers])).values()].slice(0, MOST);
}

/** More than these are not tried. */
const MOST = 6;

/** Two states may just as well be called the other way round, or 0 and -1: what is taken away next. */
function bothWays(numbers: StateNumbers): StateNumbers[] {
  if (numbers.length !== 2) return [numbers];
  return [numbers, numbers.map((number) => 1 - number), numbers.map((number) => 0 - number)];
}

/** The item that is written whenever a state is entered. */
function writtenBefore({ states }: Machine): StateNumbers | undefined {
  const written = states.map(() => new Set<number>());
  for (const { edges } of states) for (const { item, to } of edges.values()) written[to]!.add(item);
  const used = new Set(written.flatMap((items) => [...items]));
  const numbers = written.map((items, state) => {
    if (items.size === 1) return [...items][0]!;
    // Where the machine starts nothing has been written yet.
    return items.size === 0 && state === 0 ? leastUnused(used) : undefined;
  });
  return allDifferent(numbers);
}

function leastUnused(used: ReadonlySet<number>): number {
  let number = 0;
  while (used.has(number)) number += 1;
  return number;
}

function writtenAtEnd({ states }: Machine): StateNumbers | undefined {
  return allDifferent(states.map(({ end }) => end));
}

function allDifferent(numbers: readonly (number | undefined)[]): StateNumbers | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return new Set(known).size === numbers.length ? known : undefined;
}

/** 0 for the start, then in the order in which states are reached by ascending symbols. */
function reachedOrder({ states }: Machine): StateNumbers {
  const order = [0];
  for (const state of order) {
    for (const [, { to }] of ascending(states[state]!.edges))
      if (!order.includes(to)) order.push(to);
  }
  return states.map((_, state) => order.indexOf(state));
}

/** 0 for the start, 1 after a symbol once, 2 after it twice; what it does not reach follows. */
function along(symbol: number, machine: Machine): StateNumbers {
  const order: number[] = [];
  let state: number | undefined = 0;
  while (state !== undefined && !order.includes(state)) {
    order.push(state);
    state = machine.states[state]!.edges.get(symbol)?.to;
  }
  const reached = reachedOrder(machine);
  const others = [...reached.keys()].filter((each) => !order.includes(each));
  order.push(...others.sort((a, b) => reached[a]! - reached[b]!));
  return machine.states.map((_, each) => order.indexOf(each));
}

function ascending<Value>(map: ReadonlyMap<number, Value>): (readonly [number, Value])[] {
  return [...map].sort(([a], [b]) => a - b);
}
