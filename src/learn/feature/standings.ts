import type { Input } from "../../data/dataset.ts";
import { modulo } from "../../math/shape.ts";
import { allOf, type Comparison, difference, type Sum, sumOf } from "./feature.ts";

/** How a place stands out in its array: what holds where it does; undefined where it cannot. */
export type Standing = (place: number) => Comparison | undefined;

/** In shorter arrays single cells say as much, in longer ones there are too many pairs. */
const SHORTEST = 4;
const LONGEST = 32;

/** Is it an array of integers, or of bits, whose places may be compared with each other? */
export function isCompared({ shape, domain }: Input): boolean {
  const [length = 0, ...more] = shape;
  const isFit = length >= SHORTEST && length <= LONGEST && more.length === 0;
  return isFit && ["integer", "binary"].includes(domain.kind);
}

/** What holds between two numbers: all of these. */
type Relation = (own: Sum, other: Sum) => readonly Comparison[];

const ABOVE: Relation = (own, other) => [{ of: difference(own, other), threshold: 0.5 }];
const NOT_BELOW: Relation = (own, other) => [{ of: difference(own, other), threshold: -0.5 }];
const BELOW: Relation = (own, other) => ABOVE(other, own);
const NOT_ABOVE: Relation = (own, other) => NOT_BELOW(other, own);
const EQUAL: Relation = (own, other) => [...NOT_BELOW(own, other), ...NOT_ABOVE(own, other)];

const ORDERS = [ABOVE, BELOW, NOT_BELOW, NOT_ABOVE];

/** Beside the first cell, the last one, and the one at the mirrored place. */
export function besideOne(cells: readonly Sum[]): Standing[] {
  return [...ORDERS, EQUAL].flatMap((relation) => besideOneIn(cells, relation));
}

/** The same cell as the first one, as the last one, and as the one at the mirrored place. */
export function equalToOne(cells: readonly Sum[]): Standing[] {
  return besideOneIn(cells, EQUAL);
}

function besideOneIn(cells: readonly Sum[], relation: Relation): Standing[] {
  const last = cells.length - 1;
  return [
    beside(cells, relation, () => 0),
    beside(cells, relation, () => last),
    beside(cells, relation, (place) => last - place),
  ];
}

/** Above the mean, below it, or one of these or the mean itself. */
export function besideMean(cells: readonly Sum[]): Standing[] {
  const total = sumOf(cells.flatMap(({ columns }) => columns));
  return [...ORDERS, EQUAL].map((relation): Standing => {
    return (place) => allOf(relation(sumOf(cells[place]!.columns, [cells.length]), total));
  });
}

/** Beside the cell before, and beside the one after; on a ring the first and the last are neighbours. */
export function besideNeighbour(cells: readonly Sum[], isRing: boolean): Standing[] {
  const { length } = cells;
  return [-1, 1].flatMap((step) =>
    [...ORDERS, EQUAL].map((relation) =>
      beside(cells, relation, (place) => (isRing ? modulo(place + step, length) : place + step)),
    ),
  );
}

/** Beside the cell at another place, where there is one; it may be the same. */
function beside(
  cells: readonly Sum[],
  relation: Relation,
  otherOf: (place: number) => number,
): Standing {
  return (place) => {
    const other = cells[otherOf(place)];
    return other && allOf(relation(cells[place]!, other));
  };
}

/** Between the cell before and the one after: peaks, valleys, steps. */
export function betweenNeighbours(cells: readonly Sum[]): Standing[] {
  return ORDERS.flatMap((before) =>
    ORDERS.map((after): Standing => {
      return (place) => {
        const own = cells[place]!;
        const [left, right] = [cells[place - 1], cells[place + 1]];
        if (left === undefined || right === undefined) return undefined;
        return allOf([...before(own, left), ...after(own, right)]);
      };
    }),
  );
}

/** In one order with all others, with all before, or with all after. */
export function amongOthers(cells: readonly Sum[]): Standing[] {
  return RANGES.flatMap((isIn) =>
    ORDERS.map((relation): Standing => {
      return (place) => {
        const others = cells.filter((_, other) => isIn(other, place));
        const own = cells[place]!;
        return others.length === 0
          ? undefined
          : allOf(others.flatMap((other) => relation(own, other)));
      };
    }),
  );
}

const RANGES: readonly ((other: number, own: number) => boolean)[] = [
  (other, own) => other !== own,
  (other, own) => other < own,
  (other, own) => other > own,
];
