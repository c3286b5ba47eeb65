import { type Place, placeAfter, placeInside, placeOf } from "../program/place.ts";
import type { Expression, Let, Program, Range } from "../program/program.ts";

type Pad = Extract<Expression, { readonly kind: "pad" }>;

/** What is to be said at the end, because a sentence relies on it. */
export type Remark = "ring" | "zeros" | "from-zero" | "sign";

/** What is known where a sentence stands. */
export interface ProseScene {
  readonly place: Place;
  /** The loops of the table around, whose places are "here". */
  readonly around: readonly Range[];
  /** Names of arrays that are others with zeros around. */
  readonly pads: ReadonlyMap<string, Pad>;
  /** Collected on the way. */
  readonly remarks: Set<Remark>;
  /** The names that sentences use, so that they must be explained. */
  readonly spoken: Set<string>;
}

export function proseSceneOf(program: Program): ProseScene {
  return {
    place: placeOf(program, new Map()),
    around: [],
    pads: new Map(),
    remarks: new Set(),
    spoken: new Set(),
  };
}

/** The scene after a name is given to a value. */
export function proseAfter(scene: ProseScene, named: Let): ProseScene {
  const place = placeAfter(scene.place, named);
  const { name, value } = named;
  if (value.kind !== "pad") return { ...scene, place };
  return { ...scene, place, pads: new Map(scene.pads).set(name, value) };
}

/** The scene inside the loops of a sum, which are not what "here" means. */
export function proseInside(scene: ProseScene, ranges: readonly Range[]): ProseScene {
  return { ...scene, place: placeInside(scene.place, ranges) };
}

/** The scene at each place of a table. */
export function proseAt(scene: ProseScene, ranges: readonly Range[]): ProseScene {
  return { ...proseInside(scene, ranges), around: ranges };
}
