import type { Base } from "./atom.ts";
import { complement, constantForm, difference, type Form, sumOf } from "./form.ts";
import { Nearest } from "./nearest.ts";
import type { Merger } from "./network-forms.ts";
import type { ZeroProver } from "./prove-zero.ts";
import type { Simulation } from "./simulation.ts";
import type { Store } from "./store.ts";
import type { Weight } from "./weight.ts";

/**
 * Says a network's bits in a program's words: atoms that the program does not have are compared with
 * those of its atoms that might be the same, and replaced where that is proved.
 *
 * Source: sweeping of circuits, as in Mishchenko et al., "Improvements to combinational equivalence
 * checking", ICCAD 2006.
 */
export class Sweep implements Merger {
  readonly snapsAll: boolean;
  /** Atoms that were proved to be the program's. */
  merged = 0;
  readonly #store: Store;
  readonly #prover: ZeroProver;
  readonly #simulation: Simulation;
  /** The program's atoms are those below. */
  readonly #nKnown: number;
  readonly #nearest: Nearest;
  readonly #replaced = new Map<number, Form>();
  readonly #shapes = new Map<Base, string>();
  readonly #byShape = new Map<string, number[]>();
  #byLength: Map<number, number[]> | undefined;
  #bySignature: Map<string, number[]> | undefined;

  constructor(store: Store, tools: SweepTools) {
    this.#store = store;
    this.#prover = tools.prover;
    this.#simulation = tools.simulation;
    this.#nKnown = tools.nKnown;
    this.#nearest = new Nearest(store);
    this.snapsAll = tools.snapsAll;
  }

  isSettled(form: Form): boolean {
    return form.atoms.every((atom) => atom < this.#nKnown);
  }

  settle(bit: Form): Form {
    if (this.isSettled(bit)) return bit;
    const parts = bit.atoms.map((atom, k) => ({
      factor: bit.weights[k]!,
      form: this.#settledAtom(atom),
    }));
    return sumOf(parts, bit.constant, bit.exponent);
  }

  #settledAtom(atom: number): Form {
    if (atom < this.#nKnown) return this.#store.formOf(atom);
    const known = this.#replaced.get(atom);
    if (known !== undefined) return known;
    const form = this.#search(atom) ?? this.#store.formOf(atom);
    if (form.atoms[0] !== atom) this.merged += 1;
    this.#replaced.set(atom, form);
    return form;
  }

  #search(atom: number): Form | undefined {
    const own = this.#store.formOf(atom);
    if (this.#store.atom(atom).kind !== "threshold") return undefined;
    const tried = new Set<number>();
    for (const other of this.#nearest.to(atom, this.#ofSameShape(atom), maxCandidates)) {
      tried.add(other);
      const form = this.#store.formOf(other);
      if (this.#isSame(own, form)) return form;
    }
    return this.#searchBySignature(atom, tried);
  }

  #searchBySignature(atom: number, tried: ReadonlySet<number>): Form | undefined {
    const own = this.#store.formOf(atom);
    const { text, isTurned } = this.#simulation.signature(this.#simulation.valuesOf(atom));
    const alike = (this.#signatures().get(text) ?? []).filter((other) => !tried.has(other));
    for (const other of this.#nearest.to(atom, alike, maxCandidates)) {
      const values = this.#simulation.valuesOf(other);
      const form = this.#store.formOf(other);
      const turned =
        this.#simulation.signature(values).isTurned === isTurned ? form : complement(form);
      if (this.#isSame(own, turned, true)) return turned;
    }
    if (!/^\0*$/.test(text)) return undefined;
    const constant = constantForm(isTurned ? 1 : 0);
    return this.#isSame(own, constant, true) ? constant : undefined;
  }

  #isSame(a: Form, b: Form, haveAgreed = false): boolean {
    return this.#prover.isZero(difference(a, b), haveAgreed).kind === "zero";
  }

  /** The program's thresholds over the same atoms, with weights in the same order. */
  #ofSameShape(atom: number): readonly number[] {
    const base = this.#baseOf(atom);
    if (base === undefined) return [];
    this.#byLength ??= this.#thresholdsByLength();
    const { length } = base.atoms;
    for (const id of this.#byLength.get(length) ?? []) {
      addTo(this.#byShape, this.#shapeOf(this.#baseOf(id)!), id);
    }
    this.#byLength.delete(length);
    return this.#byShape.get(this.#shapeOf(base)) ?? [];
  }

  #thresholdsByLength(): Map<number, number[]> {
    const found = new Map<number, number[]>();
    for (let id = 0; id < this.#nKnown; id++) {
      const base = this.#baseOf(id);
      if (base !== undefined) addTo(found, base.atoms.length, id);
    }
    return found;
  }

  #baseOf(id: number): Base | undefined {
    const atom = this.#store.atom(id);
    return atom.kind === "threshold" ? atom.base : undefined;
  }

  #shapeOf(base: Base): string {
    const known = this.#shapes.get(base);
    if (known !== undefined) return known;
    const shape = shapeOf(base);
    this.#shapes.set(base, shape);
    return shape;
  }

  #signatures(): ReadonlyMap<string, readonly number[]> {
    if (this.#bySignature !== undefined) return this.#bySignature;
    const found = new Map<string, number[]>();
    for (let id = 0; id < this.#nKnown; id++) {
      const { low, high, isInteger } = this.#store.atom(id);
      if (!isInteger || low !== 0 || high !== 1) continue;
      addTo(found, this.#simulation.signature(this.#simulation.valuesOf(id)).text, id);
    }
    this.#bySignature = found;
    return found;
  }
}

interface SweepTools {
  readonly prover: ZeroProver;
  readonly simulation: Simulation;
  readonly nKnown: number;
  readonly snapsAll: boolean;
}

const maxCandidates = 6;

function addTo<Key>(found: Map<Key, number[]>, key: Key, id: number): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, [id]);
  else known.push(id);
}

/** The base up to the sizes of its weights: a guess, as hashes may collide. */
function shapeOf({ atoms, weights }: Base): string {
  const distinct = new Set<Weight>();
  for (let k = 0; k < weights.length; k++) {
    if (k === 0 || weights[k] !== weights[k - 1]) distinct.add(weights[k]!);
  }
  const ranks = new Map([...distinct].sort(ascending).map((weight, rank) => [weight, rank]));
  let hash = 0;
  let rank = 0;
  for (let k = 0; k < atoms.length; k++) {
    if (k === 0 || weights[k] !== weights[k - 1]) rank = ranks.get(weights[k]!)!;
    hash = Math.imul(hash ^ atoms[k]!, 0x9e3779b1) ^ (hash >>> 15);
    hash = Math.imul(hash ^ rank, 0x85ebca6b) ^ (hash >>> 13);
  }
  return `${atoms.length}:${hash}`;
}

function ascending(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
