import { Obstacle, orObstacle } from "../obstacle.ts";
import type { Atom } from "./atom.ts";
import { type Form, isZero } from "./form.ts";
import { type Part, partOf } from "./part.ts";
import { groupsOf } from "./reach.ts";
import {
  type Alike,
  alikeOn,
  type Counted,
  countedSources,
  isFew,
  type Source,
  sourcesOf,
} from "./source.ts";
import type { Store } from "./store.ts";
import { casesOfPivot, pivotsOf } from "./triangles.ts";
import { type Budget, isZeroForAll, problemKey } from "./try-sums.ts";
import type { Weight } from "./weight.ts";

/** "differs" only says that some choice of what lies on the lowest cut makes a difference. */
export type Finding =
  | { readonly kind: "zero" }
  | { readonly kind: "differs" }
  | { readonly kind: "stuck"; readonly reason: string };

/**
 * Proves that forms are 0 for all inputs, by cuts through the graph below them: what lies on a cut is
 * taken as free, which is sound; a cut that is not enough is followed by a deeper one, down to the cells.
 *
 * Problems that are alike are solved once.
 */
export class ZeroProver {
  readonly #store: Store;
  readonly #budget: Budget;
  readonly #isRefuted: (form: Form) => boolean;
  /** Of atoms, and of the bases that thresholds ask about. */
  readonly #open: (boolean | undefined)[] = [];
  readonly #openBases: (boolean | undefined)[] = [];
  #last: Last | undefined;
  readonly #looks = new Map<string, boolean>();
  readonly #answers = new Map<string, boolean>();

  /** `isRefuted` guesses whether a form is not 0 for all inputs: proofs that fail at first are given up then. */
  constructor(store: Store, budget: Budget, isRefuted: (form: Form) => boolean) {
    this.#store = store;
    this.#budget = budget;
    this.#isRefuted = isRefuted;
  }

