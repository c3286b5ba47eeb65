import { dyadic } from "../../math/dyadic.ts";
import { isEqual, negative, plus, raised, times, type Weight, weightOf } from "./weight.ts";

/**
 * A weighted sum of atoms and a constant, times a power of two: the one form of all numbers.
 *
 * Atoms ascend and have weights other than 0. The exponent is not above 0, and 0 where it can be.
 */
export interface Form {
  readonly atoms: readonly number[];
  readonly weights: readonly Weight[];
  readonly constant: Weight;
  readonly exponent: number;
}

/** A form that counts so many times in a sum. */
export interface Part {
  readonly factor: Weight;
  readonly form: Form;
}

const small = Array.from({ length: 1024 }, (_, value) => integerForm(value));

export function constantForm(value: Weight): Form {
  return typeof value === "number" && value >= 0 && value < small.length
    ? small[value]!
    : integerForm(value);
}

function integerForm(constant: Weight): Form {
  return { atoms: [], weights: [], constant, exponent: 0 };
}

/** The number that a double denotes. */
export function numberForm(value: number): Form {
  if (Number.isSafeInteger(value)) return constantForm(value);
  const { mantissa, exponent } = dyadic(value);
  return reduced({ atoms: [], weights: [], constant: weightOf(mantissa), exponent });
}

export function atomForm(atom: number): Form {
  return { atoms: [atom], weights: [1], constant: 0, exponent: 0 };
}

export function isConstant(form: Form): boolean {
  return form.atoms.length === 0;
}

export function isZero(form: Form): boolean {
  return form.atoms.length === 0 && form.constant === 0;
}

/** The form's value, if it is the same integer for all inputs. */
export function fixedInteger(form: Form): number | undefined {
  const { atoms, constant, exponent } = form;
  return atoms.length === 0 && exponent === 0 && typeof constant === "number"
    ? constant
    : undefined;
}

export function isSameForm(a: Form, b: Form): boolean {
  if (a === b) return true;
  if (a.exponent !== b.exponent || !isEqual(a.constant, b.constant)) return false;
  if (a.atoms.length !== b.atoms.length) return false;
  return a.atoms.every((atom, k) => atom === b.atoms[k] && isEqual(a.weights[k]!, b.weights[k]!));
}

export function negated(form: Form): Form {
  return {
    ...form,
    weights: form.weights.map(negative),
    constant: negative(form.constant),
  };
}

/** 1 - form. */
export function complement(form: Form): Form {
  const turned = negated(form);
  return turned.exponent === 0
    ? { ...turned, constant: plus(turned.constant, 1) }
    : sumOf([{ factor: 1, form: turned }], 1);
}

export function difference(left: Form, right: Form): Form {
  if (isConstant(right) && left.exponent === 0 && right.exponent === 0) {
    if (right.constant === 0) return left;
    return { ...left, constant: plus(left.constant, negative(right.constant)) };
  }
  return sumOf(
    [
      { factor: 1, form: left },
      { factor: -1, form: right },
    ],
    0,
  );
}

/** The weighted sum of forms, plus a constant, all times 2^exponent. */
export function sumOf(parts: readonly Part[], constant: Weight, exponent = 0): Form {
  const [only] = parts;
  if (parts.length === 1 && only!.factor === 1 && constant === 0 && exponent === 0) {
    return only!.form;
  }
  let least = 0;
  for (const { form } of parts) if (form.exponent < least) least = form.exponent;
  const quick = parts.length === 2 ? mergedSum : fastSum;
  const sum = least === 0 ? quick(parts, constant) : undefined;
  return reduced({ ...(sum ?? exactSum(parts, constant, least)), exponent: exponent + least });
}

/** Two forms of safe integers, merged; undefined where that is not exact. */
function mergedSum([left, right]: readonly Part[], start: Weight): Body | undefined {
  const [a, b] = [left!.form, right!.form];
  const [f, g] = [left!.factor, right!.factor];
  if (typeof f !== "number" || typeof g !== "number") return undefined;
  const atoms: number[] = [];
  const weights: number[] = [];
  let [k, l] = [0, 0];
  while (k < a.atoms.length || l < b.atoms.length) {
    const [p, q] = [a.atoms[k] ?? Number.POSITIVE_INFINITY, b.atoms[l] ?? Number.POSITIVE_INFINITY];
    const [v, w] = [p <= q ? a.weights[k]! : 0, q <= p ? b.weights[l]! : 0];
    if (typeof v !== "number" || typeof w !== "number") return undefined;
    const [x, y] = [f * v, g * w];
    const sum = x + y;
    if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y) || !Number.isSafeInteger(sum)) {
      return undefined;
    }
    if (sum !== 0) {
      atoms.push(p <= q ? p : q);
      weights.push(sum);
    }
    if (p <= q) k += 1;
    if (q <= p) l += 1;
  }
  const constant = plus(start, plus(times(f, a.constant), times(g, b.constant)));
  return { atoms, weights, constant };
}

