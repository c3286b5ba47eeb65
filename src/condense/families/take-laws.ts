import type { Shape } from "../../math/shape.ts";
import { LEAST_WEIGHTS, lawOf } from "./law.ts";
import type { Placed } from "./placed.ts";

/** Takes together what a source's many weights have in common: one law, or one for each sign. */
export function lawful(given: Placed, shapeOf: (source: number) => Shape): Placed {
  if (given.classes.length < LEAST_WEIGHTS) return given;
  const sources = new Set(given.classes.map(({ source }) => source));
  let merged: Placed = given;
  for (const source of sources) {
    const shape = shapeOf(source);
    const whole = withLaw(merged, shape, (k) => merged.classes[k]!.source === source);
    const parts = [1, -1].reduce<Placed>(
      (rest, sign) =>
        withLaw(rest, shape, (k) => {
          const isOwn = rest.classes[k]!.source === source;
          return isOwn && Math.sign(rest.sum!.weights[k]!) === sign;
        }) ?? rest,
      merged,
    );
    merged = whole ?? parts;
  }
  return merged;
}

/** The same with some classes as one whose weights follow a law; undefined where they follow none. */
function withLaw(
  { classes, sum, ...given }: Placed,
  shape: Shape,
  isMeant: (k: number) => boolean,
): Placed | undefined {
  const own = [...classes.keys()].filter((k) => isMeant(k) && classes[k]!.law === undefined);
  if (own.length < LEAST_WEIGHTS) return undefined;
  // The law of positive weights, where all are of one sign.
  const sign = own.every((k) => sum!.weights[k]! < 0) ? -1 : 1;
  const cells = own.flatMap((k) =>
    classes[k]!.cells.map((cell) => ({ cell, weight: sign * sum!.weights[k]! })),
  );
  const law = lawOf(cells, shape);
  if (law === undefined) return undefined;
  const others = [...classes.keys()].filter((k) => !own.includes(k));
  const merged = cells.map(({ cell }) => cell).sort((a, b) => a - b);
  return {
    ...given,
    classes: [...others.map((k) => classes[k]!), { ...classes[own[0]!]!, cells: merged, law }],
    sum: { ...sum!, weights: [...others.map((k) => sum!.weights[k]!), sign] },
    layers: undefined,
  };
}
