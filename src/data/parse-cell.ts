import type { Leaf } from "./leaf.ts";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const MISSING = /^(nan|null)?$/i;
const INFINITE = /^[+-]?inf(inity)?$/i;
const FALSE_OR_TRUE = /^(false|true|False|True|FALSE|TRUE)$/;

/** What a cell of a table says: a number, true or false, else text; undefined where a value is missing. */
export function parseCell(text: string): Leaf | undefined {
  if (text === "0") return 0;
  if (text === "1") return 1;
  const cell = text.trim();
  if (NUMBER.test(cell)) return Number(cell) + 0;
  if (MISSING.test(cell)) return undefined;
  if (FALSE_OR_TRUE.test(cell)) return cell.toLowerCase() === "true";
  if (INFINITE.test(cell)) return cell.startsWith("-") ? -Infinity : Infinity;
  return cell;
}

const INTEGER = /^[+-]?\d{16,}(\.0*)?$/;

/** Is a cell an integer that no double holds for sure? */
export function isUnsafeInteger(text: string): boolean {
  if (text.length < 16) return false;
  const cell = text.trim();
  return INTEGER.test(cell) && !Number.isSafeInteger(Number(cell));
}
