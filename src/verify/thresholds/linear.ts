import { commonDivisor } from "../../math/integers.ts";
import { type Bases, isExact } from "./base.ts";
import { constant, unknown, type Value } from "./value.ts";

/** A weighted sum of cells and a constant, brought to its one form. */
export function linear(bases: Bases, weights: ReadonlyMap<number, number>, start: number): Value {
  const kept = [...weights].filter(([, weight]) => weight !== 0).sort(([a], [b]) => a - b);
  if (kept.length === 0 || !isExact(start)) return constant(start);
  if (!kept.every(([, weight]) => isExact(weight))) return unknown;
  const divisor = kept.reduce((common, [, weight]) => commonDivisor(weight, common), 0);
  const factor = kept[0]![1] < 0 ? -divisor : divisor;
  const base = bases.base(
    kept.map(([cell]) => cell),
    kept.map(([, weight]) => weight / factor),
  );
  if (base === undefined) return unknown;
  const products = [base.low, base.high].map((end) => factor * end);
  const areExact = products.every(
    (end) => !Number.isFinite(end) || (isExact(end) && isExact(end + start)),
  );
  return areExact ? { kind: "linear", base, factor, constant: start } : unknown;
}
