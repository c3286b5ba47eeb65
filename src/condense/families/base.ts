import { coordinatesOf, indexOf } from "../../math/shape.ts";
import { type Family, isReadable } from "./family.ts";
import { type Formula, valueAt } from "./fit.ts";
import { axesOfParameters, type Grid } from "./regions.ts";

/**
 * The family with its variables counted from where readers expect: from 0 where the members fill a box;
 * round a ring from the middle of what is read; along two axes of a square, of which they fill a part
 * only, as the coordinates that they are.
 */
export function based(family: Family, grids: readonly Grid[]): Family {
  if (family.shape.length === 0) return family;
  const low = family.shape.map((_, variable) => least(family, variable));
  const box = moved(family, low);
  const size = box.shape.reduce((product, count) => product * count, 1);
  if (size === family.members.length) return centred(box, grids);
  const origins = family.shape.map((_, variable) => originOf(family, variable));
  const square = moved(family, origins);
  const longest = Math.max(...square.shape);
  const isSquare = square.shape.length > 1 && longest - Math.min(...square.shape) <= 1;
  const isInside = low.every((start, variable) => start >= origins[variable]!);
  const whole = { ...square, shape: square.shape.map(() => longest) };
  if (isSquare && isInside && readsInside(whole, grids)) return whole;
  return family.coordinates.length > 0 || readsInside(box, grids) ? box : listed(box);
}

/** Is there something to be read at every place of a box that is not much larger than its members? */
function readsInside({ shape, classes, members }: Family, grids: readonly Grid[]): boolean {
  const size = shape.reduce((product, count) => product * count, 1);
  if (size > MUCH_LARGER * members.length) return false;
  const present = new Set(members.map(({ variables }) => indexOf(variables, shape)));
  for (let cell = 0; cell < size; cell++) {
    if (present.has(cell)) continue;
    const variables = coordinatesOf(cell, shape);
    if (!classes.every((each) => isReadable(each, variables, grids[each.source]!))) return false;
  }
  return true;
}

/** A triangle of a square is nearly half of it, but less for small ones. */
const MUCH_LARGER = 4;

/** The members one after the other, where they do not fill a box. */
function listed(family: Family): Family {
  const { members } = family;
  const byMember = (formula: Formula): Formula =>
    formula.kind === "constant"
      ? formula
      : {
          kind: "values",
          variable: 0,
          values: members.map(({ variables }) => valueAt(formula, variables)),
        };
  const { body } = family;
  return {
    ...family,
    shape: [members.length],
    classes: family.classes.map((each) => ({ ...each, formulas: each.formulas.map(byMember) })),
    body:
      body.kind === "sum" && typeof body.bias === "object" && "kind" in body.bias
        ? { ...body, bias: byMember(body.bias) }
        : body,
    members: members.map((member, k) => ({ ...member, variables: [k] })),
  };
}

function least({ members }: Family, variable: number): number {
  return Math.min(...members.map(({ variables }) => variables[variable]!));
}

/** The value at which the variable is the coordinate 0 of what it moves along first. */
function originOf(family: Family, variable: number): number {
  const formula = formulasOf(family).find(
    (each) => each.kind === "affine" && each.variable === variable && each.factor === 1,
  );
  return formula?.kind === "affine" ? -formula.offset : least(family, variable);
}

function formulasOf({ classes }: Family): readonly Formula[] {
  return classes.flatMap(({ formulas }) => formulas);
}

/** On a ring any place may be the first: what is read then lies around it. */
function centred(family: Family, grids: readonly Grid[]): Family {
  if (family.coordinates.length > 0) return family;
  const middles = family.shape.map((_, variable) => middleOf(family, variable, grids) ?? 0);
  if (middles.every((middle) => middle === 0)) return family;
  const turned = moved(
    family,
    middles.map((middle) => -middle),
  );
  return {
    ...turned,
    shape: family.shape,
    members: turned.members.map((member) => ({
      ...member,
      variables: member.variables.map((value, k) => {
        const count = family.shape[k]!;
        return ((value % count) + count) % count;
      }),
    })),
  };
}

/** The middle of what is read, for a variable that goes once round rings; else undefined. */
function middleOf(
  { shape, classes, body }: Family,
  variable: number,
  grids: readonly Grid[],
): number | undefined {
  const offsets: number[] = [];
  for (const { source, pattern, formulas, borders } of classes) {
    for (const [k, axis] of axesOfParameters(pattern).entries()) {
      const formula = formulas[k]!;
      if (!uses(formula, variable)) continue;
      const isRound =
        formula.kind === "affine" &&
        formula.factor === 1 &&
        axis !== undefined &&
        borders[axis] === "ring" &&
        grids[source]!.shape[axis] === shape[variable];
      if (!isRound) return undefined;
      offsets.push(formula.offset);
    }
  }
  const isBias = body.kind === "sum" && typeof body.bias === "object" && "kind" in body.bias;
  if (isBias && uses(body.bias as Formula, variable)) return undefined;
  if (offsets.length === 0) return undefined;
  return Math.floor((Math.min(...offsets) + Math.max(...offsets)) / 2);
}

function uses(formula: Formula, variable: number): boolean {
  switch (formula.kind) {
    case "constant":
      return false;
    case "pair":
      return formula.first === variable || formula.second === variable;
    case "affine":
    case "floor":
    case "values":
      return formula.variable === variable;
  }
}

/** The family with other starts of its variables. */
function moved(family: Family, starts: readonly number[]): Family {
  const formula = (each: Formula): Formula => shifted(each, starts);
  const members = family.members.map((member) => ({
    ...member,
    variables: member.variables.map((value, k) => value - starts[k]!),
  }));
  const { body } = family;
  return {
    ...family,
    shape: family.shape.map(
      (_, k) => Math.max(...members.map(({ variables }) => variables[k]!)) + 1,
    ),
    coordinates: family.coordinates.map(formula),
    classes: family.classes.map((each) => ({ ...each, formulas: each.formulas.map(formula) })),
    body:
      body.kind === "sum" && typeof body.bias === "object" && "kind" in body.bias
        ? { ...body, bias: formula(body.bias) }
        : body,
    members,
  };
}

/** The formula where variables are counted from other starts. */
function shifted(formula: Formula, starts: readonly number[]): Formula {
  switch (formula.kind) {
    case "constant":
      return formula;
    case "affine":
      return {
        ...formula,
        offset: formula.offset + formula.factor * starts[formula.variable]!,
      };
    case "floor":
      return { ...formula, offset: formula.offset + starts[formula.variable]! };
    case "pair":
      return {
        ...formula,
        offset: formula.offset + formula.sign * starts[formula.first]! + starts[formula.second]!,
      };
    case "values":
      return { ...formula, values: formula.values.slice(starts[formula.variable]!) };
  }
}
