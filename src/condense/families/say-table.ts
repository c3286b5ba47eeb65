import { toNumber } from "../../math/exact.ts";
import { modulo } from "../../math/shape.ts";
import {
  and,
  bit,
  choose,
  compare,
  integer,
  member,
  multiply,
  not,
  or,
  modulo as remainderOf,
  subtract,
  truth,
} from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { formulaOf } from "../forms/formula-of.ts";
import type { Rule } from "../wiring.ts";
import { fixed } from "./amount.ts";
import type { LookUp } from "./formula-expression.ts";
import { collected, type Part } from "./part.ts";
import type { LayeredUnit, Weighted } from "./reading.ts";
import { linear, saySum, total, truthOf } from "./say-sum.ts";
import { shortest } from "./shortest.ts";

/** Something that a table is over: the total of some parts, an integer from `low` on. */
export interface Counted {
  readonly parts: readonly Part[];
  readonly low: number;
  /** How many totals there are. */
  readonly count: number;
  /** The cells one by one, each a bit, where they are few. */
  readonly cells: readonly Part[] | undefined;
}

interface TableGiven {
  readonly table: Int8Array;
  readonly layers: readonly LayeredUnit[] | undefined;
  readonly lookUp: LookUp;
}

/**
 * What a unit computes, by its value for each combination of totals: in the fewest words of several ways.
 *
 * A truth for thresholds, a number for signs.
 */
export function sayTable(
  rule: Rule,
  counted: readonly Counted[],
  { table, layers, lookUp }: TableGiven,
): Expression {
  const ways = [
    ...sayShortly(rule, counted, table),
    ...(layers === undefined
      ? []
      : [...byUnits(layers, counted), ...byUnitFormula(layers, counted)]),
  ];
  return ways.length > 0 ? shortest(ways) : byLookUp(rule, { table, counted, lookUp });
}

/** The ways to say a small table in words; none where it has none. */
export function sayShortly(
  rule: Rule,
  counted: readonly Counted[],
  table: Int8Array,
): readonly Expression[] {
  const isUp = truths(
    table.map((value) => (value > 0 ? 1 : 0)),
    counted,
  );
  if (rule !== "sign" || isUp.length === 0) return isUp;
  const isDown = truths(
    table.map((value) => (value < 0 ? 1 : 0)),
    counted,
  );
  if (isDown.length === 0) return [];
  const [up, down] = [shortest(isUp), shortest(isDown)];
  return [
    choose(up, integer(1), choose(down, integer(-1), integer(0))),
    subtract(bit(up), bit(down)),
  ];
}

/** The ways to say a table of 0 and 1 as a truth. */
function truths(table: Int8Array, counted: readonly Counted[]): Expression[] {
  if (table.every((value) => value === table[0])) return [truthOf(table[0] === 1)];
  return [
    ...byOneTotal(table, counted),
    ...byTotalAndBit(table, counted),
    ...byFeatures(table, counted),
    ...byCells(table, counted),
  ];
}

/** The shortest formula over single cells, where these are few. */
function byCells(table: Int8Array, counted: readonly Counted[]): Expression[] {
  const cells = counted.flatMap(({ cells: own }, k) => own?.map((cell) => ({ cell, k })) ?? []);
  const isWhole = counted.every(({ cells: own }) => own !== undefined);
  if (!isWhole || cells.length > MOST_FEATURES || cells.length === 0) return [];
  const inputs = cells.map(({ cell }) => cell.body);
  const target = Uint8Array.from({ length: 2 ** cells.length }, (_, row) => {
    const totals = counted.map(
      (_, k) => cells.filter((each, at) => each.k === k && ((row >> at) & 1) === 1).length,
    );
    return table[totals.reduce((sum, total, k) => sum * counted[k]!.count + total, 0)]!;
  });
  const formula = formulaOf(target, { inputs, areTruths: false });
  return formula === undefined ? [] : [truth(formula)];
}

function byOneTotal(table: Int8Array, counted: readonly Counted[]): Expression[] {
  const [only, ...rest] = counted;
  if (only === undefined || rest.length > 0) return [];
  return [
    isOneOf(
      only,
      [...table.keys()].filter((k) => table[k] === 1),
    ),
  ];
}

