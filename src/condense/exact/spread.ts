import type { Layer } from "../../enn/network.ts";
import type { ExactUnit } from "./exact-network.ts";

/** A row with other weights, by class; those that are 0 are dropped. */
export function spread(
  { weights: { starts, columns } }: Layer,
  row: number,
  { classOf, weights }: { readonly classOf: Int32Array; readonly weights: readonly number[] },
): Pick<ExactUnit, "columns" | "weights"> {
  const from = starts[row]!;
  const found: { columns: number[]; weights: number[] } = { columns: [], weights: [] };
  for (let k = 0; k < classOf.length; k++) {
    const weight = weights[classOf[k]!]!;
    if (weight === 0) continue;
    found.columns.push(columns[from + k]!);
    found.weights.push(weight);
  }
  return found;
}
