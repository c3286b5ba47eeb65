import type { Placed } from "./placed.ts";
import { permuted, simplified } from "./simplify-table.ts";

/** The function where classes have lost some of their cells, which count as 0. */
export function restricted(placed: Placed, sizes: readonly number[]): Placed {
  const { classes, table } = placed;
  const spans = classes.map(({ bounds }) => bounds.high - bounds.low);
  const before = sizes.map((size, k) => size * spans[k]! + 1);
  const after = classes.map(({ cells }, k) => cells.length * spans[k]! + 1);
  if (before.every((count, k) => count === after[k])) return placed;
  const rows = after.reduce((product, count) => product * count, 1);
  const cut = new Int8Array(rows);
  for (let row = 0; row < rows; row++) {
    let rest = row;
    let stride = 1;
    let from = 0;
    for (let k = classes.length - 1; k >= 0; k--) {
      // A total of less cells starts higher where values may be below 0.
      const lost = (sizes[k]! - classes[k]!.cells.length) * -classes[k]!.bounds.low;
      from += ((rest % after[k]!) + lost) * stride;
      stride *= before[k]!;
      rest = Math.floor(rest / after[k]!);
    }
    cut[row] = table![from]!;
  }
  return { ...placed, ...simplified({ classes, table: cut }) };
}

/** The same function with its classes in the order of their cells. */
export function ordered(placed: Placed): Placed {
  const { classes, table } = placed;
  const order = [...classes.keys()].sort((a, b) => {
    const [first, second] = [classes[a]!, classes[b]!];
    return first.source - second.source || first.cells[0]! - second.cells[0]!;
  });
  return {
    ...placed,
    classes: order.map((k) => classes[k]!),
    table: table && permuted({ classes, table }, order),
  };
}
