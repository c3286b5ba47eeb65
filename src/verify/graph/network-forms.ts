import type { Layer, Network } from "../../enn/network.ts";
import { type Dyadic, dyadic } from "../../math/dyadic.ts";
import { sizeOf } from "../../math/shape.ts";
import { Obstacle } from "../obstacle.ts";
import { constantForm, type Form, isConstant, isSameForm, type Part, sumOf } from "./form.ts";
import { placeOfLogits } from "./race.ts";
import type { Store } from "./store.ts";
import { positive, sides } from "./threshold.ts";
import { absolute, negative, plus, times, type Weight, weightOf } from "./weight.ts";

/** What becomes of the units of a network while it is read. */
export interface Merger {
  /** The same bit, in the program's words where these are known. */
  settle(bit: Form): Form;
  /** Is a form all in the program's words? */
  isSettled(form: Form): boolean;
  /** Are all units read with noise taken for 0, not only those that are settled by that alone? */
  readonly snapsAll: boolean;
}

/** A unit whose sums are taken for 0 where they are noise. */
export interface Snap {
  readonly layer: number;
  readonly row: number;
}

/** The outputs of a network as forms; of softmax the logits. */
export interface NetworkForms {
  readonly outputs: readonly Form[];
  readonly isSoftmax: boolean;
  readonly snaps: readonly Snap[];
}

/** Reads a network layer by layer. Throws Obstacle. Cost: the number of nonzero weights. */
export function networkForms(network: Network, store: Store, merger: Merger): NetworkForms {
  const domains = network.inputs.flatMap(({ shape, domain }) =>
    Array.from({ length: sizeOf(shape) }, () => domain),
  );
  const reading: Reading = { store, merger, snaps: [] };
  let values = domains.map((domain, index) => store.cell(index, domain));
  network.layers.slice(0, -1).forEach((layer, l) => {
    values = layerForms(layer, values, { ...reading, layer: l });
  });
  const last = { ...reading, layer: network.layers.length - 1 };
  const outputs = outputForms(network, values, last);
  const isSoftmax = network.layers.at(-1)!.activation === "softmax";
  return { outputs, isSoftmax, snaps: reading.snaps };
}

interface Reading {
  readonly store: Store;
  readonly merger: Merger;
  readonly snaps: Snap[];
}

interface AtLayer extends Reading {
  readonly layer: number;
}

function outputForms(network: Network, values: readonly Form[], at: AtLayer): Form[] {
  const { output, layers } = network;
  const last = layers.at(-1)!;
  const isAboveZero = output.labels.kind === "above-zero";
  switch (last.activation) {
    case "sign":
    case "step":
    case "identity":
      // Above zero is where the sum is: its sign, its step and the sum itself are positive together.
      return layerForms(isAboveZero ? { ...last, activation: "step" } : last, values, at);
    case "argmax": {
      const logits = layerForms({ ...last, activation: "identity" }, values, at);
      const settle = (bit: Form): Form => at.merger.settle(bit);
      const places = groupsOf(logits, sizeOf(output.shape)).map((group) =>
        placeOfLogits(at.store, group, settle),
      );
      return isAboveZero ? places.map((place) => positive(at.store, place, true)) : places;
    }
    case "softmax":
      if (isAboveZero) throw new Obstacle("probabilities are compared with zero");
      return layerForms({ ...last, activation: "identity" }, values, at);
  }
}

export function groupsOf<Item>(items: readonly Item[], nGroups: number): (readonly Item[])[] {
  const length = items.length / nGroups;
  return Array.from({ length: nGroups }, (_, group) =>
    items.slice(group * length, (group + 1) * length),
  );
}

function layerForms(layer: Layer, from: readonly Form[], at: AtLayer): Form[] {
  const before = { from: from.map((form): Part => ({ factor: 1, form })), scale: new Scale() };
  return Array.from(layer.biases, (_, row) =>
    activated(layer.activation, rowSum(layer, row, before), { ...at, row }),
  );
}

/** The weighted sum of a unit, times 2^-exponent. */
interface Sum {
  readonly form: Form;
  readonly exponent: number;
  /** Of all |weights|. */
  readonly size: Weight;
}

interface Before {
  /** What a unit reads, each once. */
  readonly from: readonly Part[];
  readonly scale: Scale;
}

