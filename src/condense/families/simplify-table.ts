import type { PlacedClass } from "./placed.ts";

interface Tabled {
  readonly classes: readonly PlacedClass[];
  readonly table: Int8Array;
}

/** Without classes that do not matter, and with those that may be exchanged as one. */
export function simplified(given: Tabled): Tabled {
  for (let k = 0; k < given.classes.length; k++) {
    const dropped = without(given, k);
    if (dropped !== undefined) return simplified(dropped);
  }
  for (let k = 0; k < given.classes.length; k++) {
    for (let j = k + 1; j < given.classes.length; j++) {
      const merged = together(given, k, j);
      if (merged !== undefined) return simplified(merged);
    }
  }
  return given;
}

/** The table without a class on which no value depends. */
function without({ classes, table }: Tabled, k: number): Tabled | undefined {
  const { stride, count } = axisOf(classes, k);
  const rest = new Int8Array(table.length / count);
  let next = 0;
  for (let row = 0; row < table.length; row++) {
    const at = Math.floor(row / stride) % count;
    if (at > 0) {
      if (table[row] !== table[row - at * stride]) return undefined;
    } else rest[next++] = table[row]!;
  }
  return { classes: classes.toSpliced(k, 1), table: rest };
}

/** The table over the sum of two classes, where only that matters. */
export function together({ classes, table }: Tabled, k: number, j: number): Tabled | undefined {
  const [a, b] = [classes[k]!, classes[j]!];
  const isAlike =
    a.source === b.source && a.bounds.low === b.bounds.low && a.bounds.high === b.bounds.high;
  if (!isAlike) return undefined;
  const axes = classes.map((_, c) => axisOf(classes, c));
  const cells = [...a.cells, ...b.cells].sort((x, y) => x - y);
  const merged = classes.with(k, { ...a, cells }).toSpliced(j, 1);
  const all = new Int8Array(merged.reduce((size, each) => size * countOf(each), 1));
  const strides = merged.map((_, c) => axisOf(merged, c).stride);
  // Both classes count for the merged one.
  const steps = classes.map((_, c) => strides[c === j ? k : c < j ? c : c - 1]!);
  const known = new Uint8Array(all.length);
  for (let row = 0; row < table.length; row++) {
    let at = 0;
    for (let c = 0; c < axes.length; c++) {
      at += (Math.floor(row / axes[c]!.stride) % axes[c]!.count) * steps[c]!;
    }
    if (known[at] === 1 && all[at] !== table[row]) return undefined;
    known[at] = 1;
    all[at] = table[row]!;
  }
  return { classes: merged, table: all };
}

function countOf({ cells, bounds }: PlacedClass): number {
  return cells.length * (bounds.high - bounds.low) + 1;
}

export function axisOf(
  classes: readonly PlacedClass[],
  k: number,
): { stride: number; count: number } {
  const stride = classes.slice(k + 1).reduce((product, each) => product * countOf(each), 1);
  return { stride, count: countOf(classes[k]!) };
}

/** The table with its classes in another order. */
export function permuted({ classes, table }: Tabled, order: readonly number[]): Int8Array {
  const axes = classes.map((_, k) => axisOf(classes, k));
  const next = new Int8Array(table.length);
  const counts = order.map((k) => axes[k]!.count);
  for (let row = 0; row < next.length; row++) {
    let rest = row;
    let from = 0;
    for (let at = order.length - 1; at >= 0; at--) {
      from += (rest % counts[at]!) * axes[order[at]!]!.stride;
      rest = Math.floor(rest / counts[at]!);
    }
    next[row] = table[from]!;
  }
  return next;
}
