import { InvalidArgumentError } from "commander";

/** An integer in 0..2^32-1, which is what seeds are. */
export function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed < 2 ** 32) return seed;
  throw new InvalidArgumentError("Expected an integer from 0 to 4294967295.");
}

export function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= 1e9) return count;
  throw new InvalidArgumentError("Expected an integer from 1.");
}

export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (/^\d*\.?\d+$/.test(text) && seconds > 0) return seconds;
  throw new InvalidArgumentError("Expected a number of seconds above 0.");
}

/** `20` or `16x16`. */
export function parseSize(text: string): number[] {
  if (!/^\d+(x\d+)*$/.test(text)) throw new InvalidArgumentError("Expected N or RxC.");
  return text.split("x").map(parseCount);
}

/** `a,b`: names that are neither empty nor repeated. */
export function parseNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.every((name) => name !== "") && new Set(names).size === names.length) return names;
  throw new InvalidArgumentError("Expected different names with commas between them.");
}
