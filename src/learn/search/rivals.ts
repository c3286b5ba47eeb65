import type { Description } from "./description.ts";

/** A description that takes so many bits more is 1 % as probable. */
export const MOST_BITS_BEHIND = Math.log2(100);

/** Descriptions that are kept at a time, and that are given. */
const MOST_KEPT = 400;
const MOST_RIVALS = 40;

/** Descriptions seen on the way to the shortest, each once. */
export class Rivals {
  #byKey = new Map<number, Description>();

  add({ terms, nMistakes, saidBits, bits }: Description): void {
    const key = terms.reduce((sum, term) => sum + term.key, 0);
    this.#byKey.set(key, { terms, nMistakes, saidBits, bits });
    if (this.#byKey.size <= MOST_KEPT) return;
    const best = [...this.#byKey].sort(([, a], [, b]) => a.bits - b.bits);
    this.#byKey = new Map(best.slice(0, MOST_KEPT / 2));
  }

  /** Those nearly as short as the best, without it. */
  of(best: Description): Description[] {
    const own = best.terms.reduce((sum, term) => sum + term.key, 0);
    return [...this.#byKey]
      .filter(([key, { bits }]) => key !== own && bits <= best.bits + MOST_BITS_BEHIND)
      .map(([, description]) => description)
      .sort((a, b) => a.bits - b.bits)
      .slice(0, MOST_RIVALS);
  }
}