type Body = Pick<Form, "atoms" | "weights" | "constant">;

let totals = new Float64Array(1024);
let isTouched = new Uint8Array(1024);

/** In doubles, which is exact while all numbers are safe integers; else undefined. */
function fastSum(parts: readonly Part[], start: Weight): Body | undefined {
  const touched: number[] = [];
  let constant = start;
  let isExact = true;
  for (const { factor, form } of parts) {
    const { atoms, weights } = form;
    constant = plus(constant, times(factor, form.constant));
    if (atoms.length > 0) makeRoomFor(atoms[atoms.length - 1]!);
    for (let k = 0; k < atoms.length; k++) {
      const atom = atoms[k]!;
      const weight = weights[k]!;
      if (isTouched[atom] === 0) {
        isTouched[atom] = 1;
        touched.push(atom);
      }
      if (typeof factor !== "number" || typeof weight !== "number") isExact = false;
      else {
        const product = factor * weight;
        const total = totals[atom]! + product;
        totals[atom] = total;
        if (!Number.isSafeInteger(product) || !Number.isSafeInteger(total)) isExact = false;
      }
    }
  }
  sortAtoms(touched);
  const atoms: number[] = [];
  const weights: number[] = [];
  for (const atom of touched) {
    const total = totals[atom]!;
    if (total !== 0) {
      atoms.push(atom);
      weights.push(total);
    }
    totals[atom] = 0;
    isTouched[atom] = 0;
  }
  return isExact ? { atoms, weights, constant } : undefined;
}

/** Forms have ascending atoms: what is put together from a few is often in order already. */
function sortAtoms(atoms: number[]): void {
  for (let k = 1; k < atoms.length; k++) {
    if (atoms[k - 1]! > atoms[k]!) {
      const sorted = Int32Array.from(atoms).sort();
      for (let l = 0; l < atoms.length; l++) atoms[l] = sorted[l]!;
      return;
    }
  }
}

function makeRoomFor(atom: number): void {
  if (atom < totals.length) return;
  const [widerTotals, wider] = [new Float64Array(2 * atom + 2), new Uint8Array(2 * atom + 2)];
  widerTotals.set(totals);
  wider.set(isTouched);
  [totals, isTouched] = [widerTotals, wider];
}

let exactTotals: Weight[] = [];

function exactSum(parts: readonly Part[], start: Weight, least: number): Body {
  const touched: number[] = [];
  let constant = raised(start, -least);
  for (const { factor, form } of parts) {
    const scaled = raised(factor, form.exponent - least);
    constant = plus(constant, times(scaled, form.constant));
    for (let k = 0; k < form.atoms.length; k++) {
      const atom = form.atoms[k]!;
      const weight = form.weights[k]!;
      const product = weight === 1 ? scaled : times(scaled, weight);
      const known = exactTotals[atom];
      if (known === undefined) touched.push(atom);
      exactTotals[atom] = known === undefined ? product : plus(known, product);
    }
  }
  sortAtoms(touched);
  const totals = exactTotals;
  const atoms = touched.filter((atom) => totals[atom] !== 0);
  const body = { atoms, weights: atoms.map((atom) => totals[atom]!), constant };
  exactTotals = [];
  return body;
}

/** Halves all numbers while they are even and the exponent is below 0; raises one above 0. */
function reduced(form: Form): Form {
  if (form.exponent === 0) return form;
  const numbers = [form.constant, ...form.weights].map(BigInt);
  let exponent = form.exponent;
  let shift = 0n;
  if (exponent > 0) {
    shift = BigInt(exponent);
    exponent = 0;
    return shifted(
      form,
      numbers.map((each) => each << shift),
      exponent,
    );
  }
  const all = numbers.reduce((bits, each) => bits | each, 0n);
  if (all === 0n) return constantForm(0);
  while (exponent < 0 && ((all >> shift) & 1n) === 0n) {
    shift += 1n;
    exponent += 1;
  }
  return shifted(
    form,
    numbers.map((each) => each >> shift),
    exponent,
  );
}

function shifted(form: Form, numbers: readonly bigint[], exponent: number): Form {
  const [constant, ...weights] = numbers.map(weightOf);
  return { atoms: form.atoms, weights, constant: constant!, exponent };
}
