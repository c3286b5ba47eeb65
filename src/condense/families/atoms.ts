import {
  add,
  divide,
  integer,
  modulo,
  multiply,
  power,
  range,
  subtract,
  variable,
} from "../../program/build.ts";
import type { Expression, Range } from "../../program/program.ts";
import { type Amount, amountOf, fixed, plusTimes, product } from "./amount.ts";
import type { FamilyClass } from "./family.ts";
import { type Formula, valueAt } from "./fit.ts";
import { constantIndex } from "./layout.ts";
import { minus, plus, times } from "./plus.ts";
import type { AxisSet, Region } from "./regions.ts";

/** Part of a class's total: cells of one source, at one place or over ranges. */
export interface Atom {
  /** Atoms with equal keys are the same sum. */
  readonly key: string;
  /** How often it counts: 1 or -1. */
  readonly sign: 1 | -1;
  readonly source: number;
  readonly ranges: readonly Range[];
  readonly indices: readonly Expression[];
  /** What each cell is multiplied by, beside its class's weight. */
  readonly factor: Expression | undefined;
  /** How many cells there are; undefined where that follows no law. */
  readonly count: Amount | undefined;
  /** Of a single cell: where it lies for the first member. */
  readonly place?: readonly number[];
}

/** What is known where atoms are written. */
export interface AtomContext {
  /** The family's variables, as expressions. */
  readonly variables: readonly Expression[];
  /** How many values each variable takes. */
  readonly counts: readonly number[];
  /** Formulas whose values have an expression already: those of an output's own coordinates. */
  readonly known?: Known;
  /** Of the class's source. */
  readonly lengths: readonly Expression[];
  readonly shape: readonly number[];
  /** Zeros before the first coordinate of each axis. */
  readonly before: readonly number[];
  /** A name that is not in use. */
  readonly fresh: (hint: "loop" | "step") => string;
  /** An element of a table of constants. */
  readonly lookUp: LookUp;
  /** How regions are written. */
  readonly style: Style;
}

/**
 * `plain`: all but one as all without that one; `parted`: as what comes before and after it; `spelt`: a few
 * neighbours one by one.
 */
export type Style = "plain" | "parted" | "spelt";

/** By the text of a formula. */
export type Known = ReadonlyMap<string, Expression>;

export type LookUp = (values: readonly number[], index: Expression) => Expression;

/** The atoms of a class, with what is added and taken away apart. */
export function atomsOf(each: FamilyClass, context: AtomContext): Atom[] {
  let next = 0;
  const atoms = each.pattern.regions.flatMap((region) => {
    const count = parameterCount(region);
    const formulas = each.formulas.slice(next, next + count);
    next += count;
    return regionAtoms(region, formulas, { each, context });
  });
  // Single cells in reading order, wherever they lay in the network.
  const areCells = atoms.every(({ ranges, place }) => ranges.length === 0 && place !== undefined);
  return areCells ? atoms.sort((a, b) => comparePlaces(a.place!, b.place!)) : atoms;
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((coordinate, axis) => coordinate !== b[axis]);
  return k < 0 ? 0 : a[k]! - b[k]!;
}

interface In {
  readonly each: FamilyClass;
  readonly context: AtomContext;
}

function parameterCount(region: Region): number {
  switch (region.kind) {
    case "product":
      return region.axes.reduce((sum, axis) => sum + axisParameterCount(axis), 0);
    case "line":
      return region.start.length + 1;
    case "triangle":
    case "cells":
      return 0;
  }
}

function axisParameterCount(axis: AxisSet): number {
  return axis.kind === "all" ? 0 : axis.kind === "span" ? 2 : 1;
}

function regionAtoms(region: Region, formulas: readonly Formula[], { each, context }: In): Atom[] {
  switch (region.kind) {
    case "product":
      return productAtoms(region, formulas, { each, context });
    case "line":
      return [lineAtom(region, formulas, { each, context })];
    case "triangle":
      return [triangleAtom(region, { each, context })];
    case "cells":
      return region.cells.map((cell) => cellAtom(cell, region.sign, { each, context }));
  }
}

/** One way along an axis: a place or a range, and how often it counts. */
interface Step {
  readonly text: string;
  readonly sign: 1 | -1;
  readonly range: Range | undefined;
  readonly index: Expression;
  /** Before borders, for laws. */
  readonly coordinate: Expression;
  readonly count: Amount | undefined;
  /** Of a single place: the coordinate for the first member. */
  readonly place?: number;
}

