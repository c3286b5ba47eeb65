import { describe, expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { poolOf } from "../../src/learn/case-pool.ts";
import { type Feature, sumOf } from "../../src/learn/feature/feature.ts";
import { withCommonThresholds } from "../../src/learn/rule/common-thresholds.ts";
import type { Rule } from "../../src/learn/rule/rule.ts";

const sumOfRow = (columns: readonly number[]): Feature => ({
  family: "part ",
  familyBits: 4,
  bits: 1,
  isInteger: true,
  at: () => sumOf(columns),
});

/** The sum of a row of three is above its threshold, for any of these rows. */
const anyAbove = (thresholds: readonly number[], width = 3): Rule => ({
  features: thresholds.map((_, row) =>
    sumOfRow(Array.from({ length: width }, (_, k) => 3 * row + k)),
  ),
  positions: [...thresholds.keys()],
  decisions: [
    { label: 1, terms: thresholds.map((value, feature) => [{ feature, kind: "above", value }]) },
  ],
  otherwise: 0,
  saidBits: 10,
  bits: 10,
  nMistakes: 0,
});

const poolWith = (...samples: readonly (readonly [readonly number[][], number])[]) => {
  const lines = samples.map(([x, y]) => `${JSON.stringify({ x, y })}\n`).join("");
  return poolOf(parseJsonl(lines, {}), { kind: "alone", output: 0 });
};

const thresholdsOf = ({ decisions }: Rule): number[] =>
  decisions[0]!.terms.flat().map(({ value }) => value);

describe("withCommonThresholds", () => {
  const full = [1, 1, 1];
  const none = [0, 0, 0];
  const rows = poolWith(
    [[full, none, none], 1],
    [[none, full, none], 1],
    [[none, none, full], 1],
    [[[1, 1, 0], [1, 0, 1], none], 0],
    [
      [
        [0, 1, 1],
        [0, 1, 1],
        [1, 0, 0],
      ],
      0,
    ],
  );

  it("says of all rows what is said of most", () => {
    expect(thresholdsOf(withCommonThresholds(anyAbove([2.5, 2.5, 1.5]), rows))).toEqual([
      2.5, 2.5, 2.5,
    ]);
  });

  it("leaves thresholds that have to differ", () => {
    const differing = poolWith(
      [[full, none, none], 1],
      [[none, none, [1, 1, 0]], 1],
      [[[1, 1, 0], [1, 0, 1], none], 0],
      [[none, full, none], 1],
    );
    expect(thresholdsOf(withCommonThresholds(anyAbove([2.5, 2.5, 1.5]), differing))).toEqual([
      2.5, 2.5, 1.5,
    ]);
  });

  it("leaves single cells alone", () => {
    const cells = anyAbove([2.5, 2.5, 1.5], 1);
    expect(withCommonThresholds(cells, rows)).toEqual(cells);
  });
});
