import type { Activation, Layer } from "../../enn/network.ts";
import { type Entry, sparseMatrix } from "../../enn/sparse-matrix.ts";

/** A value in the graph: an input (level 0), or a unit of a layer (its level). */
export interface Reference {
  readonly level: number;
  readonly index: number;
}

/** One addend of a weighted sum. */
export interface Addend {
  readonly from: Reference;
  readonly weight: number;
}

/** A unit that is 1 where the sum of its addends is above the threshold, else 0. */
export interface StepUnit {
  readonly addends: readonly Addend[];
  readonly threshold: number;
}

/**
 * Layers of step units that grow unit by unit; what is said twice is one unit.
 *
 * A unit stands in the layer after the last one that it reads; what it reads from layers before is
 * handed on by units of one input.
 */
export class StepGraph {
  readonly #nInputs: number;
  /** By level from 1: the entries and bias of each unit. */
  readonly #layers: { readonly entries: readonly Entry[]; readonly bias: number }[][] = [];
  readonly #known = new Map<string, Reference>();

  constructor(nInputs: number) {
    this.#nInputs = nInputs;
  }

  /** The unit at its lowest level, or at the given one. */
  unit({ addends, threshold }: StepUnit, atLeast = 1): Reference {
    const lowest = addends.reduce((most, { from }) => Math.max(most, from.level + 1), 1);
    const level = Math.max(lowest, atLeast);
    const raised = addends.map(({ from, weight }) => ({
      from: this.raised(from, level - 1),
      weight,
    }));
    return this.#add(level, scaled(raised, threshold));
  }

  /** The same value at a level above. */
  raised(from: Reference, level: number): Reference {
    if (from.level === level) return from;
    if (from.level === 0) throw new Error("an input is read by units of the first layer only");
    const below = this.raised(from, level - 1);
    return this.#add(level, scaled([{ from: below, weight: 1 }], 0.5));
  }

  /** The layers so far, and one more on top of the last that has these sums and this activation. */
  layersWith(outputs: readonly OutputUnit[], activation: Activation): Layer[] {
    const top = this.#layers.length;
    const last = outputs.map(({ addends, bias }) => ({
      entries: addends.map(({ from, weight }) => ({
        column: this.raised(from, top).index,
        value: weight,
      })),
      bias,
    }));
    const hidden = this.#layers.map((units, k) => layer(units, this.#width(k), "step"));
    return [...hidden, layer(last, this.#width(top), activation)];
  }

  #add(level: number, { entries, bias }: Scaled): Reference {
    const key = JSON.stringify([level, entries, bias]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    while (this.#layers.length < level) this.#layers.push([]);
    const units = this.#layers[level - 1]!;
    const reference = { level, index: units.length };
    units.push({ entries, bias });
    this.#known.set(key, reference);
    return reference;
  }

  #width(level: number): number {
    return level === 0 ? this.#nInputs : this.#layers[level - 1]!.length;
  }
}

/** A unit of the last layer, before its activation. */
export interface OutputUnit {
  readonly addends: readonly Addend[];
  readonly bias: number;
}

interface Scaled {
  readonly entries: readonly Entry[];
  readonly bias: number;
}

/** Thresholds half way between integers are doubled, so that weights and bias are integers. */
function scaled(addends: readonly Addend[], threshold: number): Scaled {
  const areIntegers = addends.every(({ weight }) => Number.isInteger(weight));
  const factor = areIntegers && Number.isInteger(2 * threshold) ? 2 : 1;
  const sums = new Map<number, number>();
  for (const { from, weight } of addends) {
    sums.set(from.index, (sums.get(from.index) ?? 0) + factor * weight);
  }
  const entries = [...sums]
    .filter(([, value]) => value !== 0)
    .sort(([a], [b]) => a - b)
    .map(([column, value]) => ({ column, value }));
  // `0 -` turns no threshold into 0 and not into -0.
  return { entries, bias: 0 - factor * threshold };
}

function layer(units: readonly Scaled[], nInputs: number, activation: Activation): Layer {
  return {
    weights: sparseMatrix(
      units.map(({ entries }) => entries),
      nInputs,
    ),
    biases: Float64Array.from(units, ({ bias }) => bias),
    activation,
  };
}
