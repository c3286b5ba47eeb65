import {
  and,
  bit,
  choose,
  compare,
  integer,
  member,
  modulo,
  not,
  or,
  truth,
} from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { expressionTokens } from "../../program/size.ts";
import type { Leaf } from "../graph.ts";
import type { TruthTable } from "../truth-table.ts";
import type { Form } from "../values.ts";

/**
 * A function that depends on a count of cells that are 1, or on a count and one more cell: "two or
 * three neighbours", "exactly three, or two beside a cell that is 1".
 */
export function byCounts(table: TruthTable, cells: readonly Leaf[]): Form[] {
  const groups = symmetric(table).sort((a, b) => b.length - a.length);
  const [counted, single, ...rest] = groups;
  if (counted === undefined || counted.length < 2 || rest.length > 0) return [];
  const pick = (group: readonly number[]): Leaf[] => group.map((k) => cells[k]!);
  if (single === undefined) {
    const counts = countsWhere(table, counted, 0);
    return [(sumOf) => bit(isOneOf(sumOf(pick(counted)), counts, counted.length))];
  }
  if (single.length > 1) return [];
  const off = countsWhere(table, counted, 0);
  const on = countsWhere(table, counted, 1 << single[0]!);
  return combinations(on, off).map(
    (combine): Form =>
      (sumOf) => {
        const is = (values: readonly number[]) =>
          isOneOf(sumOf(pick(counted)), values, counted.length);
        return bit(combine(truth(sumOf(pick(single))), is));
      },
  );
}

type Combine = (cell: Expression, is: (values: readonly number[]) => Expression) => Expression;

/** The ways to say "on where the cell is 1, off where it is not"; the shortest is kept. */
function combinations(on: readonly number[], off: readonly number[]): Combine[] {
  const onlyOn = on.filter((value) => !off.includes(value));
  const onlyOff = off.filter((value) => !on.includes(value));
  const ways: Combine[] = [(cell, is) => choose(cell, is(on), is(off))];
  if (onlyOff.length === 0) ways.push((cell, is) => or(is(off), and(is(onlyOn), cell)));
  if (onlyOn.length === 0) ways.push((cell, is) => or(is(on), and(is(onlyOff), not(cell))));
  if (off.length === 0) ways.push((cell, is) => and(cell, is(on)));
  if (on.length === 0) ways.push((cell, is) => and(not(cell), is(off)));
  return ways;
}

/** "The count is one of these", put as shortly as can be; counts go from 0 to `most`. */
export function isOneOf(count: Expression, values: readonly number[], most: number): Expression {
  const all = Array.from({ length: most + 1 }, (_, value) => value);
  const others = all.filter((value) => !values.includes(value));
  const ways = [
    ...asInterval(count, values, most),
    ...asInterval(count, others, most).map(not),
    ...asParity(count, values, all),
    ...(values.length > 0 ? [member(count, values)] : []),
    ...(others.length > 0 ? [not(member(count, others))] : []),
  ];
  return ways.reduce((best, way) => (expressionTokens(way) < expressionTokens(best) ? way : best));
}

function asInterval(count: Expression, values: readonly number[], most: number): Expression[] {
  const [low, high] = [values[0], values.at(-1)];
  if (low === undefined || high === undefined || high - low + 1 !== values.length) return [];
  const atLeast = compare(count, ">=", integer(low));
  const atMost = compare(count, "<=", integer(high));
  if (low === high) return [compare(count, "==", integer(low))];
  if (low === 0) return [atMost];
  if (high === most) return [atLeast];
  return [and(compare(integer(low), "<=", count), atMost)];
}

function asParity(
  count: Expression,
  values: readonly number[],
  all: readonly number[],
): Expression[] {
  const isParity = (rest: number): boolean =>
    all.every((value) => values.includes(value) === (value % 2 === rest));
  return [0, 1]
    .filter(isParity)
    .map((rest) => compare(modulo(count, integer(2)), "==", integer(rest)));
}

/** Groups of leaves that may be swapped without changing the value. */
function symmetric({ leaves, values }: TruthTable): number[][] {
  const swaps = (a: number, b: number): boolean =>
    values.every((value, row) => {
      const differ = ((row >> a) ^ (row >> b)) & 1;
      return differ === 0 || values[row ^ (1 << a) ^ (1 << b)] === value;
    });
  const groups: number[][] = [];
  for (const k of leaves.keys()) {
    const alike = groups.find((members) => swaps(members[0]!, k));
    if (alike === undefined) groups.push([k]);
    else alike.push(k);
  }
  return groups;
}

/** The counts of a group at which the function is 1, with the other leaves fixed. */
function countsWhere({ values }: TruthTable, group: readonly number[], fixed: number): number[] {
  const rows = [...group.keys(), group.length].map((count) =>
    group.slice(0, count).reduce((row, k) => row | (1 << k), fixed),
  );
  return [...rows.keys()].filter((count) => values[rows[count]!] === 1);
}
