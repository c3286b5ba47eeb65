import { describe, expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { printJsonl } from "../../src/data/print-jsonl.ts";
import { Random } from "../../src/math/random.ts";
import type { Example, Given } from "../../src/tasks/problem.ts";
import { problemExamples, rightExamples } from "../../src/tasks/problem-samples.ts";
import { problems } from "../../src/tasks/problems.ts";
import { taskSamples } from "../../src/tasks/task-samples.ts";

function casesOf(name: string): readonly Example[] {
  const problem = problems.get(name)!;
  const random = new Random(0);
  return rightExamples(problem, { size: problem.size, samples: Infinity, random });
}

function answer(name: string, x: Record<string, Given>): Given {
  const text = JSON.stringify(x);
  return casesOf(name).find((example) => JSON.stringify(example.x) === text)!.y;
}

function share(name: string): number {
  const cases = casesOf(name);
  return cases.filter(({ y }) => y === 1).length / cases.length;
}

describe("answers", () => {
  it("of rule 30 in its bits, from 000 to 111", () => {
    const rule = [0, 1, 1, 1, 1, 0, 0, 0];
    expect(answer("all-rules", { rule, cells: [0, 1, 1] })).toBe(1);
    expect(answer("all-rules", { rule, cells: [1, 1, 0] })).toBe(0);
  });

  it("of Life: three make a birth, four a death", () => {
    const birth = [
      [1, 0, 1],
      [0, 0, 0],
      [0, 1, 0],
    ];
    const crowd = [
      [1, 0, 1],
      [0, 1, 0],
      [1, 1, 0],
    ];
    expect(answer("life-patches", { patch: birth })).toBe(1);
    expect(answer("life-patches", { patch: crowd })).toBe(0);
  });

  it("of counts, numbers and addresses", () => {
    expect(answer("majority", { x: [1, 1, 1, 1, 0, 0, 0, 0, 1] })).toBe(1);
    expect(answer("majority", { x: [1, 1, 1, 1, 0, 0, 0, 0, 0] })).toBe(0);
    expect(answer("parity", { x: [1, 1, 1, 0, 0, 0, 0, 0] })).toBe(1);
    expect(answer("greater", { a: [1, 0, 0, 0], b: [0, 1, 1, 1] })).toBe(1);
    expect(answer("greater", { a: [0, 1, 1, 1], b: [0, 1, 1, 1] })).toBe(0);
    expect(answer("multiplexer6", { address: [1, 0], data: [0, 0, 1, 0] })).toBe(1);
    expect(answer("multiplexer6", { address: [0, 1], data: [0, 0, 1, 0] })).toBe(0);
  });

  it("of tic-tac-toe: 958 boards, 626 of them won by x", () => {
    const boards = casesOf("tic-tac-toe");
    expect(boards).toHaveLength(958);
    expect(boards.filter(({ y }) => y === "positive")).toHaveLength(626);
    const diagonal = [
      ["x", "o", "o"],
      ["b", "x", "b"],
      ["b", "b", "x"],
    ];
    expect(answer("tic-tac-toe", { board: diagonal })).toBe("positive");
  });

  it("of the robots: 216, 142 and 228 of 432", () => {
    expect(casesOf("monk1")).toHaveLength(432);
    expect(["monk1", "monk2", "monk3"].map((name) => 432 * share(name))).toEqual([216, 142, 228]);
  });

  it("of full lines: 28 upright, 28 level", () => {
    const lines = casesOf("orientation");
    expect(lines).toHaveLength(56);
    expect(lines.filter(({ y }) => y === 1)).toHaveLength(28);
  });
});

describe("shapes of orientation", () => {
  const families = problems.get("orientation")!.tests!;

  const clean = families.filter(({ name }) => !name.includes("salt"));

  it.each(clean.map(({ name, examples }) => [name, examples] as const))(
    "%s reach at least twice as far along as across",
    (name, examples) => {
      const isDotted = name.includes("dot");
      const shortest = isDotted ? 4 : 6;
      // Dots leave out the ends of a line, but it still goes further along than across.
      const least = (across: number): number =>
        name === "slanted dots" ? across + 1 : 2 * across - 1;
      for (const { x, y } of examples(new Random(1))) {
        const image = x.x as number[][];
        const columns = image[0]!.map((_, j) => image.map((row) => row[j]!));
        const [along, across] =
          y === 1 ? [reach(columns), reach(image)] : [reach(image), reach(columns)];
        expect(along).toBeGreaterThanOrEqual(shortest);
        expect(along).toBeGreaterThanOrEqual(least(across));
      }
    },
  );

  it("salt leaves the line full", () => {
    const salted = families.find(({ name }) => name.includes("salt"))!;
    for (const { x, y } of salted.examples(new Random(2))) {
      const image = x.x as number[][];
      const columns = image[0]!.map((_, j) => image.map((row) => row[j]!));
      const lines = y === 1 ? image : columns;
      expect(lines.some((line) => line.every((pixel) => pixel === 1))).toBe(true);
    }
  });

  /** From the first line with a pixel to the last. */
  function reach(lines: readonly (readonly number[])[]): number {
    const marked = lines.map((line) => line.includes(1));
    return marked.lastIndexOf(true) - marked.indexOf(true) + 1;
  }
});

describe("samples", () => {
  it("have as many wrong labels as the problem says", () => {
    const problem = problems.get("monk3")!;
    const wrong = problemExamples(problem, { seed: 3 }).filter(
      ({ x, y }) => y !== answer("monk3", x as Record<string, Given>),
    );
    expect(wrong).toHaveLength(6);
  });

  it("have wrong cells where answers are arrays: 40 of 800", () => {
    const noisy = problemExamples(problems.get("rule30-noisy")!, { seed: 3 });
    const right = noisy.map(({ x }) => x.x as number[]).map(rule30);
    const wrong = noisy.flatMap(({ y }, k) =>
      (y as number[]).filter((bit, i) => bit !== right[k]![i]),
    );
    expect(wrong).toHaveLength(40);
  });

  it.each([...problems.keys()].filter((name) => !name.startsWith("three-")))(
    "of %s are read as they are made, and depend on the seed alone",
    (name) => {
      const dataset = taskSamples(name, { samples: 60, seed: 5 });
      const text = printJsonl(dataset);
      const read = parseJsonl(text, { file: name });
      expect(read.inputs).toEqual(dataset.inputs);
      expect(read.target).toEqual(dataset.target);
      expect(printJsonl(taskSamples(name, { samples: 60, seed: 5 }))).toBe(text);
    },
  );

  it("come in the sizes that a problem has", () => {
    expect(taskSamples("parity", { shape: [4], samples: 100 }).nSamples).toBe(16);
    expect(taskSamples("argmax", { shape: [7] }).inputs[0]!.shape).toEqual([7]);
    expect(() => taskSamples("parity", { shape: [40] })).toThrow(/bad-task-shape: .*from 1 to 16/);
    expect(() => taskSamples("monk1", { shape: [4] })).toThrow(/one size, .* leave out --size/);
    expect(() => taskSamples("argmax", { shape: [1000], samples: 1e6 })).toThrow("too-large");
  });

  function rule30(x: readonly number[]): number[] {
    return x.map((bit, i) => x.at(i - 1)! ^ (bit | x[(i + 1) % x.length]!));
  }
});
