import { badJson, notAnObject } from "../errors.ts";

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
