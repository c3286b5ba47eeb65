import { expect, it } from "vitest";
import { randomSamples } from "../../src/run/samples.ts";

it("draws one value for each place of a one-hot input", () => {
  const domain = { kind: "one-hot", values: ["a", "b", "c"] } as const;
  const samples = randomSamples([{ shape: [4, 3], domain }], 50, 1);
  const seen = new Set<number>();
  for (const [input] of samples) {
    for (let place = 0; place < 4; place++) {
      const row = [...input!.data.slice(3 * place, 3 * place + 3)];
      expect(row.toSorted()).toEqual([0, 0, 1]);
      seen.add(row.indexOf(1));
    }
  }
  expect([...seen].sort()).toEqual([0, 1, 2]);
});
