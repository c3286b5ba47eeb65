import type { Pool } from "./pool.ts";

/**
 * Pairs of cases with different labels, and which sources tell each pair apart.
 *
 * A window that no data contradict tells every such pair apart. Some hundred pairs rule out nearly all
 * other windows; what is left is checked against all cases, and a pair that it misses is added here.
 */
export class Discordance {
  /** (nSources, WORDS): bit p of a source's words is set where it tells pair p apart. */
  readonly #words: Int32Array;
  readonly #pool: Pool;
  readonly #nSources: number;
  #nPairs = 0;

  /** Starts with pairs spread evenly over the cases of both labels. Cost: pairs times sources. */
  constructor(pool: Pool, nSources: number) {
    this.#pool = pool;
    this.#nSources = nSources;
    this.#words = new Int32Array(nSources * WORDS);
    for (const pair of spreadPairs(pool.labels, MOST_PAIRS / 2)) this.add(pair);
  }

  get nPairs(): number {
    return this.#nPairs;
  }

  /** Adds a pair, as long as there is room: a pair less makes a search longer and never wrong. */
  add([a, b]: readonly [number, number]): void {
    if (this.#nPairs === MOST_PAIRS) return;
    const word = this.#nPairs >> 5;
    const mask = 1 << (this.#nPairs & 31);
    for (let source = 0; source < this.#nSources; source++) {
      if (this.#pool.read(source, a) !== this.#pool.read(source, b)) {
        this.#words[source * WORDS + word]! |= mask;
      }
    }
    this.#nPairs += 1;
  }

  /** Does the source tell the pair apart? */
  tellsApart(source: number, pair: number): boolean {
    return ((this.#words[source * WORDS + (pair >> 5)]! >>> (pair & 31)) & 1) === 1;
  }

  /** The first pair that none of the sources tells apart; -1 where there is none. */
  openPair(window: readonly number[]): number {
    for (let word = 0; 32 * word < this.#nPairs; word++) {
      let told = 0;
      for (const source of window) told |= this.#words[source * WORDS + word]!;
      const open = ~told;
      if (open === 0) continue;
      const pair = 32 * word + 31 - Math.clz32(open & -open);
      if (pair < this.#nPairs) return pair;
    }
    return -1;
  }
}

const MOST_PAIRS = 1024;
const WORDS = MOST_PAIRS / 32;

function spreadPairs(labels: Uint8Array, most: number): [number, number][] {
  const ones: number[] = [];
  const zeros: number[] = [];
  labels.forEach((label, index) => {
    (label === 1 ? ones : zeros).push(index);
  });
  const count = Math.min(most, ones.length * zeros.length);
  return Array.from({ length: count }, (_, k) => [
    ones[Math.floor((k * ones.length) / count)]!,
    // A large prime step, so that the two walks do not run side by side.
    zeros[(k * 7919) % zeros.length]!,
  ]);
}
