import { printExpression } from "./emit/python.ts";
import type { AnyNetwork } from "./enn/network.ts";
import { check } from "./program/check.ts";
import type { Expression, Program } from "./program/program.ts";
import { readingCost } from "./program/reading-cost.ts";
import { Parting, unify } from "./program/unify.ts";
import type { Verdict } from "./verify/verdict.ts";

/** One size of a problem: a network, the program that was made from it, and how others do there. */
export interface OneSize {
  readonly network: AnyNetwork;
  readonly program: Program;
  /** Does a program do here what the one that was made here does? */
  readonly holds: (program: Program) => Holding;
  /** How much of what is known here a program says right, 0 to 1. */
  readonly score: (program: Program) => number;
}

/** `perhaps` where nothing speaks against it, and no proof was found. */
export type Holding = "yes" | "perhaps" | "no";

/** The program for all sizes, and where it comes from. */
export type OneProgram = { readonly program: Program } & (
  | { readonly kind: "own"; readonly at: number }
  | { readonly kind: "common" }
  /** That of the size that does best; `parting` is where programs part, if they have no common form. */
  | { readonly kind: "none"; readonly at: number; readonly parting?: string }
);

/**
 * One program for problems of several sizes, from the programs of each: the shortest of these that holds
 * for all, else what they have in common, with constants that follow from the lengths. What is proved
 * goes before what is only not refuted; where there is neither, the one that does best.
 */
export function oneProgram(given: readonly OneSize[]): OneProgram {
  const sizes = given.map(remembering);
  const own = sizes.map(({ program }, at): OneProgram => ({ kind: "own", at, program }));
  const offers = [...own].sort((a, b) => readingCost(a.program) - readingCost(b.program));
  const common = commonProgram(sizes);
  if (typeof common !== "string") offers.push({ kind: "common", program: common });
  const found =
    offers.find(({ program }) => sizes.every(({ holds }) => holds(program) === "yes")) ??
    offers.find(({ program }) => sizes.every(({ holds }) => holds(program) !== "no"));
  if (found !== undefined) return found;
  const least = sizes.map(({ program }) => Math.min(...sizes.map(({ score }) => score(program))));
  const at = least.indexOf(Math.max(...least));
  const { program } = sizes[at]!;
  return { kind: "none", at, program, ...(typeof common === "string" && { parting: common }) };
}

/** A proof, or a pass over all samples, is asked for once. */
function remembering(size: OneSize): OneSize {
  return { ...size, holds: remembered(size.holds), score: remembered(size.score) };
}

function remembered<Answer>(ask: (program: Program) => Answer): (program: Program) => Answer {
  const known = new Map<Program, Answer>();
  return (program) => {
    const before = known.get(program);
    if (before !== undefined) return before;
    const answer = ask(program);
    known.set(program, answer);
    return answer;
  };
}

/** What the programs of all sizes have in common, or where they part. */
function commonProgram(sizes: readonly OneSize[]): Program | string {
  try {
    const program = unify(
      sizes.map(({ network, program }) => ({ program, lengths: lengthsOf(network) })),
    );
    check(program);
    return program;
  } catch (error) {
    if (error instanceof Parting) return partingText(error, sizes);
    throw error;
  }
}

const MOST_LETTERS = 60;

/** Where programs part, and what stands there at each size, as Python. */
function partingText({ message, forms }: Parting, sizes: readonly OneSize[]): string {
  const texts = forms.map(({ expression, program }, k) => {
    const code = codeOf(expression, program);
    const shown = code.length > MOST_LETTERS ? `${code.slice(0, MOST_LETTERS - 3)}...` : code;
    const lengths = lengthsOf(sizes[k]!.network).map((shape) => shape.join("x"));
    return `${shown} (${lengths.join(", ")})`;
  });
  const where = texts.length === 0 ? message : texts.join(", ");
  return `the programs of the sizes part at ${where}`;
}

/** On one line; what takes more than an expression to print is said in words. */
function codeOf(expression: Expression, program: Program): string {
  if (expression.kind === "scan" || expression.kind === "fold") return "a walk along the places";
  if (expression.kind === "pad") return `${expression.array} with zeros around it`;
  return printExpression(expression, program);
}

function lengthsOf({ inputs }: AnyNetwork): (readonly number[])[] {
  return inputs.map(({ shape }) => shape);
}

/**
 * The verdict over all sizes, from those of each: a difference at any size, else what is not proved at any,
 * else, where all are equivalent, the one `at` a size, with the most units that were snapped at any.
 */
export function verdictOfAll(verdicts: readonly Verdict[], at: number): Verdict {
  const first = (kind: Verdict["kind"]) => verdicts.find((verdict) => verdict.kind === kind);
  const worse = first("different") ?? first("unproved");
  if (worse !== undefined) return worse;
  const [wanted, snapped] = [verdicts.at(at)!, Math.max(...verdicts.map(snappedIn))];
  return snapped > snappedIn(wanted) ? { ...wanted, snapped } : wanted;
}

function snappedIn({ snapped = 0 }: Verdict): number {
  return snapped;
}

/** Why one of the sizes has a program that the others have not. */
export function noneFound(parting: string | undefined, otherwise: string): string {
  return `sizes: no one program was found for all of them: ${parting ?? otherwise}`;
}

/** What is to be said of a common form, if its constants were fitted to few sizes. */
export function fittedToFew(nSizes: number): string[] {
  return nSizes < 3
    ? ["sizes: constants were fitted to the lengths of two sizes; a third one would check them"]
    : [];
}
