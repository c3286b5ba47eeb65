import * as exacts from "../../math/exact.ts";
import { commonDivisor } from "../../math/integers.ts";
import type { Sum, Term } from "../wiring.ts";

export function areAscending(terms: readonly Term[]): boolean {
  for (let k = 1; k < terms.length; k++) if (terms[k - 1]!.node >= terms[k]!.node) return false;
  return true;
}

export function difference(left: Sum, right: Sum): Sum {
  const minus = right.terms.map(({ node, weight }) => ({ node, weight: -weight }));
  return { terms: [...left.terms, ...minus], bias: exacts.subtract(left.bias, right.bias) };
}

/** Equal for equal terms, and hardly ever for others. */
export function hashOf(terms: readonly Term[]): number {
  let hash = 0;
  for (const { node, weight } of terms) {
    // Of a fraction, the part before the point is enough.
    hash = Math.imul(hash ^ node, 0x01000193);
    hash = Math.imul(hash ^ weight, 0x01000193);
  }
  return hash;
}

export function isSameSum(a: Sum, b: Sum): boolean {
  if (a.terms.length !== b.terms.length || exacts.compare(a.bias, b.bias) !== 0) return false;
  return a.terms.every(({ node, weight }, k) => {
    const other = b.terms[k]!;
    return node === other.node && weight === other.weight;
  });
}

/** The same number: an engine holds small integers in place of doubles, if it is told that they are. */
export function compact(value: number): number {
  const integer = value | 0;
  return integer === value ? integer : value;
}

function divisorOf(terms: readonly Term[]): number {
  let divisor = 0;
  for (const { weight } of terms) {
    // Nothing but 1 divides 1.
    if (divisor === 1) return 1;
    divisor = commonDivisor(divisor, weight);
  }
  return divisor;
}

function over(terms: readonly Term[], divisor: number): readonly Term[] {
  if (divisor === 1) return terms;
  return terms.map(({ node, weight }) => ({ node, weight: compact(weight / divisor) }));
}

/** The same threshold with coprime weights: sum + bias > 0 where sum >= t -> bias = 1 - t. */
export function tightened({ terms, bias }: Sum): Sum {
  const divisor = divisorOf(terms);
  const least = Math.floor(-(bias as number) / divisor) + 1;
  return { terms: over(terms, divisor), bias: 1 - least };
}

/** not (sum >= t) is -sum >= 1 - t. */
export function opposite({ terms, bias }: Sum): Sum {
  return { terms: negative({ terms, bias }).terms, bias: 1 - (bias as number) };
}

export function negative({ terms, bias }: Sum): Sum {
  return {
    terms: terms.map(({ node, weight }) => ({ node, weight: -weight })),
    bias: exacts.multiply(-1, bias),
  };
}

export function divided({ terms, bias }: Sum): Sum {
  const divisor = commonDivisor(divisorOf(terms), bias as number) || 1;
  return { terms: over(terms, divisor), bias: (bias as number) / divisor };
}

export function neverTies({ terms, bias }: Sum): boolean {
  return (bias as number) % divisorOf(terms) !== 0;
}

/**
 * Of a condition and its complement the one with more positive weights, else the stricter one: it must
 * not depend on where the inputs lie, so that alike units stay alike.
 */
export function isPreferred({ terms, bias }: Sum): boolean {
  const order = compareWithNegative(terms);
  return order === 0 ? (bias as number) <= 0 : order > 0;
}

/** Above 0 where the weights, largest first, come before their negatives. */
export function compareWithNegative(terms: readonly Term[]): number {
  for (let bound = Infinity; ; ) {
    let [largest, order] = [0, 0];
    for (const { weight } of terms) {
      const size = Math.abs(weight);
      if (size < largest || size >= bound) continue;
      if (size > largest) [largest, order] = [size, 0];
      order += Math.sign(weight);
    }
    if (order !== 0 || largest === 0) return order;
    // As many are positive as are negative: smaller ones decide.
    bound = largest;
  }
}