function productAtoms(
  region: Extract<Region, { readonly kind: "product" }>,
  formulas: readonly Formula[],
  { each, context }: In,
): Atom[] {
  let next = 0;
  const choices = region.axes.map((set, axis) => {
    const count = axisParameterCount(set);
    const own = formulas.slice(next, next + count);
    next += count;
    return stepsOf(set, own, { axis, each, context });
  });
  const combinations = choices.reduce<Step[][]>(
    (lists, options) => lists.flatMap((list) => options.map((option) => [...list, option])),
    [[]],
  );
  return combinations.map((steps) => {
    const signs = [region.sign, ...steps.map((step) => step.sign)];
    const sign = signs.filter((each) => each < 0).length % 2 === 0 ? 1 : -1;
    return {
      key: `${each.source}[${steps.map(({ text }) => text).join()}]${JSON.stringify(each.law ?? 0)}`,
      sign,
      source: each.source,
      ranges: steps.flatMap((step) => (step.range === undefined ? [] : [step.range])),
      indices: steps.map(({ index }) => index),
      factor: each.law && lawExpression(each, steps[each.law.axis]!.coordinate, context),
      ...(steps.every(({ place }) => place !== undefined)
        ? { place: steps.map(({ place }) => place!) }
        : {}),
      count: steps.reduce<Amount | undefined>(
        (count, step) => count && step.count && product(count, step.count),
        fixed(1),
      ),
    };
  });
}

interface OnAxis extends In {
  readonly axis: number;
}

function stepsOf(set: AxisSet, formulas: readonly Formula[], at: OnAxis): Step[] {
  switch (set.kind) {
    case "all":
      return [allStep(at)];
    case "point":
      return [pointStep(formulas[0]!, at)];
    case "but":
      return at.context.style === "parted"
        ? partedSteps(formulas[0]!, at)
        : [allStep(at), { ...pointStep(formulas[0]!, at), sign: -1 }];
    case "span": {
      const width = widthOf(formulas[0]!, formulas[1]!);
      const isSpelt = at.context.style === "spelt" && width !== undefined && width <= MOST_SPELT;
      return isSpelt
        ? speltSteps(formulas[0]!, { step: 1, count: width }, at)
        : [spanStep(formulas[0]!, formulas[1]!, at)];
    }
    case "steps":
      return set.count <= MOST_PACES
        ? speltSteps(formulas[0]!, set, at)
        : [pacedStep(set, formulas[0]!, at)];
  }
}

/** More neighbours than these are never spelt out. */
const MOST_SPELT = 4;
const MOST_PACES = 3;

/** Some places one by one. */
function speltSteps(
  from: Formula,
  { step, count }: { readonly step: number; readonly count: number },
  at: OnAxis,
): Step[] {
  return Array.from({ length: count }, (_, k) => pointStep(later(from, k * step), at));
}

/** The formula of a place further on. */
function later(formula: Formula, by: number): Formula {
  switch (formula.kind) {
    case "constant":
      return { ...formula, value: formula.value + by };
    case "values":
      return { ...formula, values: formula.values.map((value) => value + by) };
    case "floor":
      return { ...formula, offset: formula.offset + by * formula.divisor };
    case "affine":
    case "pair":
      return { ...formula, offset: formula.offset + by };
  }
}

/** What comes before a place, and what comes after it. */
function partedSteps(formula: Formula, at: OnAxis): Step[] {
  const { axis, context } = at;
  const place = written(formula, at);
  const length = fixed(context.shape[axis]!);
  const where = amountOf(formula);
  const step = (
    from: Expression,
    to: Expression,
    count: Amount | undefined,
    text: string,
  ): Step => {
    const name = context.fresh("loop");
    const index = variable(name);
    return {
      text: `${text}${textOf(formula)}`,
      sign: 1,
      range: range(name, from, to),
      index: shifted(index, context.before[axis]!),
      coordinate: index,
      count,
    };
  };
  return [
    step(integer(0), place, where, "<"),
    step(
      plus(place, integer(1)),
      context.lengths[axis]!,
      where && plusTimes(plusTimes(length, -1, fixed(1)), -1, where),
      ">",
    ),
  ];
}

function allStep({ axis, context }: OnAxis): Step {
  const name = context.fresh("loop");
  const index = variable(name);
  return {
    text: "all",
    sign: 1,
    range: range(name, integer(0), context.lengths[axis]!),
    index: shifted(index, context.before[axis]!),
    coordinate: index,
    count: fixed(context.shape[axis]!),
  };
}

function pointStep(formula: Formula, at: OnAxis): Step {
  const coordinate = written(formula, at);
  return {
    text: textOf(formula),
    sign: 1,
    range: undefined,
    index: bordered(coordinate, formula, at),
    coordinate,
    place: valueAt(formula, ZEROS),
    count: fixed(1),
  };
}

const ZEROS = new Array<number>(8).fill(0);

