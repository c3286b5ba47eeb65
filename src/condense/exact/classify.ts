import type { Layer } from "../../enn/network.ts";
import type { WeightClass } from "./lattice.ts";
import { powerBelow } from "./power-below.ts";
import type { Values } from "./values.ts";

/** The units of a layer before, or the inputs: what each can give, as an index of `kinds`. */
export interface Children {
  readonly kinds: readonly Values[];
  /** (nChildren). */
  readonly kindOf: Int32Array;
}

/** A unit's weights by class. */
export interface Classified {
  /** By weight and kind. */
  readonly classes: readonly WeightClass[];
  /** (nWeights): the class of each. */
  readonly classOf: Int32Array;
  /** The same for two units that differ by order and by a power of two only. */
  readonly key: string;
}

export function childrenOf(values: readonly Values[]): Children {
  const places = new Map<string, number>();
  const kinds: Values[] = [];
  const kindOf = Int32Array.from(values, (each) => {
    const text = each.kind === "reals" ? "reals" : `${each.low},${each.high},${each.step}`;
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, kinds.length);
    return kinds.push(each) - 1;
  });
  return { kinds, kindOf };
}

interface Counted {
  readonly weight: number;
  readonly kind: number;
  count: number;
}

/** Cost: the unit's weights, and sorting its classes. */
export function classify(
  { weights: { starts, columns, values }, biases }: Layer,
  row: number,
  { kinds, kindOf }: Children,
): Classified {
  const [from, to] = [starts[row]!, starts[row + 1]!];
  const found: Counted[] = [];
  const places = new Map<number, number[]>();
  const placeOf = new Int32Array(to - from);
  let last: Counted | undefined;
  let place = 0;
  for (let k = from; k < to; k++) {
    const kind = kindOf[columns[k]!]!;
    const weight = values[k]!;
    // Neighbours are often alike.
    if (last === undefined || last.weight !== weight || last.kind !== kind) {
      place = placeFor(found, places, { weight, kind, count: 0 });
      last = found[place]!;
    }
    last.count += 1;
    placeOf[k - from] = place;
  }
  const order = [...found.keys()].sort(
    (a, b) => found[a]!.weight - found[b]!.weight || found[a]!.kind - found[b]!.kind,
  );
  const rank = new Int32Array(found.length);
  for (let r = 0; r < order.length; r++) rank[order[r]!] = r;
  for (let k = 0; k < placeOf.length; k++) placeOf[k] = rank[placeOf[k]!]!;
  const sorted = order.map((place) => found[place]!);
  return {
    classes: sorted.map(({ weight, kind, count }) => ({ weight, values: kinds[kind]!, count })),
    classOf: placeOf,
    key: keyOf(sorted, biases[row]!),
  };
}

/** The place of a class, which is a new one if its like is not known. */
function placeFor(found: Counted[], places: Map<number, number[]>, wanted: Counted): number {
  const ofKinds = places.get(wanted.weight) ?? [];
  const known = ofKinds[wanted.kind];
  if (known !== undefined) return known;
  ofKinds[wanted.kind] = found.push(wanted) - 1;
  places.set(wanted.weight, ofKinds);
  return found.length - 1;
}

function keyOf(classes: readonly Counted[], bias: number): string {
  const numbers = [bias, ...classes.map(({ weight }) => weight)];
  const unit = powerBelow(Math.max(...numbers.map(Math.abs)));
  // Small numbers may lose bits where they are divided.
  const isExact = numbers.every((value) => (value / unit) * unit === value);
  const divisor = isExact ? unit : 1;
  const texts = classes.map(({ weight, kind, count }) => `${weight / divisor}*${kind}*${count}`);
  return `${bias / divisor} ${texts.join()}`;
}
