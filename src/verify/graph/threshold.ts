import { type Base, type Cut, type Literal, literalOf, opposite } from "./atom.ts";
import { compareCuts, decided } from "./cut.ts";
import {
  complement,
  constantForm,
  difference,
  type Form,
  isConstant,
  type Part,
  sumOf,
} from "./form.ts";
import { both, conjunction, either } from "./logic.ts";
import type { Store } from "./store.ts";
import {
  commonDivisor,
  floorQuotient,
  negative,
  plus,
  signOf,
  times,
  type Weight,
} from "./weight.ts";

/** 1 where the form is above 0, or, if not strict, where it is not below 0. */
export function positive(store: Store, form: Form, isStrict: boolean): Form {
  if (isConstant(form)) return constantForm(reaches(form.constant, isStrict) ? 1 : 0);
  return againstLargest(store, form, isStrict) ?? ask(store, normalized(store, form), isStrict);
}

/** -1, 0 or 1 as the form is below, at or above 0. */
export function sign(store: Store, form: Form): Form {
  if (isConstant(form)) return constantForm(signOf(form.constant));
  const [above, reached] = sides(store, form);
  return sumOf(
    [above, reached].map((each) => ({ factor: 1, form: each! })),
    -1,
  );
}

/** Whether the form is above 0, and whether it is not below 0. */
export function sides(store: Store, form: Form): readonly [Form, Form] {
  const hasLargest =
    store.hasLargest && form.atoms.some((atom) => store.atom(atom).kind === "largest");
  if (hasLargest || isConstant(form)) {
    return [positive(store, form, true), positive(store, form, false)];
  }
  const normal = normalized(store, form);
  return [ask(store, normal, true), ask(store, normal, false)];
}

/** The same as one threshold, without a look at what it says. */
export function rawThreshold(store: Store, form: Form, isStrict: boolean): Form {
  const { base, isTurned, cut } = cutOf(normalized(store, form), isStrict);
  const known = decided(cut, base);
  if (known !== undefined) return constantForm(isTurned ? 1 - known : known);
  const bit = store.formOf(store.threshold(base, cut));
  return isTurned ? complement(bit) : bit;
}

/** A form as scale * (+-base + constant / scale). */
interface Normal {
  readonly base: Base;
  readonly isTurned: boolean;
  readonly scale: Weight;
  readonly constant: Weight;
}

function normalized(store: Store, { atoms, weights, constant }: Form): Normal {
  let [scale, last]: [Weight, Weight] = [0, 0];
  for (const weight of weights) {
    if (weight === last) continue;
    scale = commonDivisor(scale, weight);
    if (scale === 1) break;
    last = weight;
  }
  const isTurned = weights[0]! < 0;
  return { base: store.base(atoms, scaled(weights, scale, isTurned)), isTurned, scale, constant };
}

function scaled(weights: readonly Weight[], scale: Weight, isTurned: boolean): readonly Weight[] {
  if (scale === 1) return isTurned ? weights.map(negative) : weights;
  const by = isTurned ? -1 : 1;
  let [last, quotient]: [Weight, Weight] = [0, 0];
  return weights.map((weight) => {
    if (weight !== last) [last, quotient] = [weight, times(by, floorQuotient(weight, scale))];
    return quotient;
  });
}

interface Asked {
  readonly base: Base;
  /** Is 1 where the base does not pass the cut. */
  readonly isTurned: boolean;
  readonly cut: Cut;
}

function cutOf({ base, isTurned, scale, constant }: Normal, isStrict: boolean): Asked {
  const over = negative(constant);
  if (base.isInteger) {
    // b >= k is b > k - 1; -b > k is not b > -k - 1.
    const limit = floorQuotient(isStrict ? over : plus(over, -1), scale);
    const cut = isTurned ? plus(negative(limit), -1) : limit;
    return { base, isTurned, cut: { over: cut, under: 1, isStrict: true } };
  }
  const divisor = commonDivisor(over, scale);
  const [numerator, under] = [floorQuotient(over, divisor), floorQuotient(scale, divisor)];
  // -b > k is not b >= -k.
  return isTurned
    ? { base, isTurned, cut: { over: negative(numerator), under, isStrict: !isStrict } }
    : { base, isTurned, cut: { over: numerator, under, isStrict } };
}