/** A stretch of an axis: of constant length around a place, or between two places. */
function spanStep(from: Formula, to: Formula, at: OnAxis): Step {
  const { axis, context } = at;
  const width = widthOf(from, to);
  const text = `${textOf(from)}..${textOf(to)}`;
  if (width === undefined || (from.kind === "constant" && at.each.borders[axis] === "plain")) {
    const name = context.fresh("loop");
    const index = variable(name);
    return {
      text,
      sign: 1,
      range: range(name, written(from, at), written(to, at)),
      index: shifted(index, context.before[axis]!),
      coordinate: index,
      count: countOf(from, to),
    };
  }
  const name = context.fresh("step");
  const base = baseOf(from);
  const start = offsetOf(from);
  const shift = context.before[axis]!;
  const step = variable(name);
  const place = written(base, at);
  const raw = add(place, step);
  const isRing = at.each.borders[axis] === "ring";
  return {
    text,
    sign: 1,
    range: range(name, integer(start + shift), integer(start + width + shift)),
    index: isRing ? modulo(raw, context.lengths[axis]!) : raw,
    coordinate: subtract(raw, integer(shift)),
    count: fixed(width),
  };
}

function pacedStep(
  { step, count }: Extract<AxisSet, { readonly kind: "steps" }>,
  formula: Formula,
  at: OnAxis,
): Step {
  const name = at.context.fresh("loop");
  const coordinate = plus(multiply(integer(step), variable(name)), written(formula, at));
  const isRing = at.each.borders[at.axis] === "ring" && formula.kind !== "constant";
  const length = at.context.lengths[at.axis]!;
  return {
    text: `${textOf(formula)}+${step}x${count}`,
    sign: 1,
    range: range(name, integer(0), pacedCount(step, count, { formula, at })),
    index: isRing ? modulo(coordinate, length) : shifted(coordinate, at.context.before[at.axis]!),
    coordinate,
    count: fixed(count),
  };
}

/** How many steps fit into the axis, where they go to its end. */
function pacedCount(
  step: number,
  count: number,
  { formula, at }: { readonly formula: Formula; readonly at: OnAxis },
): Expression {
  const { lengths, shape } = at.context;
  const length = lengths[at.axis]!;
  if (formula.kind !== "constant" || length.kind === "integer") return integer(count);
  const { value } = formula;
  const isToEnd = value < step && Math.ceil((shape[at.axis]! - value) / step) === count;
  if (!isToEnd) return integer(count);
  const rest = step - 1 - value;
  return { kind: "divide", left: plus(length, integer(rest)), right: integer(step) };
}

function lineAtom(
  { sign, step, count }: Extract<Region, { readonly kind: "line" }>,
  formulas: readonly Formula[],
  { each, context }: In,
): Atom {
  const name = context.fresh("loop");
  const index = variable(name);
  const coordinates = step.map((move, axis) => {
    const start = written(formulas[axis]!, { axis, each, context });
    if (move === 1) return plus(start, index);
    return move === -1 ? subtract(start, index) : plus(start, multiply(integer(move), index));
  });
  const last = formulas.at(-1)!;
  const axis = context.shape.indexOf(count);
  const bound =
    last.kind === "constant" && axis >= 0
      ? context.lengths[axis]!
      : formulaExpression(last, context);
  return {
    key: `${each.source}line${step.join()}${formulas.map(textOf).join()}`,
    sign,
    source: each.source,
    ranges: [range(name, integer(0), bound)],
    indices: coordinates.map((each, axis) => shifted(each, context.before[axis]!)),
    factor: undefined,
    count: amountOf(last),
  };
}

function triangleAtom(
  { sign, relation }: Extract<Region, { readonly kind: "triangle" }>,
  { each, context }: In,
): Atom {
  const [outer, inner] = [context.fresh("loop"), context.fresh("loop")];
  const [i, length] = [variable(outer), context.lengths[1]!];
  const bounds = {
    "<": [add(i, integer(1)), length],
    "<=": [i, length],
    ">": [integer(0), i],
    ">=": [integer(0), add(i, integer(1))],
  } as const;
  const [from, to] = bounds[relation];
  const n = context.shape[0]!;
  return {
    key: `${each.source}${relation}`,
    sign,
    source: each.source,
    ranges: [range(outer, integer(0), context.lengths[0]!), range(inner, from, to)],
    indices: [i, variable(inner)].map((index, axis) => shifted(index, context.before[axis]!)),
    factor: undefined,
    count: fixed((n * (n - 1)) / 2 + (relation.endsWith("=") ? n : 0)),
  };
}

function cellAtom(cell: number, sign: 1 | -1, { each, context }: In): Atom {
  let rest = cell;
  const coordinates = [...context.shape].reverse().map((length) => {
    const coordinate = rest % length;
    rest = Math.floor(rest / length);
    return coordinate;
  });
  return {
    key: `${each.source}cell${cell}`,
    sign,
    source: each.source,
    ranges: [],
    indices: coordinates
      .reverse()
      .map((coordinate, axis) => integer(coordinate + context.before[axis]!)),
    factor: undefined,
    count: fixed(1),
  };
}

