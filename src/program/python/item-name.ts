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
  const telling = tellingNames(reaches, place);
  if (telling !== undefined) return telling;
  const letters = LETTERS.map((each) => each.slice(0, reaches.length));
  const isFree = (names: readonly string[]) => !names.some((name) => place.taken.has(name));
  return letters.find(isFree) ?? letters[0]!.map((letter) => fresh(letter, place.taken));
}

/** Names for items of which nothing is known but that they go together. */
const LETTERS = [
  ["a", "b", "c"],
  ["p", "q", "r"],
];

/** Names that tell the items of several arrays apart: `row` and `bias`, `a_row` and `b_row`. */
function tellingNames(
  reaches: readonly Reach[],
  place: PythonPlace,
): readonly string[] | undefined {
  const plain = reaches.map((reach) => plainName(reach, place));
  const wanted = reaches.map((reach, k) => {
    if (plain[k] === "value") return singularOf(reach);
    const isOnly = plain.filter((name) => name === plain[k]).length === 1;
    return isOnly ? plain[k] : `${reach.array}_${plain[k]}`;
  });
  const names = wanted.map((name) => free(name, place));
  const isClear = names.every((name) => name !== undefined);
  return isClear && new Set(names).size === reaches.length ? names : undefined;
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
    free(plain === "value" ? singularOf(reach) : undefined, place) ??
    free(plain, place) ??
    free(other, place) ??
    fresh(plain, place.taken)
  );
}

function plainName({ array, prefix }: Reach, place: PythonPlace): string {
  const rank = (place.lengths.get(array)?.length ?? 0) - prefix.length - 1;
  return ["value", "row", "plane"][Math.max(0, rank)] ?? "block";
}

function free(name: string | undefined, { taken }: PythonPlace): string | undefined {
  return name === undefined || taken.has(name) ? undefined : name;
}

/** `weights` or `weights2` holds one weight at each place; undefined for names of other kinds. */
function singularOf({ array, prefix }: Reach): string | undefined {
  const plural = array.replace(/\d+$/, "");
  const isPlural = /[a-z]{2}s$/.test(plural) && !/(ss|us|is|as|ses|xes|hes)$/.test(plural);
  if (prefix.length > 0 || !(isPlural || plural === "biases")) return undefined;
  const singular = plural.replace(/ies$/, "y").replace(/(?<=ias)es$|s$/, "");
  return identifier(singular) === singular ? singular : undefined;
}
