import type { Bases } from "./base.ts";
import { atLeast, complement, type Event, type Literal, union } from "./event.ts";
import { linear } from "./linear.ts";
import type { Height } from "./value.ts";

/** A height, and what is added everywhere beside it. */
interface PlainHeight extends Height {
  readonly always: number;
}

/**
 * A height in the one form in which equal ones are seen to be equal: of ways to say an event, and of an event
 * and its opposite, the one that is made of fewer cells.
 */
export function plainHeights(bases: Bases, height: Height): PlainHeight[] {
  const { event, by } = height;
  const [first, second, ...others] = event;
  if (second !== undefined && others.length === 0 && areApart(first!, second)) {
    return [[first!], [second]].flatMap((each) => plainHeights(bases, { event: each, by }));
  }
  const parted = second === undefined ? partedByBit(bases, first!) : undefined;
  if (parted !== undefined) {
    return [
      parted.isOpposite
        ? { event: parted.event, by: -by, always: by }
        : { event: parted.event, by, always: 0 },
    ];
  }
  // What a sum's negative says is said by the sum: [e] is 1 - [not e].
  const other = first!.sign < 0 ? complement(event) : undefined;
  return [other === undefined ? { event, by, always: 0 } : { event: other, by: -by, always: by }];
}

/** Do the two never hold at once, because one sum is either so large or so small? */
function areApart(a: Literal, b: Literal): boolean {
  return a.base === b.base && a.sign !== b.sign && a.least > -b.least;
}

interface Parted {
  readonly event: Event;
  /** The event is where the literal does not hold. */
  readonly isOpposite: boolean;
}

/**
 * What a sum of a bit and of other cells asks of the others, for either value of the bit: often nothing for
 * the one, or all too much. Then the literal, or its opposite, is an event of the bit or of the others.
 */
function partedByBit(bases: Bases, { base, sign, least }: Literal): Parted | undefined {
  const at = base.cells.findIndex((cell) => isBit(bases, cell));
  if (at < 0 || base.cells.length < 2) return undefined;
  const others = base.cells.map((cell, k) => [cell, sign * base.weights[k]!] as const);
  const [[bit, weight]] = others.splice(at, 1) as [readonly [number, number]];
  const rest = linear(bases, new Map(others), 0);
  const own = bases.base([bit], [1]);
  if (rest.kind !== "linear" || own === undefined) return undefined;
  const side = { base: rest.base, sign: rest.factor > 0 ? 1 : -1 } as const;
  const [without, beside] = [least, least - weight].map((missing) =>
    atLeast(side, Math.ceil(missing / Math.abs(rest.factor))),
  );
  const isZero: Literal = { base: own, sign: -1, least: 0 };
  const isOne: Literal = { base: own, sign: 1, least: 1 };
  const either = (literal: Literal, event: Event, isOpposite: boolean): Parted | undefined => {
    const joined = union(bases, [[literal], event]);
    return typeof joined === "boolean" ? undefined : { event: joined, isOpposite };
  };
  const ways = [
    { own: isOne, easier: beside!, harder: without!, other: isZero },
    { own: isZero, easier: without!, harder: beside!, other: isOne },
  ];
  for (const { own: literal, easier, harder, other } of ways) {
    if (easier === true && harder === false) return { event: [literal], isOpposite: false };
    if (easier === true && typeof harder !== "boolean") return either(literal, harder, false);
    if (harder !== false || typeof easier === "boolean") continue;
    const opposite = complement(easier);
    return opposite && either(other, opposite, true);
  }
  return undefined;
}

function isBit(bases: Bases, cell: number): boolean {
  const span = bases.spanOf(cell);
  return span?.low === 0 && span.high === 1;
}
