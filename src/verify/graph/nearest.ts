import type { Atom } from "./atom.ts";
import { operandsOf } from "./prove-zero.ts";
import type { Store } from "./store.ts";

/** Finds atoms that read much the same cells: guesses by marks of 64 bits, in which cells may collide. */
export class Nearest {
  readonly #store: Store;
  readonly #marks = new Map<number, readonly [number, number]>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Up to so many of the candidates, those first that share most of their cells with the atom. */
  to(atom: number, candidates: readonly number[], most: number): readonly number[] {
    if (candidates.length <= most) return candidates;
    const own = this.#markOf(atom);
    const scored = candidates.map((id) => ({ id, score: overlap(own, this.#markOf(id)) }));
    scored.sort((a, b) => b.score - a.score || a.id - b.id);
    return scored.slice(0, most).map(({ id }) => id);
  }

  #markOf(id: number): readonly [number, number] {
    const known = this.#marks.get(id);
    if (known !== undefined) return known;
    const mark = this.#compute(this.#store.atom(id));
    this.#marks.set(id, mark);
    return mark;
  }

  #compute(atom: Atom): readonly [number, number] {
    if (atom.kind === "cell") {
      const place = Math.imul(atom.cell + 1, 0x9e3779b1) >>> 26;
      return place < 32 ? [1 << place, 0] : [0, 1 << (place - 32)];
    }
    let [low, high] = [0, 0];
    for (const operand of operandsOf(atom)) {
      const mark = this.#markOf(operand);
      low |= mark[0];
      high |= mark[1];
    }
    return [low, high];
  }
}

type Mark = readonly [number, number];

/** Shared bits per bits of either. */
function overlap(a: Mark, b: Mark): number {
  return (ones(a[0] & b[0]) + ones(a[1] & b[1])) / (1 + ones(a[0] | b[0]) + ones(a[1] | b[1]));
}

function ones(bits: number): number {
  let [rest, count] = [bits, 0];
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
