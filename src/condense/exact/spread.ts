import type { Layer } from "../../enn/network.ts";
import type { ExactUnit } from "./exact-network.ts";

/** A row with other weights; those that are 0 are dropped. */
export function spread(
  { weights: { starts, columns } }: Layer,
  row: number,
  weightOf: (k: number) => number,
): Pick<ExactUnit, "columns" | "weights"> {
  const [from, to] = [starts[row]!, starts[row + 1]!];
  const found: { columns: number[]; weights: number[] } = { columns: [], weights: [] };
  for (let k = from; k < to; k++) {
    const weight = weightOf(k - from);
    if (weight === 0) continue;
    found.columns.push(columns[k]!);
    found.weights.push(weight);
  }
  return found;
}
