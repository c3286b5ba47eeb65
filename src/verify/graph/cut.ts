import type { Cut, Extent } from "./atom.ts";
import { times, type Weight } from "./weight.ts";

/** Below 0 where the first cut lets more pass: cuts of one base in ascending order. */
export function compareCuts(a: Cut, b: Cut): number {
  const isSameUnder = a.under === b.under;
  const left = isSameUnder ? a.over : times(a.over, b.under);
  const right = isSameUnder ? b.over : times(b.over, a.under);
  if (left !== right) return left < right ? -1 : 1;
  return Number(a.isStrict) - Number(b.isStrict);
}

/** Does every number of the extent pass, or none? */
export function decided({ over, under, isStrict }: Cut, { low, high }: Extent): 0 | 1 | undefined {
  const [least, most] = [times(low, under), times(high, under)];
  if (isStrict ? most <= over : most < over) return 0;
  return (isStrict ? least > over : least >= over) ? 1 : undefined;
}

/** Does the number pass? */
export function passes(value: Weight, { over, under, isStrict }: Cut): boolean {
  const scaled = under === 1 ? value : times(value, under);
  return isStrict ? scaled > over : scaled >= over;
}

export function cutKey({ over, under, isStrict }: Cut): string {
  return `${isStrict ? ">" : "="}${over}/${under}`;
}
