import { type Exact, exact, subtract, toNumber } from "./exact.ts";

/** Doubles that add up to an exact number, the nearest one first. Throws RangeError beyond all doubles. */
export function toDoubles(value: Exact): number[] {
  const nearest = toNumber(value);
  const rest = subtract(value, exact(nearest));
  return rest === 0 ? [nearest] : [nearest, ...toDoubles(rest)];
}
