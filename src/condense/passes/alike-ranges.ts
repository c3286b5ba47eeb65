import { isSame } from "../../program/idiom.ts";
import type { Range } from "../../program/program.ts";

/** Do the ranges, none of which depends on another, have the same bounds? */
export function areAlike(a: readonly Range[], b: readonly Range[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, to }, k) => isSame([from, to], [b[k]!.from, b[k]!.to]))
  );
}
