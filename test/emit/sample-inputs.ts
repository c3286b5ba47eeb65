import { encodeOneHot } from "../../src/data/one-hot.ts";
import type { Random } from "../../src/math/random.ts";
import { sizeOf } from "../../src/math/shape.ts";
import type { ArrayValue } from "../../src/program/evaluate.ts";
import type { Program, ProgramInput } from "../../src/program/program.ts";

/** Inputs of a program for each of these lengths, which every size has; a fixed length stays. */
export function sampleInputs(
  program: Program,
  random: Random,
  lengths: readonly number[],
): readonly (readonly ArrayValue[])[] {
  return lengths.map((length) =>
    program.inputs.map((input) => {
      const shape = input.shape.map((size) => (typeof size === "number" ? size : length));
      return { shape, data: randomArray(input, sizeOf(shape), random) };
    }),
  );
}

function randomArray(input: ProgramInput, length: number, random: Random): Float64Array {
  const { domain } = input;
  if (domain.kind !== "one-hot")
    return Float64Array.from({ length }, () => randomValue(input, random));
  const nValues = domain.values.length;
  const codes = Array.from({ length: length / nValues }, () => random.below(nValues));
  return encodeOneHot(codes, nValues);
}

/** Reals are quarters: sums of them are exact. */
function randomValue({ domain }: ProgramInput, random: Random): number {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return random.bit();
    case "sign":
      return random.below(3) - 1;
    case "integer":
      return domain.low + random.below(domain.high - domain.low + 1);
    case "real":
      return random.below(17) / 4 - 2;
  }
}
