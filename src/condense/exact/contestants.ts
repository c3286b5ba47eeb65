import type { Layer } from "../../enn/network.ts";
import { bigIntegers, magnitude } from "./big-integers.ts";
import { type Children, type Classified, classify } from "./classify.ts";

/** Units of one group, in exact integers of one scale. */
export interface Contestants {
  readonly units: readonly Contestant[];
  /** Ascending: every |weight|, and every bias but 0. */
  readonly sizes: readonly bigint[];
  /** (nSizes): in the network's own scale, rounded. */
  readonly rounded: readonly number[];
}

export interface Contestant extends Classified {
  readonly row: number;
  /** (nWeights): ascending. */
  readonly columns: Int32Array;
  /** (nClasses): 0 where the class has one value only. */
  readonly weights: readonly bigint[];
  /** With constants folded, counted from the smallest of the group. */
  readonly bias: bigint;
}

export function contestantsOf(
  layer: Layer,
  rows: readonly number[],
  children: Children,
): Contestants {
  const classified = rows.map((row) => classify(layer, row, children));
  const given = classified.flatMap(({ classes }) => classes.map(({ weight }) => weight));
  const distinct = [...new Set([...given, ...rows.map((row) => layer.biases[row]!), 0])];
  const integers = bigIntegers(distinct);
  const exact = new Map(distinct.map((value, k) => [value, integers[k]!]));
  const folded = classified.map((each, u) => fold(each, exact, layer.biases[rows[u]!]!));
  const [leastBias] = folded.map(({ bias }) => bias).sort((a, b) => (a < b ? -1 : 1));
  const units = folded.map(
    ({ weights, bias }, u): Contestant => ({
      ...classified[u]!,
      row: rows[u]!,
      columns: layer.weights.columns.subarray(
        layer.weights.starts[rows[u]!]!,
        layer.weights.starts[rows[u]! + 1]!,
      ),
      weights,
      bias: bias - leastBias!,
    }),
  );
  const sizes = [
    ...new Set(units.flatMap(({ weights, bias }) => [...weights, bias].map(magnitude))),
  ]
    .filter((size) => size !== 0n)
    .sort((a, b) => (a < b ? -1 : 1));
  return { units, sizes, rounded: inScale(sizes, exact) };
}

interface Folded {
  readonly weights: readonly bigint[];
  readonly bias: bigint;
}

function fold({ classes }: Classified, exact: ReadonlyMap<number, bigint>, bias: number): Folded {
  let folded = exact.get(bias)!;
  const weights = classes.map(({ weight, values, count }) => {
    const integer = exact.get(weight)!;
    if (values.kind === "reals" || values.low !== values.high) return integer;
    folded += integer * BigInt(values.low) * BigInt(count);
    return 0n;
  });
  return { weights, bias: folded };
}

/** Exact sizes as the doubles that they came from; differences of biases by their ratio to one. */
function inScale(sizes: readonly bigint[], exact: ReadonlyMap<number, bigint>): number[] {
  const doubles = new Map(
    [...exact].map(([value, integer]) => [magnitude(integer), Math.abs(value)]),
  );
  const known = sizes.filter((size) => doubles.has(size));
  const unit = known.at(-1) ?? [...doubles.keys()].find((size) => size !== 0n);
  return sizes.map((size) => {
    const double = doubles.get(size);
    if (double !== undefined) return double;
    // 60 bits of the ratio are more than a double holds.
    return (Number((size << 60n) / unit!) / 2 ** 60) * doubles.get(unit!)!;
  });
}
