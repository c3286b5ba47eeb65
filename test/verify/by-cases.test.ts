import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import { predictor } from "../../src/enn/predict.ts";
import { rowOf, sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import { block, element, integer, subtract, variable } from "../../src/program/build.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { upTo } from "../../src/tasks/neuron.ts";
import { trialOf } from "../../src/verify/trial.ts";
import { verify } from "../../src/verify/verify.ts";
import { wellFormedMutants } from "./mutants.ts";

const FAMILIES = ["picked", "picked-from-end"];

describe.each(FAMILIES)("%s, seven places of integers", (name) => {
  const network = networkFamilies.get(name)!.build([7]);
  const program = condense(network, { name: "f" });

  it("is proved for each place that may be said", () => {
    const verdict = verify(network, program);
    expect(verdict).toMatchObject({ kind: "equivalent" });
    expect(verdict.methods.join()).toContain("each of 7 values of k");
  });

  it("no other program is", () => {
    const run = upTo(200).map((n) =>
      Float64Array.from([n % 7, ...upTo(7).map((k) => (n * (k + 3) + (n >> k)) % 4)]),
    );
    let nDifferent = 0;
    for (const mutant of wellFormedMutants(program)) {
      const { kind } = verify(network, mutant);
      const trial = trialOf(network, mutant);
      const isOther = run.some((x) => trial(x).kind !== "same");
      if (kind === "equivalent") expect(isOther).toBe(false);
      if (kind === "different") nDifferent += 1;
    }
    expect(nDifferent).toBeGreaterThan(0);
  });
});

it("a network that differs at one place only is told as different", () => {
  const network = networkFamilies.get("picked")!.build([7]);
  const program = condense(network, { name: "f" });
  const top = network.layers.at(-1)!;
  for (const column of top.weights.columns) {
    // What one unit says, a place and a value, counts for nothing.
    const others = rowOf(top.weights, 0).filter((entry) => entry.column !== column);
    const weights = sparseMatrix([others], top.weights.nColumns);
    const mutant = { ...network, layers: [...network.layers.slice(0, -1), { ...top, weights }] };
    expect(verify(mutant, program).kind).not.toBe("equivalent");
  }
});

it("a place that may be outside is no proof", () => {
  const network = networkFamilies.get("picked")!.build([7]);
  const program = condense(network, { name: "f" });
  const beyond = element("x", subtract(variable("k"), integer(1)));
  const verdict = verify(network, { ...program, body: block([], beyond) });
  expect(verdict.kind).not.toBe("equivalent");
  expect(predictor(network)([0, 3, 0, 0, 0, 0, 0, 0])).toEqual(Float64Array.of(3));
});
