import type { Domain } from "../../math/domain.ts";
import { isSame } from "../idiom.ts";
import { type Place, placeAnywhere, placeOf } from "../place.ts";
import type { Expression, Program } from "../program.ts";
import type { Phrase } from "./phrase.ts";

/** What is known where Python is written. */
export interface PythonPlace extends Place, Decisions {
  /** Parts of arrays that loops give names. */
  readonly views: readonly View[];
  /** Columns of arrays of rows that loops give names. */
  readonly columns: readonly Column[];
  /** The values that each input may take. */
  readonly domains: ReadonlyMap<string, Domain>;
  /** Is the program around unknown, so that lengths and ranges are guessed? */
  readonly isPartial: boolean;
}

/** What a whole program decides about how its parts are written. */
export interface Decisions {
  /** How sizes are found that are written where they are used. */
  readonly sizes: ReadonlyMap<string, Phrase>;
  /** Padded arrays that are written where they are used. */
  readonly pads: ReadonlyMap<string, Phrase>;
  /** The function that gives a number's sign; where there is none, signs are spelled out. */
  readonly sign: string | undefined;
  /** The function that gives probabilities. */
  readonly softmax: string;
}

/** The name of `array[...indices]`, which may be an element or an array itself. */
export interface View {
  readonly array: string;
  readonly indices: readonly Expression[];
  readonly name: string;
}

/** The name of all elements `array[...][index]` of an array of rows. */
export interface Column {
  readonly array: string;
  readonly index: Expression;
  readonly name: string;
}

const undecided: Decisions = {
  sizes: new Map(),
  pads: new Map(),
  sign: undefined,
  softmax: "softmax",
};

const unnamed = { views: [], columns: [] } as const;

/** The place at the start of a program's body. */
export function pythonPlace(program: Program): PythonPlace {
  return inProgram(program, placeOf(program, new Map()));
}

/** Everything that is bound anywhere in a program, for an expression taken out of its place. */
export function pythonPlaceAnywhere(program: Program): PythonPlace {
  return inProgram(program, placeAnywhere(program));
}

function inProgram({ inputs }: Program, place: Place): PythonPlace {
  const domains = new Map(inputs.map(({ name, domain }) => [name, domain]));
  return { ...place, ...undecided, ...unnamed, domains, isPartial: false };
}

/** The place of an expression of which the program is not known. */
export const somewhere: PythonPlace = {
  ...undecided,
  lengths: new Map(),
  ranges: new Map(),
  truths: new Set(),
  inlined: new Map(),
  taken: new Set(),
  texts: new Map(),
  domains: new Map(),
  ...unnamed,
  isPartial: true,
};

/** The place with names for functions, which no item may have. */
export function placeWithFunctions(
  place: PythonPlace,
  functions: { readonly softmax: string; readonly sign?: string },
): PythonPlace {
  const taken = new Set([...place.taken, ...Object.values(functions)]);
  return { ...place, ...functions, taken };
}

/** The place with a name for a part of an array. */
export function placeWithView(place: PythonPlace, view: View): PythonPlace {
  return { ...place, views: [...place.views, view], taken: new Set(place.taken).add(view.name) };
}

/** The place with a name for the columns of an array. */
export function placeWithColumn(place: PythonPlace, column: Column): PythonPlace {
  const lengths = new Map(place.lengths);
  const height = place.lengths.get(column.array)?.[0];
  if (height !== undefined) lengths.set(column.name, [height]);
  return {
    ...place,
    columns: [...place.columns, column],
    taken: new Set(place.taken).add(column.name),
    lengths,
  };
}

/** Is the array, of some name, a tuple rather than a list? Neither ever equals the other. */
export function isTuple(array: string, { columns, texts }: PythonPlace): boolean {
  return texts.has(array) || columns.some(({ name }) => name === array);
}

type Element = Extract<Expression, { readonly kind: "element" }>;

/** An element of a column that has a name, as an element of that column. */
export function seen(element: Element, { columns }: PythonPlace): Element {
  const { array, indices } = element;
  const column = columns.find((each) => each.array === array && isSame(each.index, indices[1]));
  if (column === undefined) return element;
  return { kind: "element", array: column.name, indices: [indices[0]!] };
}
