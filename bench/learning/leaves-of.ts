import type { Label } from "../../src/math/label.ts";
import type { Given } from "../../src/tasks/problem.ts";

/** The values of nested arrays, row-major. */
export function leavesOf(given: Given): Label[] {
  return Array.isArray(given) ? given.flatMap(leavesOf) : [given as Label];
}
