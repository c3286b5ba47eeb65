import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import { affineOf } from "../../src/condense/lookup/affine.ts";
import { emit } from "../../src/emit/emit.ts";
import type { Network } from "../../src/enn/network.ts";
import { binary } from "../../src/math/domain.ts";
import { networkOf, upTo, weigh } from "../../src/tasks/neuron.ts";
import { verify } from "../../src/verify/verify.ts";

/** Where a pointer of two bits says a place: which of four bits is read there, and whether it is turned round. */
interface Table {
  readonly cells: readonly number[];
  readonly areTurned: readonly boolean[];
}

function networkOfTable({ cells, areTurned }: Table): Network {
  const terms = upTo(4).map((place) => {
    const said = [place >> 1, place & 1];
    const literals = said.map((bit, column) => ({ column, value: bit === 1 ? 2 : -2 }));
    const nOnes = said.filter((bit) => bit === 1).length;
    const own = { column: 2 + cells[place]!, value: areTurned[place] ? -2 : 2 };
    const bias = (areTurned[place] ? 1 : -1) - 2 * nOnes;
    return { bias, entries: [...literals, own].sort((a, b) => a.column - b.column) };
  });
  return networkOf({
    inputs: [
      { name: "a", shape: [2], domain: binary },
      { name: "x", shape: [4], domain: binary },
    ],
    layers: [
      { activation: "step", neurons: terms },
      { activation: "step", neurons: [{ bias: -1, entries: weigh(upTo(4), 2) }] },
    ],
    shape: [],
  });
}

function pythonOf(table: Table): string {
  return emit(condense(networkOfTable(table), { name: "f" }), "python");
}

describe("a cell at a place that others say", () => {
  const straight = [false, false, false, false];

  it.each([
    ["x[2 * a[0] + a[1]]", { cells: [0, 1, 2, 3], areTurned: straight }],
    ["x[-(2 * a[0] + a[1]) - 1]", { cells: [3, 2, 1, 0], areTurned: straight }],
    ["x[a[0] + 2 * a[1]]", { cells: [0, 2, 1, 3], areTurned: straight }],
    ["1 - x[sum(a)]", { cells: [0, 1, 1, 2], areTurned: [true, true, true, true] }],
  ])("is %s", (text, table) => {
    expect(pythonOf(table)).toContain(`return ${text}\n`);
  });

  it("is read in no other way where one place is another one, or turned round", () => {
    expect(pythonOf({ cells: [0, 1, 3, 3], areTurned: straight })).not.toMatch(/x\[[^\]]*a/);
    const turned = { cells: [0, 1, 2, 3], areTurned: straight.with(2, true) };
    expect(pythonOf(turned)).not.toMatch(/x\[[^\]]*a/);
  });

  it("whatever is read where, the program is the network", () => {
    const table = fc.record({
      cells: fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
      areTurned: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    });
    fc.assert(
      fc.property(table, (given) => {
        const network = networkOfTable(given);
        expect(verify(network, condense(network, { name: "f" })).kind).toBe("equivalent");
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe("an affine function", () => {
  const sightings = (of: (a: number, b: number) => number) =>
    upTo(6).map((k) => {
      const [a, b] = [1 + Math.floor(k / 3), k % 3];
      return { at: [a, b], value: of(a, b) };
    });

  it("is found where all cases are on it", () => {
    expect(affineOf(sightings((a, b) => 7 - 2 * a + b))).toEqual({ constant: 7, weights: [-2, 1] });
  });

  it("is none where one case is not, or a number has one value only", () => {
    expect(affineOf(sightings((a, b) => a * b))).toBeUndefined();
    expect(affineOf([{ at: [0], value: 3 }])).toBeUndefined();
  });
});