function ask(store: Store, normal: Normal, isStrict: boolean): Form {
  const { base, isTurned, cut } = cutOf(normal, isStrict);
  const known = decided(cut, base);
  if (known !== undefined) return constantForm(isTurned ? 1 - known : known);
  const bit =
    alone(store, base) ??
    onOneBase(store, base, cut) ??
    extreme(store, base, cut) ??
    store.formOf(store.threshold(base, cut));
  return isTurned ? complement(bit) : bit;
}

/** A bit is above 0 where it is 1. */
function alone(store: Store, { atoms, areBits }: Base): Form | undefined {
  return atoms.length === 1 && areBits ? store.formOf(atoms[0]!) : undefined;
}

/** A sum of thresholds of one base changes at their cuts only. */
function onOneBase(store: Store, base: Base, asked: Cut): Form | undefined {
  if (base.atoms.length > maxCuts) return undefined;
  const first = store.atom(base.atoms[0]!);
  if (first.kind !== "threshold") return undefined;
  const isAlike = (id: number): boolean => {
    const atom = store.atom(id);
    return atom.kind === "threshold" && atom.base === first.base;
  };
  if (!base.atoms.every(isAlike)) return undefined;
  const steps = base.atoms.map((id, k) => ({ atom: store.atom(id), weight: base.weights[k]! }));
  steps.sort((a, b) => compareCuts(cutAt(a.atom), cutAt(b.atom)));
  let sum: Weight = 0;
  let last = passesAt(sum, asked);
  const start = last;
  const parts: Part[] = [];
  for (const { atom, weight } of steps) {
    sum = plus(sum, weight);
    const now = passesAt(sum, asked);
    if (now !== last) parts.push({ factor: now - last, form: store.formOf(atom.id) });
    last = now;
  }
  return sumOf(parts, start);
}

const maxCuts = 64;

function cutAt(atom: { readonly kind: string }): Cut {
  return (atom as unknown as { readonly cut: Cut }).cut;
}

function passesAt(sum: Weight, { over, under, isStrict }: Cut): number {
  const value = times(sum, under);
  return (isStrict ? value > over : value >= over) ? 1 : 0;
}

/** All bits at their best are a conjunction, not all of them at their worst a disjunction. */
function extreme(store: Store, base: Base, { over, isStrict }: Cut): Form | undefined {
  if (!base.areBits || !isStrict) return undefined;
  const { atoms, weights, low, high, least } = base;
  const best = (): Literal[] => atoms.map((atom, k) => literalOf(atom, weights[k]! < 0));
  if (over >= plus(high, negative(least))) return conjunction(store, best());
  if (over < plus(low, least)) {
    return complement(conjunction(store, best().map(opposite)));
  }
  return undefined;
}

/** What is above the largest of several numbers is above each of them. */
function againstLargest(store: Store, form: Form, isStrict: boolean): Form | undefined {
  if (!store.hasLargest) return undefined;
  const at = form.atoms.findIndex((id) => store.atom(id).kind === "largest");
  if (at < 0) return undefined;
  const atom = store.atom(form.atoms[at]!);
  if (atom.kind !== "largest") return undefined;
  const weight = form.weights[at]!;
  const own = sumOf([{ factor: weight, form: store.formOf(atom.id) }], 0, form.exponent);
  const rest = difference(form, own);
  const cases = atom.of.map((each) => {
    const part = sumOf([{ factor: weight, form: each }], 0, form.exponent);
    return positive(
      store,
      sumOf(
        [
          { factor: 1, form: rest },
          { factor: 1, form: part },
        ],
        0,
      ),
      isStrict,
    );
  });
  return weight < 0 ? both(store, cases) : either(store, cases);
}

function reaches(value: Weight, isStrict: boolean): boolean {
  return isStrict ? value > 0 : value >= 0;
}
