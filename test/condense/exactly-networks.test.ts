import { describe, expect, it } from "vitest";
import { exactly } from "../../src/condense/1-exact.ts";
import type { ExactNetwork } from "../../src/condense/exact/exact-network.ts";
import type { Layer, Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { Random } from "../../src/math/random.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { randomInput } from "../../src/tasks/random-input.ts";
import { scramble } from "../../src/tasks/scramble.ts";
import { layer } from "../verify/pairs.ts";

/** The exact units as a network again. */
function rebuilt(network: Network, { layers, output }: ExactNetwork): Network {
  const last = layers.length - 1;
  return {
    ...network,
    layers: layers.map((units, l): Layer => {
      const reading = l === last && output.reading !== "values" ? output.reading : undefined;
      const neurons = units.map(({ bias, columns, weights }) => ({
        bias,
        entries: columns.map((column, k) => ({ column, value: weights[k]! })),
      }));
      return layer(
        neurons,
        network.layers[l]!.weights.nColumns,
        reading ?? network.layers[l]!.activation,
      );
    }),
  };
}

const members = [...networkFamilies].map(([name, family]) => ({ name, family }));

describe.each(members)("the network $name in exact numbers", ({ family }) => {
  const network = family.build(family.sizes[0]!);
  const exact = exactly(network);

  it("computes the same", () => {
    const [given, own] = [predictor(network), predictor(rebuilt(network, exact))];
    const draws = new Random(1);
    for (let round = 0; round < 30; round++) {
      const x = randomInput(network, draws);
      expect([...own(x)]).toEqual([...given(x)]);
    }
    expect(exact.snapped).toBe(0);
  });

  it("has integers where all sums are few", () => {
    const sides = exact.layers.flat().filter(({ activation }) => activation !== "identity");
    expect(readsReals(network) || sides.every(({ isInteger }) => isInteger)).toBe(true);
  });

  it("has the same units at every scale and in every order", () => {
    for (const scales of ["powers-of-two", "integers", "decimals"] as const) {
      if (scales === "decimals" && readsReals(network)) continue;
      const { layers } = exactly(scramble(network, new Random(2), { scales }));
      expect(layers.map(described)).toEqual(exact.layers.map(described));
    }
  });
});

function readsReals({ inputs }: Network): boolean {
  return inputs.some(({ domain }) => domain.kind === "real");
}

/** The units without their places. */
function described(units: ExactNetwork["layers"][number]): string[] {
  return units
    .map(({ columns: _, weights, ...rest }) => {
      const ascending = [...weights].sort((a, b) => a - b);
      return JSON.stringify({ ...rest, weights: ascending });
    })
    .sort();
}
