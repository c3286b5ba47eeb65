import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distillNetwork } from "../../src/distill.ts";
import { distillSizes } from "../../src/distill-sizes.ts";
import { Random } from "../../src/math/random.ts";
import { inputX, networkOf, upTo, weigh } from "../../src/tasks/neuron.ts";
import { some } from "../thorough.ts";

type Numbers = readonly number[];
type Holds = (x: Numbers, place: number) => boolean;

const truth = (holds: boolean): number => (holds ? 1 : 0);
const sum = (x: Numbers): number => x.reduce((total, each) => total + each, 0);

/** At how many places something holds. */
const count = (holds: Holds) => (x: Numbers) => sum(each(holds)(x));

/** Where it holds. */
const each = (holds: Holds) => (x: Numbers) => x.map((_, place) => truth(holds(x, place)));

const isPeak: Holds = (x, place) => x[place]! > x[place - 1]! && x[place]! > x[place + 1]!;
const isLargest: Holds = (x, place) => x[place] === Math.max(...x);
const isRecord: Holds = (x, place) => x.slice(0, place).every((other) => other < x[place]!);

interface Problem {
  readonly limit: number;
  readonly answer: (x: Numbers) => unknown;
}

const PROBLEMS: readonly (readonly [string, Problem])[] = [
  ["peaks", { limit: 6, answer: count(isPeak) }],
  ["how often the largest occurs", { limit: 5, answer: count(isLargest) }],
  ["no number is above the first", { limit: 8, answer: (x) => truth(isLargest(x, 0)) }],
  ["where the largest is", { limit: 6, answer: each(isLargest) }],
  [
    "where the largest is first",
    { limit: 6, answer: each((x, k) => x.indexOf(Math.max(...x)) === k) },
  ],
  ["the last place of the largest", { limit: 9, answer: (x) => x.lastIndexOf(Math.max(...x)) }],
  ["larger than all before", { limit: 8, answer: each(isRecord) }],
  ["above the mean", { limit: 9, answer: each((x, k) => x[k]! * x.length > sum(x)) }],
  [
    "how many are smaller",
    { limit: 8, answer: (x) => x.map((own) => x.filter((other) => other < own).length) },
  ],
  ["larger than the last", { limit: 5, answer: each((x, k) => x[k]! > x.at(-1)!) }],
  [
    "no smaller than on the other side",
    { limit: 5, answer: each((x, k) => x[k]! >= x.at(-1 - k)!) },
  ],
  ["as on the other side", { limit: 3, answer: each((x, k) => x[k] === x[x.length - 1 - k]) }],
  [
    "at the ends",
    { limit: 2, answer: (x) => x.map((bit, k) => (k === 0 || k === x.length - 1 ? bit : 0)) },
  ],
];

function draw({ limit }: Problem, length: number, random: Random): number[] {
  const x = Array.from({ length }, () => random.below(limit));
  // A largest one that comes first is rare.
  if (random.bit() === 1) x[0] = Math.max(...x);
  return x;
}

function samplesOf(problem: Problem, length: number): Dataset {
  const random = new Random(length);
  const lines = Array.from({ length: 120 }, () => {
    const x = draw(problem, length, random);
    return `${JSON.stringify({ x, y: problem.answer(x) })}\n`;
  });
  return parseJsonl(lines.join(""), {});
}

describe("how places stand out is learnt for any size", () => {
  it.each(some(PROBLEMS))("%s", async (_, problem) => {
    const datasets = [6, 7].map((length) => samplesOf(problem, length));
    const { program, verdict } = await distillSizes(datasets, { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    const random = new Random(0);
    for (const length of [2, 5, 8, 40]) {
      for (let trial = 0; trial < 20; trial++) {
        const x = draw(problem, length, random);
        expect(evaluate(program, { x })).toEqual(problem.answer(x));
      }
    }
  });
});

it("a triangle in a corner is not taken for that of the whole square", () => {
  const neurons = upTo(36).map((cell) => {
    const [row, column] = [Math.floor(cell / 6), cell % 6];
    return { bias: -1, entries: weigh(row < 4 && column <= row ? [cell] : [], 2) };
  });
  const network = networkOf({
    inputs: inputX([6, 6]),
    layers: [{ activation: "step", neurons }],
    shape: [6, 6],
  });
  expect(distillNetwork(network, { name: "f" }).verdict.kind).toBe("equivalent");
});
