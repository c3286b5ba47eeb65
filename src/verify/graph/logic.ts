import { atomOf, type Cut, isNegated, type Literal, literalOf, opposite } from "./atom.ts";
import { compareCuts } from "./cut.ts";
import { complement, constantForm, type Form, sumOf } from "./form.ts";
import type { Store } from "./store.ts";
import { positive, rawThreshold } from "./threshold.ts";

/** 1 where all of these zeros and ones are 1. */
export function both(store: Store, operands: readonly Form[]): Form {
  const literals: Literal[] = [];
  const others: Form[] = [];
  for (const operand of operands) {
    const known = literalsOf(store, operand);
    if (known === undefined) others.push(operand);
    else if (known === "never") return constantForm(0);
    else literals.push(...known);
  }
  const known = conjunction(store, literals);
  if (others.length === 0 || known === constantForm(0)) return known;
  const parts = [known, ...others].map((form) => ({ factor: 1, form }));
  return positive(store, sumOf(parts, -others.length), true);
}

/** 1 where any of these zeros and ones is 1. */
export function either(store: Store, operands: readonly Form[]): Form {
  return complement(both(store, operands.map(complement)));
}

/** 1 where all literals hold: one form, whatever their order. */
export function conjunction(store: Store, literals: readonly Literal[]): Form {
  const flat = literals.flatMap((literal) => store.conjunctions.get(literal) ?? [literal]);
  const kept = simplify(store, flat);
  if (kept === "never") return constantForm(0);
  const [first] = kept;
  if (first === undefined) return constantForm(1);
  if (kept.length === 1) return formOfLiteral(store, first);
  return conjunctionOf(store, kept);
}

/** The literals whose conjunction a form is; undefined if that is not seen. */
function literalsOf(store: Store, form: Form): readonly Literal[] | "never" | undefined {
  const { atoms, weights, constant, exponent } = form;
  if (exponent !== 0) return undefined;
  if (atoms.length === 0) return constant === 1 ? [] : "never";
  const [a, b] = atoms;
  if (atoms.length === 1) {
    if (!isBit(store, a!)) return undefined;
    if (constant === 0 && weights[0] === 1) return [literalOf(a!, false)];
    return constant === 1 && weights[0] === -1 ? [literalOf(a!, true)] : undefined;
  }
  // Between two cuts of one base.
  if (atoms.length !== 2 || constant !== 0 || plusAndMinus(weights) === undefined) return undefined;
  const [on, off] = plusAndMinus(weights) === 0 ? [a!, b!] : [b!, a!];
  const [first, second] = [cutAt(store, on), cutAt(store, off)];
  if (first === undefined || second === undefined || first.base !== second.base) return undefined;
  return compareCuts(first.cut, second.cut) < 0
    ? [literalOf(on, false), literalOf(off, true)]
    : undefined;
}

/** Which of two weights is 1, the other one being -1. */
function plusAndMinus(weights: Form["weights"]): 0 | 1 | undefined {
  if (weights[0] === 1 && weights[1] === -1) return 0;
  return weights[0] === -1 && weights[1] === 1 ? 1 : undefined;
}

function isBit(store: Store, atom: number): boolean {
  const { low, high, isInteger } = store.atom(atom);
  return isInteger && low === 0 && high === 1;
}

function cutAt(store: Store, id: number): { readonly base: number; readonly cut: Cut } | undefined {
  const atom = store.atom(id);
  return atom.kind === "threshold" ? { base: atom.base.id, cut: atom.cut } : undefined;
}

/** Each atom once; of the cuts of one base the narrowest ones. */
function simplify(store: Store, literals: readonly Literal[]): readonly Literal[] | "never" {
  const kept = new Map<Literal, Literal>();
  for (const literal of literals) {
    const subject = subjectOf(store, literal);
    const other = kept.get(subject);
    if (other === undefined || isNarrower(store, literal, other)) kept.set(subject, literal);
  }
  for (const [subject, literal] of kept) {
    if (isNegated(subject)) continue;
    const other = kept.get(opposite(subject));
    if (other !== undefined && contradict(store, literal, other)) return "never";
  }
  return [...kept.values()].sort((a, b) => a - b);
}

/** The same number for literals of one side and one base, or of one side and one atom without a base. */
function subjectOf(store: Store, literal: Literal): Literal {
  const base = store.baseOf(atomOf(literal));
  const subject = base === 0 ? 2 * atomOf(literal) : 2 * base + 1;
  return literalOf(subject, isNegated(literal));
}

/** Of two literals of one base and one side: is the first one the stronger? */
function isNarrower(store: Store, literal: Literal, other: Literal): boolean {
  if (literal === other) return false;
  const order = compareCuts(cutAt(store, atomOf(literal))!.cut, cutAt(store, atomOf(other))!.cut);
  return isNegated(literal) ? order < 0 : order > 0;
}

/** Above one cut, but not above another one that is no higher? */
function contradict(store: Store, above: Literal, notAbove: Literal): boolean {
  const [first, second] = [cutAt(store, atomOf(above)), cutAt(store, atomOf(notAbove))];
  if (first === undefined || second === undefined) return true;
  return compareCuts(first.cut, second.cut) >= 0;
}

export function formOfLiteral(store: Store, literal: Literal): Form {
  const form = store.formOf(atomOf(literal));
  return isNegated(literal) ? complement(form) : form;
}

function conjunctionOf(store: Store, literals: readonly Literal[]): Form {
  const parts = literals.map((literal) => ({
    factor: isNegated(literal) ? -1 : 1,
    form: store.formOf(atomOf(literal)),
  }));
  const nPositive = literals.filter((literal) => !isNegated(literal)).length;
  const form = rawThreshold(store, sumOf(parts, 1 - nPositive), true);
  const result = literalsOf(store, form);
  if (result !== undefined && result !== "never" && result.length === 1) {
    store.conjunctions.set(result[0]!, literals);
  }
  return form;
}

/** The form as one literal, if it is one. */
export function literalOfForm(store: Store, form: Form): Literal | undefined {
  const literals = literalsOf(store, form);
  return literals !== undefined && literals !== "never" && literals.length === 1
    ? literals[0]
    : undefined;
}

export { opposite };
