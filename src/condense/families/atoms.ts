import { add, integer, multiply, power, range, subtract, variable } from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { type Amount, amountOf, fixed, product } from "./amount.ts";
import type { Atom, AtomContext, In } from "./atom.ts";
import type { FamilyClass } from "./family.ts";
import type { Formula } from "./fit.ts";
import { formulaExpression, textOf, written } from "./formula-expression.ts";
import { constantIndex } from "./layout.ts";
import { plus } from "./plus.ts";
import type { Region } from "./regions.ts";
import { axisParameterCount, type Step, shifted, stepsOf } from "./step.ts";

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
