/** A number of cases; those that reach 2^53 are not counted exactly. */
export function caseCount(count: number): string {
  return count < Number.MAX_SAFE_INTEGER ? `${count}` : "more than 2^53";
}
