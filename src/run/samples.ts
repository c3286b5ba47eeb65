import type { Dataset } from "../data/dataset.ts";
import { encodeOneHot } from "../data/one-hot.ts";
import type { Domain } from "../math/domain.ts";
import { Random } from "../math/random.ts";
import { type Shape, sizeOf } from "../math/shape.ts";
import type { Inputs } from "./check-printed.ts";

/** The first samples of a data set, at most so many, as inputs of a program. */
export function dataSamples({ nSamples, inputs }: Dataset, most: number): readonly Inputs[] {
  return Array.from({ length: Math.min(nSamples, most) }, (_, sample) =>
    inputs.map(({ shape, values }) => {
      const size = sizeOf(shape);
      return { shape, data: values.slice(sample * size, (sample + 1) * size) };
    }),
  );
}

/** An input of a network or of a data set: its values have one shape and a domain. */
export interface InputDomain {
  readonly shape: Shape;
  readonly domain: Domain;
}

/** Random inputs from the domains. Reals are multiples of 1/1024 below 1, so that few sums are rounded. */
export function randomSamples(
  inputs: readonly InputDomain[],
  count: number,
  seed: number,
): readonly Inputs[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () =>
    inputs.map(({ shape, domain }) => ({
      shape,
      data: randomArray(shape, domain, random),
    })),
  );
}

function randomArray(shape: Shape, domain: Domain, random: Random): Float64Array {
  if (domain.kind === "one-hot") {
    const nValues = domain.values.length;
    const length = sizeOf(shape) / nValues;
    return encodeOneHot(
      Array.from({ length }, () => random.below(nValues)),
      nValues,
    );
  }
  return Float64Array.from({ length: sizeOf(shape) }, () => randomValue(domain, random));
}

/** Integers of a domain without bounds are small ones. */
const FAR = 1000;

function randomValue(domain: Exclude<Domain, { kind: "one-hot" }>, random: Random): number {
  switch (domain.kind) {
    case "binary":
      return random.bit();
    case "sign":
      return random.below(3) - 1;
    case "integer": {
      const low = Number.isFinite(domain.low) ? domain.low : Math.min(-FAR, domain.high - FAR);
      const high = Number.isFinite(domain.high) ? domain.high : Math.max(FAR, low + FAR);
      return low + random.below(high - low + 1);
    }
    case "real":
      return (random.below(2049) - 1024) / 1024;
  }
}
