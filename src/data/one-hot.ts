import type { Shape } from "../math/shape.ts";

/** Codes as places: 1 at the code's place along a new last axis, 0 elsewhere. */
export function encodeOneHot(codes: ArrayLike<number>, nValues: number): Float64Array {
  const encoded = new Float64Array(codes.length * nValues);
  for (let k = 0; k < codes.length; k++) encoded[k * nValues + codes[k]!] = 1;
  return encoded;
}

/** The codes of which an array holds the places. */
export function codesOfOneHot(encoded: ArrayLike<number>, nValues: number): number[] {
  return Array.from({ length: encoded.length / nValues }, (_, k) => {
    const places = Array.from({ length: nValues }, (_, code) => encoded[k * nValues + code]);
    return places.indexOf(1);
  });
}

/** The texts for which an array stands whose last axis are the values. */
export function decodeOneHot(encoded: ArrayLike<number>, values: readonly string[]): string[] {
  return codesOfOneHot(encoded, values.length).map((code) => values[code]!);
}

/** The shape that users see: without the axis of the values. */
export function shapeWithoutValues(shape: Shape): Shape {
  return shape.slice(0, -1);
}
