import { Obstacle } from "../obstacle.ts";
import type { Atom } from "./atom.ts";
import type { Form } from "./form.ts";
import type { Store } from "./store.ts";
import { type Ids, Usage, type Used } from "./usage.ts";
import type { Weight } from "./weight.ts";

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
  readonly used: Used;
}

/** The part of a form above a cut. Throws Obstacle if it is too large. */
export function partOf(store: Store, root: Form, isCut: (atom: number) => boolean): Part {
  const collector = new Collector(store, isCut);
  try {
    return collector.collect(root);
  } finally {
    collector.forget();
  }
}

const maxTerms = 400_000;

/** Of each atom: 0 where it was not met, k + 1 as number k on the cut, -k - 1 as number k above it. */
let places = new Int32Array(1024);

class Collector {
  readonly #store: Store;
  readonly #isCut: (atom: number) => boolean;
  readonly #slots: Slot[] = [];
  readonly #slotOfBase = new Map<number, number>();
  readonly #inner: Inner[] = [];
  readonly #ids: number[] = [];
  readonly #usages: Usage[] = [];
  readonly #unused = new Usage(0, [], []);
  readonly #given: Ids = { last: 0 };
  #nTerms = 0;

  constructor(store: Store, isCut: (atom: number) => boolean) {
    this.#store = store;
    this.#isCut = isCut;
    if (places.length < store.atoms.length) places = new Int32Array(2 * store.atoms.length);
  }

  collect(root: Form): Part {
    this.#slot(root.atoms, root.weights, root.constant);
    return {
      slots: this.#slots,
      inner: this.#inner,
      nTerms: this.#nTerms,
      used: { ids: this.#ids, usages: this.#usages },
    };
  }

  /** Makes the places ready for the next part. */
  forget(): void {
    for (const id of this.#ids) places[id] = 0;
    for (const { atom } of this.#inner) places[atom.id] = 0;
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
      const place = places[id]! || this.#visit(id);
      if (place > 0) {
        this.#usages[place - 1] = this.#usages[place - 1]!.and(index, weights[k]!, this.#given);
      } else {
        inner.push(-place - 1);
        innerWeights.push(weights[k]!);
      }
    }
    this.#slots[index] = { constant, inner, weights: innerWeights };
    return index;
  }

  /** The place of an atom that was not met before. */
  #visit(id: number): number {
    if (this.#isCut(id)) {
      this.#usages.push(this.#unused);
      places[id] = this.#ids.push(id);
    } else {
      const atom = this.#store.atom(id);
      const slots = this.#operands(atom);
      places[id] = -this.#inner.push({ atom, slots });
    }
    return places[id]!;
  }

  #operands(atom: Atom): number[] {
    switch (atom.kind) {
      case "cell":
        throw new Error("a bug: a cell lies on every cut");
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
