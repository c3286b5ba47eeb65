import { solved } from "./absorb.ts";
import { based } from "./base.ts";
import { cellsAt, type Family } from "./family.ts";
import type { Item } from "./item.ts";
import type { Grid } from "./regions.ts";
import { axisOf } from "./simplify-table.ts";

interface Joining {
  readonly items: readonly Item[];
  readonly grids: readonly Grid[];
}

/**
 * The families of outputs, where a single constant is a member of one that comes to the same at its place: a
 * number that is compared with itself is never above it.
 */
export function joinConstants(families: readonly Family[], joining: Joining): readonly Family[] {
  let joined = families;
  for (const constant of families) {
    const value = constantOf(constant);
    if (value === undefined) continue;
    const { item } = constant.members[0]!;
    const { coordinates, tag } = joining.items[item]!;
    for (const family of joined) {
      const isAlike =
        family.classes.length > 0 && joining.items[family.members[0]!.item]!.tag === tag;
      const variables = isAlike ? solved(family, coordinates) : undefined;
      if (variables === undefined || comesTo(family, variables, joining.grids) !== value) continue;
      const members = [...family.members, { item, variables, sign: 1 } as const];
      const larger = based({ ...family, members }, joining.grids);
      joined = joined
        .filter((each) => each !== constant)
        .map((each) => (each === family ? larger : each));
      break;
    }
  }
  return joined;
}

/** Of a family of one constant bit. */
function constantOf({ classes, members, body, rule }: Family): number | undefined {
  const isOne = classes.length === 0 && members.length === 1 && members[0]!.sign === 1;
  if (!isOne || rule !== "threshold" || body.kind === "dense") return undefined;
  return body.table?.[0];
}

/** What a family of bits always is at a place at which all that it reads is one cell; undefined where it varies. */
function comesTo(
  { rule, classes, body }: Family,
  variables: readonly number[],
  grids: readonly Grid[],
): number | undefined {
  if (rule !== "threshold" || body.kind === "dense") return undefined;
  const read = classes.map((each) => cellsAt(each, variables, grids[each.source]!));
  const places = new Set(
    read.flatMap((cells, k) => (cells ?? []).map((at) => `${classes[k]!.source} ${at}`)),
  );
  const areSingle = read.every((cells) => cells !== undefined && cells.length === 1);
  if (
    !areSingle ||
    places.size !== 1 ||
    classes.some(({ law, size }) => law !== undefined || size !== 1)
  ) {
    return undefined;
  }
  if (body.kind === "sum") {
    const total = body.weights.reduce((sum, weight) => sum + weight, 0);
    if (total !== 0 || typeof body.bias !== "object" || !("kind" in body.bias)) return undefined;
    return body.bias.kind === "constant" ? Number(body.bias.value > 0) : undefined;
  }
  const { low, high } = classes[0]!.bounds;
  const single = classes.map(({ source, bounds }) => ({ source, bounds, cells: [0] }));
  const step = single.reduce((sum, _, k) => sum + axisOf(single, k).stride, 0);
  const values = Array.from({ length: high - low + 1 }, (_, value) => body.table[value * step]);
  return new Set(values).size === 1 ? values[0] : undefined;
}
