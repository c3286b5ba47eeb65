import { describe, expect, it } from "vitest";
import { predictor } from "../../src/enn/predict.ts";
import { elementaryStep } from "../../src/tasks/elementary.ts";
import { minterms, regions } from "../../src/tasks/elementary-networks.ts";
import { fewestRegions } from "../../src/tasks/half-spaces.ts";
import { everyInput } from "../../src/tasks/random-input.ts";

const subconcepts = (rule: number): readonly number[] => {
  const { nOnes, nZeros } = fewestRegions(rule);
  return [nOnes, nZeros];
};

describe("the fewest regions of an elementary rule", () => {
  it.each([
    // Left or not, centre alone, never and always: one cut or none.
    [240, [1, 1]],
    [204, [1, 1]],
    [232, [1, 1]],
    [0, [0, 1]],
    [255, [1, 0]],
    // l + c + r >= 1 and 2l + c + r <= 2.
    [30, [1, 2]],
    // Parity of two cells, of three.
    [90, [1, 2]],
    [150, [2, 2]],
  ])("rule %i", (rule, counts) => {
    expect(subconcepts(rule)).toEqual(counts);
  });

  it("is never more than four", () => {
    const counts = Array.from({ length: 256 }, (_, rule) => subconcepts(rule));
    expect(Math.max(...counts.map(([ones, zeros]) => ones! + zeros!))).toBe(4);
  });
});

describe("all 256 elementary rules as networks", () => {
  it.each([
    ["minterms", minterms],
    ["regions", regions],
  ])("%s", (_, build) => {
    for (let rule = 0; rule < 256; rule++) {
      for (const border of ["ring", "zero"] as const) {
        const network = build(rule, 4, border);
        const predict = predictor(network);
        for (const x of everyInput(network, 16)!) {
          expect([...predict(x)]).toEqual(elementaryStep(rule, x, border));
        }
      }
    }
  });
});
