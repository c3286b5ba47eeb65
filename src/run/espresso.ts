import { espresso as minimize } from "espresso-iisojs";
import { Random } from "../math/random.ts";
import type { Minimizer, RuleQuestion } from "../reproduce/rule-peers.ts";
import { everyBits } from "../tasks/every-bits.ts";
import { shuffle } from "../tasks/shuffle.ts";

type Cases = Pick<RuleQuestion, "x" | "y">;
type Row = readonly number[];

/** Places of inputs and the bits that they have to be. */
type Term = readonly { readonly place: number; readonly bit: number }[];

/** What it finds depends on the order of the inputs: the best of a few is taken. */
const ORDERS = 5;

/**
 * Two-level minimization of bits, as Espresso does it.
 *
 * A row that is shown with both labels counts as 1. Cost: it goes through all rows of so many bits, so about 12 is most.
 */
export const espresso: Minimizer = {
  predict: async ({ asked, ...cases }) => {
    const terms = fewestTerms(cases);
    return asked.map((row) => (terms.some((term) => holds(term, row)) ? 1 : 0));
  },
  countTerms: async (cases) => fewestTerms(cases).length,
};

/** The fewest terms, and of these the fewest bits, that it finds in any of the orders. */
function fewestTerms({ x, y }: Cases): readonly Term[] {
  const shown = new Set(x.map(String));
  const ones = new Map(x.flatMap((row, k) => (y[k] === 1 ? [[String(row), row] as const] : [])));
  // What is not shown may be either, so that few terms say what is.
  const others = everyBits(x[0]!.length).filter((row) => !shown.has(String(row)));
  const random = new Random(0);
  const places = [...x[0]!.keys()];
  const found = Array.from({ length: ORDERS }, (_, turn) =>
    termsIn(turn === 0 ? places : shuffle(places, random), [...ones.values()], others),
  );
  return found.reduce((best, terms) => (compare(terms, best) < 0 ? terms : best));
}

function compare(a: readonly Term[], b: readonly Term[]): number {
  return a.length - b.length || a.flat().length - b.flat().length;
}

/** Terms that are found where the inputs stand in some order. */
function termsIn(order: readonly number[], ones: readonly Row[], others: readonly Row[]): Term[] {
  const literalsOf = (row: Row): number[] => order.map((place, k) => 2 * k + row[place]!);
  const terms = minimize(ones.map(literalsOf), others.map(literalsOf));
  return terms.map((term) =>
    term.map((literal) => ({ place: order[literal >> 1]!, bit: literal & 1 })),
  );
}

function holds(term: Term, row: Row): boolean {
  return term.every(({ place, bit }) => row[place] === bit);
}
