import { describe, expect, test } from "vitest";
import { networkOf } from "../../src/learn/candidate-of.ts";
import { poolOf } from "../../src/learn/case-pool.ts";
import { valuesOf } from "../../src/learn/feature/values-of.ts";
import { windowFeatures } from "../../src/learn/feature/windows.ts";
import { findScalarOfSizes } from "../../src/learn/find-scalar-of-sizes.ts";
import { learn } from "../../src/learn/learn.ts";
import { Random } from "../../src/math/random.ts";
import { datasetOf, type Example, examplesOf, explains } from "./dataset-of.ts";

const line = (length: number) => ({ inputs: { x: [length] }, target: [] });
const picture = { inputs: { x: [4, 4] }, target: [] };
const whole = { kind: "alone", output: 0 } as const;

/** What the features read in the first example. */
function counts(form: { inputs: { x: number[] }; target: number[] }, first: Example): number[] {
  const other = { inputs: first.inputs, target: [1 - first.target[0]!] };
  const dataset = datasetOf(form, [first, other]);
  return windowFeatures(dataset).map((each) => valuesOf(each, poolOf(dataset, whole))[0]!);
}

describe("windows", () => {
  test("of a line are counted by what they look like", () => {
    const found = counts(line(6), { inputs: [[1, 1, 0, 1, 0, 1]], target: [0] });
    // 00, 01, 10, 11, and alike; the same of cells two apart; 000 to 111, and alike.
    expect(found).toEqual([0, 2, 2, 1, 1, ...[1, 0, 1, 2, 3], ...[0, 0, 1, 0, 0, 2, 1, 0, 0]]);
  });

  test("of a picture are pairs, lines, corners and squares", () => {
    const x = [1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const found = counts(picture, { inputs: [x], target: [0] });
    // The last are the nine squares: of 0, five of them, of one 1, to of 1, and alike.
    expect(found.slice(-17, -15)).toEqual([5, 0]);
    expect(found.slice(-2)).toEqual([1, 6]);
  });

  test("are looked at for one value only, in arrays that are long enough", () => {
    const example = { inputs: [[1, 0, 1, 0, 1]], target: [0] };
    expect(counts(line(5), example)).toEqual([]);
    const shifted = datasetOf({ inputs: { x: [6] }, target: [6] }, [
      { inputs: [[1, 0, 1, 0, 1, 1]], target: [0, 1, 1, 0, 0, 1] },
    ]);
    expect(windowFeatures(shifted)).toEqual([]);
  });
});

describe("a pattern anywhere", () => {
  test("is learnt, and right for all inputs", async () => {
    const form = line(8);
    const rule = ([...x]: readonly number[]) => [x.join("").includes("101") ? 1 : 0];
    const examples = examplesOf(form, rule, 120, new Random(1));
    const [best] = await learn(datasetOf(form, examples));
    const all = Array.from({ length: 256 }, (_, k) => {
      const x = Array.from({ length: 8 }, (_, place) => (k >> place) & 1);
      return { inputs: [x], target: rule(x) };
    });
    expect(explains(best!.network, all)).toBe(true);
  });
});

describe("one rule for all sizes", () => {
  /** Half of them alternate, the others do but at one place. */
  const alternating = (length: number): Example[] =>
    Array.from({ length: 2 * length }, (_, k) => {
      const x = Array.from({ length }, (_, place) => (place + k) % 2);
      if (k >= length) x[k - length]! ^= 1;
      return { inputs: [x], target: [k < length ? 1 : 0] };
    });
  const sizes = [7, 8, 10];
  const datasets = sizes.map((length) => datasetOf(line(length), alternating(length)));

  test("is found where a size by itself would allow others", () => {
    const [found] = findScalarOfSizes(datasets, { mostBits: 20 });
    const network = networkOf(datasets[0]!, found!);
    const all = Array.from({ length: 128 }, (_, k) => {
      const x = Array.from({ length: 7 }, (_, place) => (k >> place) & 1);
      const isAlternating = x.every((bit, place) => place === 0 || bit !== x[place - 1]);
      return { inputs: [x], target: [isAlternating ? 1 : 0] };
    });
    expect(explains(network, all)).toBe(true);
  });

  test("is learnt of pictures, too, which no walk reads", async () => {
    const random = new Random(2);
    const pictures = [5, 6].map((side) => {
      const form = { inputs: { x: [side, side] }, target: [] };
      const hasSquare = ([...x]: readonly number[]): number[] => {
        const isSet = (cell: number): boolean =>
          (cell + 1) % side > 0 && [0, 1, side, side + 1].every((step) => x[cell + step] === 1);
        return [x.some((_, cell) => isSet(cell)) ? 1 : 0];
      };
      return datasetOf(form, examplesOf(form, hasSquare, 100, random));
    });
    const [first, ...others] = pictures;
    const [best] = await learn(first!, { others, isOfAllSizes: true });
    expect(best!.mistakes).toBe(0);
    expect(best!.network.kind).toBe("feedforward");
  });

  test("does not depend on the order of the sizes", () => {
    const bits = [datasets, datasets.toReversed()].map(
      (given) => findScalarOfSizes(given, { mostBits: 20 })[0]!.bits,
    );
    expect(bits[0]).toBe(bits[1]);
  });

  test("is none where it would take more bits, or sizes contradict each other", () => {
    expect(findScalarOfSizes(datasets, { mostBits: 6 })).toEqual([]);
    const turned = alternating(8).map(({ inputs, target }) => ({
      inputs,
      target: [1 - target[0]!],
    }));
    const others = [datasets[0]!, datasetOf(line(8), turned)];
    expect(findScalarOfSizes(others, { mostBits: 20 })).toEqual([]);
  });
});
