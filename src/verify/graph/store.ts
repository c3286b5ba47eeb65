import type { Domain } from "../../math/domain.ts";
import { Obstacle } from "../obstacle.ts";
import type { Atom, Base, Cut, Extent, Literal } from "./atom.ts";
import { compareCuts, cutKey } from "./cut.ts";
import { atomForm, type Form, numberForm } from "./form.ts";
import { absolute, plus, times, type Weight } from "./weight.ts";

type Body<Kind = Atom["kind"]> = Kind extends Atom["kind"]
  ? Omit<Extract<Atom, { readonly kind: Kind }>, "id" | "level" | keyof Extent>
  : never;

/** Numbers, for each whether it is the first one of the largest, and the place of that one. */
export interface Race {
  readonly values: readonly Form[];
  readonly winners: readonly Form[];
  readonly place: Form;
}

/** Cells that have one value only, by their number. */
export type Held = ReadonlyMap<number, number>;

/**
 * The atoms of one graph: equal ones are one.
 *
 * Throws Obstacle when there are too many.
 */
export class Store {
  readonly atoms: Atom[] = [];
  /** What an atom that is 1, or 0, says of others: that all of these literals hold. */
  readonly conjunctions = new Map<Literal, readonly Literal[]>();
  /** Comparisons of several numbers that were read, each of which has one winner. */
  readonly races: Race[] = [];
  /** Lists of literals of different atoms, of which exactly one holds. */
  readonly contests: (readonly Literal[])[] = [];
  /** The contest that an atom is in. */
  readonly contestOf = new Map<number, number>();
  hasLargest = false;
  /** Of atoms, for quick sums of bounds: NaN where a bound is no safe integer. */
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  readonly #wholes: boolean[] = [];
  readonly #levels: number[] = [];
  readonly #baseIds: number[] = [];
  /** The integers that thresholds are above; NaN of any other atom. */
  readonly #limits: number[] = [];
  readonly #forms: Form[] = [];
  readonly #cells = new Map<number, number>();
  readonly #keyed = new Map<string, number>();
  readonly #bases = new Map<number, Base[]>();
  readonly #thresholds = new Map<number | string, number>();
  readonly #held: Held;
  #nBases = 0;
  #size = 0;

  constructor(held: Held = new Map()) {
    this.#held = held;
  }

  atom(id: number): Atom {
    return this.atoms[id]!;
  }

  formOf(atom: number): Form {
    return this.#forms[atom]!;
  }

  levelOf(atom: number): number {
    return this.#levels[atom]!;
  }

  /** Of a threshold the number of its base, of others 0. */
  baseOf(atom: number): number {
    return this.#baseIds[atom]!;
  }

  /** Below 0 where the first of two thresholds of one base lets more pass. */
  compareThresholds(a: number, b: number): number {
    const order = this.#limits[a]! - this.#limits[b]!;
    return Number.isNaN(order) ? compareCuts(cutOf(this.atom(a)), cutOf(this.atom(b))) : order;
  }

  cell(cell: number, domain: Domain): Form {
    const held = this.#held.get(cell);
    if (held !== undefined) return numberForm(held);
    const known = this.#cells.get(cell);
    if (known !== undefined) return this.formOf(known);
    const id = this.atoms.length;
    this.#add({ kind: "cell", cell, ...extentOf(domain), id, level: 0 });
    this.#cells.set(cell, id);
    return this.formOf(id);
  }

