import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { Activation } from "../../src/enn/network.ts";
import { verify } from "../../src/verify/verify.ts";
import { ringNetwork, stencils } from "../condense/random-networks.ts";
import { agreeOn } from "../verify/brute-force.ts";
import { allBits, layer, type Neuron, networkOf } from "../verify/pairs.ts";

const threeSigns: readonly Activation[] = ["sign", "sign", "sign"];

describe("a condensed network is never different", () => {
  it("on a ring: proved, as the window is small", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(stencils(threeSigns), fc.integer({ min: 5, max: 12 }), (stencil, length) => {
        const network = ringNetwork(stencil, length);
        const program = condense(network, { name: "f" });
        expect(verify(network, program).kind).toBe("equivalent");
        if (length <= 6) expect(agreeOn(network, program, allBits(length))).toBe(true);
        seen.add(JSON.stringify(program.body));
      }),
      { seed: 13, numRuns: 150 },
    );
    expect(seen.size).toBeGreaterThan(25);
  });

  it("without any sharing: sparse random layers", () => {
    let nVarying = 0;
    fc.assert(
      fc.property(sparseLayers, ({ first, second, third }) => {
        const layers = [
          layer(first, N_INPUTS, "sign"),
          layer(second, first.length, "sign"),
          layer(third, second.length, "sign"),
        ];
        const network = networkOf([N_INPUTS], [third.length], layers);
        const program = condense(network, { name: "f" });
        expect(verify(network, program).kind).toBe("equivalent");
        expect(agreeOn(network, program, allBits(N_INPUTS))).toBe(true);
        if (JSON.stringify(program.body).includes("element")) nVarying += 1;
      }),
      { seed: 13, numRuns: 150 },
    );
    expect(nVarying).toBeGreaterThan(50);
  });
});

const N_INPUTS = 6;

/** Neurons with at most three weights each. */
function sparse(count: number, width: number): fc.Arbitrary<Neuron[]> {
  const entry = fc.record({
    column: fc.nat(width - 1),
    value: fc.constantFrom(1, -1, 2, -2, 3, 0.5),
  });
  const neuron = fc.record({
    bias: fc.constantFrom(0, 0, 1, -1, 2, -2, 0.5),
    entries: fc.array(entry, { minLength: 1, maxLength: 3 }),
  });
  return fc.array(neuron, { minLength: count, maxLength: count });
}

const sparseLayers = fc.record({
  first: sparse(5, N_INPUTS),
  second: sparse(4, 5),
  third: sparse(3, 4),
});
