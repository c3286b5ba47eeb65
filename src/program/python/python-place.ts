import { type Place, placeAnywhere, placeOf } from "../place.ts";
import type { Expression, Program } from "../program.ts";
import type { Phrase } from "./phrase.ts";

/** What is known where Python is written. */
export interface PythonPlace extends Place, Decisions {
  /** Parts of arrays that loops give names. */
  readonly views: readonly View[];
  /** Is the program around unknown, so that lengths and ranges are guessed? */
  readonly isPartial: boolean;
}

/** What a whole program decides about how its parts are written. */
export interface Decisions {
  /** How sizes are found that are written where they are used. */
  readonly sizes: ReadonlyMap<string, Phrase>;
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

const undecided: Decisions = { sizes: new Map(), sign: undefined, softmax: "softmax" };

/** The place at the start of a program's body. */
export function pythonPlace(program: Program, decisions: Partial<Decisions> = {}): PythonPlace {
  return {
    ...placeOf(program, new Map()),
    ...undecided,
    ...decisions,
    views: [],
    isPartial: false,
  };
}

/** Everything that is bound anywhere in a program, for an expression taken out of its place. */
export function pythonPlaceAnywhere(program: Program): PythonPlace {
  return { ...placeAnywhere(program), ...undecided, views: [], isPartial: false };
}

/** The place of an expression of which the program is not known. */
export const somewhere: PythonPlace = {
  ...undecided,
  lengths: new Map(),
  ranges: new Map(),
  truths: new Set(),
  inlined: new Map(),
  taken: new Set(),
  views: [],
  isPartial: true,
};

/** The place with a name for a part of an array. */
export function placeWithView(place: PythonPlace, view: View): PythonPlace {
  return { ...place, views: [...place.views, view], taken: new Set(place.taken).add(view.name) };
}
