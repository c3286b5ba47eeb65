import { coordinatesOf, indexOf, sizeOf as sizeOfShape } from "../../math/shape.ts";
import {
  and,
  choose,
  compare,
  divide,
  integer,
  modulo,
  multiply,
  subtract,
} from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression } from "../../program/program.ts";
import type { Family } from "./family.ts";
import type { OutputFamily } from "./find.ts";
import { type Formula, valueAt } from "./fit.ts";
import type { Known } from "./formula-expression.ts";
import { constantIndex } from "./layout.ts";
import { plus } from "./plus.ts";

interface LengthsGiven {
  readonly shape: readonly number[];
  readonly boundOf: (family: Family, variable: number) => Expression;
  /** The lengths of the inputs. */
  readonly inputs: readonly {
    readonly shape: readonly number[];
    readonly lengths: readonly Expression[];
  }[];
}

/** The lengths of the output's axes, by those of the variables that run along them, or of an input. */
export function outputLengths(
  outputs: readonly OutputFamily[],
  { shape, boundOf, inputs }: LengthsGiven,
): Expression[] {
  return shape.map((length, axis) => {
    for (const { family } of outputs) {
      const formula = family.coordinates[axis]!;
      if (formula.kind !== "affine") continue;
      const count = family.shape[formula.variable]!;
      const factor = Math.abs(formula.factor);
      const bound = boundOf(family, formula.variable);
      if (bound.kind === "integer" || factor * count !== length) continue;
      if (factor === 1) return bound;
      // As many times as it was divided: the axis that it runs along.
      const isDivided =
        bound.kind === "divide" && bound.right.kind === "integer" && bound.right.value === factor;
      return isDivided ? bound.left : multiply(integer(factor), bound);
    }
    const alike = inputs.find(
      (input) =>
        input.shape.length === shape.length &&
        input.shape[axis] === length &&
        input.lengths[axis]!.kind === "size",
    );
    if (alike !== undefined) return alike.lengths[axis]!;
    // A long axis is as long as an input's axis by no accident.
    const symbols = inputs.flatMap((input) =>
      input.lengths.filter((symbol, k) => symbol.kind === "size" && input.shape[k] === length),
    );
    return (length >= LEAST_LENGTH ? symbols[0] : undefined) ?? integer(length);
  });
}

const LEAST_LENGTH = 5;

interface At {
  readonly shape: readonly number[];
  /** Of the output's axes. */
  readonly lengths: readonly Expression[];
  readonly indices: readonly Expression[];
  readonly say: (
    family: OutputFamily,
    variables: readonly Expression[],
    known?: Known,
  ) => Expression;
}

/**
 * What the output is at some indices: that of the family to which these belong.
 *
 * Undefined where the families lie in the output without a pattern.
 */
export function outputAt(
  outputs: readonly OutputFamily[],
  { shape, lengths, indices, say }: At,
): Expression | undefined {
  if (outputs.length > MOST_FAMILIES) return undefined;
  // Conditions describe boxes and bands: only what is left at the end may be of another form.
  const bands = new Map(outputs.map((each) => [each, bandOf(each, shape)]));
  const rankOf = (each: OutputFamily): number => {
    if (isBox(each)) return isOfEnds(each, shape) ? 1 : 0;
    return bands.get(each) === undefined ? 3 : 2;
  };
  // The one of which it is hardest to say where it is needs no condition.
  const ordered = [...outputs].sort((a, b) => rankOf(b) - rankOf(a) || sizeOf(b) - sizeOf(a));
  const places = ordered.map(({ family }) => placeIn(family, { shape, lengths, indices }));
  if (places.some((place) => place === undefined)) return undefined;
  if (ordered.slice(1).some((each) => rankOf(each) === 3)) return undefined;
  const known = (family: OutputFamily): Known =>
    family.family.coordinates.map((formula, axis) => ({ formula, is: indices[axis]! }));
  const [main, ...special] = ordered;
  return special.reduceRight<Expression>(
    (otherwise, family, k) => {
      const { conditions, variables } = places[k + 1]!;
      const band = bands.get(family);
      const inBand = band && compare(indices[0]!, band, indices[1]!);
      const [first, ...rest] = inBand === undefined ? conditions : [inBand];
      const condition = rest.length === 0 ? first! : and(first!, ...rest);
      return choose(condition, say(family, variables, known(family)), otherwise);
    },
    say(main!, places[0]!.variables, known(main!)),
  );
}

const MOST_FAMILIES = 6;

