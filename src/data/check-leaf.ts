import { missingValue, notAValue, notFinite } from "../errors.ts";
import type { Leaf } from "./leaf.ts";

/** A number, true, false or text. Throws `missing-value`, `not-finite` and `not-a-value`. */
export function checkLeaf(value: unknown, place: string, element: () => string): Leaf {
  // -0 is 0: a label has one name.
  if (typeof value === "number" && Number.isFinite(value)) return value + 0;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") throw notFinite(place, element(), value);
  if (value === null || value === undefined) throw missingValue(place, element());
  throw notAValue(place, element(), value);
}
