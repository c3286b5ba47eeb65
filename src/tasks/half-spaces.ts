/** Three cells of which the weighted sum plus the bias is above 0, else below: never 0. */
export interface HalfSpace {
  /** Of the left cell, the centre and the right cell. */
  readonly weights: readonly [number, number, number];
  readonly bias: number;
}

/** The neighbourhoods 4 left + 2 centre + right of a rule in as few parts as half-spaces tell apart. */
export interface Regions {
  readonly nOnes: number;
  readonly nZeros: number;
  /** Above 0 on part `one` of the ones and below on part `zero` of the zeros. */
  readonly between: (one: number, zero: number) => HalfSpace;
}

/** The fewest regions of an elementary rule: any part of its ones can be cut from any of its zeros. */
export function fewestRegions(rule: number): Regions {
  const ones = points.filter((point) => (rule >> point) & 1);
  const zeros = points.filter((point) => !((rule >> point) & 1));
  for (let count = 1; ; count++) {
    for (let nOnes = 0; nOnes <= count; nOnes++) {
      const found = regionsOf(partitions(ones, nOnes), partitions(zeros, count - nOnes));
      if (found !== undefined) return found;
    }
  }
}

/** A set of points, one bit each. */
type Part = number;

const points = [0, 1, 2, 3, 4, 5, 6, 7];

function regionsOf(
  ones: readonly (readonly Part[])[],
  zeros: readonly (readonly Part[])[],
): Regions | undefined {
  for (const own of ones) {
    for (const other of zeros) {
      const isApart = own.every((one) => other.every((zero) => halfSpace(one, zero) !== undefined));
      if (!isApart) continue;
      const between = (one: number, zero: number) => halfSpace(own[one]!, other[zero]!)!;
      return { nOnes: own.length, nZeros: other.length, between };
    }
  }
  return undefined;
}

/** All ways to put points into so many parts, none of them empty. */
function partitions(all: readonly number[], count: number): Part[][] {
  const [point, ...rest] = all;
  if (point === undefined) return count === 0 ? [[]] : [];
  if (count === 0) return [];
  const joined = partitions(rest, count).flatMap((parts) =>
    parts.map((_, k) => parts.map((part, l) => (k === l ? part | (1 << point) : part))),
  );
  return [...joined, ...partitions(rest, count - 1).map((parts) => [1 << point, ...parts])];
}

function halfSpace(inside: Part, outside: Part): HalfSpace | undefined {
  return halfSpaces.find(({ part }) => (part & inside) === inside && (part & outside) === 0)?.space;
}

/** Smallest weights first: -2..2 are enough for every half-space of three bits. */
const halfSpaces = allHalfSpaces();

function allHalfSpaces(): { readonly space: HalfSpace; readonly part: Part }[] {
  const few = [0, 1, -1, 2, -2];
  const triples = few.flatMap((a) => few.flatMap((b) => few.map((c) => [a, b, c] as const)));
  const lightest = triples.sort((a, b) => lengthOf(a) - lengthOf(b));
  return lightest.flatMap(([a, b, c]) =>
    Array.from({ length: 10 }, (_, k): HalfSpace => {
      return { weights: [2 * a, 2 * b, 2 * c], bias: 2 * k - 9 };
    }).map((space) => ({ space, part: partOf(space) })),
  );
}

function lengthOf(weights: readonly number[]): number {
  return weights.reduce((total, weight) => total + Math.abs(weight), 0);
}

function partOf({ weights: [left, centre, right], bias }: HalfSpace): Part {
  const inside = points.filter(
    (point) => left * (point >> 2) + centre * ((point >> 1) & 1) + right * (point & 1) + bias > 0,
  );
  return inside.reduce((part, point) => part | (1 << point), 0);
}
