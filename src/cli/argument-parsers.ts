import { InvalidArgumentError } from "commander";
import type { Domain } from "../math/domain.ts";

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

/** `20`, `28x28` or `3x16x16`. */
export function parseShape(text: string): number[] {
  if (!/^\d+(x\d+){0,2}$/.test(text)) {
    throw new InvalidArgumentError("Expected N, RxC or PxRxC.");
  }
  return text.split("x").map(parseCount);
}

/** `binary`, `sign`, `integer:-3..4` or `real`. */
export function parseDomain(text: string): Domain {
  if (text === "binary" || text === "sign" || text === "real") return { kind: text };
  const [, lowest, highest] = /^integer:(-?\d+)\.\.(-?\d+)$/.exec(text) ?? [];
  // `+ 0` turns -0 into 0.
  const [low, high] = [Number(lowest) + 0, Number(highest) + 0];
  const isFine = Number.isSafeInteger(low) && Number.isSafeInteger(high) && low <= high;
  if (isFine) return { kind: "integer", low, high };
  throw new InvalidArgumentError(
    "Expected binary, sign, real or integer:LO..HI with LO up to HI, such as integer:0..9.",
  );
}

/** `a,b`: names that are neither empty nor repeated. */
export function parseNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.every((name) => name !== "") && new Set(names).size === names.length) return names;
  throw new InvalidArgumentError("Expected different names with commas between them.");
}
