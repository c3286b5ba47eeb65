import type { Shape } from "../../math/shape.ts";
import type { Rule } from "../wiring.ts";
import { lawKey } from "./law.ts";
import { directParts, layeredParts } from "./parts.ts";
import type { Locate, Placed, PlacedClass } from "./placed.ts";
import type { LayeredUnit, Reading } from "./reading.ts";
import { axisOf, permuted, simplified } from "./simplify-table.ts";
import { isSmall, tabulate } from "./table.ts";
import { lawful } from "./take-laws.ts";

/**
 * Puts a reading's nodes in their places. Classes that do not matter are dropped, those that may be
 * exchanged are one, and the order of classes follows what they do. Undefined where the reading can't be
 * placed, which only those with units between can't.
 */
export function place(
  reading: Reading,
  locate: Locate,
  shapeOf: (source: number) => Shape,
): Placed | undefined {
  const isDirect = reading.layers.length === 1;
  const parts = isDirect ? directParts(reading, locate) : layeredParts(reading, locate);
  if (parts === undefined) return undefined;
  const { classes, layers } = parts;
  const mostRows = isDirect ? MOST_DIRECT_ROWS : Infinity;
  const table = isSmall(classes, layers, mostRows) ? tabulate(classes, layers) : undefined;
  if (table === undefined && !isDirect) return undefined;
  if (table === undefined) return inOrder(lawful(bySum(reading.rule, classes, layers), shapeOf));
  const simple = simplified({ classes, table });
  const isChanged = simple.classes.length !== classes.length;
  const given: Placed = {
    rule: reading.rule,
    classes: simple.classes,
    table: simple.table,
    sum: undefined,
    layers: isChanged ? undefined : layers,
  };
  if (isChanged || !isDirect) return inOrder(given);
  return inOrder({ ...given, sum: bySum(reading.rule, classes, layers).sum });
}

/** Puts the nodes of a direct sum in their places, as nothing but the sum that it is. */
export function placePlainly(reading: Reading, locate: Locate): Placed {
  const { classes, layers } = directParts(reading, locate);
  return inOrder(bySum(reading.rule, classes, layers));
}

/** Sums that a unit is directly connected to are mostly better said as what they are. */
const MOST_DIRECT_ROWS = 128;

function bySum(
  rule: Rule,
  classes: readonly PlacedClass[],
  layers: readonly LayeredUnit[],
): Placed {
  const { classWeights, bias } = layers.at(-1)!;
  const weights = new Array<number>(classes.length).fill(0);
  for (const { index, weight } of classWeights) weights[index] = weight;
  return { rule, classes, table: undefined, sum: { weights, bias }, layers };
}

/** Classes in an order that depends on what they do and, only where they do the same, on where they are. */
function inOrder(given: Placed): Placed {
  const { classes, table, sum, layers } = given;
  if (classes.length < 2) return given;
  const keys = classes.map((each, k) => ({ k, text: roleOf(given, k), first: each.cells[0]! }));
  keys.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.first - b.first));
  const order = keys.map(({ k }) => k);
  if (order.every((k, at) => k === at)) return given;
  const numbers = new Map(order.map((k, at) => [k, at]));
  return {
    ...given,
    classes: order.map((k) => classes[k]!),
    table: table && permuted({ classes, table }, order),
    sum: sum && { ...sum, weights: order.map((k) => sum.weights[k]!) },
    layers: layers?.map((layer) => ({
      ...layer,
      classWeights: layer.classWeights.map(({ index, weight }) => ({
        index: numbers.get(index)!,
        weight,
      })),
    })),
  };
}

/** Source, then weight, then how often the value is not 0 at each total. */
function roleOf({ classes, table, sum }: Placed, k: number): string {
  const { source, cells } = classes[k]!;
  const start = `${String(source).padStart(6, "0")}`;
  if (sum !== undefined) return `${start} ${sortable(sum.weights[k]!)}`;
  const { stride, count } = axisOf(classes, k);
  const totals = new Array<number>(count).fill(0);
  table!.forEach((value, row) => {
    totals[Math.floor(row / stride) % count]! += value + (value === 0 ? 0 : 1e-3);
  });
  return `${start} ${String(cells.length).padStart(6, "0")} ${totals.join()}`;
}

/** Positive weights first, smaller ones before larger ones. */
function sortable(weight: number): string {
  const digits = Math.abs(weight).toExponential(17);
  return `${weight > 0 ? "+" : "-"}${digits.slice(digits.indexOf("e") + 1).padStart(5, "0")}${digits}`;
}

/** What units of one family have in common beside the places that they read. */
export function kindOf({ rule, classes, table, sum }: Placed): string {
  if (sum !== undefined) {
    const bias = typeof sum.bias === "number" ? "" : `${sum.bias.mantissa}^${sum.bias.exponent}`;
    const weights = classes.map(
      ({ source, law }, k) => `${sum.weights[k]}*${source}${lawKey(law)}`,
    );
    return `${rule} ${weights.join(" ")} ${bias}`;
  }
  const open = classes.length === 1 ? openEnded(table!) : undefined;
  if (open !== undefined && isCounted(classes[0]!)) return `${rule} ${classes[0]!.source}x ${open}`;
  const sizes = classes.map(({ source, cells }) => `${source}x${cells.length}`);
  return `${rule} ${sizes.join(" ")} ${table!.join("")}`;
}

/** A total that starts at 0, whatever the number of cells. */
function isCounted({ bounds }: PlacedClass): boolean {
  return bounds.low === 0;
}

/**
 * A table that goes on as it began, so that a longer one may be the same function of more cells: some
 * values, then one or two in turn, at least twice. Undefined where it does not.
 */
function openEnded(table: Int8Array): string | undefined {
  for (const period of [1, 2]) {
    let start = table.length - period;
    while (start > 0 && table[start - 1] === table[start - 1 + period]) start -= 1;
    if (table.length - start >= 2 * period + 1 && start <= MOST_BEFORE) {
      return `${table.subarray(0, start).join("")}(${table.subarray(start, start + period).join("")})`;
    }
  }
  return undefined;
}

const MOST_BEFORE = 3;

/** What makes two units the same function of the same cells. */
export function identityOf(placed: Placed): string {
  const bias = placed.sum?.bias;
  const constant = typeof bias === "number" ? bias : "";
  const cells = placed.classes.map((each) => each.cells.join()).join("|");
  return `${kindOf(placed)} ${constant} ${cells}`;
}
