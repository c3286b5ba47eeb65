import { type Border, cellOf } from "./frame.ts";

/**
 * One step of an elementary cellular automaton: bit 4 left + 2 centre + right of the rule's number.
 *
 * Source: Wolfram, "Statistical mechanics of cellular automata", 1983.
 */
export function elementaryStep(rule: number, x: readonly number[], border: Border): number[] {
  return x.map((centre, i) => {
    const left = cellOf(x, i - 1, border);
    const right = cellOf(x, i + 1, border);
    return (rule >> (4 * left + 2 * centre + right)) & 1;
  });
}

/** What most of a cell and its two neighbours are: elementary rule 232. */
export function majorityStep(x: readonly number[], border: Border): number[] {
  return x.map((centre, i) => {
    const sum = cellOf(x, i - 1, border) + centre + cellOf(x, i + 1, border);
    return sum >= 2 ? 1 : 0;
  });
}
