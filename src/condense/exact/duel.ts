import { magnitude } from "./big-integers.ts";
import type { Contestant } from "./contestants.ts";
import type { Integers } from "./values.ts";
import { type Budget, walk } from "./walk.ts";

/** The difference of two units that read integers. */
export interface Duel {
  readonly biases: Two;
  readonly children: readonly Shared[];
}

type Two = readonly [bigint, bigint];

/** Children that the two units read with the same two weights. */
interface Shared {
  readonly weights: Two;
  readonly values: Integers;
  count: number;
}

export function duelOf(left: Contestant, right: Contestant): Duel {
  const shared = new Map<string, Shared>();
  const read = (a: number, b: number): void => {
    const { values } = left.classes[a] ?? right.classes[b]!;
    if (values.kind === "reals") return;
    const weights: Two = [left.weights[a] ?? 0n, right.weights[b] ?? 0n];
    const key = `${weights.join()},${values.low},${values.high},${values.step}`;
    const known = shared.get(key);
    if (known === undefined) shared.set(key, { weights, values, count: 1 });
    else known.count += 1;
  };
  let [i, j] = [0, 0];
  while (i < left.columns.length || j < right.columns.length) {
    const [a, b] = [left.columns[i] ?? Infinity, right.columns[j] ?? Infinity];
    read(a <= b ? left.classOf[i++]! : -1, b <= a ? right.classOf[j++]! : -1);
  }
  return { biases: [left.bias, right.bias], children: [...shared.values()] };
}

interface Group {
  readonly size: bigint;
  readonly small: number;
  count: number;
}

/** Is the difference in small numbers always on the same side of zero? False also where it is not clear. */
export function isKept(
  { biases, children }: Duel,
  smallOf: (exact: bigint) => number,
  budget: Budget,
): boolean {
  budget.steps -= children.length;
  let base = biases[0] - biases[1];
  let start = smallOf(biases[0]) - smallOf(biases[1]);
  const groups = new Map<string, Group>();
  for (const { weights, values, count } of children) {
    const exact = weights[0] - weights[1];
    const small = smallOf(weights[0]) - smallOf(weights[1]);
    if (Math.sign(small) !== sideOf(exact)) return false;
    if (exact === 0n) continue;
    const lowest = exact > 0n ? values.low : values.high;
    base += exact * BigInt(lowest) * BigInt(count);
    start += small * lowest * count;
    const [size, step] = [magnitude(exact) * BigInt(values.step), Math.abs(small) * values.step];
    const key = `${size},${step}`;
    const steps = ((values.high - values.low) / values.step) * count;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { size, small: step, count: steps });
    else known.count += steps;
  }
  return hasSides([...groups.values()], { base, start, budget });
}

interface Start {
  readonly base: bigint;
  readonly start: number;
  readonly budget: Budget;
}

function hasSides(groups: readonly Group[], { base, start, budget }: Start): boolean {
  if (groups.length === 0) return Math.sign(start) === sideOf(base);
  const [sizes, counts] = [groups.map(({ size }) => size), groups.map(({ count }) => count)];
  const small = groups.map((group) => group.small);
  const sides = walk({ base, sizes, counts }, small, "sign", budget);
  if (sides === undefined) return false;
  const { below, above, tie } = sides;
  return start + below < 0 && start + above > 0 && (tie === undefined || start + tie === 0);
}

function sideOf(exact: bigint): number {
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}
