import { add, integer, modulo, multiply, range, subtract, variable } from "../../program/build.ts";
import type { Expression, Range } from "../../program/program.ts";
import { type Amount, amountOf, fixed, plusTimes } from "./amount.ts";
import type { AtomContext, In } from "./atom.ts";
import { type Formula, valueAt } from "./fit.ts";
import { countOf, textOf, widthOf, written } from "./formula-expression.ts";
import { plus } from "./plus.ts";
import type { AxisSet } from "./regions.ts";

export function axisParameterCount(axis: AxisSet): number {
  return axis.kind === "all" ? 0 : axis.kind === "span" ? 2 : 1;
}

/** One way along an axis: a place or a range, and how often it counts. */
export interface Step {
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

export interface OnAxis extends In {
  readonly axis: number;
}

export function stepsOf(set: AxisSet, formulas: readonly Formula[], at: OnAxis): Step[] {
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
      if (width === 1) return [pointStep(formulas[0]!, at)];
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

export function shifted(coordinate: Expression, shift: number): Expression {
  return plus(coordinate, integer(shift));
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
