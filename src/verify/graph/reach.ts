import { Obstacle } from "../obstacle.ts";
import type { Counted, Source } from "./source.ts";
import { negative, plus, times, type Weight } from "./weight.ts";

/** All that several sources add to some slots together, each sum once. */
export interface Group {
  readonly slots: readonly number[];
  readonly sums: Sums;
  /** A text that says the same. */
  readonly key: string;
}

/** Some vectors; or all of start, start + step, .., of which there are so many. */
export type Sums =
  | { readonly kind: "list"; readonly vectors: readonly Vector[]; readonly length: number }
  | {
      readonly kind: "line";
      readonly start: Vector;
      readonly step: Vector;
      readonly length: number;
    };

type Vector = readonly Weight[];

/** What lies on a cut, as groups that add to slots, and what the slots start from. */
export interface Groups {
  readonly groups: readonly Group[];
  /** (nSlots). */
  readonly starts: readonly Weight[];
}

/** Sources that add alike are grouped: their order does not matter. Throws Obstacle. */
export function groupsOf(sources: readonly Counted[], slotStarts: readonly Weight[]): Groups {
  const starts = [...slotStarts];
  const alike = new Map<string, { readonly source: Source; count: number }>();
  for (const { source, count } of sources) {
    const { slots, cases, least } = fromLeast(source);
    // Cases count from the least one, which is added for good: so turned sources are alike.
    slots.forEach((slot, k) => {
      starts[slot] = plus(starts[slot]!, times(count, least[k]!));
    });
    const key = `${slots.join()}:${cases.join(";")}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { source: { slots, cases }, count });
    else known.count += count;
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
function sumsOf({ cases }: Source, count: number): Sums {
  const once = distinct(cases);
  const line = count === 1 && once.length <= 2 ? undefined : lineThrough(once);
  if (line !== undefined) return sumsOnLine(line, count);
  return listOf(count === 1 ? once : anySums(once, count));
}

function listOf(vectors: readonly Vector[]): Sums {
  return { kind: "list", vectors, length: vectors.length };
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

function sumsOnLine({ start, step, marks }: Line, count: number): Sums {
  const first = start.map((weight) => times(count, weight));
  const most = Math.max(...marks);
  if (new Set(marks).size === most + 1) {
    return { kind: "line", start: first, step, length: most * count + 1 };
  }
  let reached = 1n;
  for (let n = 0; n < count; n++) {
    reached = marks.reduce((next, mark) => next | (reached << BigInt(mark)), 0n);
  }
  const bits = [...reached.toString(2)].reverse();
  const places = bits.flatMap((bit, k) => (bit === "1" ? [k] : []));
  return listOf(places.map((k) => first.map((weight, s) => plus(weight, times(k, step[s]!)))));
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