  /** The base with these atoms and weights, which are in its form. */
  base(atoms: readonly number[], weights: readonly Weight[]): Base {
    const hash = hashOf(atoms, weights);
    const bucket = this.#bases.get(hash) ?? [];
    const known = bucket.find((base) => isSame(base, atoms, weights));
    if (known !== undefined) return known;
    this.#nBases += 1;
    this.#spend(atoms.length);
    const level = this.#levelAbove(atoms);
    const base = { id: this.#nBases, atoms, weights, level, ...this.#summary(atoms, weights) };
    this.#bases.set(hash, [...bucket, base]);
    return base;
  }

  /** The base, if it is there. */
  findBase(atoms: readonly number[], weights: readonly Weight[]): Base | undefined {
    const bucket = this.#bases.get(hashOf(atoms, weights));
    return bucket?.find((base) => isSame(base, atoms, weights));
  }

  threshold(base: Base, cut: Cut): number {
    const key = thresholdKey(base, cut);
    const known = this.#thresholds.get(key);
    if (known !== undefined) return known;
    const id = this.atoms.length;
    this.#add({ kind: "threshold", base, cut, ...bit, id, level: base.level });
    this.#thresholds.set(key, id);
    return id;
  }

  /** Any other atom; the key says what it is. */
  keyed(key: string, body: Body, extent: Extent, operands: readonly Form[]): Form {
    const known = this.#keyed.get(key);
    if (known !== undefined) return this.formOf(known);
    const id = this.atoms.length;
    const level = this.#levelAbove(operands.flatMap(({ atoms }) => atoms));
    this.#add({ ...body, ...extent, id, level } as Atom);
    this.#keyed.set(key, id);
    return this.formOf(id);
  }

  /** Bounds of a form whose exponent is 0. */
  extentOf({ atoms, weights, constant, exponent }: Form): Extent {
    if (exponent !== 0) {
      return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, isInteger: false };
    }
    const { low, high, isInteger } = this.#summary(atoms, weights);
    return { low: plus(low, constant), high: plus(high, constant), isInteger };
  }

  #levelAbove(atoms: readonly number[]): number {
    let level = 0;
    for (let k = 0; k < atoms.length; k++) {
      const above = this.#levels[atoms[k]!]! + 1;
      if (above > level) level = above;
    }
    return level;
  }

  #add(atom: Atom): void {
    this.#spend(1);
    if (atom.kind === "largest") this.hasLargest = true;
    this.atoms.push(atom);
    this.#forms.push(atomForm(atom.id));
    this.#levels.push(atom.level);
    this.#baseIds.push(atom.kind === "threshold" ? atom.base.id : 0);
    this.#limits.push(atom.kind === "threshold" ? limitOf(atom.cut) : Number.NaN);
    this.#lows.push(quick(atom.low));
    this.#highs.push(quick(atom.high));
    this.#wholes.push(atom.isInteger);
  }

  #spend(steps: number): void {
    this.#size += steps;
    if (this.#size > maxSize) throw new Obstacle(`the graph passes ${maxSize} terms`);
  }

  #summary(atoms: readonly number[], weights: readonly Weight[]): Summary {
    return this.#safeSummary(atoms, weights) ?? this.#exactSummary(atoms, weights);
  }

  /** In doubles, which is exact while all bounds are safe integers; else undefined. */
  #safeSummary(atoms: readonly number[], weights: readonly Weight[]): Summary | undefined {
    let low = 0;
    let high = 0;
    let reach = 0;
    let least = Number.POSITIVE_INFINITY;
    let isInteger = true;
    let areBits = true;
    for (let k = 0; k < atoms.length; k++) {
      const id = atoms[k]!;
      const weight = weights[k]!;
      if (typeof weight !== "number") return undefined;
      const from = this.#lows[id]!;
      const to = this.#highs[id]!;
      const isWhole = this.#wholes[id]!;
      const a = weight * from;
      const b = weight * to;
      low += weight > 0 ? a : b;
      high += weight > 0 ? b : a;
      const size = weight > 0 ? weight : -weight;
      reach += Math.max(Math.abs(a), Math.abs(b));
      if (size < least) least = size;
      isInteger &&= isWhole;
      areBits &&= isWhole && from === 0 && to === 1;
    }
    // Not-a-number is not safe.
    if (!(reach <= Number.MAX_SAFE_INTEGER)) return undefined;
    return { low, high, isInteger, areBits, least };
  }

  /** Ends of atoms that count alike are added first: there are few large numbers among many weights. */
  #exactSummary(atoms: readonly number[], weights: readonly Weight[]): Summary {
    const alike = new Map<Weight, Ends>();
    let last: Weight = 0;
    let ends: Ends | undefined;
    let [isInteger, areBits] = [true, true];
    for (let k = 0; k < atoms.length; k++) {
      const id = atoms[k]!;
      const weight = weights[k]!;
      if (ends === undefined || weight !== last) {
        ends = alike.get(weight) ?? { low: 0, high: 0 };
        alike.set(weight, ends);
        last = weight;
      }
      const low = this.#lows[id]!;
      const high = this.#highs[id]!;
      const isWhole = this.#wholes[id]!;
      ends.low = plus(ends.low, Number.isNaN(low) ? this.atom(id).low : low);
      ends.high = plus(ends.high, Number.isNaN(high) ? this.atom(id).high : high);
      isInteger &&= isWhole;
      areBits &&= isWhole && low === 0 && high === 1;
    }
    return { ...boundsOf(alike), isInteger, areBits };
  }
}

