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

/** Share of the answers that a program has right, cell by cell where they are arrays; one that it refuses is wrong. */
export function shareRight(program: Program, { examples }: TestSet): number {
  let right = 0;
  let all = 0;
  for (const { x, y } of examples) {
    right += sameLeaves(answer(program, x), y);
    all += leavesOf(y);
  }
  return right / all;
}

function answer(program: Program, x: Example["x"]): Given | undefined {
  try {
    return evaluate(program, x);
  } catch {
    return undefined;
  }
}

/** How many of the right answer's elements another one has at the same places. */
function sameLeaves(found: Given | undefined, right: Given): number {
  if (!isArray(right)) return found === right ? 1 : 0;
  if (!isArray(found) || found.length !== right.length) return 0;
  return right.reduce((sum: number, part, k) => sum + sameLeaves(found[k], part), 0);
}

function leavesOf(given: Given): number {
  return isArray(given) ? given.reduce((sum: number, part) => sum + leavesOf(part), 0) : 1;
}

function isArray(given: Given | undefined): given is readonly Given[] {
  return Array.isArray(given);
}
