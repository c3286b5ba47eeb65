import type { Label } from "../math/label.ts";
import type { Random } from "../math/random.ts";
import type { NestedOf } from "../math/shape.ts";

/** A value of an input or of a target, as it stands in a file. */
export type Given = NestedOf<Label>;

/** Probabilities of classes, by their names. */
export type Shares = Readonly<Record<string, number>>;

/** One sample and its right answer. */
export interface Example {
  readonly x: Readonly<Record<string, Given>>;
  readonly y: Given;
  /** What a data set shows instead of `y` where targets are probabilities. */
  readonly shares?: Shares;
}

/** Where samples come from: drawn from all cases without repetition, or one by one. */
export type Source =
  | { readonly kind: "cases"; readonly cases: (size: number) => readonly Example[] }
  | { readonly kind: "drawn"; readonly draw: (size: number, random: Random) => Example };

/** Labels of a training set that are wrong on purpose. */
export interface Mistakes {
  /** Share of the labels, rounded to whole labels. */
  readonly share: number;
  readonly labels: (size: number) => readonly Label[];
}

/** Inputs on which an answer is tested, all of one kind. */
export interface TestFamily {
  readonly name: string;
  readonly examples: (random: Random) => readonly Example[];
}

/** A problem with a known answer, as raw samples. */
export interface Problem {
  readonly about: string;
  /** Of its arrays, where it comes in sizes; else 0. */
  readonly size: number;
  /** The largest that is made; 0 where there is one size only. */
  readonly largest: number;
  /** How many make a data set where nothing else is said. */
  readonly samples: number;
  readonly source: Source;
  readonly mistakes?: Mistakes;
  /** Beside the source's own cases: other sizes, or other kinds of inputs. */
  readonly tests?: readonly TestFamily[];
}

export type Problems = readonly (readonly [name: string, problem: Problem])[];
