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
  return thinned(short, n, random);
}

function thinned(shape: typeof short, n: number, random: Random): Pixels {
  const gap = 2 + random.below(2);
  return shape(n, random).filter((_, k) => k % gap === 0);
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

/** Every second or every third pixel of a slanted line. */
export function slantedDots(n: number, random: Random): Pixels {
  return thinned(slanted, n, random);
}

/** A box at least twice as long as it is wide. */
export function filled(n: number, random: Random): Pixels {
  const { length, start } = stretch(n, random);
  const width = 2 + random.below(Math.floor(length / 2) - 1);
  const across = random.below(n - width + 1);
  return along({ length, start }).flatMap((k) =>
    Array.from({ length: width }, (_, step) => [k, across + step] as const),
  );
}

/** The outline of such a box. */
export function outlined(n: number, random: Random): Pixels {
  const box = filled(n, random);
  const [[firstAlong, firstAcross], [lastAlong, lastAcross]] = [box[0]!, box.at(-1)!];
  return box.filter(
    ([k, across]) =>
      k === firstAlong || k === lastAlong || across === firstAcross || across === lastAcross,
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