/** Added up over some atoms. */
interface Ends {
  low: Weight;
  high: Weight;
}

function boundsOf(alike: ReadonlyMap<Weight, Ends>): Pick<Summary, "low" | "high" | "least"> {
  let [low, high]: [Weight, Weight] = [0, 0];
  let least: Weight = Number.POSITIVE_INFINITY;
  for (const [weight, ends] of alike) {
    low = plus(low, times(weight, weight > 0 ? ends.low : ends.high));
    high = plus(high, times(weight, weight > 0 ? ends.high : ends.low));
    const size = absolute(weight);
    if (size < least) least = size;
  }
  return { low, high, least };
}

/** What is known of a weighted sum of atoms. */
type Summary = Pick<Base, "low" | "high" | "isInteger" | "areBits" | "least">;

function cutOf(atom: Atom): Cut {
  if (atom.kind !== "threshold") throw new Error("a bug: a chain of what is no threshold");
  return atom.cut;
}

function thresholdKey({ id }: Base, cut: Cut): number | string {
  const limit = limitOf(cut);
  const isSmall = Math.abs(limit) < maxLimit;
  return isSmall ? 2 * maxLimit * id + limit : `${id}${cutKey(cut)}`;
}

/** Numbers of bases are below 2^25. */
const maxLimit = 2 ** 27;

function limitOf({ over, under, isStrict }: Cut): number {
  return typeof over === "number" && under === 1 && isStrict ? over : Number.NaN;
}

function quick(bound: Weight): number {
  return typeof bound === "number" ? bound : Number.NaN;
}

const bit: Extent = { low: 0, high: 1, isInteger: true };

const maxSize = 20_000_000;

function extentOf(domain: Domain): Extent {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return bit;
    case "sign":
      return { low: -1, high: 1, isInteger: true };
    case "integer": {
      const isInteger = [domain.low, domain.high].every(
        (end) => Number.isSafeInteger(end) || Math.abs(end) === Number.POSITIVE_INFINITY,
      );
      if (isInteger) return { low: domain.low, high: domain.high, isInteger };
      return real;
    }
    case "real":
      return real;
  }
}

const real: Extent = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  isInteger: false,
};

function hashOf(atoms: readonly number[], weights: readonly Weight[]): number {
  let hash = atoms.length;
  let [last, low]: [Weight, number] = [0, 0];
  for (let k = 0; k < atoms.length; k++) {
    const weight = weights[k]!;
    if (weight !== last) {
      low = typeof weight === "number" ? weight : Number(weight & 0x7fffffffn);
      last = weight;
    }
    hash = Math.imul(hash ^ atoms[k]!, 0x9e3779b1) ^ (hash >>> 15);
    hash = Math.imul(hash ^ (low | 0), 0x85ebca6b) ^ (hash >>> 13);
  }
  return hash;
}

function isSame(base: Base, atoms: readonly number[], weights: readonly Weight[]): boolean {
  if (base.atoms.length !== atoms.length) return false;
  for (let k = 0; k < atoms.length; k++) {
    if (base.atoms[k] !== atoms[k] || base.weights[k] !== weights[k]) return false;
  }
  return true;
}