/** A function of one total that depends on one more bit. */
function byTotalAndBit(table: Int8Array, counted: readonly Counted[]): Expression[] {
  if (counted.length !== 2) return [];
  return [0, 1].flatMap((k) => {
    const [single, other] = [counted[k]!, counted[1 - k]!];
    if (!isBit(single)) return [];
    const at = (value: number, count: number): number =>
      k === 0 ? value * other.count + count : count * single.count + value;
    const where = (value: number): number[] =>
      Array.from({ length: other.count }, (_, count) => count).filter(
        (count) => table[at(value, count)] === 1,
      );
    const [off, on] = [where(0), where(1)];
    return combinations(conditionOf(single), (values) => isOneOf(other, values), { on, off });
  });
}

/** The ways to say "on where the condition holds, off where it does not". */
function combinations(
  condition: Expression,
  is: (values: readonly number[]) => Expression,
  { on, off }: { readonly on: readonly number[]; readonly off: readonly number[] },
): Expression[] {
  const onlyOn = on.filter((value) => !off.includes(value));
  const onlyOff = off.filter((value) => !on.includes(value));
  const ways = [choose(condition, is(on), is(off))];
  if (off.length === 0) return [and(condition, is(on))];
  if (on.length === 0) return [and(not(condition), is(off))];
  if (onlyOff.length === 0) ways.push(or(is(off), and(is(onlyOn), condition)));
  if (onlyOn.length === 0) ways.push(or(is(on), and(is(onlyOff), not(condition))));
  return ways;
}

/** "The total is one of these", by rank from 0. */
function isOneOf(counted: Counted, ranks: readonly number[]): Expression {
  const all = Array.from({ length: counted.count }, (_, rank) => rank);
  if (isBit(counted)) {
    const condition = conditionOf(counted);
    if (ranks.length === 1) return ranks[0] === 1 ? condition : not(condition);
    return truthOf(ranks.length === 2);
  }
  const others = all.filter((rank) => !ranks.includes(rank));
  if (ranks.length === 0 || others.length === 0) return truthOf(others.length === 0);
  return shortest([
    ...asThreshold(counted, ranks),
    ...asThreshold(counted, others).map(not),
    ...asInterval(counted, ranks),
    ...asInterval(counted, others).map(not),
    ...asRemainder(counted, ranks),
    ...asRemainder(counted, others).map(not),
    member(
      totalOf(counted),
      ranks.map((rank) => rank + counted.low),
    ),
    not(
      member(
        totalOf(counted),
        others.map((rank) => rank + counted.low),
      ),
    ),
  ]);
}

/** From some total on. */
function asThreshold({ parts, low, count }: Counted, ranks: readonly number[]): Expression[] {
  const first = ranks[0]!;
  if (ranks.at(-1) !== count - 1 || ranks.length !== count - first) return [];
  return [saySum("threshold", parts, 1 - (first + low))];
}

function asInterval(counted: Counted, ranks: readonly number[]): Expression[] {
  const [first, last] = [ranks[0]!, ranks.at(-1)!];
  if (last - first + 1 !== ranks.length) return [];
  const value = totalOf(counted);
  const [low, high] = [integer(first + counted.low), integer(last + counted.low)];
  if (first === last) return [compare(value, "==", low)];
  return [and(compare(low, "<=", value), compare(value, "<=", high))];
}

/** All totals that leave the same rest by a divisor that shows more than once, or by 2. */
function asRemainder(counted: Counted, ranks: readonly number[]): Expression[] {
  const [first, second] = ranks;
  if (first === undefined) return [];
  const divisor = (second ?? first + 2) - first;
  const isWhole = Array.from({ length: counted.count }, (_, rank) => rank).every(
    (rank) => ranks.includes(rank) === (modulo(rank - first, divisor) === 0),
  );
  // Of one cell of three values, that it is odd says less clearly which one it is.
  const isSeen = divisor === 2 ? !isState(counted) : ranks.length > 2;
  if (divisor < 2 || !isSeen || !isWhole) return [];
  const rest = modulo(first + counted.low, divisor);
  return [compare(remainderOf(totalOf(counted), integer(divisor)), "==", integer(rest))];
}

