/** An integer that grows by a weight with each of some numbers. */
export interface Affine {
  /** Where all numbers are 0. */
  readonly constant: number;
  /** (numbers). */
  readonly weights: readonly number[];
}

/** A case: some numbers and what is said of them. */
export interface Sighting {
  readonly at: readonly number[];
  readonly value: number;
}

/**
 * The affine function that says every value; undefined where there is none.
 *
 * Expects the first case to have all numbers at their least, and for each number a case in which only this one is one higher.
 */
export function affineOf(sightings: readonly Sighting[]): Affine | undefined {
  const { at: least, value: first } = sightings[0]!;
  const byPlace = new Map(sightings.map(({ at, value }) => [at.join(), value]));
  const weights = least.map((number, k) => byPlace.get(least.with(k, number + 1).join())! - first);
  const sum = (at: readonly number[]): number =>
    weights.reduce((total, weight, k) => total + weight * at[k]!, 0);
  const constant = first - sum(least);
  return sightings.every(({ at, value }) => value === constant + sum(at))
    ? { constant, weights }
    : undefined;
}
