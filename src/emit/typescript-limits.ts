import type { Program } from "../program/program.ts";
import { type CheckedSizes, narrowedSizes } from "./checked-sizes.ts";
import { type Sizes, sizesUpTo } from "./sizes.ts";
import { isWithin, SAFE, type Whole } from "./span.ts";
import { blockSpan, inputSpans } from "./span-of.ts";

/** Arrays of TypeScript are no longer than that. */
const MOST_LENGTH = 1n << 32n;

/** Checking that arrays are shorter than that is better than big integers: few engines hold longer ones. */
const ROOMY = 1n << 26n;

/** Sizes for which all integers are doubles, if arrays may still be long; else any. */
export function doubleSizes(program: Program): CheckedSizes {
  const free = { sizes: sizesUpTo(MOST_LENGTH, program), checked: new Map() };
  const narrowed = narrowedSizes(free, (sizes) => fits(program, sizes));
  const isRoomy = [...(narrowed?.sizes.limits.values() ?? [])].every((limit) => limit >= ROOMY);
  return narrowed !== undefined && isRoomy ? narrowed : free;
}

function fits(program: Program, sizes: Sizes): boolean {
  let isFine = true;
  const note = (whole: Whole) => {
    isFine &&= isWithin(whole, sizes, SAFE);
  };
  blockSpan(program.body, inputSpans(program, Number.MAX_SAFE_INTEGER), { sizes, note });
  return isFine;
}
