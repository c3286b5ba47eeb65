import { type Dyadic, dyadic } from "../math/dyadic.ts";

export interface IntegerWeights {
  readonly weights: readonly bigint[];
  readonly bias: bigint;
}

/** Weights and bias times the least power of two that makes all of them integers: exact. */
export function integerWeights(weights: readonly number[], bias: number): IntegerWeights {
  const exact = [bias, ...weights].map(dyadic);
  const exponent = exact.reduce((least, each) => Math.min(least, each.exponent), 0);
  const [first, ...rest] = exact.map((each) => raise(each, exponent));
  return { weights: rest, bias: first! };
}

function raise({ mantissa, exponent }: Dyadic, to: number): bigint {
  return mantissa << BigInt(exponent - to);
}
