import type { Node, Rule, Unit, Wiring } from "../wiring.ts";

/** What a value may be, and the only cell on which it depends: `NONE` where it is constant, else `MANY`. */
export interface Reach {
  readonly low: number;
  readonly high: number;
  readonly on: number;
}

export const NONE = -1;
const MANY = -2;

/** (cells): between which integers each is. */
export type Ranges = readonly { readonly low: number; readonly high: number }[];

/** Whether all is said in integers, of which no sum is rounded, and there is one output that is a value. */
export function isOfIntegers({ nodes, output }: Wiring): boolean {
  const isExact = (node: Node): boolean =>
    node.isInteger &&
    (node.kind === "cell" ||
      (Number.isSafeInteger(node.bias) &&
        node.terms.every(({ weight }) => Number.isSafeInteger(weight))));
  return output.kind === "values" && output.values.length === 1 && nodes.every(isExact);
}

/**
 * What the one output may still be where the cells are between these bounds, so that those with one value are held.
 * That it depends on a cell is as far as bounds tell.
 *
 * Expects integers. Cost: the nonzero weights.
 */
export function cofactor({ nodes, output }: Wiring, ranges: Ranges): Reach {
  const reaches: Reach[] = [];
  let cell = 0;
  for (const node of nodes)
    reaches.push(node.kind === "cell" ? held(ranges[cell]!, cell++) : reachOf(node, reaches));
  if (output.kind !== "values") throw new Error("an output that is no value");
  const { node, factor, offset } = output.values[0]!;
  if (node === undefined) return { low: offset, high: offset, on: NONE };
  const { low, high, on } = reaches[node]!;
  const ends = [factor * low + offset, factor * high + offset];
  return { low: Math.min(...ends), high: Math.max(...ends), on };
}

function held({ low, high }: Ranges[number], cell: number): Reach {
  return { low, high, on: low === high ? NONE : cell };
}

function reachOf({ rule, terms, bias }: Unit, reaches: readonly Reach[]): Reach {
  let [low, high, on] = [bias as number, bias as number, NONE];
  for (const { node, weight } of terms) {
    const reach = reaches[node]!;
    low += weight * (weight > 0 ? reach.low : reach.high);
    high += weight * (weight > 0 ? reach.high : reach.low);
    on = both(on, reach.on);
  }
  const [least, most] = [activated(rule, low), activated(rule, high)];
  return { low: least, high: most, on: least === most ? NONE : on };
}

function activated(rule: Rule, sum: number): number {
  switch (rule) {
    case "threshold":
      return sum > 0 ? 1 : 0;
    case "sign":
      return Math.sign(sum);
    case "sum":
      return sum;
  }
}

function both(a: number, b: number): number {
  if (a === NONE || a === b) return b;
  return b === NONE ? a : MANY;
}
