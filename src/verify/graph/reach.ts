import { Obstacle } from "../obstacle.ts";
import type { Source } from "./source.ts";
import { negative, plus, times, type Weight } from "./weight.ts";

/** All that several sources add to some slots together, each sum once. */
export interface Group {
  readonly slots: readonly number[];
  readonly sums: readonly (readonly Weight[])[];
  /** A text that says the same. */
  readonly key: string;
}

/** What lies on a cut, as groups that add to slots, and what the slots start from. */
export interface Groups {
  readonly groups: readonly Group[];
  /** (nSlots). */
  readonly starts: readonly Weight[];
}

/** Sources that add alike are grouped: their order does not matter. Throws Obstacle. */
export function groupsOf(sources: readonly Source[], slotStarts: readonly Weight[]): Groups {
  const starts = [...slotStarts];
  const alike = new Map<string, { readonly source: Source; count: number }>();
  for (const source of sources) {
    const { slots, cases, least } = fromLeast(source);
    // Cases count from the least one, which is added for good: so turned sources are alike.
    slots.forEach((slot, k) => {
      starts[slot] = plus(starts[slot]!, least[k]!);
    });
    const key = `${slots.join()}:${cases.join(";")}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { source: { slots, cases }, count: 1 });
    else known.count += 1;
  }
  const groups = [...alike].map(([key, { source, count }]) => ({
    slots: source.slots,
    sums: sumsOf(source, count),
    key: `${count}x${key}`,
  }));
  return { groups, starts };
}

/** Cases in ascending order, less the first one. */
function fromLeast({ slots, cases }: Source): Source & { readonly least: readonly Weight[] } {
  const [first, second] = cases;
  if (cases.length === 2 && first!.every((weight) => weight === 0)) {
    const isUp = second![0]! > 0;
    return isUp
      ? { slots, cases, least: first! }
      : { slots, cases: [first!, second!.map(negative)], least: second! };
  }
  const sorted = [...cases].sort(compareVectors);
  const least = sorted[0]!;
  const shift = least.map(negative);
  return { slots, cases: sorted.map((each) => each.map((w, k) => plus(w, shift[k]!))), least };
}

function compareVectors(a: readonly Weight[], b: readonly Weight[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! < b[k]! ? -1 : 1;
  return 0;
}

/** The sums of so many choices among the cases. */
function sumsOf({ cases }: Source, count: number): readonly (readonly Weight[])[] {
  if (count === 1) return distinct(cases);
  const line = lineThrough(distinct(cases));
  return line === undefined ? anySums(distinct(cases), count) : sumsOnLine(line, count);
}

interface Line {
  readonly start: readonly Weight[];
  readonly step: readonly Weight[];
  /** Cases in steps from the start: from 0 on. */
  readonly marks: readonly number[];
}

/** Cases as whole steps along one direction. */
function lineThrough(cases: readonly (readonly Weight[])[]): Line | undefined {
  const [first, ...rest] = cases;
  const differences = rest.map((each) =>
    each.map((weight, k) => plus(weight, negative(first![k]!))),
  );
  if (differences.length === 0) return { start: first!, step: first!.map(() => 0), marks: [0] };
  for (const step of differences) {
    const marks = [0, ...differences.map((each) => multipleOf(each, step))];
    if (marks.some((mark) => mark === undefined)) continue;
    const known = marks.map((mark) => mark!);
    const least = Math.min(...known);
    const start = first!.map((weight, k) => plus(weight, times(least, step[k]!)));
    return { start, step, marks: known.map((mark) => mark - least) };
  }
  return undefined;
}

function multipleOf(vector: readonly Weight[], step: readonly Weight[]): number | undefined {
  const at = step.findIndex((weight) => weight !== 0);
  const ratio = Number(vector[at]!) / Number(step[at]!);
  if (!Number.isSafeInteger(ratio)) return undefined;
  return vector.every((weight, k) => weight === times(ratio, step[k]!)) ? ratio : undefined;
}

function sumsOnLine({ start, step, marks }: Line, count: number): readonly (readonly Weight[])[] {
  let reached = 1n;
  for (let n = 0; n < count; n++) {
    reached = marks.reduce((next, mark) => next | (reached << BigInt(mark)), 0n);
  }
  const bits = reached.toString(2);
  const sums: (readonly Weight[])[] = [];
  for (let k = 0; k < bits.length; k++) {
    if (bits[bits.length - 1 - k] !== "1") continue;
    sums.push(start.map((weight, s) => plus(times(count, weight), times(k, step[s]!))));
  }
  return sums;
}

function anySums(
  cases: readonly (readonly Weight[])[],
  count: number,
): readonly (readonly Weight[])[] {
  let sums = cases;
  for (let n = 1; n < count; n++) {
    sums = distinct(
      sums.flatMap((sum) => cases.map((each) => each.map((weight, k) => plus(weight, sum[k]!)))),
    );
    if (sums.length * count > maxSums) throw new Obstacle("sums on a cut have too many values");
  }
  return sums;
}

const maxSums = 100_000;

function distinct(vectors: readonly (readonly Weight[])[]): readonly (readonly Weight[])[] {
  if (vectors.length === 1) return vectors;
  return [...new Map(vectors.map((vector) => [vector.join(), vector])).values()];
}
