import { describe, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.ts";
import { predictor } from "../../src/enn/predict.ts";
import { DistillError } from "../../src/errors.ts";
import type { Candidate } from "../../src/learn/candidate.ts";
import { learn } from "../../src/learn/learn.ts";
import type { LearnOptions } from "../../src/learn/options.ts";
import { Random } from "../../src/math/random.ts";
import { elementaryStep } from "../../src/tasks/elementary.ts";
import type { Border } from "../../src/tasks/frame.ts";
import { problemSamples } from "../../src/tasks/problem-samples.ts";
import { problems } from "../../src/tasks/problems.ts";
import { taskSamples } from "../../src/tasks/task-samples.ts";
import { ofLayers } from "../of-layers.ts";
import { some } from "../thorough.ts";
import {
  datasetOf,
  type Example,
  examplesOf,
  explains,
  type Form,
  type Rule,
} from "./dataset-of.ts";

/** Learns a rule from random samples and looks whether fresh ones are right too. */
async function relearn(
  { form, rule, count }: { form: Form; rule: Rule; count: number },
  options?: LearnOptions,
): Promise<readonly Candidate[]> {
  const candidates = await learn(
    datasetOf(form, examplesOf(form, rule, count, new Random(1))),
    options,
  );
  const fresh = examplesOf(form, rule, 200, new Random(2));
  for (const { network, accuracy, mistakes } of candidates) {
    expect(explains(network, fresh)).toBe(true);
    expect([accuracy, mistakes]).toEqual([1, 0]);
  }
  return candidates;
}

/** What a candidate says that the data leave open about the edge. */
const edgesOpen = ({ open }: Candidate): string[] =>
  open.filter((sentence) => sentence.startsWith("edge: "));

const row = (length: number): Form => ({ inputs: { x: [length] }, target: [length] });

it.each([0, 4])("a long exact rule is found beside a short wrong one, seed %i", async (seed) => {
  const boards = problemSamples(problems.get("tic-tac-toe")!, {
    name: "tic-tac-toe",
    samples: 575,
    seed,
  });
  const [best] = await learn(boards);
  expect(best!.mistakes).toBe(0);
});

describe("one function for all places", () => {
  it.each([
    ["ring", "one function at every place of a ring"],
    ["zero", "one function at every place, zeros beyond the edge"],
  ] as const)("is rule 30 with its edge: %s", async (edge, sharing) => {
    const candidates = await learn(taskSamples("rule30", { seed: 30, edge }));
    const rule = (x: readonly number[]) => elementaryStep(30, x, edge);
    const fresh = examplesOf(row(20), rule, 500, new Random(1));
    expect(candidates.length).toBeGreaterThan(0);
    for (const candidate of candidates) {
      expect(candidate.sharing).toBe(sharing);
      expect(edgesOpen(candidate)).toEqual([]);
      expect(explains(candidate.network, fresh)).toBe(true);
    }
  });

  it("is a window that never leaves the input, where the output is shorter", async () => {
    const rule: Rule = (x) => x.slice(2).map((bit, i) => bit ^ x[i]!);
    const form: Form = { inputs: { x: [10] }, target: [8] };
    const [best] = await relearn({ form, rule, count: 12 });
    expect(best!.sharing).toBe("one function at every place, never beyond the edge");
  });

  it("reads several inputs of the same shape", async () => {
    const rule: Rule = (a, b) => a!.map((bit, i) => bit ^ b!.at(i - 1)!);
    const form: Form = { inputs: { a: [9], b: [9] }, target: [9] };
    const [best] = await relearn({ form, rule, count: 12 });
    expect(best!.sharing).toBe("one function at every place of a ring");
    expect(best!.network.inputs.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("may go round one axis and end at the other", async () => {
    const form: Form = { inputs: { x: [6, 7] }, target: [6, 7] };
    const cylinder: Rule = (x) =>
      x.map((_, k) => {
        const [i, j] = [Math.floor(k / 7), k % 7];
        const above = i === 0 ? 0 : x[k - 7]!;
        return above ^ (x[7 * i + ((j + 6) % 7)]! | x[7 * i + ((j + 1) % 7)]!);
      });
    const random = new Random(1);
    const [best] = await learn(datasetOf(form, examplesOf(form, cylinder, 5, random)));
    expect(best!.sharing).toBe(
      "one function at every place, zeros beyond the edge along axis 0, a ring along axis 1",
    );
    expect(explains(best!.network, examplesOf(form, cylinder, 20, random))).toBe(true);
  });

  it("may be a constant", async () => {
    const [best] = await relearn({ form: row(8), rule: (x) => x.map(() => 1), count: 3 });
    expect(ofLayers(best!.network).layers[0]!.weights.values).toHaveLength(0);
  });

  it("keeps to the edge that is asked for", async () => {
    const candidates = await relearn(
      { form: row(8), rule: (x) => elementaryStep(110, x, "zero"), count: 20 },
      { edge: "zero" },
    );
    expect(candidates[0]!.sharing).toContain("zeros beyond the edge");
  });
});

describe("functions of their own", () => {
  it("explain the reverse of an array, which no shift does", async () => {
    const [best, ...others] = await relearn({
      form: row(12),
      rule: (x) => x.toReversed(),
      count: 40,
    });
    expect(others).toEqual([]);
    expect(best!.sharing).toBe("a function of its own for every output");
    expect(ofLayers(best!.network).layers.map(({ weights }) => weights.values.length)).toEqual([
      12, 12, 12,
    ]);
  });

  it("are one for a scalar target", async () => {
    const form: Form = { inputs: { x: [6] }, target: [] };
    const rule: Rule = (x) => [x[1]! & (x[4]! ^ 1)];
    const [best] = await relearn({ form, rule, count: 40 });
    expect(best!.sharing).toBe("one function of the inputs");
    expect(best!.network.output.shape).toEqual([]);
  });

  it("call a sample mistaken where two contradict each other, unless labels are certain", async () => {
    const twice = datasetOf({ inputs: { x: [2] }, target: [] }, [
      { inputs: [[0, 1]], target: [0] },
      { inputs: [[0, 1]], target: [1] },
    ]);
    await expect(learn(twice, { noise: 0 })).rejects.toThrow(/^unexplained: /);
    const [best] = await learn(twice);
    expect(best!.mistakes).toBe(1);
  });
});

describe("what the data leave open", () => {
  const zeroEnds = (example: Example): boolean => {
    const [x] = example.inputs;
    return x![0] === 0 && x!.at(-1) === 0;
  };
  const samples = (edge: Border): Example[] =>
    examplesOf(row(12), (x) => elementaryStep(30, x, edge), 200, new Random(3));

  it("is the edge, where a ring and zeros both fit", async () => {
    const both = samples("ring").filter(zeroEnds);
    expect(both.length).toBeGreaterThan(20);
    const [best] = await learn(datasetOf(row(12), both));
    expect(edgesOpen(best!)).toHaveLength(1);
    expect(best!.sharing).toContain("of a ring");
  });

  it("an edge that was chosen is not open", async () => {
    const dataset = taskSamples("rule110", { seed: 110 });
    const [byData] = await learn(dataset);
    const [chosen] = await learn(dataset, { edge: "ring" });
    expect(byData!.open).toEqual([expect.stringMatching(/^edge: /)]);
    expect(chosen!.open).toEqual([]);
  });

  it("is not the edge, where only one fits or the function does not reach it", async () => {
    for (const edge of ["ring", "zero"] as const) {
      const [best] = await learn(datasetOf(row(12), samples(edge)));
      expect(edgesOpen(best!)).toEqual([]);
    }
    const [copy] = await relearn({ form: row(12), rule: (x) => x, count: 5 });
    expect(edgesOpen(copy!)).toEqual([]);
  });
});

describe("learning is deterministic", () => {
  const problems: readonly (readonly [string, Form, Rule, number])[] = [
    ["rule 30", row(20), (x) => elementaryStep(30, x, "ring"), 8],
    ["rule 110 with zeros", row(20), (x) => elementaryStep(110, x, "zero"), 8],
    ["a reverse", row(12), (x) => x.toReversed(), 40],
    [
      "a vote of five cells",
      { inputs: { x: [12] }, target: [] },
      (x) => [x[0]! + x[2]! + x[5]! + x[8]! + x[11]! > 2 ? 1 : 0],
      120,
    ],
    [
      "a vote among a hundred cells, seen too rarely",
      { inputs: { x: [100] }, target: [] },
      (x) => [x[3]! + x[40]! + x[57]! + x[80]! + x[99]! > 2 ? 1 : 0],
      60,
    ],
    ["noise", { inputs: { x: [10] }, target: [] }, (x) => [hash(x)], 40],
  ];

  it.each(some(problems))(
    "the order of samples does not matter: %s",
    async (_, form, rule, count) => {
      const examples = distinct(examplesOf(form, rule, count, new Random(6)));
      const first = await learn(datasetOf(form, examples));
      const others = shuffled(examples, new Random(1));
      expect(others).not.toEqual(examples);
      const again = await learn(datasetOf(form, others));
      const inputsOf = (from: readonly Example[], { mistaken }: Candidate) =>
        new Set(mistaken.map((sample) => from[sample]!.inputs.join()));
      again.forEach((candidate, k) => {
        expect(inputsOf(others, candidate)).toEqual(inputsOf(examples, first[k]!));
      });
      const unnumbered = (candidates: readonly Candidate[]) =>
        candidates.map(({ mistaken, doubts, ...rest }) => ({ ...rest, doubts: doubts() }));
      expect(unnumbered(again)).toEqual(unnumbered(first));
    },
  );
});

describe("when there is no time", () => {
  const long: Dataset = taskSamples("rule30", { shape: [2000], samples: 20, seed: 1 });
  const life: Dataset = taskSamples("life", { shape: [40, 40], samples: 3, seed: 1 });
  const scalar = datasetOf(
    { inputs: { x: [300] }, target: [] },
    examplesOf({ inputs: { x: [300] }, target: [] }, (x) => [hash(x)], 200, new Random(1)),
  );

  it.each([
    ["a long row", long],
    ["frames", life],
    ["noise", scalar],
  ])("learning ends at once, with a network or an error: %s", async (_, dataset) => {
    const result = await learn(dataset, { shouldStop: () => true }).catch((error) => error);
    if (Array.isArray(result)) expect(fits(result, dataset)).toBe(true);
    else expect(result).toMatchObject({ code: "nothing-found" });
  });

  it("what was found so far is right", async () => {
    for (const limit of [1, 3, 10]) {
      let asked = 0;
      const shouldStop = () => ++asked > limit;
      const dataset = taskSamples("rule30", { seed: 30 });
      const result = await learn(dataset, { shouldStop }).catch((error) => error);
      expect(asked).toBeGreaterThan(1);
      if (Array.isArray(result)) expect(fits(result, dataset)).toBe(true);
      else expect(result).toBeInstanceOf(DistillError);
    }
  });
});

/** Do candidates name all samples that they get wrong, and no others? */
function fits(candidates: readonly Candidate[], { inputs, target, nSamples }: Dataset): boolean {
  const [width, height] = [inputs[0]!.values.length, target.values.length].map(
    (size) => size / nSamples,
  );
  return candidates.every(({ network, mistaken }) => {
    const predict = predictor(network);
    const isWrong = (k: number): boolean =>
      predict(inputs[0]!.values.subarray(k * width!, (k + 1) * width!)).some(
        (label, i) => label !== target.classes[target.values[k * height! + i]!],
      );
    const wrong = Array.from({ length: nSamples }, (_, k) => k).filter(isWrong);
    return wrong.join() === mistaken.join();
  });
}

/** Some bit that looks like nothing. */
function hash(x: readonly number[]): number {
  return new Random(x.reduce((number, bit) => (number * 2 + bit) % 65_521, 7)).bit();
}

function distinct(examples: readonly Example[]): Example[] {
  return [...new Map(examples.map((example) => [example.inputs.join(), example])).values()];
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const keyed = items.map((item) => ({ item, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
