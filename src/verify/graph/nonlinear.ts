import { Obstacle } from "../obstacle.ts";
import type { Extent } from "./atom.ts";
import {
  atomForm,
  constantForm,
  difference,
  type Form,
  isConstant,
  isSameForm,
  negated,
  type Part,
  sumOf,
} from "./form.ts";
import { both, literalOfForm } from "./logic.ts";
import type { Store } from "./store.ts";
import { positive } from "./threshold.ts";
import * as weights from "./weight.ts";
import { times, type Weight } from "./weight.ts";

/** The remainder of an integer by a divisor above 0. */
export function remainder(store: Store, form: Form, divisor: number): Form {
  const rest = reducedBy(form, divisor);
  if (isConstant(rest)) return constantForm(weights.remainder(rest.constant, divisor));
  const { low, high } = store.extentOf(rest);
  if (low >= 0 && high < divisor) return rest;
  const extent: Extent = { low: 0, high: divisor - 1, isInteger: true };
  const body = { kind: "remainder", of: rest, divisor } as const;
  return store.keyed(`%${divisor}:${keyOf(rest)}`, body, extent, [rest]);
}

/** The largest integer not above form / divisor. */
export function quotient(store: Store, form: Form, divisor: number): Form {
  const rest = reducedBy(form, divisor);
  const whole = difference(form, rest);
  const taken: Form = {
    ...whole,
    weights: whole.weights.map((weight) => weights.floorQuotient(weight, divisor)),
    constant: weights.floorQuotient(whole.constant, divisor),
  };
  const { low, high } = store.extentOf(rest);
  if (isConstant(rest) || (low >= 0 && high < divisor)) return taken;
  const end = (value: Weight): Weight =>
    Number.isFinite(Number(value)) ? weights.floorQuotient(value, divisor) : value;
  const extent: Extent = { low: end(low), high: end(high), isInteger: true };
  const body = { kind: "quotient", of: rest, divisor } as const;
  const inner = store.keyed(`/${divisor}:${keyOf(rest)}`, body, extent, [rest]);
  return sumOf(
    [taken, inner].map((each) => ({ factor: 1, form: each })),
    0,
  );
}

/** The form with all numbers from 0 to divisor - 1, which differs by a multiple of the divisor. */
function reducedBy(form: Form, divisor: number): Form {
  const parts = form.atoms.map(
    (atom, k): Part => ({
      factor: weights.remainder(form.weights[k]!, divisor),
      form: atomForm(atom),
    }),
  );
  return sumOf(
    parts.filter(({ factor }) => factor !== 0),
    weights.remainder(form.constant, divisor),
  );
}

export function product(store: Store, left: Form, right: Form): Form {
  if (isConstant(left)) return scaled(right, left);
  if (isConstant(right)) return scaled(left, right);
  if (left.atoms.length * right.atoms.length > maxPairs) return opaqueProduct(store, left, right);
  const exponent = left.exponent + right.exponent;
  const parts: Part[] = [];
  left.atoms.forEach((a, i) => {
    const weight = left.weights[i]!;
    parts.push({ factor: times(weight, right.constant), form: store.formOf(a) });
    right.atoms.forEach((b, j) => {
      const factor = times(weight, right.weights[j]!);
      parts.push({ factor, form: productOfAtoms(store, a, b) });
    });
  });
  right.atoms.forEach((b, j) => {
    const factor = times(left.constant, right.weights[j]!);
    parts.push({ factor, form: store.formOf(b) });
  });
  const used = parts.filter(({ factor }) => factor !== 0);
  return sumOf(used, times(left.constant, right.constant), exponent);
}

const maxPairs = 64;

function scaled(form: Form, by: Form): Form {
  if (by.constant === 0) return by;
  return sumOf([{ factor: by.constant, form }], 0, by.exponent);
}

function productOfAtoms(store: Store, a: number, b: number): Form {
  const [left, right] = [store.formOf(a), store.formOf(b)];
  const areBits = [left, right].every((form) => literalOfForm(store, form) !== undefined);
  if (areBits) return both(store, [left, right]);
  return a <= b ? opaqueProduct(store, left, right) : opaqueProduct(store, right, left);
}

function opaqueProduct(store: Store, left: Form, right: Form): Form {
  const [a, b] = [store.extentOf(left), store.extentOf(right)];
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => endOf(x, y)));
  const extent: Extent = {
    low: ends.reduce((least, end) => (end < least ? end : least)),
    high: ends.reduce((most, end) => (end > most ? end : most)),
    isInteger: a.isInteger && b.isInteger,
  };
  const body = { kind: "product", left, right } as const;
  return store.keyed(`*${keyOf(left)};${keyOf(right)}`, body, extent, [left, right]);
}

function endOf(x: Weight, y: Weight): Weight {
  return x === 0 || y === 0 ? 0 : times(x, y);
}

/** The largest of these. */
export function largest(store: Store, forms: readonly Form[]): Form {
  const distinct = forms.filter(
    (form, k) => forms.findIndex((other) => isSameForm(form, other)) === k,
  );
  const [first] = distinct;
  if (first === undefined) throw new Obstacle("the largest of no values");
  if (distinct.length === 1) return first;
  if (distinct.every(isConstant)) return distinct.reduce((a, b) => (isAbove(store, b, a) ? b : a));
  const keyed = distinct.map((form) => ({ form, key: keyOf(form) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const extents = distinct.map((form) => store.extentOf(form));
  const extent: Extent = {
    low: extents.reduce((most, { low }) => (low > most ? low : most), extents[0]!.low),
    high: extents.reduce((most, { high }) => (high > most ? high : most), extents[0]!.high),
    isInteger: extents.every(({ isInteger }) => isInteger),
  };
  const body = { kind: "largest", of: keyed.map(({ form }) => form) } as const;
  return store.keyed(`max${keyed.map(({ key }) => key).join(";")}`, body, extent, body.of);
}

function isAbove(store: Store, a: Form, b: Form): boolean {
  return positive(store, difference(a, b), true).constant === 1;
}

export function smallest(store: Store, forms: readonly Form[]): Form {
  return negated(largest(store, forms.map(negated)));
}

/** The first form where the bit is 1, else the second. */
export function choose(store: Store, condition: Form, then: Form, otherwise: Form): Form {
  const chosen = product(store, condition, difference(then, otherwise));
  return sumOf(
    [otherwise, chosen].map((form) => ({ factor: 1, form })),
    0,
  );
}

/** A text that tells forms apart. */
function keyOf({ atoms, weights: of, constant, exponent }: Form): string {
  return `${atoms.map((atom, k) => `${atom}*${of[k]}`).join("+")}+${constant}^${exponent}`;
}
