import type { Entry } from "../../src/enn/sparse-matrix.ts";
import type { Random } from "../../src/math/random.ts";
import { coordinatesOf, indexOf, modulo, type Shape, sizeOf } from "../../src/math/shape.ts";
import type { Neuron } from "../../src/tasks/neuron.ts";

/** An array of values in a layer: the first one's column and the shape. */
export interface Space {
  readonly start: number;
  readonly shape: Shape;
}

/** Neurons that form an array. */
export interface Bank {
  readonly shape: Shape;
  readonly neurons: readonly Neuron[];
}

/** Draws numbers for banks: small weights that often tie, or eighths. */
export class Chance {
  readonly random: Random;
  readonly #unit: number;

  constructor(random: Random, { isReal }: { readonly isReal: boolean }) {
    this.random = random;
    this.#unit = isReal ? 1 / 8 : 1;
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.random.below(items.length)]!;
  }

  is(outOf: number): boolean {
    return this.random.below(outOf) === 0;
  }

  weight(): number {
    const whole = this.of([1, 1, 1, -1, -1, 2, -2, 3]);
    return this.#unit === 1 ? whole : whole + this.#unit * (this.random.below(9) - 4) || 1;
  }

  bias(): number {
    const whole = this.of([0, 0, 1, -1, 2, -2, -3, 0.5, -0.5, -1.5]);
    return this.#unit === 1 ? whole : whole + this.#unit * (this.random.below(9) - 4);
  }
}

type MakeBank = (source: Space, chance: Chance) => Bank | undefined;

/** Neurons that read one array in some pattern. */
export const banks: Readonly<Record<string, MakeBank>> = {
  copy: (source, chance) => {
    const [weight, bias] = [chance.weight(), chance.bias()];
    return bankOf(source.shape, (place) => neuron(bias, [entry(source, place, weight)]));
  },
  window: windowBank,
  projection: (source, chance) => {
    const isKept = source.shape.map(() => chance.is(2));
    const shape = source.shape.filter((_, axis) => isKept[axis]);
    const [weight, bias] = [chance.weight(), chance.bias()];
    return bankOf(shape, (place) => {
      const cells = placesIn(source.shape).filter((cell) =>
        cell.filter((_, axis) => isKept[axis]).every((coordinate, k) => coordinate === place[k]),
      );
      return neuron(bias, all(source, cells, weight));
    });
  },
  others: (source, chance) => {
    const [weight, own, bias] = [chance.weight(), chance.of([0, chance.weight()]), chance.bias()];
    return bankOf(source.shape, (place) =>
      neuron(bias, [...all(source, placesIn(source.shape), weight), entry(source, place, own)]),
    );
  },
  pairs: (source, chance) => {
    const [length] = source.shape;
    if (source.shape.length !== 1 || length! > 6) return undefined;
    const relation = chance.of(["<", ">", "!=", "all"] as const);
    const pairs = placesIn([length!, length!]).filter(([a, b]) => holds(relation, a!, b!));
    const [first, second, bias] = [1, chance.of([-1, -1, -1, chance.weight()]), chance.bias()];
    const neurons = pairs.map(([a, b]) =>
      neuron(bias, [entry(source, [a!], first), entry(source, [b!], second)]),
    );
    const shape = relation === "all" ? [length!, length!] : [neurons.length];
    return neurons.length === 0 ? undefined : { shape, neurons };
  },
  diagonals: (source, chance) => {
    const [rows, columns] = source.shape;
    if (source.shape.length !== 2 || rows !== columns) return undefined;
    const isAnti = chance.is(2);
    const [weight, bias, isSum] = [chance.weight(), chance.bias(), chance.is(2)];
    const cells = upTo(rows!).map((k) => [k, isAnti ? rows! - 1 - k : k]);
    if (isSum) return bankOf([], () => neuron(bias, all(source, cells, weight)));
    return bankOf([rows!], ([k]) => neuron(bias, [entry(source, cells[k!]!, weight)]));
  },
  triangles: (source, chance) => {
    if (source.shape.length !== 2) return undefined;
    const relation = chance.of(["<", ">", "<=", ">="] as const);
    const cells = placesIn(source.shape).filter(([a, b]) => holds(relation, a!, b!));
    const bias = chance.bias();
    return bankOf([], () => neuron(bias, all(source, cells, chance.weight())));
  },
  prefixes: (source, chance) => {
    const [length] = source.shape;
    if (source.shape.length !== 1) return undefined;
    const relation = chance.of(["<", ">", "<=", ">="] as const);
    const [weight, bias] = [chance.weight(), chance.bias()];
    return bankOf([length!], ([i]) => {
      const cells = upTo(length!).filter((j) => holds(relation, j, i!));
      return neuron(
        bias,
        all(
          source,
          cells.map((j) => [j]),
          weight,
        ),
      );
    });
  },
  steps: (source, chance) => {
    const axis = chance.random.below(Math.max(1, source.shape.length));
    const length = source.shape[axis];
    if (length === undefined || length < 4) return undefined;
    const step = 2 + chance.random.below(2);
    const shape = source.shape.map((each, a) => (a === axis ? Math.floor(length / step) : each));
    const weights = upTo(step).map(() => chance.of([0, chance.weight()]));
    const bias = chance.bias();
    return bankOf(shape, (place) => {
      const at = (k: number): number[] => place.map((c, a) => (a === axis ? step * c + k : c));
      return neuron(
        bias,
        weights.map((weight, k) => entry(source, at(k), weight)),
      );
    });
  },
  mirrored: (source, chance) => {
    const [weight, other, bias] = [chance.weight(), chance.weight(), chance.bias()];
    const axes = source.shape.map(() => chance.is(2));
    return bankOf(source.shape, (place) => {
      const mirror = place.map((c, a) => (axes[a] ? source.shape[a]! - 1 - c : c));
      return neuron(bias, [entry(source, place, weight), entry(source, mirror, other)]);
    });
  },
  law: (source, chance) => {
    const laws = [(k: number) => 2 ** k, (k: number) => k + 1, (k: number) => (-1) ** k];
    const law = chance.of([...laws, (k: number) => 3 * k - 4]);
    const cells = placesIn(source.shape);
    if (cells.length > 12) return undefined;
    const isFalling = chance.is(2);
    const bias = chance.bias() - chance.random.below(4);
    return bankOf([], () =>
      neuron(
        bias,
        cells.map((cell, k) => entry(source, cell, law(isFalling ? cells.length - 1 - k : k))),
      ),
    );
  },
  thresholds: (source, chance) => {
    const count = 1 + chance.random.below(Math.min(6, sizeOf(source.shape)));
    const [weight, first] = [chance.of([1, 2, -1]), chance.bias()];
    const step = chance.of([-1, -2, 1]);
    return bankOf([count], ([k]) =>
      neuron(first + step * k!, all(source, placesIn(source.shape), weight)),
    );
  },
  crossed: (source, chance) => {
    const [rows, columns] = source.shape;
    if (source.shape.length !== 2) return undefined;
    const [weight, other, bias] = [1, chance.of([-1, -1, 1, 2]), chance.bias()];
    return bankOf([rows!, columns!], ([i, j]) =>
      neuron(bias, [
        ...all(
          source,
          upTo(columns!).map((c) => [i!, c]),
          weight,
        ),
        ...all(
          source,
          upTo(rows!).map((r) => [r, j!]),
          other,
        ),
      ]),
    );
  },
  random: (source, chance) => {
    const count = 1 + chance.random.below(6);
    const cells = placesIn(source.shape);
    const share = 1 + chance.random.below(4);
    return bankOf([count], () =>
      neuron(
        chance.bias(),
        cells.filter(() => chance.is(share)).map((cell) => entry(source, cell, chance.weight())),
      ),
    );
  },
  constant: (_, chance) => bankOf([chance.of([1, 2])], () => neuron(chance.bias(), [])),
};

