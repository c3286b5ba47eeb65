import { badJson, notAnObject, unsafeInteger } from "../errors.ts";
import { elementName } from "./element-name.ts";
import { walkLeaves } from "./walk-leaves.ts";

/** The keys of one line, in their order, with their values as JSON has them. */
export type Sample = ReadonlyMap<string, unknown>;

/** One line of a `.jsonl` file. Throws `bad-json` and `not-an-object`. */
export function parseSample(line: string, place: string): Sample {
  const value = parseJson(line, place);
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    throw notAnObject(place, value);
  }
  return new Map(Object.entries(value));
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw badJson(place, line.trim());
  }
}

interface ReadKeys {
  readonly sample: Sample;
  /** Those whose values matter. */
  readonly names: readonly string[];
  readonly place: string;
}

/** Integers must be those that the line says: JSON.parse rounds them. Throws `unsafe-integer`. */
export function checkIntegers(line: string, { sample, names, place }: ReadKeys): void {
  if (!/\d{16}/.test(line)) return;
  const rounded = new Map(unsafeIntegers(line).map((text) => [Number(text), text]));
  if (rounded.size === 0) return;
  for (const name of names) {
    walkLeaves(sample.get(name), {
      at: { place, name },
      visit: (value, path) => {
        const text = rounded.get(value as number);
        if (text !== undefined) throw unsafeInteger(place, elementName(name, path), text);
      },
    });
  }
}

/** The integers on a line of JSON that are not below 2^53, outside of strings. */
function unsafeIntegers(line: string): string[] {
  const tokens = line.match(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g) ?? [];
  return tokens.filter(
    (token) => /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)),
  );
}
