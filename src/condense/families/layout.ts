import type { Network } from "../../enn/network.ts";
import { isSameShape } from "../../math/shape.ts";
import { divide, integer, multiply, size, subtract } from "../../program/build.ts";
import { freshSize } from "../../program/names.ts";
import type { Expression, Size } from "../../program/program.ts";
import type { Family } from "./family.ts";
import type { Plan, Source } from "./find.ts";
import { type Formula, valueAt } from "./fit.ts";
import { plus } from "./plus.ts";
import { type AxisSet, axesOfParameters, parametersOf, type Region } from "./regions.ts";

/** The lengths of all axes, as expressions that hold at other sizes where nothing speaks against it. */
export interface Lengths {
  /** By input: symbols and fixed lengths. */
  readonly inputs: readonly (readonly Size[])[];
  /** By source, then axis. */
  readonly sources: readonly (readonly Expression[])[];
}

/**
 * Finds which lengths are symbols. An axis of an input is one if something runs along it and no constant
 * place in its middle is read; equal lengths of inputs are one symbol only where a unit reads both alike.
 * Where outputs are said one by one, all lengths are fixed.
 */
export function lengthsOf(
  network: Network,
  plan: Plan,
  { taken, isFixed }: { readonly taken: Set<string>; readonly isFixed: boolean },
): Lengths {
  const families = [
    ...plan.sources.flatMap(({ family }) => (family === undefined ? [] : [family])),
    ...plan.outputs.map(({ family }) => family),
  ];
  const links = new Links();
  for (const family of families) linkAxes(family, plan.sources, links);
  // Inputs of one shape are meant to be of one shape.
  network.inputs.forEach(({ shape }, input) => {
    const first = network.inputs.findIndex((other) => isSameShape(other.shape, shape));
    shape.forEach((_, axis) => {
      if (first !== input) links.join(`${first} ${axis}`, `${input} ${axis}`);
    });
  });
  // Texts are as many as they are: their axis, and what goes along with it, keeps its length.
  const fixed = new Set(
    network.inputs.flatMap(({ shape, domain }, input) =>
      domain.kind === "one-hot" ? [links.rootOf(`${input} ${shape.length - 1}`)] : [],
    ),
  );
  const symbols = new Map<string, Size>();
  const inputs = network.inputs.map(({ shape }, input) =>
    shape.map((length, axis): Size => {
      const isUnread = !families.some(({ classes }) =>
        classes.some(({ source }) => source === input),
      );
      const isShared = isUnread && network.output.shape[axis] === length;
      if (isFixed || fixed.has(links.rootOf(`${input} ${axis}`))) return length;
      if (!isShared && !isFree(families, { input, axis, length })) return length;
      const root = `${links.rootOf(`${input} ${axis}`)} ${length}`;
      if (!symbols.has(root)) symbols.set(root, freshSymbol(taken));
      return symbols.get(root)!;
    }),
  );
  const sources: Expression[][] = inputs.map((shape) => shape.map(expressionOf));
  for (const source of plan.sources.slice(inputs.length)) {
    sources.push(
      source.family!.shape.map((_, variable) =>
        boundOf(source.family!, variable, { sources: plan.sources, lengths: sources }),
      ),
    );
  }
  return { inputs, sources };
}

function expressionOf(length: Size): Expression {
  return typeof length === "string" ? size(length) : integer(length);
}

function freshSymbol(taken: Set<string>): string {
  const symbol = freshSize(taken);
  taken.add(symbol);
  return symbol;
}

/** Which axes must be of one length, as a forest. */
class Links {
  readonly #parents = new Map<string, string>();

  rootOf(axis: string): string {
    const parent = this.#parents.get(axis);
    return parent === undefined ? axis : this.rootOf(parent);
  }

  join(a: string, b: string): void {
    const [first, second] = [this.rootOf(a), this.rootOf(b)].sort() as [string, string];
    if (first !== second) this.#parents.set(second, first);
  }
}

/** Axes along which one variable moves at the same pace, over the whole length, are one length. */
function linkAxes(family: Family, sources: readonly Source[], links: Links): void {
  family.shape.forEach((count, variable) => {
    const moving = axesMovedBy(family, variable).filter(
      ({ source, axis, factor }) =>
        Math.abs(factor) === 1 && sources[source]!.grid.shape[axis] === count,
    );
    for (const { source, axis } of moving) {
      const { family: inner } = sources[source]!;
      const name = inner === undefined ? `${source} ${axis}` : axisName(inner, axis, sources);
      const first = moving[0]!;
      const { family: other } = sources[first.source]!;
      const firstName =
        other === undefined
          ? `${first.source} ${first.axis}`
          : axisName(other, first.axis, sources);
      if (name !== undefined && firstName !== undefined) links.join(firstName, name);
    }
  });
}

/** The axis of an input that gives a family's variable its length. */
function axisName(
  family: Family,
  variable: number,
  sources: readonly Source[],
): string | undefined {
  for (const { source, axis } of axesMovedBy(family, variable)) {
    const { family: inner, grid } = sources[source]!;
    if (grid.shape[axis] !== family.shape[variable]) continue;
    return inner === undefined ? `${source} ${axis}` : axisName(inner, axis, sources);
  }
  return undefined;
}

