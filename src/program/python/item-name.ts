import { isSame } from "../idiom.ts";
import { fresh, identifier } from "../names.ts";
import type { Expression, Let } from "../program.ts";
import type { PythonPlace } from "./python-place.ts";
import type { Reach } from "./uses.ts";

/** Names for what a loop takes from each of some sequences at a time: `row`, `value`; `a` and `b`. */
export function itemNames(
  reaches: readonly Reach[],
  lets: readonly Let[],
  place: PythonPlace,
): readonly string[] {
  const given = reaches.map((reach) => nameGiven(reach, lets));
  if (given.every((name) => name !== undefined)) return given;
  if (reaches.length === 1) return [itemName(reaches[0]!, place)];
  const singulars = reaches.map((reach) => free(singularOf(reach), place));
  const isClear = singulars.every((name) => name !== undefined);
  if (isClear && new Set(singulars).size === reaches.length) return singulars;
  const rows = reaches.map((reach) => free(rowName(reach, place), place));
  if (rows.every((name) => name !== undefined) && new Set(rows).size === reaches.length)
    return rows;
  const names: string[] = [];
  for (const k of reaches.keys()) {
    const letter = String.fromCharCode("a".charCodeAt(0) + k);
    names.push(fresh(letter, new Set([...place.taken, ...names])));
  }
  return names;
}

/** The name that the program gives the item itself. */
function nameGiven({ array, prefix, index }: Reach, lets: readonly Let[]): string | undefined {
  const item: Expression = { kind: "element", array, indices: [...prefix, index] };
  return lets.find(({ value }) => isSame(value, item))?.name;
}

function itemName(reach: Reach, place: PythonPlace): string {
  const plain = plainName(reach, place);
  const other = plain === "value" ? "other" : `other_${plain}`;
  return (
    free(singularOf(reach), place) ??
    free(plain, place) ??
    free(other, place) ??
    fresh(plain, place.taken)
  );
}

/** `x_row`: a row of x, beside rows of other arrays. */
function rowName(reach: Reach, place: PythonPlace): string | undefined {
  const plain = plainName(reach, place);
  return plain === "value" ? undefined : `${reach.array}_${plain}`;
}

function plainName({ array, prefix }: Reach, place: PythonPlace): string {
  const rank = (place.lengths.get(array)?.length ?? 0) - prefix.length - 1;
  return ["value", "row", "plane"][Math.max(0, rank)] ?? "block";
}

function free(name: string | undefined, { taken }: PythonPlace): string | undefined {
  return name === undefined || taken.has(name) ? undefined : name;
}

/** `weights` holds one weight at each place; undefined for names of other kinds. */
function singularOf({ array, prefix }: Reach): string | undefined {
  if (prefix.length > 0 || !/[a-z]{2}s$/.test(array) || /(ss|us|is|xes|hes)$/.test(array)) {
    return undefined;
  }
  const singular = array.replace(/ies$/, "y").replace(/s$/, "");
  return identifier(singular) === singular ? singular : undefined;
}