/** A stencil at every place, or every few places, of an array, on a ring, clipped, or inside only. */
function windowBank(source: Space, chance: Chance): Bank | undefined {
  const { shape } = source;
  const borders = shape.map(() => chance.of(["ring", "zero", "inside"] as const));
  const strides = shape.map(() => chance.of([1, 1, 1, 2]));
  const reach = chance.of([1, 1, 2]);
  const offsets = upTo(1 + chance.random.below(4)).map(() =>
    shape.map(() => chance.random.below(2 * reach + 1) - chance.of([0, reach])),
  );
  const stencil = offsets.map((offset) => ({ offset, weight: chance.weight() }));
  const alike = chance.is(2) ? chance.weight() : undefined;
  const bias = chance.bias();
  const from = shape.map((_, a) =>
    borders[a] === "inside" ? Math.max(0, ...offsets.map((offset) => -offset[a]!)) : 0,
  );
  const to = shape.map((length, a) =>
    borders[a] === "inside" ? length - Math.max(0, ...offsets.map((offset) => offset[a]!)) : length,
  );
  const counts = shape.map((_, a) => Math.ceil((to[a]! - from[a]!) / strides[a]!));
  if (counts.some((count) => count < 1)) return undefined;
  return bankOf(counts, (place) => {
    const entries = stencil.flatMap(({ offset, weight }) => {
      const cell = place.map((c, a) => {
        const at = from[a]! + strides[a]! * c + offset[a]!;
        return borders[a] === "ring" ? modulo(at, shape[a]!) : at;
      });
      const isInside = cell.every((c, a) => c >= 0 && c < shape[a]!);
      return isInside ? [entry(source, cell, alike ?? weight)] : [];
    });
    return neuron(bias, entries);
  });
}

/** Two banks of one shape as one: each neuron adds up what both would. */
export function added(first: Bank, second: Bank): Bank {
  const neurons = first.neurons.map(({ bias, entries }, k) =>
    neuron(bias, [...entries, ...second.neurons[k]!.entries]),
  );
  return { shape: first.shape, neurons };
}

export function bankOf(shape: Shape, at: (place: readonly number[]) => Neuron): Bank {
  return { shape, neurons: placesIn(shape).map(at) };
}

export function placesIn(shape: Shape): number[][] {
  return upTo(sizeOf(shape)).map((index) => coordinatesOf(index, shape));
}

function upTo(length: number): number[] {
  return Array.from({ length }, (_, k) => k);
}

function neuron(bias: number, entries: readonly Entry[]): Neuron {
  return { bias, entries };
}

function entry({ start, shape }: Space, place: readonly number[], value: number): Entry {
  return { column: start + indexOf(place, shape), value };
}

function all(source: Space, places: readonly (readonly number[])[], value: number): Entry[] {
  return places.map((place) => entry(source, place, value));
}

function holds(relation: "<" | ">" | "<=" | ">=" | "!=" | "all", a: number, b: number): boolean {
  switch (relation) {
    case "<":
      return a < b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case ">=":
      return a >= b;
    case "!=":
      return a !== b;
    case "all":
      return true;
  }
}
