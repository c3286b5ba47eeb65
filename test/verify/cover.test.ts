import { describe, expect, test } from "vitest";
import type { Dataset } from "../../src/data/dataset.ts";
import { binary, type Domain } from "../../src/math/domain.ts";
import { Random } from "../../src/math/random.ts";
import type { Shape } from "../../src/math/shape.ts";
import {
  and,
  block,
  choose,
  compare,
  element,
  integer,
  range,
  size,
  subtract,
  table,
  variable,
} from "../../src/program/build.ts";
import { cover } from "../../src/verify/cover.ts";
import {
  atLeast,
  choiceAndCount,
  life,
  parity,
  programOf,
  rule30Ring,
  rule30Zero,
} from "./pairs.ts";

function datasetOf(
  shape: Shape,
  samples: readonly (readonly number[])[],
  domain = binary,
): Dataset {
  return {
    nSamples: samples.length,
    inputs: [{ name: "x", shape, domain, values: Float64Array.from(samples.flat()) }],
    target: { name: "y", shape: [], classes: [0, 1], values: new Int32Array(samples.length) },
    places: samples.map(() => "here"),
    warnings: [],
  };
}

function randomSamples(count: number, length: number): number[][] {
  const random = new Random(3);
  return Array.from({ length: count }, () => Array.from({ length }, () => random.bit()));
}

const [i, n, zero, one] = [variable("i"), size("n"), integer(0), integer(1)];

describe("cases and features", () => {
  test("rule 30 looks at three cells", () => {
    const coverage = cover(rule30Ring(6).program, datasetOf([6], [[0, 0, 0, 1, 1, 1]]));
    expect(coverage).toMatchObject({ cases: 8, seen: 6 });
    expect(coverage.parts[0]!.features).toHaveLength(3);
    expect(coverage.parts[0]!.unseen).toEqual([
      { values: [0, 1, 0], result: 1 },
      { values: [1, 0, 1], result: 0 },
    ]);
  });

  test("between zeros places at both ends show fewer cases, all of them of the eight", () => {
    const coverage = cover(rule30Zero(5).program, datasetOf([5], [[1, 1, 1, 1, 1]]));
    expect(coverage).toMatchObject({ cases: 8, seen: 3 });
  });

  test("Life looks at a total, and at the total without the centre", () => {
    const { program } = life(5, 5);
    const coverage = cover(program, datasetOf([5, 5], [new Array<number>(25).fill(1)]));
    expect(coverage).toMatchObject({ cases: 18, seen: 1 });
    const [part] = coverage.parts;
    expect(part!.features).toEqual([
      variable("total"),
      subtract(variable("total"), element("x", variable("i"), variable("j"))),
    ]);
    expect(part!.unseen).toHaveLength(17);
    expect(part!.unseen.filter(({ result }) => result === 1).map(({ values }) => values)).toEqual([
      [3, 2],
      [3, 3],
      [4, 3],
    ]);
  });

  test("20 frames of Life at 64x64 show all cases", () => {
    const data = datasetOf([64, 64], randomSamples(20, 4096));
    expect(cover(life(64, 64).program, data)).toMatchObject({ cases: 18, seen: 18 });
  });

  test("a sum of 40 bits has 41 values", () => {
    const samples = [0, 1, 20].map((ones) =>
      Array.from({ length: 40 }, (_, k) => (k < ones ? 1 : 0)),
    );
    expect(cover(atLeast(20, 40).program, datasetOf([40], samples))).toMatchObject({
      cases: 41,
      seen: 3,
    });
  });

  test("a count modulo 2 has two", () => {
    const samples = [new Array<number>(40).fill(0)];
    const { parts } = cover(parity(40).program, datasetOf([40], samples));
    expect(parts[0]!.unseen).toEqual([{ values: [1], result: 1 }]);
  });

  test("each item of a list is a part", () => {
    const coverage = cover(choiceAndCount().program, datasetOf([4], [[0, 0, 0, 0]]));
    expect(coverage.parts.map(({ cases, seen }) => [cases, seen])).toEqual([
      [8, 1],
      [5, 1],
    ]);
    expect(coverage).toMatchObject({ cases: 13, seen: 2 });
  });

  test("a place that is not looked at is no index outside", () => {
    const left = choose(compare(i, ">", zero), element("x", subtract(i, one)), zero);
    const cell = table([range("i", zero, n)], block([], and(element("x", i), left)));
    const coverage = cover(programOf(["n"], cell), datasetOf([3], [[1, 1, 0]]));
    expect(coverage).toMatchObject({ cases: 4, seen: 3 });
    expect(coverage.parts[0]!.unseen).toEqual([{ values: [0, 0], result: 0 }]);
  });

  test("unseen cases are at most 100, features that are many are only bounded", () => {
    const all = Array.from({ length: 20 }, (_, k) => element("x", integer(k)));
    const program = programOf([20], and(...all));
    const coverage = cover(program, datasetOf([20], randomSamples(5, 20)));
    expect(coverage).toMatchObject({ cases: 2 ** 20, seen: 5 });
    expect(coverage.parts[0]!.unseen).toEqual([]);
    const fewer = programOf([8], and(...all.slice(0, 8)));
    const { parts } = cover(fewer, datasetOf([8], randomSamples(1, 8)));
    expect(parts[0]!.unseen).toHaveLength(100);
  });

  test("inputs that are not bits are cases themselves", () => {
    const digit: Domain = { kind: "integer", low: 0, high: 9 };
    const program = {
      ...programOf([2], element("x", zero)),
      inputs: [{ name: "x", shape: [2], domain: digit }],
    };
    const samples = [
      [1, 2],
      [3, 4],
      [1, 2],
    ];
    expect(cover(program, datasetOf([2], samples, digit))).toEqual({
      cases: 100,
      seen: 2,
      parts: [{ features: [], cases: 100, seen: 2, unseen: [] }],
    });
  });
});
