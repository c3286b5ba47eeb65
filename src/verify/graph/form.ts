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
  const only = parts[0];
  if (parts.length === 1 && only!.factor === 1 && constant === 0 && exponent === 0) {
    return only!.form;
  }
  const least = leastExponent(parts);
  if (least === 0) {
    const sum = safeSum(parts, constant);
    if (sum !== undefined) return exponent === 0 ? sum : reduced({ ...sum, exponent });
  }
  return reduced({ ...exactSum(parts, constant, least), exponent: exponent + least });
}

function leastExponent(parts: readonly Part[]): number {
  let least = 0;
  for (const { form } of parts) if (form.exponent < least) least = form.exponent;
  return least;
}

/** In doubles, which is exact while all numbers are safe integers; else undefined. */
function safeSum(parts: readonly Part[], start: Weight): Form | undefined {
  let constant = start;
  for (const { factor, form } of parts) {
    if (typeof factor !== "number") return undefined;
    constant = plus(constant, times(factor, form.constant));
  }
  const terms = parts.length === 2 ? mergedTerms(parts[0]!, parts[1]!) : addedTerms(parts);
  return terms === undefined ? undefined : { ...terms, constant, exponent: 0 };
}

type Terms = Pick<Form, "atoms" | "weights">;

/** Of two forms, each in order; undefined where doubles are not exact. */
function mergedTerms(left: Part, right: Part): Terms | undefined {
  const { atoms: leftAtoms, weights: leftWeights } = left.form;
  const { atoms: rightAtoms, weights: rightWeights } = right.form;
  const atoms: number[] = [];
  const weights: number[] = [];
  let k = 0;
  let l = 0;
  while (k < leftAtoms.length || l < rightAtoms.length) {
    const a = k < leftAtoms.length ? leftAtoms[k]! : Number.POSITIVE_INFINITY;
    const b = l < rightAtoms.length ? rightAtoms[l]! : Number.POSITIVE_INFINITY;
    let sum = 0;
    if (a <= b) {
      sum = safeProduct(left.factor, leftWeights[k]!);
      k += 1;
    }
    if (b <= a) {
      sum += safeProduct(right.factor, rightWeights[l]!);
      l += 1;
    }
    if (!Number.isSafeInteger(sum)) return undefined;
    if (sum !== 0) {
      atoms.push(a <= b ? a : b);
      weights.push(sum);
    }
  }
  return { atoms, weights };
}

/** Not-a-number where it is not exact. */
function safeProduct(factor: Weight, weight: Weight): number {
  if (typeof factor !== "number" || typeof weight !== "number") return Number.NaN;
  const product = factor * weight;
  return Number.isSafeInteger(product) ? product : Number.NaN;
}

let totals = new Float64Array(1024);
let isTouched = new Uint8Array(1024);

/** Of any number of forms; undefined where doubles are not exact. */
function addedTerms(parts: readonly Part[]): Terms | undefined {
  const touched: number[] = [];
  let isExact = true;
  for (const { factor, form } of parts) {
    const { atoms, weights } = form;
    if (atoms.length > 0) makeRoomFor(atoms[atoms.length - 1]!);
    for (let k = 0; k < atoms.length; k++) {
      const atom = atoms[k]!;
      if (isTouched[atom] === 0) {
        isTouched[atom] = 1;
        touched.push(atom);
      }
      const total = totals[atom]! + safeProduct(factor, weights[k]!);
      totals[atom] = total;
      isExact &&= Number.isSafeInteger(total);
    }
  }
  const terms = termsOf(inOrder(touched));
  return isExact ? terms : undefined;
}

/** Those that are not 0; all totals are 0 again. */
function termsOf(touched: readonly number[]): Terms {
  const atoms: number[] = [];
  const weights: number[] = [];
  for (const atom of touched) {
    const total = totals[atom]!;
    totals[atom] = 0;
    isTouched[atom] = 0;
    if (total === 0) continue;
    atoms.push(atom);
    weights.push(total);
  }
  return { atoms, weights };
}

/** Forms have ascending atoms: what is put together from a few is often in order already. */
function inOrder(atoms: readonly number[]): readonly number[] {
  for (let k = 1; k < atoms.length; k++) {
    if (atoms[k - 1]! > atoms[k]!) return Array.from(Int32Array.from(atoms).sort());
  }
  return atoms;
}

function makeRoomFor(atom: number): void {
  if (atom < totals.length) return;
  const widerTotals = new Float64Array(2 * atom + 2);
  const wider = new Uint8Array(2 * atom + 2);
  widerTotals.set(totals);
  wider.set(isTouched);
  totals = widerTotals;
  isTouched = wider;
}

type Body = Omit<Form, "exponent">;

function exactSum(parts: readonly Part[], start: Weight, least: number): Body {
  let constant = raised(start, -least);
  const scaled = parts.map(({ factor, form }) => {
    const by = raised(factor, form.exponent - least);
    constant = plus(constant, times(by, form.constant));
    return scaledTerms(form, by);
  });
  return { ...mergedExactly(scaled), constant };
}

function scaledTerms({ atoms, weights }: Form, by: Weight): Terms {
  return { atoms, weights: weights.map((weight) => (weight === 1 ? by : times(by, weight))) };
}

/** Half of the terms with the other half, these being merged likewise. */
function mergedExactly(all: readonly Terms[]): Terms {
  if (all.length <= 1) return all[0] ?? { atoms: [], weights: [] };
  const middle = all.length >> 1;
  const [left, right] = [mergedExactly(all.slice(0, middle)), mergedExactly(all.slice(middle))];
  const atoms: number[] = [];
  const weights: Weight[] = [];
  let k = 0;
  let l = 0;
  while (k < left.atoms.length || l < right.atoms.length) {
    const a = k < left.atoms.length ? left.atoms[k]! : Number.POSITIVE_INFINITY;
    const b = l < right.atoms.length ? right.atoms[l]! : Number.POSITIVE_INFINITY;
    let sum: Weight = 0;
    if (a <= b) {
      sum = left.weights[k]!;
      k += 1;
    }
    if (b <= a) {
      sum = a === b ? plus(sum, right.weights[l]!) : right.weights[l]!;
      l += 1;
    }
    if (sum === 0) continue;
    atoms.push(a <= b ? a : b);
    weights.push(sum);
  }
  return { atoms, weights };
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
