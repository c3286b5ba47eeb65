import { unknownTask } from "../errors.ts";
import { elementaryStep, majorityStep } from "./elementary.ts";
import type { Border, Frame } from "./frame.ts";
import { lifeStep } from "./life.ts";
import type { Problem } from "./problem.ts";
import { problems } from "./problems.ts";

/** A rule that turns an array of bits into one of the same shape, or a problem that draws its own samples. */
export type Task =
  | {
      readonly kind: "row";
      readonly step: (x: readonly number[], border: Border) => number[];
    }
  | {
      readonly kind: "frame";
      readonly step: (frame: Frame, border: Border) => number[][];
    }
  | { readonly kind: "problem"; readonly problem: Problem };

const LONGEST = 20;

const TASKS: ReadonlyMap<string, Task> = new Map<string, Task>([
  ...Array.from({ length: 256 }, (_, rule): [string, Task] => [
    `rule${rule}`,
    { kind: "row", step: (x, border) => elementaryStep(rule, x, border) },
  ]),
  ["majority3", { kind: "row", step: majorityStep }],
  ["life", { kind: "frame", step: lifeStep }],
  ...[...problems].map(([name, problem]): [string, Task] => [name, { kind: "problem", problem }]),
]);

/** The names of the built-in problems. */
export function taskNames(): string[] {
  return [...TASKS.keys()];
}

/** The problem of a name. Throws `unknown-task`, with the names nearest to it. */
export function taskNamed(name: string): Task {
  const task = TASKS.get(name);
  if (task === undefined) throw unknownTask(name, namesNear(name), [...problems.keys()]);
  return task;
}

/** Up to three names that are two letters or fewer away from a mistyped one, nearest first. */
function namesNear(name: string): string[] {
  const wanted = name
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, "")
    .slice(0, LONGEST);
  return taskNames()
    .map((each) => ({ each, distance: editDistance(each, wanted) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ each }) => each);
}

/** Letters to insert, drop or replace. Source: Wagner and Fischer, 1974. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(replaced, above[j]! + 1, row[j - 1]! + 1);
    }
  }
  return row[b.length]!;
}
