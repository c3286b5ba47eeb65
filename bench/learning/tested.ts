import { evaluate } from "../../src/answer.ts";
import { Random } from "../../src/math/random.ts";
import type { Program } from "../../src/program/program.ts";
import type { Example, Given, Problem } from "../../src/tasks/problem.ts";
import { rightExamples } from "../../src/tasks/problem-samples.ts";

/** Inputs on which answers are compared, all of one kind. */
export interface TestSet {
  readonly name: string;
  readonly examples: readonly Example[];
}

const TEST_SEED = 987_654;
const DRAWN = 2000;

/** The same for every training set: the problem's own kinds, else all its cases, else 2,000 drawn ones. */
export function testSets(problem: Problem): TestSet[] {
  const random = new Random(TEST_SEED);
  if (problem.tests !== undefined) {
    return problem.tests.map(({ name, examples }) => ({ name, examples: examples(random) }));
  }
  const { size, source } = problem;
  const samples = source.kind === "cases" ? Infinity : DRAWN;
  const examples = rightExamples(problem, { size, samples, random });
  return [
    { name: source.kind === "cases" ? `all ${examples.length}` : `${samples} drawn`, examples },
  ];
}

/** Share of the examples that a program answers right; one that it refuses is wrong. */
export function shareRight(program: Program, { examples }: TestSet): number {
  const right = examples.filter(({ x, y }) => isSame(answer(program, x), y)).length;
  return right / examples.length;
}

/** Is every answer right? Ends at the first one that is not. */
export function isExact(program: Program, { examples }: TestSet): boolean {
  return examples.every(({ x, y }) => isSame(answer(program, x), y));
}

function answer(program: Program, x: Example["x"]): Given | undefined {
  try {
    return evaluate(program, x);
  } catch {
    return undefined;
  }
}

function isSame(a: Given | undefined, b: Given): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((part, k) => isSame(part, b[k]!));
}
