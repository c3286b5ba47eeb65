import { restrictedTo } from "../case-pool.ts";
import type { Evidence } from "./evidence.ts";
import { fitLinear } from "./fit-linear.ts";
import { clipped, type Formula, linearValue } from "./formula.ts";

/** A sum that never leaves two bounds: those of the target. */
export function fitClipped(evidence: Evidence): Formula | undefined {
  const { targets, values } = evidence;
  const low = targets.reduce((least, target) => Math.min(least, target), Number.POSITIVE_INFINITY);
  const high = targets.reduce((most, target) => Math.max(most, target), Number.NEGATIVE_INFINITY);
  const inside = [...targets.keys()].filter((row) => targets[row]! > low && targets[row]! < high);
  const linear = fitLinear(at(evidence, inside));
  if (linear?.kind !== "linear" || linear.of.terms.length === 0) return undefined;
  const { of } = linear;
  const isExact = targets.every((target, row) => {
    const sum = linearValue(of, (feature) => values[feature]![row]!);
    return clipped(sum, low, high) === target;
  });
  return isExact ? { kind: "clipped", of, low, high } : undefined;
}

function at({ pool, targets, values, ...known }: Evidence, rows: readonly number[]): Evidence {
  return {
    ...known,
    pool: restrictedTo(pool, rows),
    targets: Float64Array.from(rows, (row) => targets[row]!),
    values: values.map((column) => Float64Array.from(rows, (row) => column[row]!)),
  };
}
