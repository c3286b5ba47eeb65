import { expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { learn } from "../../src/learn/learn.ts";
import { Random } from "../../src/math/random.ts";

type Grid = readonly (readonly number[])[];

const square = (size: number, isSet: (i: number, j: number) => boolean): Grid =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (isSet(i, j) ? 1 : 0)),
  );

function samples(count: number, draw: (random: Random) => Grid, answer: (x: Grid) => unknown) {
  const random = new Random(1);
  const lines = Array.from({ length: count }, () => {
    const x = draw(random);
    return `${JSON.stringify({ x, y: answer(x) })}\n`;
  });
  return parseJsonl(lines.join(""), {});
}

it("a long rule for a ring is not kept where a short one has zeros beyond the edge", async () => {
  const dense = (random: Random): Grid => square(6, () => random.below(100) < 85);
  const eroded = (x: Grid): Grid =>
    square(6, (i, j) =>
      [-1, 0, 1].every((di) => [-1, 0, 1].every((dj) => x[i + di]?.[j + dj] === 1)),
    );
  const [best] = await learn(samples(130, dense, eroded));
  expect(best!.sharing).toBe("one function at every place, zeros beyond the edge");
});

it("what two neighbours say holds at any place and size", async () => {
  const shape = (size: number) => (random: Random) => {
    const arm = 1 + random.below(Math.floor((size - 1) / 2));
    const [top, left] = [random.below(size - 2 * arm), random.below(size - 2 * arm)];
    const isPlus = random.bit() === 1;
    return square(size, (i, j) => {
      const [down, right] = [Math.abs(i - top - arm), Math.abs(j - left - arm)];
      return Math.max(down, right) <= arm && (isPlus ? down * right === 0 : down === right);
    });
  };
  const isPlus = (x: Grid): number =>
    x.some((row) => row.some((cell, j) => cell === 1 && row[j + 1] === 1)) ? 1 : 0;
  const { program, verdict } = await distill(samples(130, shape(7), isPlus), { name: "f" });
  expect(verdict.kind).toBe("equivalent");
  const random = new Random(2);
  for (let trial = 0; trial < 40; trial++) {
    const x = shape(15)(random);
    expect(evaluate(program, { x })).toBe(isPlus(x));
  }
});

it("lines that occur again and again are alike at all places all the same", async () => {
  const line = (random: Random): Grid => {
    const [isRow, at] = [random.bit() === 1, random.below(6)];
    return square(6, (i, j) => (isRow ? i : j) === at);
  };
  const isRow = (x: Grid): number => (x.some((row) => !row.includes(0)) ? 1 : 0);
  const [best] = await learn(samples(140, line, isRow));
  expect(best!.sharing).toBe("every sample a subconcept, alike at all places");
});
