import { fresh } from "../program/names.ts";
import { type Place, placeInside, placeOf } from "../program/place.ts";
import type { Expression, Program, Range } from "../program/program.ts";
import type { SpokenProgram } from "../program/spoken/spoken.ts";
import type { Sizes } from "./sizes.ts";
import type { Span } from "./span.ts";
import { inputSpans, type Spans, spanOf, spansInside } from "./span-of.ts";

/** What is known where a step of a procedure stands. */
export interface Scene {
  readonly place: Place;
  readonly spans: Spans;
  readonly sizes: Sizes;
  /** The names of the functions that may stand beside the printed one. */
  readonly helpers: ReadonlyMap<Helper, string>;
}

/** A function that a printed program may need and that its language does not have. */
export type Helper = (typeof helpers)[number];

const helpers = [
  "softmax",
  "sign",
  "sign_of_real",
  "modulo",
  "floor_divide",
  "power",
  "narrow",
  "allocate",
  "place",
] as const;

/** The scene at the start of a program's body; `most` bounds what an integer input may be. */
export function sceneOf(
  program: Program & Partial<SpokenProgram>,
  sizes: Sizes,
  most: number,
): Scene {
  const start = placeOf(program, new Map());
  const names = helpers.map((helper) => [helper, fresh(helper, start.taken)] as const);
  const taken = new Set([...start.taken, ...names.map(([, name]) => name)]);
  const place = { ...start, taken };
  return { place, spans: inputSpans(program, most), sizes, helpers: new Map(names) };
}

export function helperName(helper: Helper, { helpers }: Scene): string {
  return helpers.get(helper)!;
}

/** The scene inside loops. */
export function sceneInside(scene: Scene, ranges: readonly Range[]): Scene {
  const { spans, sizes } = scene;
  const place = placeInside(scene.place, ranges);
  const taken = new Set([...place.taken, ...ranges.map(({ variable }) => variable)]);
  return { ...scene, place: { ...place, taken }, spans: spansInside(ranges, spans, { sizes }) };
}

/** What is known of a name. */
export interface Known {
  readonly span: Span;
  /** The lengths of an array's axes. */
  readonly lengths?: readonly Expression[] | undefined;
  /** The values that it may take, if it is a loop variable. */
  readonly range?: Range | undefined;
}

/** The scene after a name is given to a value. */
export function sceneAfter(scene: Scene, name: string, { span, lengths, range }: Known): Scene {
  const { place } = scene;
  const isTruth = span.kind === "truth";
  return {
    ...scene,
    spans: new Map(scene.spans).set(name, span),
    place: {
      ...place,
      lengths: lengths === undefined ? place.lengths : new Map(place.lengths).set(name, lengths),
      ranges: range === undefined ? place.ranges : new Map(place.ranges).set(name, range),
      truths: isTruth ? new Set(place.truths).add(name) : place.truths,
      taken: new Set(place.taken).add(name),
    },
  };
}

/** The span of an expression in a scene. */
export function spanIn(expression: Expression, { spans, sizes }: Scene): Span {
  return spanOf(expression, spans, { sizes });
}