/** What counts alike is added first: there are few different weights. */
function rowSum({ weights, biases }: Layer, row: number, { from, scale }: Before): Sum {
  const alike = partsByWeight(weights, row, from);
  const exponent = scale.exponentOf([biases[row]!, ...alike.keys()]);
  const parts: Part[] = [];
  let size: Weight = 0;
  for (const [value, group] of alike) {
    const factor = scale.integer(value, exponent);
    size = plus(size, times(group.length, absolute(factor)));
    parts.push({ factor, form: sumOf(group, 0) });
  }
  return { form: sumOf(parts, scale.integer(biases[row]!, exponent)), exponent, size };
}

function partsByWeight(
  { starts, columns, values }: Layer["weights"],
  row: number,
  from: readonly Part[],
): Map<number, Part[]> {
  const alike = new Map<number, Part[]>();
  const end = starts[row + 1]!;
  let group: Part[] = [];
  let last = Number.NaN;
  for (let k = starts[row]!; k < end; k++) {
    const value = values[k]!;
    if (value !== last) {
      group = alike.get(value) ?? [];
      alike.set(value, group);
      last = value;
    }
    group.push(from[columns[k]!]!);
  }
  return alike;
}

/** Doubles as integers times a power of two; each double is taken apart once. */
class Scale {
  readonly #known = new Map<number, Dyadic>();
  readonly #integers = new Map<number, Map<number, Weight>>();

  /** Not above 0. */
  exponentOf(values: readonly number[]): number {
    return values.reduce((least, value) => Math.min(least, this.#exponent(value)), 0);
  }

  integer(value: number, exponent: number): Weight {
    if (exponent === 0 && Number.isSafeInteger(value)) return value + 0;
    const known = this.#integers.get(exponent) ?? new Map<number, Weight>();
    this.#integers.set(exponent, known);
    let weight = known.get(value);
    if (weight === undefined) {
      const number = this.#dyadic(value);
      weight = weightOf(number.mantissa << BigInt(number.exponent - exponent));
      known.set(value, weight);
    }
    return weight;
  }

  #exponent(value: number): number {
    return Number.isInteger(value) ? 0 : this.#dyadic(value).exponent;
  }

  #dyadic(value: number): Dyadic {
    const known = this.#known.get(value) ?? dyadic(value);
    this.#known.set(value, known);
    return known;
  }
}

interface AtUnit extends AtLayer {
  readonly row: number;
}

function activated(kind: Layer["activation"], sum: Sum, at: AtUnit): Form {
  switch (kind) {
    case "sign":
    case "step":
      return thresholdUnit(kind, sum, at);
    case "identity":
      return sumOf([{ factor: 1, form: sum.form }], 0, sum.exponent);
    case "argmax":
    case "softmax":
      throw new Obstacle(`${kind} stands before the last layer`);
  }
}

/** Exact where the program says the same, else with noise taken for 0 where it says that. */
function thresholdUnit(kind: "sign" | "step", sum: Sum, at: AtUnit): Form {
  const { store, merger, snaps } = at;
  const read = (form: readonly [Form, Form]): Form => {
    if (kind === "step") return merger.settle(form[0]);
    const [above, reached] = [merger.settle(form[0]), merger.settle(form[1])];
    return sumOf(
      [above, reached].map((each) => ({ factor: 1, form: each })),
      -1,
    );
  };
  const exact = read(sides(store, sum.form));
  if (isConstant(sum.form) || (merger.isSettled(exact) && !merger.snapsAll)) return exact;
  const noisy = snappedSides(store, sum);
  if (noisy === undefined) return exact;
  const snapped = read(noisy);
  const isWanted = merger.snapsAll || merger.isSettled(snapped);
  if (!isWanted || isSameForm(exact, snapped)) return exact;
  snaps.push({ layer: at.layer, row: at.row });
  return snapped;
}

/** A sum is noise below this part of the sum of |weights|: 1 / noises. */
const noises = 1e9;

/** Above 0, and not below 0, where noise is 0; undefined if that is the same as without. */
function snappedSides(store: Store, { form, size }: Sum): readonly [Form, Form] | undefined {
  const isExactAnyway = store.extentOf(form).isInteger && size <= noises;
  if (isExactAnyway) return undefined;
  const scaled = (shift: Weight): Form =>
    sumOf(
      [
        { factor: noises, form },
        { factor: 1, form: constantForm(shift) },
      ],
      0,
    );
  return [positive(store, scaled(negative(size)), false), positive(store, scaled(size), true)];
}

/** Is the exact sum of a unit noise, but not 0? */
export function isNoise(sum: Weight, size: Weight): boolean {
  return sum !== 0 && times(absolute(sum), noises) < size;
}
