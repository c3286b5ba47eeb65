import { lifeProblem, rowProblem } from "../../src/tasks/automaton-problems.ts";
import type { Problem } from "../../src/tasks/problem.ts";
import { problems } from "../../src/tasks/problems.ts";

/** A built-in problem; the automata too, on rings. */
export function problemNamed(name: string): Problem {
  const rule = /^rule(\d+)$/.exec(name)?.[1];
  const problem =
    rule !== undefined
      ? rowProblem(Number(rule), "ring")
      : name === "life"
        ? lifeProblem
        : problems.get(name);
  if (problem === undefined) {
    throw new Error(
      `no task ${name}; tasks are rule0 to rule255, life, ${[...problems.keys()].join(", ")}`,
    );
  }
  return problem;
}