/** A law as the factor of the cell at a coordinate. */
function lawExpression(
  { law }: FamilyClass,
  coordinate: Expression,
  { lengths, shape }: AtomContext,
): Expression {
  const found = law!;
  switch (found.kind) {
    case "linear": {
      const slope = found.slope === 1 ? coordinate : multiply(integer(found.slope), coordinate);
      return plus(slope, integer(found.offset));
    }
    case "power": {
      const start = constantIndex(found.start, shape[found.axis]!, lengths[found.axis]!);
      const exponent = found.isFalling
        ? subtract(start, coordinate)
        : found.start === 0
          ? coordinate
          : subtract(coordinate, start);
      const raised = power(found.base, exponent);
      return found.scale === 1 ? raised : multiply(integer(found.scale), raised);
    }
  }
}

/** A coordinate, where its axis ends as its class says, in the array with zeros around it. */
function bordered(
  coordinate: Expression,
  formula: Formula,
  { axis, each, context }: OnAxis,
): Expression {
  const length = context.lengths[axis]!;
  if (
    each.borders[axis] === "ring" &&
    formula.kind !== "constant" &&
    !isWithin(formula, axis, context)
  ) {
    return modulo(coordinate, length);
  }
  return shifted(coordinate, context.before[axis]!);
}

/** A variable as it is never leaves an axis that is as long as its range. */
function isWithin(formula: Formula, axis: number, { counts, shape }: AtomContext): boolean {
  if (formula.kind !== "affine" || formula.factor !== 1 || formula.offset !== 0) return false;
  return (counts[formula.variable] ?? Infinity) <= shape[axis]!;
}

function shifted(coordinate: Expression, shift: number): Expression {
  return plus(coordinate, integer(shift));
}

function quotient(of: Expression, divisor: number): Expression {
  if (of.kind === "integer") return integer(Math.floor(of.value / divisor));
  return divide(of, integer(divisor));
}

/** The value of a formula, with what lies near the end of an axis counted from there. */
function written(formula: Formula, { axis, context }: OnAxis): Expression {
  const [length, symbol] = [context.shape[axis]!, context.lengths[axis]!];
  const known = context.known?.get(textOf(formula));
  if (known !== undefined) return known;
  if (formula.kind === "constant") return constantIndex(formula.value, length, symbol);
  if (formula.kind === "affine" && formula.factor < 0) {
    const start = constantIndex(formula.offset, length, symbol);
    return minus(start, times(-formula.factor, context.variables[formula.variable]!));
  }
  return formulaExpression(formula, context);
}

/** The value of a formula. */
export function formulaExpression(
  formula: Formula,
  { variables, lookUp }: Pick<AtomContext, "variables" | "lookUp">,
): Expression {
  switch (formula.kind) {
    case "constant":
      return integer(formula.value);
    case "affine":
      return plus(times(formula.factor, variables[formula.variable]!), integer(formula.offset));
    case "floor":
      return quotient(plus(variables[formula.variable]!, integer(formula.offset)), formula.divisor);
    case "pair": {
      const [a, b] = [variables[formula.first]!, variables[formula.second]!];
      return plus(formula.sign === 1 ? plus(a, b) : minus(b, a), integer(formula.offset));
    }
    case "values":
      return lookUp(formula.values, variables[formula.variable]!);
  }
}

export function textOf(formula: Formula): string {
  return JSON.stringify(formula);
}

/** How far apart two places always are; undefined where that differs. */
function widthOf(from: Formula, to: Formula): number | undefined {
  if (from.kind === "constant" && to.kind === "constant") return to.value - from.value;
  if (from.kind === "constant" || to.kind === "constant" || from.kind !== to.kind) return undefined;
  if (from.kind === "values" || to.kind === "values") return undefined;
  if (textOf({ ...from, offset: 0 }) !== textOf({ ...to, offset: 0 })) return undefined;
  if (from.kind === "floor") return undefined;
  return (to as { offset: number }).offset - from.offset;
}

/** How far it is from one place to another. */
function countOf(from: Formula, to: Formula): Amount | undefined {
  const [start, end] = [amountOf(from), amountOf(to)];
  return start && end && plusTimes(end, -1, start);
}

/** The formula without its constant, which is counted in steps. */
function baseOf(formula: Formula): Formula {
  return formula.kind === "constant" || formula.kind === "values"
    ? { kind: "constant", value: 0 }
    : { ...formula, offset: 0 };
}

function offsetOf(formula: Formula): number {
  if (formula.kind === "constant") return formula.value;
  return formula.kind === "values" ? 0 : formula.offset;
}
