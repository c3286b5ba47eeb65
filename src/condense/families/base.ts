import type { Family } from "./family.ts";
import type { Formula } from "./fit.ts";

/**
 * The family with its variables counted from where readers expect: from 0 where the members fill a box;
 * round a ring from the middle of what is read; along two axes of a square, of which they fill a part
 * only, as the coordinates that they are.
 */
export function based(family: Family): Family {
  if (family.shape.length === 0) return family;
  const low = family.shape.map((_, variable) => least(family, variable));
  const box = moved(family, low);
  const size = box.shape.reduce((product, count) => product * count, 1);
  if (size === family.members.length) return centred(box);
  const origins = family.shape.map((_, variable) => originOf(family, variable));
  const square = moved(family, origins);
  const longest = Math.max(...square.shape);
  const isSquare = square.shape.length > 1 && longest - Math.min(...square.shape) <= 1;
  const isInside = low.every((start, variable) => start >= origins[variable]!);
  return isSquare && isInside ? { ...square, shape: square.shape.map(() => longest) } : box;
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
function centred(family: Family): Family {
  if (family.coordinates.length > 0) return family;
  const isRing = family.classes.some(({ borders }) => borders.includes("ring"));
  if (!isRing) return family;
  const middles = family.shape.map((_, variable) => {
    const offsets = formulasOf(family).flatMap((formula) =>
      formula.kind === "affine" && formula.variable === variable && formula.factor === 1
        ? [formula.offset]
        : [],
    );
    return offsets.length === 0 ? 0 : Math.floor((Math.min(...offsets) + Math.max(...offsets)) / 2);
  });
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
