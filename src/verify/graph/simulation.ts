import type { Atom, Base } from "./atom.ts";
import { passes } from "./cut.ts";
import type { Form } from "./form.ts";
import type { Store } from "./store.ts";
import { plus, times, type Weight } from "./weight.ts";

/** Sums in doubles: where rounding may decide, being less than the doubt away, they are formed again exactly. */
interface Rounded {
  readonly sums: Float64Array;
  readonly doubt: number;
}

/**
 * Values of atoms on some inputs, in doubles: good enough to guess by, proofs are made elsewhere.
 */
export class Simulation {
  readonly #store: Store;
  readonly #samples: readonly Float64Array[];
  readonly #known: Float64Array[] = [];
  readonly #bases = new Map<Base, Rounded>();

  constructor(store: Store, samples: readonly Float64Array[]) {
    this.#store = store;
    this.#samples = samples;
  }

  valuesOf(atom: number): Float64Array {
    const known = this.#known[atom];
    if (known !== undefined) return known;
    const values = this.#compute(this.#store.atom(atom));
    this.#known[atom] = values;
    return values;
  }

  valuesOfForm({ atoms, weights, constant, exponent }: Form): Float64Array {
    const sums = this.#sum(atoms, weights, constant);
    return exponent === 0 ? sums : sums.map((value) => value * 2 ** exponent);
  }

  /** A text for the values of a bit; the first one is 0, by turning all if need be. */
  signature(values: Float64Array): { readonly text: string; readonly isTurned: boolean } {
    const turn = values[0]! > 0.5 ? 1 : 0;
    let text = "";
    for (let start = 0; start < values.length; start += 16) {
      let code = 0;
      for (let k = start; k < start + 16 && k < values.length; k++) {
        code = 2 * code + ((values[k]! > 0.5 ? 1 : 0) ^ turn);
      }
      text += String.fromCharCode(code);
    }
    return { text, isTurned: turn === 1 };
  }

  #sum(
    atoms: readonly number[],
    weights: Form["weights"],
    constant: Form["constant"],
  ): Float64Array {
    const sums = new Float64Array(this.#samples.length).fill(Number(constant));
    let last: Weight = 0;
    let weight = 0;
    for (let k = 0; k < atoms.length; k++) {
      if (weights[k] !== last) {
        last = weights[k]!;
        weight = Number(last);
      }
      addTimes(sums, this.valuesOf(atoms[k]!), weight);
    }
    return sums;
  }

  /** Values of a base: several thresholds look at one. */
  #ofBase(base: Base): Rounded {
    const known = this.#bases.get(base);
    if (known !== undefined) return known;
    const sums = this.#sum(base.atoms, base.weights, 0);
    const rounded = { sums, doubt: doubtOf(base) };
    this.#bases.set(base, rounded);
    return rounded;
  }

  /** The value of a base on one sample; rounded where values are no integers. */
  #exactly({ atoms, weights }: Base, sample: number): Weight {
    return atoms.reduce<Weight>((sum, atom, k) => {
      const value = this.valuesOf(atom)[sample]!;
      return plus(sum, Number.isSafeInteger(value) ? times(weights[k]!, value) : 0);
    }, 0);
  }

  #valuesOfCell(cell: number): Float64Array {
    const values = new Float64Array(this.#samples.length);
    for (let s = 0; s < values.length; s++) values[s] = this.#samples[s]![cell]!;
    return values;
  }

  #compute(atom: Atom): Float64Array {
    switch (atom.kind) {
      case "cell":
        return this.#valuesOfCell(atom.cell);
      case "threshold": {
        const { base, cut } = atom;
        const limit = Number(cut.over) / Number(cut.under);
        const { sums, doubt } = this.#ofBase(base);
        return sums.map((value, s) => {
          if (Math.abs(value - limit) <= doubt) return passes(this.#exactly(base, s), cut) ? 1 : 0;
          return (cut.isStrict ? value > limit : value >= limit) ? 1 : 0;
        });
      }
      case "remainder":
        return this.valuesOfForm(atom.of).map((value) => {
          const rest = value % atom.divisor;
          return rest < 0 ? rest + atom.divisor : rest;
        });
      case "quotient":
        return this.valuesOfForm(atom.of).map((value) => Math.floor(value / atom.divisor));
      case "product": {
        const right = this.valuesOfForm(atom.right);
        return this.valuesOfForm(atom.left).map((value, s) => value * right[s]!);
      }
      case "largest": {
        const all = atom.of.map((form) => this.valuesOfForm(form));
        return all[0]!.map((_, s) =>
          all.reduce((most, each) => Math.max(most, each[s]!), -Infinity),
        );
      }
    }
  }
}

function addTimes(sums: Float64Array, values: Float64Array, weight: number): void {
  for (let s = 0; s < sums.length; s++) sums[s]! += weight * values[s]!;
}

/** Below 0 where sums are exact in doubles, or where they cannot be formed exactly. */
function doubtOf({ isInteger, areBits, low, high, weights }: Base): number {
  // Sums of some of the bits are between these.
  const isSafe = areBits && typeof low === "number" && typeof high === "number";
  if (!isInteger || (isSafe && weights.every(Number.isSafeInteger))) return -1;
  let size = 1;
  let last: Weight = 0;
  let step = 0;
  for (const weight of weights) {
    if (weight !== last) {
      last = weight;
      step = Math.abs(Number(weight));
    }
    size += step;
  }
  return size * 1e-12;
}