  /** `hasAgreed` says that the form was 0 wherever it was tried. */
  isZero(form: Form, hasAgreed = false): Finding {
    if (isZero(form)) return { kind: "zero" };
    let height = this.#heightOf(form);
    let finding: Finding = { kind: "differs" };
    let mayBeRefuted = !hasAgreed;
    if (this.#hasFreeBit(form)) {
      const next = this.#nextHeight(form.atoms);
      if (next === undefined || (mayBeRefuted && this.#isRefuted(form))) return finding;
      mayBeRefuted = false;
      height = next;
    }
    for (let n = 0; n < maxCuts; n++) {
      const part = orObstacle(() => this.#again(form, height) ?? this.#partBelow(form, height));
      if ("reason" in part) return { kind: "stuck", reason: part.reason };
      const answer = orObstacle(() => this.#holds(form, part, height));
      if (answer === true) return { kind: "zero" };
      finding = answer === false ? { kind: "differs" } : { kind: "stuck", reason: answer.reason };
      const next = this.#nextHeight(part.used.ids);
      if (next === undefined || (mayBeRefuted && this.#isRefuted(form))) return finding;
      mayBeRefuted = false;
      height = next;
    }
    return finding;
  }

  #heightOf({ atoms }: Form): number {
    return atoms.reduce((most, id) => Math.max(most, this.#store.levelOf(id)), 0);
  }

  /** Is one of two bits free of the other, as long as none is taken apart? Then their sum is not 0 for all. */
  #hasFreeBit({ atoms: [first, second, ...others] }: Form): boolean {
    if (first === undefined || second === undefined || others.length > 0) return false;
    const { contestOf } = this.#store;
    const [a, b] = [this.#store.baseOf(first), this.#store.baseOf(second)];
    return a > 0 && b > 0 && a !== b && !contestOf.has(first) && !contestOf.has(second);
  }

  /** The part above atoms up to a height. */
  #partBelow(form: Form, height: number): Part {
    return partOf(this.#store, form, (id) => this.#isCut(id, height));
  }

  #isCut(id: number, height: number): boolean {
    return this.#store.levelOf(id) <= height || !this.#isOpen(this.#store.atom(id));
  }

  /** The last part with other cuts of the same two bases: a unit has two thresholds. */
  #again({ atoms, weights, constant }: Form, height: number): Part | undefined {
    const last = this.#last;
    if (last === undefined || last.height !== height || atoms.length !== 2) return undefined;
    if (!last.isPair) return undefined;
    const { slots, inner } = last.part;
    const others = inner.map((each, k) => ({ ...each, atom: this.#store.atom(atoms[k]!) }));
    if (!others.every(({ atom }, k) => isSameBase(atom, inner[k]!.atom))) return undefined;
    const root = { constant, inner: [0, 1], weights };
    return { ...last.part, slots: slots.with(0, root), inner: others };
  }

  /** Below the highest atom of the cut that can be taken apart. */
  #nextHeight(cut: readonly number[]): number | undefined {
    let highest = 0;
    for (const id of cut) {
      const level = this.#store.levelOf(id);
      if (level > highest && this.#isOpen(this.#store.atom(id))) highest = level;
    }
    return highest === 0 ? undefined : highest - 1;
  }

  #holds(form: Form, part: Part, height: number): boolean {
    this.#budget.steps -= stepsOfTerm * part.nTerms;
    if (this.#budget.steps < 0) throw new Obstacle("the budget of local proofs is spent");
    const isKnown = this.#last?.part.used === part.used;
    const alike = isKnown ? this.#last!.alike : alikeOn(this.#store, part);
    this.#last = { part, height, alike, isPair: isPair(form, part) };
    if (this.#answerFor(part, alike)) return true;
    const sources = sourcesOf(this.#store, part);
    return pivotsOf(sources).some((pivot) => {
      const cases = casesOfPivot(this.#store, sources, pivot);
      return cases?.every((given) => this.#answer(part, given.map(once))) ?? false;
    });
  }

  /** Parts that look the same at other places have the same answer. */
  #answerFor(part: Part, alike: readonly Alike[]): boolean {
    const looks = problemKey(
      part,
      startsOf(part),
      alike.map(({ count, text }) => `${count}x${text}`),
    );
    const answer = this.#looks.get(looks) ?? this.#answer(part, countedSources(this.#store, alike));
    this.#looks.set(looks, answer);
    return answer;
  }

  #answer(part: Part, sources: readonly Counted[]): boolean {
    const groups = groupsOf(sources, startsOf(part));
    const key = problemKey(
      part,
      groups.starts,
      groups.groups.map((group) => group.key),
    );
    const answer = this.#answers.get(key) ?? isZeroForAll(part, groups, this.#budget);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Can the atom be taken apart into what can be tried? */
  #isOpen(atom: Atom): boolean {
    const known = this.#open[atom.id];
    if (known !== undefined) return known;
    const isOpen = this.#hasFewBelow(atom);
    this.#open[atom.id] = isOpen;
    return isOpen;
  }

  #hasFewBelow(atom: Atom): boolean {
    if (atom.kind === "cell") return false;
    if (atom.kind !== "threshold") return this.#areTried(operandsOf(atom));
    const { base } = atom;
    const isOpen = this.#openBases[base.id] ?? (base.areBits || this.#areTried(base.atoms));
    this.#openBases[base.id] = isOpen;
    return isOpen;
  }

  #areTried(atoms: readonly number[]): boolean {
    return atoms.every((id) => {
      const operand = this.#store.atom(id);
      return operand.kind === "threshold" || isFew(operand) || this.#isOpen(operand);
    });
  }
}

interface Last {
  readonly part: Part;
  readonly height: number;
  readonly alike: readonly Alike[];
  readonly isPair: boolean;
}

/** Is the form a sum of two atoms above the cut, neither of which reads the other? */
function isPair({ atoms }: Form, { slots, inner }: Part): boolean {
  if (atoms.length !== 2 || inner.length !== 2 || slots.length !== 3) return false;
  return slots[0]!.inner.length === 2 && slots[1]!.inner.length + slots[2]!.inner.length === 0;
}

function isSameBase(a: Atom, b: Atom): boolean {
  return a.kind === "threshold" && b.kind === "threshold" && a.base === b.base;
}

function startsOf({ slots }: Part): readonly Weight[] {
  return slots.map(({ constant }) => constant);
}

const once = (source: Source): Counted => ({ source, count: 1 });

const maxCuts = 40;

/** To read a term of a part, beside steps of trying sums. */
const stepsOfTerm = 64;

export function operandsOf(atom: Atom): readonly number[] {
  switch (atom.kind) {
    case "cell":
      return [];
    case "threshold":
      return atom.base.atoms;
    case "remainder":
    case "quotient":
      return atom.of.atoms;
    case "product":
      return [...atom.left.atoms, ...atom.right.atoms];
    case "largest":
      return atom.of.flatMap(({ atoms }) => atoms);
  }
}
