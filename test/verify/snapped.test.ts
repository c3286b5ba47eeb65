import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import {
  add,
  bit,
  choose,
  compare,
  element,
  integer,
  list,
  multiply,
  sign,
  subtract,
} from "../../src/program/build.ts";
import type { Expression } from "../../src/program/program.ts";
import { inputX, networkOf } from "../../src/tasks/neuron.ts";
import { verify } from "../../src/verify/verify.ts";
import { programOf } from "./pairs.ts";

const x = (k: number): Expression => element("x", integer(k));

/** 0.1 + 0.2 - 0.3 is above 0 by noise: where both bits are one, and nowhere else near 0. */
const noisy = {
  bias: -0.3,
  entries: [
    { column: 0, value: 0.1 },
    { column: 1, value: 0.2 },
  ],
};
const total = subtract(add(x(0), multiply(integer(2), x(1))), integer(3));
const tied = sign(total);
const exact = choose(compare(total, ">=", integer(0)), integer(1), integer(-1));

function network(outputs: readonly number[]): Network {
  return networkOf({
    inputs: inputX([2]),
    layers: [
      { activation: "sign", neurons: [noisy] },
      {
        activation: "identity",
        neurons: outputs.map((value) => ({ bias: 0, entries: [{ column: 0, value }] })),
      },
    ],
    shape: [outputs.length],
  });
}

describe("sums that are noise", () => {
  test("are what they are where the program says so", () => {
    const verdict = verify(network([1]), programOf([2], list([exact])));
    expect(verdict.kind).toBe("equivalent");
    expect(verdict).not.toHaveProperty("snapped");
  });

  test("are taken for 0 and counted where the program says that", () => {
    const verdict = verify(network([1]), programOf([2], list([tied])));
    expect(verdict).toMatchObject({ kind: "equivalent", snapped: 1 });
    expect(verdict.methods).toContain("ties snapped in 1 unit");
  });

  test("are taken in one way in one unit", () => {
    const both = (a: Expression, b: Expression) =>
      verify(network([1, 1]), programOf([2], list([a, b])));
    expect(both(tied, tied)).toMatchObject({ kind: "equivalent", snapped: 1 });
    expect(both(exact, exact).kind).toBe("equivalent");
    expect(both(exact, tied).kind).not.toBe("equivalent");
    expect(both(tied, exact).kind).not.toBe("equivalent");
  });

  test("are nothing that a program without them may change", () => {
    const other = choose(compare(total, ">=", integer(0)), integer(-1), integer(-1));
    expect(verify(network([1]), programOf([2], list([other]))).kind).not.toBe("equivalent");
    const steps = bit(compare(total, ">", integer(0)));
    expect(verify(network([1]), programOf([2], list([steps]))).kind).toBe("different");
  });

  test("are smaller than a billionth of the weights", () => {
    const wide = networkOf({
      inputs: inputX([2]),
      layers: [
        {
          activation: "sign",
          neurons: [
            {
              bias: 1,
              entries: [
                { column: 0, value: 4e8 },
                { column: 1, value: -4e8 },
              ],
            },
          ],
        },
      ],
      shape: [],
    });
    const program = programOf([2], sign(subtract(x(0), x(1))));
    expect(verify(wide, program).kind).toBe("different");
    const wider = {
      ...wide,
      layers: wide.layers.map((layer) => ({
        ...layer,
        weights: { ...layer.weights, values: layer.weights.values.map((value) => 2 * value) },
      })),
    };
    expect(verify(wider, program)).toMatchObject({ kind: "equivalent", snapped: 1 });
  });
});
