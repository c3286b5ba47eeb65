import { bit } from "../../program/build.ts";
import { isTruth } from "../../program/idiom.ts";
import type { Expression } from "../../program/program.ts";
import { expressionTokens } from "../../program/size.ts";

/** The expression with the fewest tokens, truths as bits; of equally long ones the first. */
export function shortest(ways: readonly Expression[]): Expression {
  if (ways.length === 1) return ways[0]!;
  const lengths = ways.map((way) => expressionTokens(isTruth(way, NO_TRUTHS) ? bit(way) : way));
  return ways[lengths.indexOf(Math.min(...lengths))]!;
}

const NO_TRUTHS: ReadonlySet<string> = new Set();
