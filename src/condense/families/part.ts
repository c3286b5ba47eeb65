import * as exacts from "../../math/exact.ts";
import { multiply, subtract, variable } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression, Range } from "../../program/program.ts";
import { substitute } from "../passes/variables.ts";
import type { Bounds } from "../wiring.ts";
import type { Amount } from "./amount.ts";

/** A weighted part of a sum: one value, or the total of a value over ranges. */
export interface Part {
  /** Parts with equal keys have equal totals. */
  readonly key: string;
  readonly weight: number;
  readonly ranges: readonly Range[];
  /** A number. */
  readonly body: Expression;
  /** The same as a truth, where it is a bit. */
  readonly condition: Expression | undefined;
  /** How many values there are; undefined where that follows no law. */
  readonly count: Amount | undefined;
  /** The total, where it does not depend on the inputs. */
  readonly total?: Amount;
  /** Of one value. */
  readonly bounds: Bounds;
}

/** Parts of equal keys as one; parts that cancel are gone. */
export function collected(given: readonly Part[]): Part[] {
  const parts = withCommonFactors(given);
  const byKey = new Map<string, Part>();
  for (const [k, part] of parts.entries()) {
    const known = byKey.get(part.key);
    const weight = known && exacts.sumIfDouble(known.weight, part.weight);
    if (known === undefined) byKey.set(part.key, part);
    else if (weight !== undefined) byKey.set(part.key, { ...known, weight });
    else byKey.set(`${part.key} ${k}`, part);
  }
  return [...byKey.values()].filter(({ weight }) => weight !== 0);
}

/** sum(f(i) * a[i]) - sum(f(i) * b[i]) -> sum(f(i) * (a[i] - b[i])) */
function withCommonFactors(parts: readonly Part[]): readonly Part[] {
  for (const [k, a] of parts.entries()) {
    const j = parts.findIndex((b, at) => at > k && b.weight === -a.weight && isAlike(a, b));
    const b = parts[j];
    if (b === undefined || a.body.kind !== "multiply" || b.body.kind !== "multiply") continue;
    const renaming = new Map(
      b.ranges.map((range, r) => [range.variable, variable(a.ranges[r]!.variable)]),
    );
    const [own, other] = [a.body.right, substitute(b.body.right, renaming)];
    const merged: Part = {
      ...a,
      key: `${a.key} ${b.key}`,
      weight: Math.abs(a.weight),
      body: multiply(a.body.left, a.weight > 0 ? subtract(own, other) : subtract(other, own)),
    };
    return withCommonFactors(parts.with(k, merged).toSpliced(j, 1));
  }
  return parts;
}

/** Do two parts run over the same ranges, and weigh what they read alike? */
function isAlike(a: Part, b: Part): boolean {
  const isWeighted = a.body.kind === "multiply" && b.body.kind === "multiply";
  if (!isWeighted || a.ranges.length === 0 || a.ranges.length !== b.ranges.length) return false;
  const renaming = new Map(
    b.ranges.map((range, r) => [range.variable, variable(a.ranges[r]!.variable)]),
  );
  const { left } = b.body as Extract<Expression, { readonly kind: "multiply" }>;
  const own = (a.body as Extract<Expression, { readonly kind: "multiply" }>).left;
  return (
    isSame(own, substitute(left, renaming)) &&
    a.ranges.every(({ from, to }, r) => isSame([from, to], [b.ranges[r]!.from, b.ranges[r]!.to]))
  );
}
