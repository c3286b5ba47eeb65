import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { condense } from "../../src/condense/condense.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { parseNetwork, printNetwork } from "../../src/enn/json.ts";
import type { StepNetwork } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import { fitChoices } from "../../src/learn/step/fit-choice.ts";
import { integersBetween } from "../../src/math/domain.ts";
import { Random } from "../../src/math/random.ts";
import type { Program } from "../../src/program/program.ts";
import { networkOf } from "../../src/tasks/neuron.ts";
import { verify } from "../../src/verify/verify.ts";
import { some } from "../thorough.ts";
import { wellFormedMutants } from "../verify/mutants.ts";

type Numbers = readonly number[];

/** What is carried along an array, or what is left of it in the end, is no small number of states. */
interface Counting {
  readonly draw: (length: number, random: Random) => Record<string, Numbers>;
  readonly answer: (inputs: Record<string, Numbers>) => Numbers | number;
  /** A line of the program. */
  readonly line: string;
}

const bits = (length: number, random: Random): number[] =>
  Array.from({ length }, () => (random.below(4) === 0 ? 0 : 1));

const digits = (length: number, random: Random): number[] =>
  Array.from({ length }, () => random.below(6));

/** What is carried after each place. */
function running(
  x: Numbers,
  step: (before: number, cell: number, place: number) => number,
): number[] {
  let carried = 0;
  return x.map((cell, place) => {
    carried = step(carried, cell, place);
    return carried;
  });
}

const runLength: Counting = {
  draw: (length, random) => ({ x: bits(length, random) }),
  answer: ({ x }) => running(x!, (run, bit) => (bit === 1 ? run + 1 : 0)),
  line: "last = last + 1 if value else 0",
};

const queue: Counting = {
  draw: (length, random) => ({ a: digits(length, random), b: digits(length, random) }),
  answer: ({ a, b }) => running(a!, (queue, more, place) => Math.max(queue + more - b![place]!, 0)),
  line: "last = max(0, p + last - q)",
};

const held: Counting = {
  draw: (length, random) => ({ x: digits(length, random), take: bits(length, random) }),
  answer: ({ x, take }) => running(x!, (held, cell, place) => (take![place] === 1 ? cell : held)),
  line: "last = a if b else last",
};

const alikeSoFar: Counting = {
  draw: (length, random) => ({ x: bits(length, random) }),
  answer: ({ x }) => running(x!, (run, bit, k) => (k > 0 && bit === x![k - 1] ? run + 1 : 1)),
  line: "last_value = value",
};

const largestRun = (x: Numbers): number =>
  Math.max(0, ...running(x, (run, bit) => (bit === 1 ? run + 1 : 0)));

const longestSoFar: Counting = {
  draw: (length, random) => ({ x: bits(length, random) }),
  answer: ({ x }) => x!.map((_, place) => largestRun(x!.slice(0, place + 1))),
  line: "last = max(last, run)",
};

const longest: Counting = {
  draw: (length, random) => ({ x: bits(length, random) }),
  answer: ({ x }) => largestRun(x!),
  line: "longest_run = max(longest_run, run)",
};

const largestPart: Counting = {
  draw: (length, random) => ({ x: digits(length, random).map((digit) => digit - 3) }),
  answer: ({ x }) => Math.max(0, ...running(x!, (sum, cell) => Math.max(sum + cell, 0))),
  line: "excess = max(value + excess, 0)",
};

/** Brackets of which two have changed places, and one now and then is turned: some are still balanced. */
function brackets(length: number, random: Random): number[] {
  let depth = 0;
  const x = Array.from({ length }, (_, k) => {
    const opens = depth === 0 ? 1 : depth >= length - k ? 0 : random.bit();
    depth += 2 * opens - 1;
    return opens;
  });
  const [from, to] = [random.below(length), random.below(length)];
  [x[from], x[to]] = [x[to]!, x[from]!];
  if (random.below(4) === 0) x[from]! ^= 1;
  return x;
}

const balanced: Counting = {
  draw: (length, random) => ({ x: brackets(length, random) }),
  answer: ({ x }) => {
    const depths = running(x!, (depth, bit) => depth + 2 * bit - 1);
    return depths.at(-1) === 0 && depths.every((depth) => depth >= 0) ? 1 : 0;
  },
  line: "return int(balance == 0 and smallest_balance == 0)",
};

