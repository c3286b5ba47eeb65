import { type Bits, bitsOfLength, countBits, hasBit, setBit } from "../../math/bits.ts";
import { Random } from "../../math/random.ts";
import type { Pool } from "../case-pool.ts";
import type { Literal } from "./literals.ts";

/** Cases of two kinds, and what may be said about them. */
export interface Question {
  readonly nOwn: number;
  readonly nOther: number;
  readonly literals: readonly Sides[];
  /** Description length of each kind of literal. */
  readonly kindBits: readonly number[];
  /** A random number for each literal, below 2^40: their sums tell sets of literals apart. */
  readonly keys: Float64Array;
}

/** A literal, by the two kinds of cases. */
export interface Sides {
  readonly bits: number;
  /** Which of `kindBits` is that of its kind. */
  readonly kind: number;
  /** Whether it is about a single cell. */
  readonly isCell: boolean;
  /** Own cases (of the label to be described) for which it holds. */
  readonly own: Bits;
  /** Other cases for which it holds. */
  readonly other: Bits;
}

/** What is to be described: some of the cases, against others. */
function questionOf(
  literals: readonly Literal[],
  own: readonly number[],
  other: readonly number[],
): Question {
  const kinds = new Map<string, number>();
  const kindBits: number[] = [];
  const numbered = (kind: string, bits: number): number => {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    // What does not fit into a word shares its last bit: its kinds are counted as one.
    const number = Math.min(kinds.size, MOST_KINDS - 1);
    kinds.set(kind, number);
    kindBits[number] = bits;
    return number;
  };
  const sides = literals.map(({ bits, holds, kind, kindBits: more, isCell }) => ({
    bits,
    kind: numbered(kind, more),
    isCell,
    own: chosen(holds, own),
    other: chosen(holds, other),
  }));
  const random = new Random(0);
  const keys = Float64Array.from(
    sides,
    () => random.below(2 ** 20) * 2 ** 20 + random.below(2 ** 20),
  );
  return { nOwn: own.length, nOther: other.length, literals: sides, kindBits, keys };
}

/** What is to be described of one label, against all others. */
export function questionAbout(
  label: number,
  { labels }: Pick<Pool, "labels">,
  { literals, cases }: { readonly literals: readonly Literal[]; readonly cases: readonly number[] },
): Question {
  const own = cases.filter((k) => labels[k] === label);
  const other = cases.filter((k) => labels[k] !== label);
  return questionOf(literals, own, other);
}

const MOST_KINDS = 31;

/**
 * Description length of kinds, given as bits of a word: to say which they are, and for each of so many
 * literals to say which of them it is.
 */
export function bitsOfKinds({ kindBits }: Question, kinds: number, nLiterals: number): number {
  let bits = 0;
  let count = 0;
  for (let rest = kinds; rest !== 0; rest &= rest - 1) {
    bits += kindBits[31 - Math.clz32(rest & -rest)]!;
    count += 1;
  }
  return count === 0 ? 0 : bits + nLiterals * Math.log2(count);
}

function chosen(bits: Bits, members: readonly number[]): Bits {
  const result = bitsOfLength(members.length);
  for (let k = 0; k < members.length; k++) if (hasBit(bits, members[k]!)) setBit(result, k);
  return result;
}

/** Whether a literal says nothing about the question: it holds for all cases or for none. */
export function isEmpty({ own, other }: Sides, { nOwn, nOther }: Question): boolean {
  const count = countBits(own) + countBits(other);
  return count === 0 || count === nOwn + nOther;
}
