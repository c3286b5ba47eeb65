import { isPicked } from "../../math/spread.ts";
import { neverStop, type ShouldStop } from "../../math/stop.ts";
import type { Words } from "./words.ts";

/** A machine that reads a word and says its class by the state in which it ends; it starts in state 0. */
export interface LabelledMachine {
  readonly nStates: number;
  /** (states, symbols): the state after a symbol; -1 where no word says so. */
  readonly next: Int32Array;
  /** (states): the class of the words that end there; -1 where none does. */
  readonly labels: Int32Array;
}

export interface MachineOptions {
  readonly mostStates: number;
  /** Symbols that are read before the search gives up. */
  readonly mostReads: number;
  /** More machines than these are not collected. */
  readonly mostFound: number;
  readonly shouldStop?: ShouldStop;
}

/**
 * All machines with the fewest states that say the class of every word; none where more states than the
 * most, or more reads, would be needed.
 *
 * Transitions are decided when a word first needs them, and a new state is always the next one, so that
 * each machine is met once, by whatever numbers its states might be called (exact identification by
 * backtracking, after Biermann and Feldman, 1972). Cost: exponential in states times symbols.
 */
export function smallestMachines(words: Words, options: MachineOptions): LabelledMachine[] {
  const classes = new Set(words.words.map(({ label }) => label));
  const budget = { reads: options.mostReads };
  const { shouldStop = neverStop } = options;
  const some = { ...words, words: familiarFirst(someOf(words.words)) };
  for (let nStates = classes.size; nStates <= options.mostStates && !shouldStop(); nStates++) {
    const found = new Search(some, nStates, budget, options).run();
    if (budget.reads <= 0) return [];
    if (found.length > 0) return found.filter((machine) => saysAll(machine, words));
  }
  return [];
}

/** So many words are enough to find a machine; all are checked. */
const MOST_WORDS = 1000;

function someOf(words: Words["words"]): Words["words"] {
  return words.filter((_, k) => isPicked(k, MOST_WORDS / words.length));
}

/** Does a machine know every step of all words, and say their classes? */
function saysAll({ next, labels }: LabelledMachine, { words, cells }: Words): boolean {
  return words.every(({ symbols, label }) => {
    let state = 0;
    for (const symbol of symbols) {
      if (state >= 0) state = next[state * cells.length + symbol]!;
    }
    return state >= 0 && labels[state] === label;
  });
}

/** The order in which words bring the fewest new symbols each: what is known refutes soonest. */
function familiarFirst(words: Words["words"]): Words["words"] {
  const known = new Set<number>();
  const left = words.map((word) => ({ word, unknown: new Set(word.symbols) }));
  const order: (typeof words)[number][] = [];
  while (left.length > 0) {
    let best = 0;
    for (const [k, { unknown }] of left.entries()) {
      for (const symbol of unknown) if (known.has(symbol)) unknown.delete(symbol);
      if (unknown.size < left[best]!.unknown.size) best = k;
    }
    const [{ word, unknown }] = left.splice(best, 1) as [(typeof left)[number]];
    for (const symbol of unknown) known.add(symbol);
    order.push(word);
  }
  return order;
}

class Search {
  readonly #words: Words["words"];
  readonly #nSymbols: number;
  readonly #next: Int32Array;
  readonly #labels: Int32Array;
  readonly #budget: { reads: number };
  readonly #nStates: number;
  readonly #mostFound: number;
  readonly #shouldStop: ShouldStop;
  #nUsed = 1;
  #nAsked = 0;
  readonly #found: LabelledMachine[] = [];

  constructor(
    { words, cells }: Words,
    nStates: number,
    budget: { reads: number },
    { mostFound, shouldStop = neverStop }: MachineOptions,
  ) {
    this.#words = words;
    this.#nSymbols = cells.length;
    this.#nStates = nStates;
    this.#next = new Int32Array(nStates * cells.length).fill(-1);
    this.#labels = new Int32Array(nStates).fill(-1);
    this.#budget = budget;
    this.#mostFound = mostFound;
    this.#shouldStop = shouldStop;
  }

  run(): LabelledMachine[] {
    this.#read(0, 0, 0);
    return this.#found;
  }

  /** Reads on, from a symbol of a word in a state, wherever that leads. */
  #read(start: number, from: number, at: number): void {
    let [word, position, state] = [start, from, at];
    for (;;) {
      if (word === this.#words.length) {
        this.#keep();
        return;
      }
      const { symbols, label } = this.#words[word]!;
      while (position < symbols.length) {
        const edge = state * this.#nSymbols + symbols[position]!;
        const to = this.#next[edge]!;
        this.#budget.reads -= 1;
        if (to < 0) {
          this.#decide(edge, word, position);
          return;
        }
        state = to;
        position += 1;
      }
      const known = this.#labels[state]!;
      if (known < 0) {
        this.#labels[state] = label;
        this.#read(word + 1, 0, 0);
        this.#labels[state] = -1;
        return;
      }
      if (known !== label) return;
      [word, position, state] = [word + 1, 0, 0];
    }
  }

  /** Every state to which a transition may lead, those that are used first. */
  #decide(edge: number, word: number, position: number): void {
    const nUsed = this.#nUsed;
    for (let to = 0; to <= nUsed && to < this.#nStates && !this.#isOver(); to++) {
      this.#next[edge] = to;
      if (to === nUsed) this.#nUsed = nUsed + 1;
      this.#read(word, position + 1, to);
      this.#nUsed = nUsed;
    }
    this.#next[edge] = -1;
  }

  #isOver(): boolean {
    this.#nAsked += 1;
    if (this.#nAsked % 4096 === 0 && this.#shouldStop()) this.#budget.reads = 0;
    return this.#budget.reads <= 0 || this.#found.length >= this.#mostFound;
  }

  #keep(): void {
    const [next, labels] = [this.#next.slice(), this.#labels.slice()];
    this.#found.push({ nStates: this.#nUsed, next, labels });
  }
}
