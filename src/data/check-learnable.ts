import { constantTarget } from "../errors.ts";
import type { Dataset } from "./dataset.ts";

/** A target that never changes teaches nothing. Throws `constant-target`. */
export function checkLearnable({ target, places }: Dataset): void {
  const [only, ...others] = target.classes;
  if (only === undefined || others.length > 0) return;
  const file = places[0]!.replace(/:\d+$/, "");
  throw constantTarget(file, target.name, Number(only));
}
