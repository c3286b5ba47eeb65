import type { Random } from "../math/random.ts";

/** Pixels as (along, across): along a line's direction, and beside it. */
export type Pixels = readonly (readonly [along: number, across: number])[];

/** How long a shape is, and how far it begins from the border. */
export interface Stretch {
  readonly length: number;
  readonly start: number;
}

export const SHORTEST = 6;

/** From the shortest length to all of n. */
export function stretch(n: number, random: Random): Stretch {
  const length = SHORTEST + random.below(n - SHORTEST + 1);
  return { length, start: random.below(n - length + 1) };
}

/** One line. */
export function short(n: number, random: Random): Pixels {
  const across = random.below(n);
  return along(stretch(n, random)).map((k) => [k, across]);
}

/** Every second or every third pixel of a line. */
export function dotted(n: number, random: Random): Pixels {
  const gap = 2 + random.below(2);
  return short(n, random).filter((_, k) => k % gap === 0);
}

/** A line that goes to and fro by one pixel. */
export function zigzag(n: number, random: Random): Pixels {
  const across = random.below(n - 1);
  return along(stretch(n, random)).map((k, step) => [k, across + (step % 2)]);
}

/** A line that moves across by at most half of what it moves along. */
export function slanted(n: number, random: Random): Pixels {
  const { length, start } = stretch(n, random);
  const most = Math.floor((length - 1) / 2);
  const rise = 1 + random.below(most);
  const across = random.below(n - rise);
  const isUp = random.bit() === 1;
  return along({ length, start }).map((k, step) => {
    const moved = Math.floor((step * rise) / (length - 1));
    return [k, across + (isUp ? rise - moved : moved)];
  });
}

/** The outline of a box at least twice as long as it is wide. */
export function outlined(n: number, random: Random): Pixels {
  const { length, start } = stretch(n, random);
  const width = 2 + random.below(Math.floor(length / 2) - 1);
  const across = random.below(n - width + 1);
  const last = width - 1;
  const ends = [start, start + length - 1];
  return along({ length, start }).flatMap((k) =>
    Array.from({ length: width }, (_, step) => [k, across + step] as const).filter(
      ([_, place]) => ends.includes(k) || place === across || place === across + last,
    ),
  );
}

/** A full line, and every other pixel with a chance of 2 %. */
export function salted(n: number, random: Random): Pixels {
  const line = random.below(n);
  return along({ length: n, start: 0 }).flatMap((k) =>
    along({ length: n, start: 0 })
      .map((across) => [k, across] as const)
      .filter(([_, across]) => across === line || random.below(50) === 0),
  );
}

function along({ length, start }: Stretch): number[] {
  return Array.from({ length }, (_, k) => start + k);
}
