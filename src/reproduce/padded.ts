import type { Example, Given } from "../tasks/problem.ts";
import type { Shown } from "./learn-program.ts";

/** Examples of all sizes, with zeros after the smaller ones: for learners that take one size only. */
export function padded(shown: Shown): readonly Example[] {
  if (shown.length === 1) return shown[0]!;
  const all = shown.flat();
  const keys = Object.keys(all[0]!.x);
  const lengths = new Map(keys.map((key) => [key, longest(all.map(({ x }) => x[key]!))]));
  const ofTarget = longest(all.map(({ y }) => y));
  return all.map(({ x, y }) => ({
    x: Object.fromEntries(keys.map((key) => [key, pad(x[key]!, lengths.get(key)!)])),
    y: pad(y, ofTarget),
  }));
}

function longest(values: readonly Given[]): number {
  return Math.max(...values.map((value) => (Array.isArray(value) ? value.length : 0)));
}

/** A row of numbers; a single one stays as it is. */
function pad(value: Given, length: number): Given {
  if (!Array.isArray(value)) return value;
  return [...value, ...Array.from({ length: length - value.length }, () => 0)];
}