interface Moved {
  readonly source: number;
  readonly axis: number;
  readonly factor: number;
  readonly divisor: number;
}

/** The axes of sources along which a variable moves what is read. */
function axesMovedBy({ classes }: Family, variable: number): Moved[] {
  return classes.flatMap(({ source, pattern, formulas }) =>
    axesOfParameters(pattern).flatMap((axis, k): Moved[] => {
      const formula = formulas[k]!;
      if (axis === undefined || !("variable" in formula) || formula.variable !== variable)
        return [];
      if (formula.kind === "affine") return [{ source, axis, factor: formula.factor, divisor: 1 }];
      if (formula.kind === "floor") return [{ source, axis, factor: 1, divisor: formula.divisor }];
      return [];
    }),
  );
}

/** How far a variable runs, by the lengths of what it moves along. */
export function boundOf(
  family: Family,
  variable: number,
  {
    sources,
    lengths,
  }: { readonly sources: readonly Source[]; readonly lengths: readonly (readonly Expression[])[] },
): Expression {
  const count = family.shape[variable]!;
  for (const { source, axis, factor, divisor } of axesMovedBy(family, variable)) {
    const length = sources[source]!.grid.shape[axis]!;
    const symbol = lengths[source]![axis]!;
    if (symbol.kind === "integer") continue;
    const pace = Math.abs(factor);
    if (divisor > 1 && count === divisor * length) return multiply(integer(divisor), symbol);
    if (divisor > 1) continue;
    if (pace > 1 && count === Math.floor(length / pace)) return divide(symbol, integer(pace));
    if (pace > 1 && count === Math.ceil(length / pace)) {
      return divide(plus(symbol, integer(pace - 1)), integer(pace));
    }
    if (pace > 1) continue;
    if (count === length) return symbol;
    const isNear = length - count <= 2 || 2 * count > length;
    if (count < length && length - count <= MOST_SHORTER && isNear) {
      return plus(symbol, integer(count - length));
    }
    if (count > length && count - length <= MOST_SHORTER)
      return plus(symbol, integer(count - length));
  }
  return integer(count);
}

const MOST_SHORTER = 4;

interface InputAxis {
  readonly input: number;
  readonly axis: number;
  readonly length: number;
}

/** Does something run along the axis, and is nothing read at a place that only this length explains? */
function isFree(families: readonly Family[], { input, axis, length }: InputAxis): boolean {
  let runs = false;
  for (const family of families) {
    if (family.body.kind === "dense") {
      if (family.body.sums.some(({ weights }) => weights.has(input))) return false;
    }
    for (const { source, pattern, formulas, law } of family.classes) {
      if (source !== input) continue;
      if (law?.kind === "linear" && law.axis === axis && law.slope < 0) return false;
      let next = 0;
      for (const region of pattern.regions) {
        const count = parametersOf({ regions: [region] }).length;
        const own = formulas.slice(next, next + count);
        next += count;
        const use = useOf(region, axis, { own, length });
        if (use === "fixed") return false;
        if (use === "runs") runs = true;
      }
    }
  }
  return runs;
}

type Use = "runs" | "near" | "fixed";

function useOf(
  region: Region,
  axis: number,
  { own, length }: { readonly own: readonly Formula[]; readonly length: number },
): Use {
  switch (region.kind) {
    case "triangle":
      return "runs";
    case "cells":
      return "fixed";
    case "line": {
      const count = own.at(-1)!;
      return count.kind === "constant" && count.value < length - 1 ? "fixed" : "runs";
    }
    case "product": {
      let next = 0;
      for (const [a, set] of region.axes.entries()) {
        const used = parametersIn(set);
        const formulas = own.slice(next, next + used);
        next += used;
        if (a === axis) return useOfSet(set, formulas, length);
      }
      return "near";
    }
  }
}

function useOfSet(set: AxisSet, formulas: readonly Formula[], length: number): Use {
  if (set.kind === "all") return "runs";
  const uses = formulas.map((formula): Use => {
    if (formula.kind === "values") return "fixed";
    if (formula.kind !== "constant") return "runs";
    return isNearEnd(formula.value, length) ? "near" : "fixed";
  });
  if (uses.includes("fixed")) return "fixed";
  if (set.kind === "span" && formulas.every(({ kind }) => kind === "constant")) {
    const [from, to] = formulas.map((formula) => valueAt(formula, []));
    return to! - from! > length / 2 ? "runs" : "near";
  }
  if (set.kind === "but") return "runs";
  return uses.includes("runs") ? "runs" : "near";
}

/** Constant places are the first two or the last two of an axis that is long enough to tell. */
function isNearEnd(value: number, length: number): boolean {
  if (length < LEAST_LENGTH) return value === 0;
  return value <= 2 || value >= length - 2;
}

const LEAST_LENGTH = 5;

function parametersIn(set: AxisSet): number {
  switch (set.kind) {
    case "all":
      return 0;
    case "point":
    case "but":
    case "steps":
      return 1;
    case "span":
      return 2;
  }
}

/** A coordinate that is the same for all members: counted from the end where it lies nearer to that. */
export function constantIndex(value: number, length: number, symbol: Expression): Expression {
  if (symbol.kind === "integer" || 2 * value < length || length < 3) return integer(value);
  if (value === length) return symbol;
  return value < length ? subtract(symbol, integer(length - value)) : integer(value);
}
