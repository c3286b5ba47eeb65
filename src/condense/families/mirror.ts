import { indexOf, sizeOf } from "../../math/shape.ts";
import { cellsAt, type Family } from "./family.ts";
import { valueAt } from "./fit.ts";
import type { Grid } from "./regions.ts";

/**
 * The square without its diagonal, for signs of which only one triangle is there but whose formula gives
 * the negative value across the diagonal: the comparisons of all pairs. Undefined for other families.
 */
export function mirrorOf(family: Family, grids: readonly Grid[]): Grid | undefined {
  const { rule, shape, members } = family;
  const [n, m] = shape;
  if (rule !== "sign" || shape.length !== 2 || n !== m) return undefined;
  if (2 * members.length !== sizeOf(shape) - n!) return undefined;
  const present = new Set<number>();
  for (const { variables } of members) {
    const across = variables.toReversed();
    if (!isNegative(family, variables, { across, grids })) return undefined;
    present.add(indexOf(variables, shape));
    present.add(indexOf(across, shape));
  }
  return present.size === 2 * members.length ? { shape, present } : undefined;
}

function isNegative(
  family: Family,
  here: readonly number[],
  { across, grids }: { readonly across: readonly number[]; readonly grids: readonly Grid[] },
): boolean {
  const [a, b] = [weightsAt(family, here, grids), weightsAt(family, across, grids)];
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  return [...a].every(([cell, weight]) => b.get(cell) === -weight);
}

/** The weights of all cells, and the bias. */
function weightsAt(
  { classes, body }: Family,
  variables: readonly number[],
  grids: readonly Grid[],
): ReadonlyMap<string, number> | undefined {
  if (body.kind !== "sum" || typeof body.bias !== "object" || !("kind" in body.bias)) {
    return undefined;
  }
  const weights = new Map<string, number>();
  const bias = valueAt(body.bias, variables);
  if (bias !== 0) weights.set("bias", bias);
  for (const [k, each] of classes.entries()) {
    const cells = each.law ? undefined : cellsAt(each, variables, grids[each.source]!);
    if (cells === undefined) return undefined;
    for (const cell of cells) weights.set(`${each.source} ${cell}`, body.weights[k]!);
  }
  return weights;
}