const COUNTINGS: readonly (readonly [string, Counting])[] = [
  ["how long ones have lasted", runLength],
  ["a queue that is never below 0", queue],
  ["the value that was taken last", held],
  ["how long the same bit has lasted", alikeSoFar],
  ["the longest run so far", longestSoFar],
  ["the longest run", longest],
  ["the largest sum of a part", largestPart],
  ["whether all brackets are balanced", balanced],
];

function samplesOf({ draw, answer }: Counting, length: number, count: number): Dataset {
  const random = new Random(1);
  const lines = Array.from({ length: count }, () => {
    const inputs = draw(length, random);
    return JSON.stringify({ ...inputs, y: answer(inputs) });
  });
  return parseJsonl(`${lines.join("\n")}\n`, {});
}

describe("what grows with the length is learnt from short arrays, proved, and right on long ones", () => {
  it.each(some(COUNTINGS))("%s", async (_, counting) => {
    const distilled = await distill(samplesOf(counting, 10, 150), { name: "f" });
    const { program, verdict, network, source } = distilled;
    expect(source.python).toContain(counting.line);
    expect(verdict.kind).toBe("equivalent");
    const random = new Random(2);
    for (const length of [1, 2, 300]) {
      const inputs = counting.draw(length, random);
      expect(evaluate(program, inputs)).toEqual(counting.answer(inputs));
    }
    expect(await parseNetwork(printNetwork(network))).toEqual(network);
    if (network.kind !== "step") throw new Error("no steps");
    expectNoMutantEqual(network, counting);
  });
});

/** Whatever program is proved equal answers like the network on some arrays. */
function expectNoMutantEqual(network: StepNetwork, counting: Counting): void {
  const program = condense(network, { name: "f" });
  let nOthers = 0;
  for (const mutant of wellFormedMutants(program)) {
    const isSame = agrees(mutant, network, counting);
    if (!isSame) nOthers += 1;
    const verdict = verify(network, mutant);
    if (verdict.kind === "equivalent") expect(isSame, JSON.stringify(mutant.body)).toBe(true);
    if (verdict.kind === "different")
      expect(verdict.counterexample.network).not.toEqual(verdict.counterexample.program);
  }
  expect(nOthers).toBeGreaterThan(5);
}

function agrees(program: Program, network: StepNetwork, { draw }: Counting): boolean {
  const random = new Random(3);
  return Array.from({ length: 60 }, (_, k) => 1 + (k % 6)).every((length) => {
    const inputs = draw(length, random);
    const sized: StepNetwork = {
      ...network,
      inputs: network.inputs.map((input) => ({ ...input, shape: [length] })),
    };
    const x = network.inputs.flatMap(({ name }) => [...inputs[name]!]);
    const expected = [...predict(sized, x)];
    try {
      return `${evaluate(program, inputs)}` === `${expected}`;
    } catch {
      return false;
    }
  });
}

it("no choice is made up for items that follow no rule", async () => {
  const random = new Random(4);
  const rows = Array.from({ length: 300 }, () => {
    const seen = [random.below(5), random.below(5)];
    return { seen, item: random.below(9) };
  });
  const columns = ["a", "b"].map((name) => ({ name, domain: integersBetween(0, 4) }));
  const learnPart = () => Promise.reject(new Error("nothing to ask for"));
  const options = { columns, name: "y", learnPart, shouldStop: () => false };
  expect(await fitChoices(rows, options)).toEqual([]);
});

it("what is left in the end may be looked up", async () => {
  const { network } = await distill(samplesOf(longest, 10, 150), { name: "f" });
  if (network.kind !== "step" || network.end?.kind !== "feedforward") throw new Error("no end");
  const { inputs } = network.end;
  const column = inputs.findIndex(({ name }) => name === "longest_run");
  // 1 at 3, 6, 9, 12, and from 15 on.
  const thresholds = [3, 4, 6, 7, 9, 10, 12, 13, 15];
  const isAbove = (threshold: number) => ({
    bias: 1 - 2 * threshold,
    entries: [{ column, value: 2 }],
  });
  const entries = thresholds.map((_, k) => ({ column: k, value: k % 2 === 0 ? 2 : -2 }));
  const end = networkOf({
    inputs,
    layers: [
      { activation: "step", neurons: thresholds.map(isAbove) },
      { activation: "step", neurons: [{ bias: -1, entries }] },
    ],
    shape: [],
  });
  const program = condense({ ...network, end }, { name: "f" });
  for (let run = 0; run <= 20; run++) {
    const x = [0, ...new Array<number>(run).fill(1), 0];
    const isOn = run >= 15 || [3, 6, 9, 12].includes(run);
    expect(evaluate(program, { x }), `${run}`).toBe(isOn ? 1 : 0);
  }
});
