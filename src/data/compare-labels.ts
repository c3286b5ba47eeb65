import type { Label } from "../math/label.ts";

/** Ascending: false, true, numbers, texts by their characters' codes. */
export function compareLabels(a: Label, b: Label): number {
  const kinds = rankOf(a) - rankOf(b);
  if (kinds !== 0) return kinds;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOf(label: Label): number {
  if (typeof label === "boolean") return 0;
  return typeof label === "number" ? 1 : 2;
}