/**
 * A formula over conditions: bits are such, and a total of which only two kinds matter is one, one of
 * which three matter two.
 */
function byFeatures(table: Int8Array, counted: readonly Counted[]): Expression[] {
  const features = counted.flatMap((_, k) => featuresOf(table, counted, k));
  if (
    features.length > MOST_FEATURES ||
    features.some(({ condition }) => condition === undefined)
  ) {
    return [];
  }
  const areBits = features.every(({ value }) => value !== undefined);
  const inputs = features.map(({ condition, value }) => (areBits ? value! : condition!));
  const target = Uint8Array.from({ length: 2 ** features.length }, (_, row) =>
    valueAt(table, counted, { features, row }),
  );
  const formula = formulaOf(target, { inputs, areTruths: !areBits });
  if (formula === undefined) return [];
  return [areBits ? truth(formula) : formula];
}

const MOST_FEATURES = 4;

interface Feature {
  readonly class: number;
  /** The ranks of its total at which it holds. */
  readonly ranks: ReadonlySet<number>;
  readonly condition: Expression | undefined;
  /** As a bit, where it is one cell. */
  readonly value: Expression | undefined;
}

function featuresOf(table: Int8Array, counted: readonly Counted[], k: number): Feature[] {
  const own = counted[k]!;
  if (isBit(own)) {
    const value = own.parts.length === 1 ? totalOf(own) : undefined;
    return [{ class: k, ranks: new Set([1]), condition: conditionOf(own), value }];
  }
  const kinds = kindsOf(table, counted, k);
  const nKinds = Math.max(...kinds) + 1;
  const feature = (isIn: (kind: number) => boolean): Feature => {
    const ranks = [...kinds.keys()].filter((rank) => isIn(kinds[rank]!));
    return {
      class: k,
      ranks: new Set(ranks),
      condition: nKinds > 3 ? undefined : isOneOf(own, ranks),
      value: undefined,
    };
  };
  if (nKinds === 2) return [feature((kind) => kind === 1)];
  return [feature((kind) => kind >= 1), feature((kind) => kind >= 2)];
}

/** Totals at which the function is the same are of one kind; kinds are numbered as they come. */
function kindsOf(table: Int8Array, counted: readonly Counted[], k: number): number[] {
  const stride = counted.slice(k + 1).reduce((product, { count }) => product * count, 1);
  const { count } = counted[k]!;
  const slices = Array.from({ length: count }, () => [] as number[]);
  table.forEach((value, row) => {
    slices[Math.floor(row / stride) % count]!.push(value);
  });
  const texts = slices.map((slice) => slice.join(""));
  const distinct = [...new Set(texts)];
  return texts.map((text) => distinct.indexOf(text));
}

/** The table where the features have the values of a row's bits, as far as they can. */
function valueAt(
  table: Int8Array,
  counted: readonly Counted[],
  { features, row }: { readonly features: readonly Feature[]; readonly row: number },
): number {
  const index = counted.reduce((sum, { count }, k) => {
    const own = features.flatMap((feature, bitAt) =>
      feature.class === k ? [{ feature, isSet: ((row >> bitAt) & 1) === 1 }] : [],
    );
    const ranks = Array.from({ length: count }, (_, rank) => rank);
    const fitting = ranks.find((rank) =>
      own.every(({ feature, isSet }) => feature.ranks.has(rank) === isSet),
    );
    // No total is of the third kind and not of the second: whatever is said of it is right.
    const rank = fitting ?? ranks.find((each) => own.at(-1)!.feature.ranks.has(each))!;
    return sum * count + rank;
  }, 0);
  return table[index]!;
}

