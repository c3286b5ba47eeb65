import { isSame } from "../idiom.ts";
import type { PythonPlace } from "./python-place.ts";
import type { Reach } from "./uses.ts";

/**
 * Whole inputs in the order of the parameters, parts of one array from its start on; others as they come.
 */
export function inReadingOrder(
  reaches: readonly Reach[],
  { domains }: PythonPlace,
): readonly Reach[] {
  const inputs = [...domains.keys()];
  const parameter = ({ array, prefix }: Reach) =>
    prefix.length === 0 ? inputs.indexOf(array) : -1;
  const areInputs = reaches.every((each) => parameter(each) >= 0);
  const areOfOne = reaches.every(
    ({ array, prefix }) => array === reaches[0]!.array && isSame(prefix, reaches[0]!.prefix),
  );
  if (!areInputs && !areOfOne) return reaches;
  return reaches.toSorted((a, b) => parameter(a) - parameter(b) || start(a) - start(b));
}

/** Where the items start, as far as it is known; what goes another way comes last. */
function start({ way, shift }: Reach): number {
  const isKnown = way.kind !== "falling" && shift.kind === "integer";
  return isKnown ? shift.value : Number.MAX_SAFE_INTEGER;
}
