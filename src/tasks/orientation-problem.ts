import type { Random } from "../math/random.ts";
import {
  dotted,
  filled,
  outlined,
  type Pixels,
  salted,
  short,
  slanted,
  slantedDots,
  zigzag,
} from "./orientation-shapes.ts";
import type { Example, Problem, TestFamily } from "./problem.ts";

const SIDE = 28;
const OF_EACH = 200;

/** A picture of n x n: upright is 0, level is 1. */
function picture(n: number, pixels: Pixels, label: 0 | 1): Example {
  const x = Array.from({ length: n }, () => Array<number>(n).fill(0));
  for (const [along, across] of pixels) {
    if (label === 1) x[across]![along] = 1;
    else x[along]![across] = 1;
  }
  return { x: { x }, y: label };
}

function fullLines(n: number): Example[] {
  const places = Array.from({ length: n }, (_, k) => k);
  return ([0, 1] as const).flatMap((label) =>
    places.map((across) =>
      picture(
        n,
        places.map((along) => [along, across]),
        label,
      ),
    ),
  );
}

function family(name: string, shape: (n: number, random: Random) => Pixels): TestFamily {
  return {
    name,
    examples: (random) =>
      Array.from({ length: OF_EACH }, () => picture(SIDE, shape(SIDE, random), random.bit())),
  };
}

/** Trained on all full lines, tested on other shapes of 6 pixels or more. */
export const orientation: Problem = {
  about: "is a line upright (0) or level (1)? All full lines",
  size: SIDE,
  largest: 200,
  samples: 2 * SIDE,
  source: { kind: "cases", cases: fullLines },
  tests: [
    { name: "full", examples: () => fullLines(SIDE) },
    family("short", short),
    family("dotted", dotted),
    family("zigzag", zigzag),
    family("slanted", slanted),
    family("slanted dots", slantedDots),
    family("outlined boxes", outlined),
    family("filled boxes", filled),
    family("full with 2 % salt", salted),
  ],
};
