import { expect, it } from "vitest";
import { describe } from "../../src/learn/search/description.ts";
import type { Question } from "../../src/learn/search/question.ts";
import type { Term } from "../../src/learn/search/terms.ts";
import { bitsOfLength } from "../../src/math/bits.ts";

const question: Question = {
  nOwn: 4,
  nOther: 4,
  literals: [],
  kindBits: [],
  keys: new Float64Array(0),
};

const term = (bits: number): Term => ({
  literals: [],
  key: 0,
  kinds: 0,
  bits,
  own: bitsOfLength(4, true),
  other: bitsOfLength(4),
  nOwn: 4,
  nOther: 0,
});

/** Description length of so many terms that all take so many bits. */
const bitsOf = (count: number, each: number): number => {
  const terms = Array.from({ length: count }, () => term(each));
  return describe(terms, { question, mistakeCosts: new Float64Array(9) }).bits;
};

it.each([0, 0.5, 2.9, 4, 20])("every further term of %d bits takes one at least", (each) => {
  for (let count = 1; count < 50; count++) {
    expect(bitsOf(count + 1, each)).toBeGreaterThanOrEqual(bitsOf(count, each) + 1);
  }
});
