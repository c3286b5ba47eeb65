import type { NetworkInput } from "../enn/network.ts";
import type { Domain } from "../math/domain.ts";
import { Random } from "../math/random.ts";
import { coordinatesOf, sizeOf } from "../math/shape.ts";
import { settled } from "./one-hot.ts";

/** Some inputs, the same every time: all at their least, all at their most, then pseudo-random ones. */
export function* samplesOf(
  inputs: readonly NetworkInput[],
  count: number,
): Generator<Float64Array> {
  const random = new Random(seed);
  const domains = domainsOf(inputs);
  const at = (values: (domain: Domain) => number) =>
    settled(Float64Array.from(domains, values), inputs);
  yield at((domain) => valuesOf(domain).at(0)!);
  yield at((domain) => valuesOf(domain).at(-1)!);
  for (let n = 2; n < count; n++) {
    // Crowded inputs and sparse ones: thresholds are rarely seen to change at one half.
    const share = (n % 7) + 1;
    yield at((domain) => draw(domain, random, share));
  }
}

/**
 * Samples and inputs with a pattern, to tell functions apart by: lines, and a few cells beside nothing.
 *
 * Of each kind one in so many.
 */
export function* probesOf(inputs: readonly NetworkInput[], oneIn = 1): Generator<Float64Array> {
  yield* samplesOf(inputs, Math.ceil(40 / oneIn));
  const random = new Random(seed + 1);
  const draw = drawing(inputs);
  const places = inputs.flatMap(({ shape }) =>
    Array.from({ length: sizeOf(shape) }, (_, cell) => coordinatesOf(cell, shape)),
  );
  for (let n = 0; n < 24 / oneIn; n++) {
    const axis = n % 2;
    const at = random.below(Math.max(1, ...inputs.map(({ shape }) => shape[axis] ?? 1)));
    yield draw((cell) => places[cell]![axis] === at);
    const share = 1 + random.below(8);
    yield draw((cell) => places[cell]![axis] === at && random.below(8) < share);
  }
  for (let n = 0; n < 24 / oneIn; n++) {
    const few = 1 + (n % 5);
    yield draw(() => random.below(places.length) < few);
  }
}

/** Inputs whose cells are high, or at rest. */
function drawing(
  inputs: readonly NetworkInput[],
): (isHigh: (cell: number) => boolean) => Float64Array {
  const domains = domainsOf(inputs);
  const rest = Float64Array.from(domains, restOf);
  const high = Float64Array.from(domains, (domain) => valuesOf(domain).at(-1)!);
  return (isHigh) => {
    const x = rest.slice();
    for (let cell = 0; cell < x.length; cell++) if (isHigh(cell)) x[cell] = high[cell]!;
    return settled(x, inputs);
  };
}

/** What a cell is where nothing stands in it. */
function restOf(domain: Domain): number {
  return domain.kind === "integer" && !(domain.low <= 0 && domain.high >= 0) ? domain.low : 0;
}

/**
 * All inputs, where the domains are finite and there are at most so many; else nothing.
 */
export function allInputs(
  inputs: readonly NetworkInput[],
  most: number,
): readonly Float64Array[] | undefined {
  const parts = inputs.flatMap(partsOf);
  if (parts.some((domain) => domain.kind === "real")) return undefined;
  let count = 1;
  for (const domain of parts) {
    count *= sizeOfDomain(domain);
    if (!(count <= most)) return undefined;
  }
  const choices = parts.map(choicesOf);
  return Array.from({ length: count }, (_, index) => pick(choices, index));
}

const seed = 20;

/** One for each cell. */
function domainsOf(inputs: readonly NetworkInput[]): Domain[] {
  return inputs.flatMap(({ shape, domain }) => Array.from({ length: sizeOf(shape) }, () => domain));
}

/** One for each cell, or for all the cells of which exactly one is 1. */
function partsOf({ shape, domain }: NetworkInput): Domain[] {
  const cells = domain.kind === "one-hot" ? domain.values.length : 1;
  return Array.from({ length: sizeOf(shape) / cells }, () => domain);
}

/** What a part may be, cell by cell. */
function choicesOf(domain: Domain): readonly (readonly number[])[] {
  if (domain.kind !== "one-hot") return valuesOf(domain).map((value) => [value]);
  return domain.values.map((_, place) => domain.values.map((_, k) => (k === place ? 1 : 0)));
}

/** The number with these digits, the first one counting least, each with as many values as choices. */
function pick(choices: readonly (readonly (readonly number[])[])[], index: number): Float64Array {
  let rest = index;
  return Float64Array.from(
    choices.flatMap((values) => {
      const value = values[rest % values.length]!;
      rest = Math.floor(rest / values.length);
      return value;
    }),
  );
}

function sizeOfDomain(domain: Domain): number {
  switch (domain.kind) {
    case "binary":
      return 2;
    case "sign":
      return 3;
    case "one-hot":
      return domain.values.length;
    case "integer":
      // A range with broken ends is none of integers alone.
      return Number.isInteger(domain.low) ? domain.high - domain.low + 1 : Number.POSITIVE_INFINITY;
    case "real":
      return Number.POSITIVE_INFINITY;
  }
}

/** Of small domains all values, of large ones the ends, of reals some. */
function valuesOf(domain: Domain): readonly number[] {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return bits;
    case "sign":
      return signs;
    case "integer": {
      const low = Number.isFinite(domain.low) ? domain.low : Math.min(-far, domain.high - far);
      const high = Number.isFinite(domain.high) ? domain.high : Math.max(far, low + far);
      const length = sizeOfDomain(domain);
      if (!(length <= 4096)) return [low, low + 1, Math.floor((low + high) / 2), high - 1, high];
      return Array.from({ length }, (_, k) => domain.low + k);
    }
    case "real":
      return [-1, -0.5, 0, 0.25, 0.75, 1];
  }
}

const bits = [0, 1];
const signs = [-1, 0, 1];

/** Sums of so large numbers are still exact. */
const far = 2 ** 20;

/** A value, of bits a one in `share` of 8 cases. */
function draw(domain: Domain, random: Random, share: number): number {
  if (domain.kind === "binary" || domain.kind === "one-hot") return random.below(8) < share ? 1 : 0;
  const values = valuesOf(domain);
  return values[random.below(values.length)]!;
}
