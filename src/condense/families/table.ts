import { toNumber } from "../../math/exact.ts";
import type { Bounds } from "../wiring.ts";
import type { LayeredUnit } from "./reading.ts";

/** Something of which only the total of some values counts. */
export interface Counted {
  /** Of one value. */
  readonly bounds: Bounds;
  readonly cells: readonly number[];
}

/** Can all combinations of totals be written out? */
export function isSmall(
  classes: readonly Counted[],
  layers: readonly LayeredUnit[],
  mostRows = Infinity,
): boolean {
  if (!classes.every(({ bounds }) => bounds.isInteger)) return false;
  const isPlain = layers.every(
    ({ rule, bias, classWeights, unitWeights }) =>
      rule !== "sum" &&
      typeof bias === "number" &&
      [...classWeights, ...unitWeights].every(({ weight }) => Number.isSafeInteger(weight)),
  );
  if (!isPlain) return false;
  const nRows = classes.reduce((product, each) => product * countOf(each), 1);
  const work = layers.reduce((sum, l) => sum + l.classWeights.length + l.unitWeights.length, 0);
  return nRows <= Math.min(mostRows, MOST_ROWS) && nRows * work <= MOST_WORK;
}

const MOST_ROWS = 1 << 12;
const MOST_WORK = 1 << 17;

/** The last unit's value for each combination of totals, the last class fastest. */
export function tabulate(classes: readonly Counted[], layers: readonly LayeredUnit[]): Int8Array {
  const nRows = classes.reduce((product, each) => product * countOf(each), 1);
  const columns = classes.map((_, k) => totalColumn(classes, k, nRows));
  const values: Float64Array[] = [];
  for (const { rule, classWeights, unitWeights, bias } of layers) {
    const sums = new Float64Array(nRows).fill(toNumber(bias));
    for (const { index, weight } of classWeights) addTimes(sums, columns[index]!, weight);
    for (const { index, weight } of unitWeights) addTimes(sums, values[index]!, weight);
    values.push(sums.map((sum) => (sum > 0 ? 1 : rule === "sign" && sum < 0 ? -1 : 0)));
  }
  return Int8Array.from(values.at(-1)!);
}

function countOf({ cells, bounds }: Counted): number {
  return cells.length * (bounds.high - bounds.low) + 1;
}

function addTimes(sums: Float64Array, column: Float64Array, weight: number): void {
  for (let row = 0; row < sums.length; row++) sums[row]! += weight * column[row]!;
}

/** The total of class k in each row. */
function totalColumn(classes: readonly Counted[], k: number, nRows: number): Float64Array {
  const stride = classes.slice(k + 1).reduce((product, each) => product * countOf(each), 1);
  const { cells, bounds } = classes[k]!;
  const count = countOf(classes[k]!);
  const low = cells.length * bounds.low;
  return Float64Array.from({ length: nRows }, (_, row) => low + (Math.floor(row / stride) % count));
}
