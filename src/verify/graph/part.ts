import { Obstacle } from "../obstacle.ts";
import type { Atom } from "./atom.ts";
import type { Form } from "./form.ts";
import type { Store } from "./store.ts";
import type { Weight } from "./weight.ts";

/** How an atom on the cut counts in the slots, places where sums are formed; alike ones are one object. */
export class Usage {
  readonly id: number;
  readonly slots: readonly number[];
  readonly weights: readonly Weight[];
  readonly #next = new Map<number, Map<Weight, Usage>>();
  #lastSlot = -1;
  #lastWeight: Weight = 0;
  #last: Usage | undefined;

  constructor(id: number, slots: readonly number[], weights: readonly Weight[]) {
    this.id = id;
    this.slots = slots;
    this.weights = weights;
  }

  /** The usage that counts so in one slot more. */
  and(slot: number, weight: Weight, newId: () => number): Usage {
    // What comes in runs need not be looked up.
    if (slot === this.#lastSlot && weight === this.#lastWeight) return this.#last!;
    let known = this.#next.get(slot);
    if (known === undefined) {
      known = new Map();
      this.#next.set(slot, known);
    }
    let next = known.get(weight);
    if (next === undefined) {
      next = new Usage(newId(), [...this.slots, slot], [...this.weights, weight]);
      known.set(weight, next);
    }
    [this.#lastSlot, this.#lastWeight, this.#last] = [slot, weight, next];
    return next;
  }
}

/** An atom above the cut, and the slots that hold its operands. */
export interface Inner {
  readonly atom: Atom;
  readonly slots: readonly number[];
}

/** A sum above the cut: what is added to the atoms on the cut. */
export interface Slot {
  readonly constant: Weight;
  /** Indices of inner atoms, all before those that read this slot. */
  readonly inner: readonly number[];
  readonly weights: readonly Weight[];
}

/** What lies between a form and a cut below it. Slot 0 is the form. */
export interface Part {
  readonly slots: readonly Slot[];
  /** Operands before what uses them. */
  readonly inner: readonly Inner[];
  /** Of all slots. */
  readonly nTerms: number;
  /** Atoms on the cut. */
  readonly usages: ReadonlyMap<number, Usage>;
}

/** The part of a form above a cut. Throws Obstacle if it is too large. */
export function partOf(store: Store, root: Form, isCut: (atom: Atom) => boolean): Part {
  return new Collector(store, isCut).collect(root);
}

const maxTerms = 400_000;

class Collector {
  readonly #store: Store;
  readonly #isCut: (atom: Atom) => boolean;
  readonly #slots: Slot[] = [];
  readonly #slotOfBase = new Map<number, number>();
  readonly #inner: Inner[] = [];
  readonly #indices = new Map<number, number>();
  readonly #usages = new Map<number, Usage>();
  readonly #unused = new Usage(0, [], []);
  #nUsages = 0;
  #nTerms = 0;

  constructor(store: Store, isCut: (atom: Atom) => boolean) {
    this.#store = store;
    this.#isCut = isCut;
  }

  collect(root: Form): Part {
    this.#slot(root.atoms, root.weights, root.constant);
    return {
      slots: this.#slots,
      inner: this.#inner,
      nTerms: this.#nTerms,
      usages: this.#usages,
    };
  }

  #slot(atoms: readonly number[], weights: readonly Weight[], constant: Weight): number {
    this.#nTerms += atoms.length;
    if (this.#nTerms > maxTerms) throw new Obstacle("too many terms above a cut");
    const index = this.#slots.length;
    this.#slots.push({ constant, inner: [], weights: [] });
    const inner: number[] = [];
    const innerWeights: Weight[] = [];
    for (let k = 0; k < atoms.length; k++) {
      const id = atoms[k]!;
      const at = this.#visit(id);
      if (at === undefined) this.#use(id, index, weights[k]!);
      else {
        inner.push(at);
        innerWeights.push(weights[k]!);
      }
    }
    this.#slots[index] = { constant, inner, weights: innerWeights };
    return index;
  }

  #use(id: number, slot: number, weight: Weight): void {
    const usage = this.#usages.get(id) ?? this.#unused;
    this.#usages.set(
      id,
      usage.and(slot, weight, () => {
        this.#nUsages += 1;
        return this.#nUsages;
      }),
    );
  }

  /** The index of an inner atom; undefined on the cut. */
  #visit(id: number): number | undefined {
    const known = this.#indices.get(id);
    if (known !== undefined) return known;
    const atom = this.#store.atom(id);
    if (atom.kind === "cell" || this.#isCut(atom)) return undefined;
    const slots = this.#operands(atom);
    const index = this.#inner.length;
    this.#inner.push({ atom, slots });
    this.#indices.set(id, index);
    return index;
  }

  #operands(atom: Exclude<Atom, { readonly kind: "cell" }>): number[] {
    switch (atom.kind) {
      case "threshold": {
        const { base } = atom;
        let slot = this.#slotOfBase.get(base.id);
        if (slot === undefined) {
          slot = this.#slot(base.atoms, base.weights, 0);
          this.#slotOfBase.set(base.id, slot);
        }
        return [slot];
      }
      case "remainder":
      case "quotient":
        return [this.#ofForm(atom.of)];
      case "product":
        return [this.#ofForm(atom.left), this.#ofForm(atom.right)];
      case "largest":
        return atom.of.map((form) => this.#ofForm(form));
    }
  }

  #ofForm(form: Form): number {
    if (form.exponent !== 0) throw new Obstacle("a number that is no integer stands above a cut");
    return this.#slot(form.atoms, form.weights, form.constant);
  }
}
