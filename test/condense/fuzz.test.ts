import { describe, expect, it } from "vitest";
import { exactly } from "../../src/condense/1-exact.ts";
import { merge } from "../../src/condense/2-merge.ts";
import { condense } from "../../src/condense/condense.ts";
import { condenseFamilies } from "../../src/condense/families/condense-families.ts";
import { emit } from "../../src/emit/emit.ts";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { predictionShape } from "../../src/enn/prediction-shape.ts";
import { Random } from "../../src/math/random.ts";
import { nest, sizeOf } from "../../src/math/shape.ts";
import { neverStop } from "../../src/math/stop.ts";
import { check } from "../../src/program/check.ts";
import { type ArrayValue, evaluate } from "../../src/program/evaluate.ts";
import { printProgram } from "../../src/program/json.ts";
import type { Program } from "../../src/program/program.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { everyInput, randomInput } from "../../src/tasks/random-input.ts";
import { scramble } from "../../src/tasks/scramble.ts";
import { runPython } from "../emit/run-python.ts";
import { some } from "../thorough.ts";
import { randomStructure } from "./random-structures.ts";

/** Networks that do not take noise for ties: what those compute is not quite what their programs do. */
const networks = Array.from({ length: 300 }, (_, k) => ({ seed: k, network: randomStructure(k) }));
const exact = some(networks.filter(({ network }) => exactly(network).snapped === 0));

describe("networks of all kinds", () => {
  it("are condensed into what they compute, in every way that is thought of", () => {
    let nWays = 0;
    for (const { seed, network } of exact) {
      const wiring = merge(exactly(network));
      const ways = condenseFamilies({ network, wiring, name: "f", shouldStop: neverStop });
      nWays += ways.length;
      for (const program of ways) {
        check(program);
        expectSame(network, program, seed);
      }
    }
    expect(nWays).toBeGreaterThan(exact.length);
  });

  it("are plain weights, that compute the same, where there is no time for more", () => {
    for (const { seed, network } of exact) {
      const program = condense(network, { name: "f", shouldStop: () => true });
      check(program);
      expectSame(network, program, seed);
    }
  });

  it("compute the same, wherever the search is stopped", () => {
    let nStopped = 0;
    for (const { seed, network } of exact.slice(0, 60)) {
      let questions = 0;
      const shouldStop = (): boolean => ++questions > seed % 24;
      const program = condense(network, { name: "f", shouldStop });
      if (questions > seed % 24) nStopped += 1;
      expectSame(network, program, seed);
    }
    expect(nStopped).toBeGreaterThan(10);
    expect(nStopped).toBeLessThan(50);
  });

  it("give one program, whatever the order and size of their neurons", () => {
    // In these the first of some units decided once what became of the others.
    const mended = [430, 435].map((seed) => ({ seed, network: randomStructure(seed) }));
    const all = [...exact.slice(0, 200), ...mended];
    let nDifferent = 0;
    for (const { seed, network } of all) {
      const other = scramble(network, new Random(seed));
      if (JSON.stringify(other) !== JSON.stringify(network)) nDifferent += 1;
      expect(withoutOrigins(condense(other, { name: "f" })), `seed ${seed}`).toBe(
        withoutOrigins(condense(network, { name: "f" })),
      );
    }
    expect(nDifferent).toBeGreaterThan(all.length / 2);
  });

  it("are, too, where a pair is said to win against itself, or classes are named by their sides", () => {
    const network = randomStructure(314);
    expectSame(network, condense(network, { name: "f" }), 314);
    const largest = networkFamilies.get("argmax-winner-real")!.build([5]);
    const sided: Network = {
      ...largest,
      output: { ...largest.output, labels: { kind: "above-zero" } },
    };
    expectSame(sided, condense(sided, { name: "f" }), 0);
  });

  it("are printed as Python that computes the same", () => {
    const some = exact.slice(0, 60);
    const samples = some.map(({ network }) => inputsOf(network).slice(0, 20));
    const jobs = some.map(({ network }, k) => ({
      source: emit(condense(network, { name: "f" }), "python"),
      name: "f",
      calls: samples[k]!.map((x) =>
        arraysOf(network, x).map(({ shape, data }) => nest(data, shape)),
      ),
    }));
    const results = runPython(jobs);
    some.forEach(({ network, seed }, k) => {
      const found = JSON.parse(results[k]!) as readonly unknown[];
      const predict = predictor(network);
      samples[k]!.forEach((x, s) => {
        const values = [found[s]].flat(Infinity) as number[];
        expectValues(network, values, { wanted: predict(x), place: `seed ${seed}` });
      });
    });
  });
});

function expectSame(network: Network, program: Program, seed: number): void {
  const predict = predictor(network);
  for (const x of inputsOf(network)) {
    const value = evaluate(program, arraysOf(network, x));
    const shape = typeof value === "number" ? [] : value.shape;
    expect(shape).toEqual(predictionShape(network));
    const values = typeof value === "number" ? [value] : [...value.data];
    expectValues(network, values, { wanted: predict(x), place: `seed ${seed}, x ${x}` });
  }
}

/** Equal numbers; probabilities are rounded on both sides. */
function expectValues(
  { layers }: Network,
  values: readonly number[],
  { wanted, place }: { readonly wanted: Float64Array; readonly place: string },
): void {
  const tolerance = layers.at(-1)!.activation === "softmax" ? 1e-12 : 0;
  const isSame = values.every((value, k) => Math.abs(value - wanted[k]!) <= tolerance);
  expect(isSame && values.length === wanted.length, `${place}: ${values}, not ${wanted}`).toBe(
    true,
  );
}

function inputsOf(network: Network): readonly (readonly number[])[] {
  const random = new Random(7);
  return everyInput(network, 32) ?? Array.from({ length: 16 }, () => randomInput(network, random));
}

function arraysOf({ inputs }: Network, x: readonly number[]): ArrayValue[] {
  let end = 0;
  return inputs.map(({ shape }) => {
    end += sizeOf(shape);
    return { shape, data: Float64Array.from(x.slice(end - sizeOf(shape), end)) };
  });
}

/** The program's file; numbers of neurons, which another order changes, do not count. */
function withoutOrigins(program: Program): string {
  const file: unknown = JSON.parse(printProgram(program));
  return JSON.stringify(file, (key, value: unknown) => (key === "origin" ? undefined : value));
}
