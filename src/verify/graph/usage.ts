import type { Weight } from "./weight.ts";

/** Numbers that were given to usages. */
export interface Ids {
  last: number;
}

/** How an atom on the cut counts in the slots, places where sums are formed; alike ones are one object. */
export class Usage {
  readonly id: number;
  readonly slots: readonly number[];
  readonly weights: readonly Weight[];
  #text: string | undefined;
  readonly #next = new Map<number, Map<Weight, Usage>>();
  #lastSlot = -1;
  #lastWeight: Weight = 0;
  #last: Usage | undefined;

  constructor(id: number, slots: readonly number[], weights: readonly Weight[]) {
    this.id = id;
    this.slots = slots;
    this.weights = weights;
  }

  /** Says the same. */
  get text(): string {
    this.#text ??= `${this.slots}*${this.weights}`;
    return this.#text;
  }

  /** The usage that counts so in one slot more. */
  and(slot: number, weight: Weight, ids: Ids): Usage {
    // What comes in runs need not be looked up.
    if (slot === this.#lastSlot && weight === this.#lastWeight) return this.#last!;
    let known = this.#next.get(slot);
    if (known === undefined) {
      known = new Map();
      this.#next.set(slot, known);
    }
    let next = known.get(weight);
    if (next === undefined) {
      ids.last += 1;
      next = new Usage(ids.last, [...this.slots, slot], [...this.weights, weight]);
      known.set(weight, next);
    }
    [this.#lastSlot, this.#lastWeight, this.#last] = [slot, weight, next];
    return next;
  }
}

/** Atoms on a cut, in the order in which they were met, and the usage of each. */
export interface Used {
  readonly ids: readonly number[];
  readonly usages: readonly Usage[];
}
