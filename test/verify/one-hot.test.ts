import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import type { Domain } from "../../src/math/domain.ts";
import { add, bit, block, compare, element, integer, truth } from "../../src/program/build.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { describeDomain } from "../../src/verify/describe-domain.ts";
import { isOneHot, settled } from "../../src/verify/one-hot.ts";
import { allInputs, probesOf, samplesOf } from "../../src/verify/samples.ts";
import { verify } from "../../src/verify/verify.ts";

const marks: Domain = { kind: "one-hot", values: ["b", "o", "x"] };
const input = { name: "x", shape: [2, 3], domain: marks } as const;

/** One unit over the places of two marks: above zero or not. */
function above(weights: readonly number[], bias: number): Network {
  const entries = weights.map((value, column) => ({ column, value }));
  const layer = {
    weights: sparseMatrix([entries], weights.length),
    biases: Float64Array.of(bias),
    activation: "step",
  } as const;
  const output = { name: "y", shape: [], labels: { kind: "raw" } } as const;
  return { kind: "feedforward", inputs: [input], layers: [layer], output };
}

function saying(result: Expression): Program {
  return { name: "f", inputs: [input], body: block([], bit(result)) };
}

const x = (item: number, value: number) => element("x", integer(item), integer(value));

describe("inputs of which one value holds", () => {
  test("all of them are counted by their values", () => {
    const all = allInputs([input], 100)!;
    expect(all).toHaveLength(9);
    expect(all[1]).toEqual(Float64Array.of(0, 1, 0, 1, 0, 0));
    expect(all.every((each) => isOneHot(each, [input]))).toBe(true);
    expect(new Set(all.map((each) => each.join())).size).toBe(9);
  });

  test("samples and probes are such inputs, and not all alike", () => {
    const drawn = [...samplesOf([input], 20), ...probesOf([input])];
    expect(drawn.every((each) => isOneHot(each, [input]))).toBe(true);
    expect(new Set(drawn.map((each) => each.join())).size).toBeGreaterThan(4);
  });

  test("what has none or several values gets one", () => {
    expect(settled(Float64Array.of(0, 0, 0, 1, 1, 0), [input])).toEqual(
      Float64Array.of(0, 0, 1, 0, 1, 0),
    );
  });

  test("the domain is said without the places of values", () => {
    expect(describeDomain([input])).toBe("all inputs x of 2 texts out of 3");
  });
});

describe("verify", () => {
  test("a program that says one value by the others is equivalent", () => {
    // The first is b if it is neither o nor x; beyond the domain that differs.
    const network = above([2, 0, 0, 0, 0, 0], -1);
    const byOthers = compare(add(x(0, 1), x(0, 2)), "<", integer(1));
    expect(verify(network, saying(byOthers)).kind).toBe("equivalent");
    expect(verify(network, saying(truth(x(0, 0)))).kind).toBe("equivalent");
  });

  test("a counterexample says texts and labels", () => {
    const network = above([0, 2, 0, 0, 0, 0], -1);
    const { output } = network;
    const labels = ["no", "yes"];
    const verdict = verify(
      { ...network, output: { ...output, classes: labels } },
      { ...saying(truth(x(1, 1))), labels },
    );
    expect(verdict.kind).toBe("different");
    if (verdict.kind !== "different") return;
    const { inputs, network: right, program: wrong } = verdict.counterexample;
    const [first, second] = inputs.x as string[];
    expect(first === "o").not.toBe(second === "o");
    expect([right, wrong]).toEqual(first === "o" ? ["yes", "no"] : ["no", "yes"]);
  });

  test("other labels are not the network's classes", () => {
    const network = above([2, 0, 0, 0, 0, 0], -1);
    const named = { ...network, output: { ...network.output, classes: ["no", "yes"] } };
    const program = saying(truth(x(0, 0)));
    expect(verify(named, { ...program, labels: ["no", "yes"] }).kind).toBe("equivalent");
    expect(verify(named, { ...program, labels: ["yes", "no"] })).toMatchObject({
      kind: "unproved",
      reason: 'the network\'s classes are "no", "yes", the program\'s labels "yes", "no"',
    });
    expect(verify(named, program)).toMatchObject({ kind: "unproved" });
    expect(verify(network, { ...program, labels: [0, 1] })).toMatchObject({ kind: "unproved" });
  });

  test("where only impossible inputs differ and the domain is large, nothing is claimed", () => {
    const large = { name: "x", shape: [12, 3], domain: marks } as const;
    const small = above([2, ...Array.from({ length: 35 }, () => 0)], -1);
    const network: Network = { ...small, inputs: [large] };
    const byOthers = compare(add(x(0, 1), x(0, 2)), "<", integer(1));
    const verdict = verify(network, { ...saying(byOthers), inputs: [large] });
    expect(verdict.kind).toBe("unproved");
  });

  test("a program for other values is not for this network", () => {
    const other: Domain = { kind: "one-hot", values: ["a", "o", "x"] };
    const program = { ...saying(truth(x(0, 0))), inputs: [{ ...input, domain: other }] };
    const verdict = verify(above([2, 0, 0, 0, 0, 0], -1), program);
    expect(verdict).toMatchObject({
      kind: "unproved",
      reason: "the program takes fewer values of x than the network",
    });
  });
});
