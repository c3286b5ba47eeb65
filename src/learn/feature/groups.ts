import type { Dataset } from "../../data/dataset.ts";
import type { Pool } from "../case-pool.ts";
import { columnsOf } from "../columns.ts";
import { chooseBits } from "../search/code-length.ts";
import { type Feature, sumOf } from "./feature.ts";
import { feature } from "./naming.ts";
import { valuesOf } from "./values-of.ts";

/** Groups larger than this are counted only where they are all of an array. */
const LARGEST_GROUP = 24;

/** Columns among which groups are looked for. */
const MOST_COLUMNS = 2048;

/**
 * Sums of the 0/1 columns that say most about a label, each with the sign of what it says: of two, of
 * three, and so on. So "three of these five" is found among columns that do not matter.
 */
export function groupFeatures(dataset: Dataset, pool: Pool): Feature[] {
  const { starts } = columnsOf(dataset);
  const columns = dataset.inputs.flatMap(({ domain, values, shape }, input) => {
    if (domain.kind !== "binary") return [];
    const size = values.length / dataset.nSamples;
    return shape.length > 1 ? [] : Array.from({ length: size }, (_, k) => starts[input]! + k);
  });
  if (columns.length < 3 || columns.length > MOST_COLUMNS || pool.nPlaces > 1) return [];
  const features: Feature[] = [];
  const classes = pool.nClasses === 2 ? [1] : Array.from({ length: pool.nClasses }, (_, k) => k);
  for (const label of classes) {
    const ranked = columns
      .map((column) => ({ column, effect: effectOf(column, label, pool) }))
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
    for (let size = 2; size <= Math.min(LARGEST_GROUP, ranked.length); size++) {
      const group = ranked.slice(0, size).sort((a, b) => a.column - b.column);
      features.push(groupOf(group, columns.length));
    }
  }
  return features;
}

interface Ranked {
  readonly column: number;
  readonly effect: number;
}

function groupOf(group: readonly Ranked[], nColumns: number): Feature {
  const signs = group.map(({ effect }) => Math.sign(effect) || 1);
  const areAlike = new Set(signs).size === 1;
  const sum = sumOf(
    group.map(({ column }) => column),
    areAlike ? signs.map(() => 1) : signs,
  );
  const bits = chooseBits(nColumns, group.length) + (areAlike ? 0 : group.length);
  return feature({ family: "group", bits, isInteger: true, at: () => sum });
}

/** How much more often a column is 1 where the label is this one: a difference of shares, -1 to 1. */
function effectOf(column: number, label: number, pool: Pool): number {
  const values = valuesOf({ at: () => sumOf([column]) }, pool);
  const [ones, counts] = [
    [0, 0],
    [0, 0],
  ];
  values.forEach((value, k) => {
    const side = pool.labels[k] === label ? 1 : 0;
    counts[side]! += 1;
    ones[side]! += value;
  });
  return ones[1]! / Math.max(1, counts[1]!) - ones[0]! / Math.max(1, counts[0]!);
}
