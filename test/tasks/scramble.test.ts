import { describe, expect, it } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { Random } from "../../src/math/random.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { randomInput } from "../../src/tasks/random-input.ts";
import { isExactScaling, type Scales, scramble } from "../../src/tasks/scramble.ts";

const EXACT: readonly Scales[] = ["none", "powers-of-two", "integers"];

describe("a scrambled network", () => {
  it.each([...networkFamilies])("predicts the same at exact scales: %s", (_, family) => {
    const size = family.sizes[0]!;
    const network = family.build(size);
    const random = new Random(11);
    for (const scales of EXACT.filter((each) => isExactScaling(network, each))) {
      const predictors = [network, scramble(network, random, { scales })].map(predictor);
      for (let k = 0; k < 50; k++) {
        const x = family.draw?.(size, random) ?? randomInput(network, random);
        const [plain, scrambled] = predictors.map((predict) => predict(x));
        expect(scrambled).toEqual(plain);
      }
    }
  });

  it("has its hidden neurons in another order and at other sizes", () => {
    const network = networkFamilies.get("life-torus")!.build([5, 4]);
    const moved = scramble(network, new Random(1), { scales: "none" });
    expect(biases(moved, 0)).not.toEqual(biases(network, 0));
    expect(biases(moved, 0).sort()).toEqual(biases(network, 0).sort());
    expect(biases(moved, 2)).toEqual(biases(network, 2));
    const scaled = scramble(network, new Random(1), { scales: "decimals" });
    expect(biases(scaled, 0).every(Number.isInteger)).toBe(false);
  });

  it("has one factor for all that are compared, and none for probabilities", () => {
    const argmax = networkFamilies.get("argmax-pairs-real")!.build([4]);
    const weights = (network: Network): number[] => [...network.layers[1]!.weights.values];
    expect(new Set(weights(scramble(argmax, new Random(2), { scales: "integers" }))).size).toBe(1);
    const softmax = networkFamilies.get("max-sat-softmax")!.build([2, 3]);
    const scrambled = scramble(softmax, new Random(2), { scales: "integers" });
    const ascending = (network: Network): Float64Array =>
      network.layers[2]!.weights.values.slice().sort();
    expect(ascending(scrambled)).toEqual(ascending(softmax));
  });

  it("is the same for the same seed", () => {
    const network = networkFamilies.get("odd")!.build([7]);
    const twice = [5, 5].map((seed) => scramble(network, new Random(seed)));
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0]).not.toEqual(scramble(network, new Random(6)));
  });

  it("is not called exact where products are rounded", () => {
    const published = networkFamilies.get("orientation")!.build([28]);
    expect(isExactScaling(published, "integers")).toBe(false);
    expect(isExactScaling(published, "powers-of-two")).toBe(true);
    expect(isExactScaling(networkFamilies.get("odd")!.build([4]), "decimals")).toBe(false);
  });
});

function biases({ layers }: Network, l: number): number[] {
  return [...layers[l]!.biases];
}
