import type { Base, Cut } from "./atom.ts";
import { sumOf } from "./form.ts";
import type { Source } from "./source.ts";
import type { Store } from "./store.ts";
import { negative, plus, times, type Weight } from "./weight.ts";

type Chain = Source & { readonly chain: NonNullable<Source["chain"]> };

/** Chains that stand in the form itself: what the rest is to be compared with. */
export function pivotsOf(sources: readonly Source[]): Chain[] {
  const chains = sources.filter(isChain);
  if (chains.length < 3) return [];
  return chains.filter(({ slots }) => slots.includes(0)).slice(0, maxPivots);
}

const maxPivots = 2;

/**
 * For each case of the pivot, what the other sources may add then.
 *
 * Where base = +-other +- pivot, the two chains cannot be in all pairs of cases: they are joined to one
 * source, with the pairs whose intervals meet. Undefined where no two chains are so related.
 */
export function casesOfPivot(
  store: Store,
  sources: readonly Source[],
  pivot: Chain,
): Source[][] | undefined {
  const chains = new Map(sources.filter(isChain).map((source) => [source.chain.base.id, source]));
  const triangles: Triangle[] = [];
  const free: Source[] = [];
  const taken = new Set<Source>([pivot]);
  for (const source of sources) {
    if (taken.has(source)) continue;
    const triangle = isChain(source) ? triangleOf(store, source, pivot, chains) : undefined;
    if (triangle === undefined || taken.has(triangle.sum)) free.push(source);
    else {
      triangles.push(triangle);
      taken.add(triangle.sum);
    }
    taken.add(source);
  }
  if (triangles.length === 0) return undefined;
  return pivot.cases.map((added, k) => [
    { slots: pivot.slots, cases: [added] },
    ...triangles.map((triangle) => joined(triangle, intervalOf(pivot.chain, k))),
    ...free,
  ]);
}

/** sum.base = side * one.base + turn * pivot.base. */
interface Triangle {
  readonly one: Chain;
  readonly sum: Chain;
  readonly side: 1 | -1;
  readonly turn: 1 | -1;
}

function isChain(source: Source): source is Chain {
  return source.chain?.cuts.every(({ under }) => under === 1) ?? false;
}

function triangleOf(
  store: Store,
  one: Chain,
  pivot: Chain,
  chains: ReadonlyMap<number, Chain>,
): Triangle | undefined {
  for (const sign of [1, -1] as const) {
    const { atoms, weights } = sumOf(
      [
        { factor: 1, form: formOf(one.chain.base) },
        { factor: sign, form: formOf(pivot.chain.base) },
      ],
      0,
    );
    if (atoms.length === 0) continue;
    const isTurned = weights[0]! < 0;
    const base = store.findBase(atoms, isTurned ? weights.map(negative) : weights);
    const sum = base === undefined ? undefined : chains.get(base.id);
    if (sum === undefined || sum === one || sum === pivot) continue;
    const side = isTurned ? -1 : 1;
    return { one, sum, side, turn: (side * sign) as 1 | -1 };
  }
  return undefined;
}

function formOf({ atoms, weights }: Base) {
  return { atoms, weights, constant: 0, exponent: 0 };
}

/** Numbers from low to high; an end may be outside. */
interface Interval {
  readonly low: Weight;
  readonly high: Weight;
  readonly isLowOut: boolean;
  readonly isHighOut: boolean;
}

/** The values of the base in one case. */
function intervalOf({ base, cuts }: Chain["chain"], passed: number): Interval {
  const [below, above] = [cuts[passed - 1], cuts[passed]];
  const start = below === undefined ? { low: base.low, isLowOut: false } : startOf(below, base);
  const end =
    above === undefined
      ? { high: base.high, isHighOut: false }
      : { high: above.over, isHighOut: !above.isStrict };
  return { ...start, ...end };
}

function startOf({ over, isStrict }: Cut, { isInteger }: Base) {
  // Above k are integers from k + 1 on.
  if (isInteger && isStrict) return { low: plus(over, 1), isLowOut: false };
  return { low: over, isLowOut: isStrict };
}

function joined({ one, sum, side, turn }: Triangle, given: Interval): Source {
  const slots = [...new Set([...one.slots, ...sum.slots])].sort((a, b) => a - b);
  const cases: (readonly Weight[])[] = [];
  one.cases.forEach((first, k) => {
    const reached = plusInterval(scaled(intervalOf(one.chain, k), side), scaled(given, turn));
    sum.cases.forEach((second, l) => {
      if (!meet(reached, intervalOf(sum.chain, l))) return;
      cases.push(
        slots.map((slot) => plus(weightIn(one, first, slot), weightIn(sum, second, slot))),
      );
    });
  });
  return { slots, cases };
}

function weightIn({ slots }: Source, added: readonly Weight[], slot: number): Weight {
  const at = slots.indexOf(slot);
  return at < 0 ? 0 : added[at]!;
}

function scaled({ low, high, isLowOut, isHighOut }: Interval, by: 1 | -1): Interval {
  if (by === 1) return { low, high, isLowOut, isHighOut };
  return {
    low: times(-1, high),
    high: times(-1, low),
    isLowOut: isHighOut,
    isHighOut: isLowOut,
  };
}

function plusInterval(a: Interval, b: Interval): Interval {
  return {
    low: plus(a.low, b.low),
    high: plus(a.high, b.high),
    isLowOut: a.isLowOut || b.isLowOut,
    isHighOut: a.isHighOut || b.isHighOut,
  };
}

function meet(a: Interval, b: Interval): boolean {
  const low = a.low > b.low ? a.low : b.low;
  const high = a.high < b.high ? a.high : b.high;
  if (low !== high) return low < high;
  const isOut = (interval: Interval): boolean =>
    (interval.low === low && interval.isLowOut) || (interval.high === high && interval.isHighOut);
  return !isOut(a) && !isOut(b);
}
