import type { Random } from "../math/random.ts";
import type { Example, Problem, Problems } from "./problem.ts";

function table(about: string, samples: number, draw: (random: Random) => Example): Problem {
  return {
    about,
    size: 0,
    largest: 0,
    samples,
    source: { kind: "drawn", draw: (_, random) => draw(random) },
  };
}

/** Thousands in steps of 2.5, amounts in steps of 500. */
function credit(random: Random): Example {
  const age = 18 + random.below(58);
  const income = 10 + 2.5 * random.below(45);
  const history = ["bad", "good", "none"][random.below(3)]!;
  const employed = random.bit() === 1;
  const amount = 500 * (1 + random.below(40));
  const isSafe = income >= 52.5 || (employed && amount <= 6000);
  const y = history !== "bad" && isSafe ? "approve" : "refuse";
  return { x: { age, income, history, employed, amount }, y };
}

/** Reals in steps of a quarter. */
function nested(random: Random): Example {
  const [a, b] = [random.below(40) / 4, random.below(40) / 4];
  const y = a < 3.5 ? "low" : b < 6.25 ? "middle" : "high";
  return { x: { a, b }, y };
}

export const tableProblems: Problems = [
  ["credit", table("a credit by age, income, history, employment and amount", 300, credit)],
  ["nested-thresholds", table("three classes by two thresholds on reals", 200, nested)],
  [
    "sum",
    table("the sum of two integers in 0..4", 100, (random) => {
      const [a, b] = [random.below(5), random.below(5)];
      return { x: { a, b }, y: a + b };
    }),
  ],
  [
    "inside",
    table("is a number in a range that is given? True or false", 200, (random) => {
      const [low, value, high] = [random.below(20), random.below(20), random.below(20)];
      return { x: { low, value, high }, y: low <= value && value <= high };
    }),
  ],
];
