import { expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { learn } from "../../src/learn/learn.ts";
import { Random } from "../../src/math/random.ts";

type Digits = readonly number[];

/** Samples of two arrays of digits, and what is made of them. */
function samples(answer: (a: Digits, b: Digits) => unknown, count = 120, length = 6): string {
  const random = new Random(1);
  const digits = (): number[] => Array.from({ length }, () => random.below(10));
  return Array.from({ length: count }, () => {
    const [a, b] = [digits(), digits()];
    return `${JSON.stringify({ a, b, y: answer(a, b) })}\n`;
  }).join("");
}

it.each<readonly [string, (a: Digits, b: Digits) => unknown, string]>([
  ["a sum", (a, b) => a.map((p, k) => p + b[k]! + 2), "p + q + 2"],
  [
    "a difference of neighbours",
    (a) => a.map((p, k) => p - (a[k - 1] ?? 0)),
    "p - q for p, q in zip(a, [0, *a])",
  ],
  ["a distance", (a, b) => a.map((p, k) => Math.abs(p - b[k]!)), "abs(p - q)"],
  ["the larger", (a, b) => a.map((p, k) => Math.max(p, b[k]!)), "max(p, q)"],
  ["a bound", (a) => a.map((p) => Math.min(p, 6)), "min(value, 6)"],
  [
    "two bounds",
    (a, b) => a.map((p, k) => Math.max(3, Math.min(9, p + b[k]!))),
    "max(min(p + q, 9), 3)",
  ],
  ["a remainder", (a, b) => a.map((p, k) => (p + 2 * b[k]!) % 7), "(p + 2 * q) % 7"],
  ["a quotient", (a, b) => a.map((p, k) => Math.floor((p + 3 * b[k]!) / 4)), "(p + 3 * q) // 4"],
  ["the largest so far", (a) => a.map((_, k) => Math.max(...a.slice(0, k + 1))), "max(a[: i + 1])"],
  ["the largest of all", (a) => Math.max(...a), "max(a)"],
  ["a range", (a) => Math.max(...a) - Math.min(...a), "max(a) - min(a)"],
  [
    "extremes and sums",
    (a, b) => 2 * Math.max(...a) - b.reduce((sum, digit) => sum + digit, 0),
    "2 * max(a) - sum(b)",
  ],
  ["a count", (a) => a.filter((digit) => digit > 5).length, "sum(value >= 6 for value in a)"],
  [
    "neighbours that differ",
    (a) => a.filter((digit, k) => k > 0 && digit !== a[k - 1]).length,
    "return sum(p != q for p, q in zip(a, a[1:]))",
  ],
  [
    "places that are equal",
    (a, b) => a.filter((digit, k) => digit === b[k]).length,
    "return sum(p == q for p, q in zip(a, b))",
  ],
  [
    "a total and a count",
    (a, b) => a.reduce((sum, digit, k) => sum + digit + (digit > b[k]! ? 1 : 0), 0),
    "return sum(a) + sum(p > q for p, q in zip(a, b))",
  ],
])("%s is learnt as a formula, said as one and proved", async (_, answer, said) => {
  const { source, verdict } = await distill(parseJsonl(samples(answer), {}), { name: "f" });
  expect(source.python).toContain(said);
  expect(verdict.kind).toBe("equivalent");
});

it.each<readonly [string, (a: number[][], b: number[][]) => number, string]>([
  [
    "pixels that are set in both",
    (a, b) => a.flat().filter((bit, k) => bit + b.flat()[k]! === 2).length,
    "return sum(p & q for a_row, b_row in zip(a, b) for p, q in zip(a_row, b_row))",
  ],
  [
    "edges along rows",
    (a) =>
      a.reduce((sum, row) => sum + row.filter((bit, j) => j > 0 && bit !== row[j - 1]).length, 0),
    "return sum(p ^ q for row in a for p, q in zip(row, row[1:]))",
  ],
])("in pictures: %s", async (_, answer, said) => {
  const random = new Random(1);
  const picture = () =>
    Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => random.bit()));
  const rows = Array.from({ length: 120 }, () => {
    const [a, b] = [picture(), picture()];
    return `${JSON.stringify({ a, b, y: answer(a, b) })}\n`;
  });
  const { source, verdict } = await distill(parseJsonl(rows.join(""), {}), { name: "f" });
  expect(source.python).toContain(said);
  expect(verdict.kind).toBe("equivalent");
});

it("many different numbers are a formula's, or too many classes", async () => {
  const powers = (a: Digits): number => a.reduce((number, digit) => 2 * number + (digit % 2), 0);
  const { source } = await distill(
    parseJsonl(
      samples((a) => 7 * a[0]! + 11 * a[3]!, 60),
      {},
    ),
    { name: "f" },
  );
  expect(source.python).toContain("return 7 * a[0] + 11 * a[3]");
  const many = parseJsonl(
    samples((a, b) => powers(a) ** 2 + b[0]! * b[1]!, 60),
    {},
  );
  await expect(distill(many, { name: "f" })).rejects.toThrow("expected few classes in the target");
});

it("a target that is wrong in one place is no formula", async () => {
  let isFirst = true;
  const wrong = (a: Digits, b: Digits): number[] => {
    const y = a.map((p, k) => p + b[k]!);
    if (isFirst) y[0] = 0;
    isFirst = false;
    return y.map((value) => Math.min(value, 4));
  };
  const [best] = await learn(parseJsonl(samples(wrong, 60, 3), {}), {});
  expect(best!.sharing).not.toContain("formula");
});
