import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distillSizes } from "../../src/distill-sizes.ts";
import { Random } from "../../src/math/random.ts";

type Answer = (x: readonly number[]) => number;

const sum = (x: readonly number[]): number => x.reduce((total, bit) => total + bit, 0);

const random = new Random(3);
const bitsOf = (length: number): number[] => Array.from({ length }, () => random.bit());

function dataOf(answer: Answer, length: number): Dataset {
  const samples = Array.from({ length: 60 }, () => {
    const x = bitsOf(length);
    return { x, y: answer(x) };
  });
  return parseJsonl(samples.map((sample) => `${JSON.stringify(sample)}\n`).join(""), {});
}

/** What every size says in the same words, and what has a constant that follows from the length. */
const PROBLEMS: readonly (readonly [string, Answer])[] = [
  ["odd", (x) => sum(x) % 2],
  ["more than half", (x) => (2 * sum(x) > x.length ? 1 : 0)],
  ["all but one, or all", (x) => (sum(x) >= x.length - 1 ? 1 : 0)],
];

describe("data of several sizes give one program", () => {
  it.each(PROBLEMS)("%s", async (_, answer) => {
    const datasets = [4, 5, 7].map((length) => dataOf(answer, length));
    const { program, verdict, sizes } = await distillSizes(datasets, { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expect(sizes.map(({ accuracy }) => accuracy)).toEqual([1, 1, 1]);
    for (const length of [4, 6, 8, 50]) {
      for (let trial = 0; trial < 20; trial++) {
        const x = bitsOf(length);
        expect(evaluate(program, { x })).toBe(answer(x));
      }
      expect(evaluate(program, { x: new Array<number>(length).fill(1) })).toBe(
        answer(new Array<number>(length).fill(1)),
      );
    }
  });

  it("says so where there is none", async () => {
    const first: Answer = (x) => x[0]!;
    const last: Answer = (x) => (sum(x) >= 3 ? 1 : 0);
    const { candidate, sizes } = await distillSizes([dataOf(first, 4), dataOf(last, 6)], {
      name: "f",
    });
    expect(candidate.open.join()).toContain("sizes: no one program was found for all of them");
    expect(Math.min(...sizes.map(({ accuracy }) => accuracy))).toBeLessThan(1);
  });

  it("refuses files of different problems", async () => {
    const other = parseJsonl('{"a": 1, "y": 1}\n{"a": 0, "y": 0}\n', {});
    await expect(distillSizes([dataOf(sum, 4), other], { name: "f" })).rejects.toMatchObject({
      code: "different-problems",
    });
  });
});