/** The shortest formula over the units that look at totals, where these are few. */
function byUnitFormula(layers: readonly LayeredUnit[], counted: readonly Counted[]): Expression[] {
  const first = [...layers.keys()].filter((k) => layers[k]!.unitWeights.length === 0);
  const later = [...layers.keys()].filter((k) => !first.includes(k));
  const isSplit =
    first.every((k) => layers[k]!.rule === "threshold") &&
    later.every((k) => layers[k]!.classWeights.length === 0 && layers[k]!.rule !== "sum");
  const isFew = first.length <= MOST_FEATURES && later.length > 0;
  if (!isSplit || !isFew || layers.at(-1)!.rule !== "threshold") return [];
  const target = Uint8Array.from({ length: 2 ** first.length }, (_, row) => {
    const values = layers.map(() => 0);
    first.forEach((k, at) => {
      values[k] = (row >> at) & 1;
    });
    for (const k of later) values[k] = unitValue(layers[k]!, values);
    return values.at(-1)!;
  });
  const inputs = first.map((k) => {
    const { classWeights, bias } = layers[k]!;
    return saySum("threshold", classParts(classWeights, counted), bias);
  });
  const formula = formulaOf(target, { inputs, areTruths: true });
  return formula === undefined ? [] : [formula];
}

function unitValue({ rule, unitWeights, bias }: LayeredUnit, values: readonly number[]): number {
  const sum = unitWeights.reduce(
    (total, { index, weight }) => total + weight * values[index]!,
    toNumber(bias),
  );
  return sum > 0 ? 1 : rule === "sign" && sum < 0 ? -1 : 0;
}

/** The parts of a unit's own sum of totals. */
function classParts(classWeights: readonly Weighted[], counted: readonly Counted[]): Part[] {
  const inOrder = [...classWeights].sort((a, b) => a.index - b.index);
  return collected(
    inOrder.flatMap(({ index, weight }) =>
      counted[index]!.parts.map((part) => ({ ...part, weight: part.weight * weight })),
    ),
  );
}

/** Unit by unit, as the network has it. */
function byUnits(layers: readonly LayeredUnit[], counted: readonly Counted[]): Expression[] {
  const units: Part[] = [];
  let last: Expression | undefined;
  for (const [k, { rule, classWeights, unitWeights, bias }] of layers.entries()) {
    // Neither the order of neurons nor that of their weights is to be seen.
    const inner = unitWeights.map(({ index, weight }) => ({ ...units[index]!, weight }));
    inner.sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    const parts = collected([...classParts(classWeights, counted), ...inner]);
    last = saySum(rule, parts, bias);
    const isCondition = rule === "threshold";
    units.push({
      key: `unit ${k}`,
      weight: 1,
      ranges: [],
      body: isCondition ? bit(last) : last,
      condition: isCondition ? last : undefined,
      count: fixed(1),
      bounds: { low: isCondition ? 0 : -1, high: 1, isInteger: true },
    });
  }
  return [last!];
}

function textOf({ body }: Part): string {
  return JSON.stringify(body);
}

/** An element of a table of constants, where nothing shorter is known. */
function byLookUp(
  rule: Rule,
  { table, counted, lookUp }: Omit<TableGiven, "layers"> & { readonly counted: readonly Counted[] },
): Expression {
  const strides = counted.map((_, k) =>
    counted.slice(k + 1).reduce((product, { count }) => product * count, 1),
  );
  const terms = counted.map((each, k) => {
    const rank = each.low === 0 ? totalOf(each) : subtract(totalOf(each), integer(each.low));
    return strides[k] === 1 ? rank : multiply(integer(strides[k]!), rank);
  });
  const value = lookUp([...table], total(terms));
  return rule === "threshold" ? truth(value) : value;
}

function isBit({ parts, low, count }: Counted): boolean {
  const [only] = parts;
  const isCell = parts.length === 1 && only!.ranges.length === 0 && only!.condition !== undefined;
  return low === 0 && count === 2 && isCell;
}

function isState({ parts, count }: Counted): boolean {
  return count === 3 && parts.length === 1 && parts[0]!.ranges.length === 0;
}

function conditionOf({ parts }: Counted): Expression {
  return parts[0]!.condition!;
}

function totalOf({ parts }: Counted): Expression {
  return linear({ parts, bias: 0 });
}
