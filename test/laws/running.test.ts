import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { Random } from "../../src/math/random.ts";

/** What is known of all bits up to a place, given what was known before it. */
const running = (step: (known: number, bit: number) => number, start: number) => (x: number[]) => {
  let known = start;
  return x.map((bit) => {
    known = step(known, bit);
    return known;
  });
};

const backwards = (f: (x: number[]) => number[]) => (x: number[]) => f([...x].reverse()).reverse();

const PROBLEMS: readonly (readonly [string, number, (x: number[]) => number[]])[] = [
  ["any so far", 0.2, running((known, bit) => known | bit, 0)],
  ["all so far", 0.8, running((known, bit) => known & bit, 1)],
  ["an odd number so far", 0.5, running((known, bit) => known ^ bit, 0)],
  ["any from here on", 0.2, backwards(running((known, bit) => known | bit, 0))],
  ["an odd number from here on", 0.5, backwards(running((known, bit) => known ^ bit, 0))],
];

describe("what is known of all bits up to a place is learnt for any size", () => {
  it.each(PROBLEMS)("%s", async (_, share, answer) => {
    const random = new Random(0);
    const bits = (length: number): number[] =>
      Array.from({ length }, () => (random.below(100) < 100 * share ? 1 : 0));
    const lines = Array.from({ length: 60 }, () => {
      const x = bits(8);
      return `${JSON.stringify({ x, y: answer(x) })}\n`;
    });
    const { program, verdict } = await distill(parseJsonl(lines.join(""), {}), { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    for (const length of [8, 9, 100]) {
      for (let trial = 0; trial < 10; trial++) {
        const x = bits(length);
        expect(evaluate(program, { x })).toEqual(answer(x));
      }
    }
  });
});
