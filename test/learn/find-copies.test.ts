import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poolOf } from "../../src/learn/case-pool.ts";
import { cellFeatures } from "../../src/learn/feature/cells.ts";
import { valuesOf } from "../../src/learn/feature/values-of.ts";
import { findCopies } from "../../src/learn/find-copies.ts";
import { nearnessRank } from "../../src/learn/nearness-rank.ts";
import { labelsBy } from "../../src/learn/rule/labels-by.ts";
import { sourcesOf } from "../../src/learn/sharing.ts";
import { Random } from "../../src/math/random.ts";
import { coordinatesOf, sizeOf } from "../../src/math/shape.ts";
import { datasetOf, examplesOf, type Form, type Rule } from "./dataset-of.ts";

describe("the rank of a cell", () => {
  const shape = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });

  it("is its position among all cells, nearest first", () => {
    let nFar = 0;
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 3 }),
        shape,
        fc.nat(),
        (inputs, output, at) => {
          const place = coordinatesOf(at % sizeOf(output), output);
          const sources = sourcesOf({ inputs, output }, { kind: "alone" }, place);
          sources.forEach((source, rank) => {
            if (source.kind !== "fixed") throw new Error("an offset");
            expect(nearnessRank(source, { inputs }, place)).toBe(rank);
          });
          if (inputs.some((each) => each.length === output.length) && sources.length > 4) nFar += 1;
        },
      ),
      { seed: 3, numRuns: 300 },
    );
    expect(nFar).toBeGreaterThan(20);
  });
});

describe("copies", () => {
  const square: Form = { inputs: { x: [4, 4] }, target: [4, 4] };
  const transposed: Rule = (x) => x!.map((_, k) => x![(k % 4) * 4 + Math.floor(k / 4)]!);
  const opposite: Rule = (x) => x!.map((_, k) => 1 - x![15 - k]!);
  const ofTwo: Form = { inputs: { few: [3], many: [2, 3] }, target: [5] };
  const picked: Rule = (few, many) => [few![2]!, many![0]!, 1 - many![5]!, few![0]!, many![3]!];
  const constantToo: Rule = (x) => transposed(x!).map((bit, k) => (k === 5 ? x![0]! : bit));

  it.each([
    ["a transposed array", square, transposed],
    ["an array turned round and inverted", square, opposite],
    ["cells picked from two arrays", ofTwo, picked],
    ["a cell that stands at two places", square, constantToo],
  ])("are found: %s, each the nearest cell that says the same", (_, form, rule) => {
    const dataset = datasetOf(form, examplesOf(form, rule, 60, new Random(2)));
    const rules = findCopies(dataset, {})!;
    expect(rules).toHaveLength(sizeOf(form.target));
    rules.forEach((each, output) => {
      const scope = { kind: "alone", output } as const;
      const pool = poolOf(dataset, scope);
      expect([...labelsBy(each, pool)]).toEqual([...pool.labels]);
      const bank = cellFeatures(dataset, scope);
      const nearest = bank.findIndex((cell) => {
        const values = valuesOf(cell, pool);
        return values.every((x, k) => (x === values[0]) === (pool.labels[k] === pool.labels[0]));
      });
      expect(each.positions).toEqual([nearest]);
      expect(each.features[0]!.bits).toBe(bank[nearest]!.bits);
      expect(each.features[0]!.at(0)).toEqual(bank[nearest]!.at(0));
    });
  });

  it("are none where an output is no copy, or samples are few", () => {
    const spoiled: Rule = (x) => transposed(x!).with(7, x![0]! & x![1]!);
    const dataset = datasetOf(square, examplesOf(square, spoiled, 60, new Random(2)));
    expect(findCopies(dataset, {})).toBeUndefined();
    const few = datasetOf(square, examplesOf(square, transposed, 10, new Random(2)));
    expect(findCopies(few, {})).toBeUndefined();
  });
});
