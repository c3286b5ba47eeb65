import { badDistribution } from "../errors.ts";

/** Probabilities of classes, by their names. */
export type Distribution = readonly (readonly [string, number])[];

/** Decimals of probabilities are rounded: their sum is as good as 1 below this. */
const ROUNDING = 1e-9;

/** `{"a": 0.9, "b": 0.1}`. Throws `bad-distribution`. */
export function parseDistribution(
  value: object,
  place: string,
  element: () => string,
): Distribution {
  const entries = Object.entries(value);
  const wrong = entries.find(([, share]) => typeof share !== "number" || !(share >= 0));
  if (wrong !== undefined) throw badDistribution(place, element(), JSON.stringify(wrong[1]));
  const sum = entries.reduce((total, [, share]) => total + share, 0);
  if (!(Math.abs(sum - 1) <= ROUNDING)) throw badDistribution(place, element(), `a sum of ${sum}`);
  return entries;
}

/** Is a probability as good as the largest one? What is told apart by less is not known so well. */
export function isTied(share: number, largest: number): boolean {
  return largest - share <= TIED;
}

const TIED = 4e-8;

/** Is a value an object, as distributions are? */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The labels that names of classes stand for: numbers, or true and false, where all names are such.
 * JSON has no other way to say them.
 */
export function labelsOfNames(names: readonly string[]): (number | string | boolean)[] {
  if (names.every((name) => name === "true" || name === "false")) {
    return names.map((name) => name === "true");
  }
  const numbers = names.map(Number);
  const areNumbers = numbers.every((number, k) => String(number) === names[k]);
  return areNumbers && numbers.every(Number.isFinite) ? numbers : [...names];
}