function sizeOf({ family }: OutputFamily): number {
  return family.members.length;
}

function isBox({ family }: OutputFamily): boolean {
  return family.members.length === family.shape.reduce((product, count) => product * count, 1);
}

const BANDS = {
  "<": (i: number, j: number) => i < j,
  "<=": (i: number, j: number) => i <= j,
  ">": (i: number, j: number) => i > j,
  ">=": (i: number, j: number) => i >= j,
} as const;

type Band = keyof typeof BANDS;

/** How the row of members stands to their column, if that is what makes them members: a triangle of a whole square. */
function bandOf({ family }: OutputFamily, shape: readonly number[]): Band | undefined {
  const [height, width] = shape;
  if (shape.length !== 2 || height !== width || height! < 3) return undefined;
  const cells = new Set(
    family.members.map(({ variables }) =>
      indexOf(
        family.coordinates.map((each) => valueAt(each, variables)),
        shape,
      ),
    ),
  );
  const names = Object.keys(BANDS) as Band[];
  return names.find((band) =>
    Array.from({ length: sizeOfShape(shape) }, (_, cell) => cell).every((cell) => {
      const [i, j] = coordinatesOf(cell, shape);
      return BANDS[band](i!, j!) === cells.has(cell);
    }),
  );
}

/** Only the first and the last along an axis: they are said as what is not between. */
function isOfEnds({ family }: OutputFamily, shape: readonly number[]): boolean {
  return family.coordinates.some(
    (formula, axis) =>
      formula.kind === "affine" &&
      family.shape[formula.variable] === 2 &&
      Math.abs(formula.factor) === shape[axis]! - 1 &&
      shape[axis]! > 3,
  );
}

interface Place {
  readonly conditions: readonly Expression[];
  readonly variables: readonly Expression[];
}

/** Where indices are those of members, and of which ones. */
function placeIn(family: Family, { shape, lengths, indices }: Omit<At, "say">): Place | undefined {
  const conditions: Expression[] = [];
  const variables = new Array<Expression | undefined>(family.shape.length).fill(undefined);
  for (const [axis, formula] of family.coordinates.entries()) {
    const index = indices[axis]!;
    if (formula.kind === "constant") {
      const value = constantIndex(formula.value, shape[axis]!, lengths[axis]!);
      if (shape[axis]! > 1) conditions.push(compare(index, "==", value));
      continue;
    }
    if (formula.kind !== "affine") return undefined;
    const known = variables[formula.variable];
    if (known !== undefined) {
      // A diagonal: one index follows from the other.
      if (formula.factor !== 1) return undefined;
      const other = plus(known, integer(formula.offset));
      conditions.push(
        isSame(other, indices[0]!) ? compare(other, "==", index) : compare(index, "==", other),
      );
      continue;
    }
    const solved = solve(formula, index);
    if (solved === undefined) return undefined;
    variables[formula.variable] = solved;
    conditions.push(
      ...rangeConditions(formula, family, { index, length: shape[axis]!, symbol: lengths[axis]! }),
    );
  }
  if (variables.some((each) => each === undefined)) return undefined;
  return { conditions, variables: variables as Expression[] };
}

type Affine = Extract<Formula, { readonly kind: "affine" }>;

/** The variable whose formula has the index as its value. */
function solve({ factor, offset }: Affine, index: Expression): Expression | undefined {
  if (factor === 1) return plus(index, integer(-offset));
  if (factor === -1) return subtract(integer(offset), index);
  if (factor < 0) return undefined;
  // A remainder below the factor is cut off.
  const start = offset < factor ? index : plus(index, integer(-offset));
  return divide(start, integer(factor));
}

interface Along {
  readonly index: Expression;
  readonly length: number;
  /** The length as it is written. */
  readonly symbol: Expression;
}

function rangeConditions(
  formula: Affine,
  family: Family,
  { index, length, symbol }: Along,
): Expression[] {
  const count = family.shape[formula.variable]!;
  const ends = [0, count - 1].map((value) => valueAt({ ...formula, variable: 0 }, [value]));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const step = Math.abs(formula.factor);
  const conditions: Expression[] = [];
  if (step > 1) {
    conditions.push(compare(modulo(index, integer(step)), "==", integer(low % step)));
  }
  if (low >= step) conditions.push(compare(index, ">=", integer(low)));
  if (high + step < length) {
    conditions.push(compare(index, "<=", constantIndex(high, length, symbol)));
  }
  return conditions;
}
