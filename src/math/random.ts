/**
 * A seeded stream of pseudo-random numbers: the same seed gives the same stream on every machine.
 *
 * Source: splitmix32, the 32-bit member of Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** An unsigned 32-bit integer. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let z = this.#state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  }

  /** 0 or 1, each with probability one half. */
  bit(): 0 | 1 {
    return this.next() >>> 31 === 1 ? 1 : 0;
  }

  /** An integer in 0..bound-1. */
  below(bound: number): number {
    return Math.floor((this.next() / 2 ** 32) * bound);
  }
}
