import fc from "fast-check";
import type { Patterns } from "../../src/learn/patterns.ts";

/** Some of the rows of a few bits, each with a label of its own, as patterns of a window. */
export function labelledRows(mostBits: number): fc.Arbitrary<Patterns> {
  return fc
    .integer({ min: 1, max: mostBits })
    .chain((nBits) =>
      fc
        .uniqueArray(fc.nat(2 ** nBits - 1), { minLength: 1, maxLength: 2 ** nBits })
        .chain((rows) =>
          fc
            .array(fc.constantFrom(0, 1), { minLength: rows.length, maxLength: rows.length })
            .map((labels) => patternsOf(nBits, rows, labels)),
        ),
    );
}

/** The rows that numbers spell, the first bit highest, in ascending order. */
export function patternsOf(
  nBits: number,
  numbers: readonly number[],
  labels: readonly number[],
): Patterns {
  const positions = Array.from({ length: nBits }, (_, k) => k);
  const labelled = numbers
    .map((number, k) => ({ number, label: labels[k]! }))
    .sort((a, b) => a.number - b.number);
  return {
    kind: "patterns",
    window: positions,
    rows: labelled.map(({ number }) => positions.map((k) => (number >> (nBits - 1 - k)) & 1)),
    labels: labelled.map(({ label }) => label),
  };
}
