import { Obstacle, orObstacle } from "../obstacle.ts";
import type { Atom } from "./atom.ts";
import { type Form, isZero } from "./form.ts";
import { type Part, partOf } from "./part.ts";
import { groupsOf } from "./reach.ts";
import { type Counted, countedSources, isFew, type Source, sourcesOf } from "./source.ts";
import type { Store } from "./store.ts";
import { casesOfPivot, pivotsOf } from "./triangles.ts";
import { type Budget, isZeroForAll, problemKey } from "./try-sums.ts";

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
  readonly #open = new Map<number, boolean>();
  #last: Last | undefined;
  readonly #answers = new Map<string, boolean>();

  /** `isRefuted` guesses whether a form is not 0 for all inputs: proofs that fail at first are given up then. */
  constructor(store: Store, budget: Budget, isRefuted: (form: Form) => boolean) {
    this.#store = store;
    this.#budget = budget;
    this.#isRefuted = isRefuted;
  }

  isZero(form: Form): Finding {
    if (isZero(form)) return { kind: "zero" };
    let height = form.atoms.reduce((most, id) => Math.max(most, this.#store.levelOf(id)), 0);
    let finding: Finding = { kind: "differs" };
    for (let n = 0; n < maxCuts; n++) {
      const part = orObstacle(() => this.#again(form, height) ?? this.#partBelow(form, height));
      if ("reason" in part) return { kind: "stuck", reason: part.reason };
      const answer = orObstacle(() => this.#holds(form, part, height));
      if (answer === true) return { kind: "zero" };
      finding = answer === false ? { kind: "differs" } : { kind: "stuck", reason: answer.reason };
      const next = this.#nextHeight(part);
      if (next === undefined || (n === 0 && this.#isRefuted(form))) return finding;
      height = next;
    }
    return finding;
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
    const { slots, inner, used, nTerms } = last.part;
    const others = inner.map((each, k) => ({ ...each, atom: this.#store.atom(atoms[k]!) }));
    if (!others.every(({ atom }, k) => isSameBase(atom, inner[k]!.atom))) return undefined;
    return {
      slots: slots.with(0, { constant, inner: [0, 1], weights }),
      inner: others,
      used,
      nTerms,
    };
  }

  /** Below the highest atom of the cut that can be taken apart. */
  #nextHeight({ used }: Part): number | undefined {
    let highest = 0;
    for (const id of used.ids) {
      const level = this.#store.levelOf(id);
      if (level > highest && this.#isOpen(this.#store.atom(id))) highest = level;
    }
    return highest === 0 ? undefined : highest - 1;
  }

  #holds(form: Form, part: Part, height: number): boolean {
    this.#budget.steps -= stepsOfTerm * part.nTerms;
    if (this.#budget.steps < 0) throw new Obstacle("the budget of local proofs is spent");
    const isKnown = this.#last?.part.used === part.used;
    const counted = isKnown ? this.#last!.counted : countedSources(this.#store, part);
    this.#last = { part, height, counted, isPair: isPair(form, part) };
    if (this.#answer(part, counted)) return true;
    const sources = sourcesOf(this.#store, part);
    return pivotsOf(sources).some((pivot) => {
      const cases = casesOfPivot(this.#store, sources, pivot);
      return cases?.every((given) => this.#answer(part, given.map(once))) ?? false;
    });
  }

  #answer(part: Part, sources: readonly Counted[]): boolean {
    const starts = part.slots.map(({ constant }) => constant);
    const groups = groupsOf(sources, starts);
    const key = problemKey(part, groups);
    const answer = this.#answers.get(key) ?? isZeroForAll(part, groups, this.#budget);
    this.#answers.set(key, answer);
    return answer;
  }

  /** Can the atom be taken apart into what can be tried? */
  #isOpen(atom: Atom): boolean {
    const known = this.#open.get(atom.id);
    if (known !== undefined) return known;
    const isOpen = operandsOf(atom).every((id) => {
      const operand = this.#store.atom(id);
      return operand.kind === "threshold" || isFew(operand) || this.#isOpen(operand);
    });
    this.#open.set(atom.id, isOpen && atom.kind !== "cell");
    return isOpen && atom.kind !== "cell";
  }
}

interface Last {
  readonly part: Part;
  readonly height: number;
  readonly counted: readonly Counted[];
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
