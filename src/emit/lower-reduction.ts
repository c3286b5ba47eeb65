import { idiomatic } from "../program/idiom.ts";
import type { Comparison, Expression, Range } from "../program/program.ts";
import { lower, lowerRanges } from "./lower.ts";
import type { Procedure } from "./procedure.ts";
import { sceneInside, spanIn } from "./scene.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** What goes through all values of some ranges and keeps one. */
export type Reduction = Of<"sum" | "any" | "all" | "max" | "min" | "argmax" | "argmin">;

/** The value as an expression, or a variable that holds it, after loops that find it. */
export function lowerReduction(plain: Reduction, out: Procedure, name?: string): Expression {
  return asExpression(plain, out) ?? asLoops(plain, out, name);
}

function asExpression(plain: Reduction, out: Procedure): Expression | undefined {
  if (!("ranges" in plain) || !out.dialect.isExpression(plain, out.scene)) return undefined;
  const ranges = lowerRanges(plain.ranges, out);
  const inner = out.inside(sceneInside(out.scene, ranges));
  const body = lower(plain.body, inner);
  const lowered: Expression = { ...plain, ranges, body };
  const isKept = inner.steps.length === 0 && out.dialect.isExpression(lowered, out.scene);
  return isKept ? lowered : undefined;
}

function asLoops(plain: Reduction, out: Procedure, name?: string): Expression {
  switch (plain.kind) {
    case "sum":
      return total(plain, out, name ?? out.fresh(isCount(plain, out) ? "count" : "total"));
    case "any":
      return quantified(plain, out, name ?? out.fresh("found"));
    case "all":
      return quantified(plain, out, name ?? out.fresh("holds"));
    case "max":
      return extreme(plain, out, name ?? out.fresh("largest"));
    case "min":
      return extreme(plain, out, name ?? out.fresh("smallest"));
    case "argmax":
    case "argmin":
      return placeOfExtreme(plain, out, name ?? out.fresh("best"));
  }
}

const zero: Expression = { kind: "integer", value: 0 };
const one: Expression = { kind: "integer", value: 1 };

/** Is a sum the number of places at which something holds? */
function isCount({ ranges, body }: Of<"sum">, out: Procedure): boolean {
  return idiomatic(body, sceneInside(out.scene, ranges).place.truths).kind === "bit";
}

function total(plain: Of<"sum">, out: Procedure, name: string): Expression {
  const ranges = lowerRanges(plain.ranges, out);
  out.start({ name, value: zero, span: spanIn(plain, out.scene) });
  out.loops(ranges, (inner) => {
    const body = idiomatic(plain.body, inner.scene.place.truths);
    const isCount = body.kind === "bit";
    const value = lower(isCount ? body.operand : body, inner);
    const counting = isCount ? inner.inside() : inner;
    const increase = { kind: "increase", name, scene: counting.scene } as const;
    counting.steps.push({ ...increase, value: isCount ? one : value });
    if (isCount) inner.choose(value, counting);
  });
  return { kind: "variable", name };
}

/** Stops at the first place that decides. */
function quantified(
  plain: Of<"any" | "all" | "max" | "min" | "sum">,
  out: Procedure,
  name: string,
) {
  const isAny = plain.kind === "any";
  const ranges = lowerRanges(plain.ranges, out);
  const start: Expression = { kind: "truth", operand: isAny ? zero : one };
  out.start({ name, value: start, span: { kind: "truth" } });
  out.loops(ranges, (inner) => inner.set(name, lower(plain.body, inner)), { name, value: isAny });
  return { kind: "variable", name } as const;
}

function extreme(
  plain: Of<"any" | "all" | "max" | "min">,
  out: Procedure,
  name: string,
): Expression {
  const ranges = lowerRanges(plain.ranges, out);
  const isMax = plain.kind === "max";
  const span = spanIn(plain, out.scene);
  const best: Expression = { kind: "variable", name };
  const isFirst = startExtreme(name, { isMax, span }, out);
  out.loops(ranges, (inner) => {
    const value = shortName(lower(plain.body, inner), inner);
    const better = inner.inside();
    better.set(name, value);
    if (isFirst !== undefined) better.set(isFirst, { kind: "truth", operand: zero });
    inner.choose(isBetter(value, isMax ? ">" : "<", best, isFirst), better);
  });
  return best;
}

/** Starts below all values; in numbers that have nothing below them, notes that there is no value yet. */
function startExtreme(
  name: string,
  { isMax, span }: { readonly isMax: boolean; readonly span: ReturnType<typeof spanIn> },
  out: Procedure,
): string | undefined {
  if (out.dialect.hasInfinity({ span })) {
    out.start({ name, value: { kind: isMax ? "lowest" : "highest" }, span });
    return undefined;
  }
  out.start({ name, value: zero, span });
  const isFirst = out.fresh("is_first");
  out.start({ name: isFirst, value: { kind: "truth", operand: one }, span: { kind: "truth" } });
  return isFirst;
}

function isBetter(
  value: Expression,
  operator: Comparison,
  best: Expression,
  isFirst: string | undefined,
): Expression {
  const better: Expression = { kind: "compare", operator, left: value, right: best };
  if (isFirst === undefined) return better;
  return { kind: "or", operands: [{ kind: "variable", name: isFirst }, better] };
}

/** The value itself where it is short to write, else a name for it. */
function shortName(value: Expression, out: Procedure): Expression {
  if (value.kind === "variable" || value.kind === "element") return value;
  const name = out.fresh("value");
  out.name(name, value, { span: spanIn(value, out.scene) });
  return { kind: "variable", name };
}

/** The first place at which the body is best: compared with the best place so far, or its value. */
function placeOfExtreme(plain: Of<"argmax" | "argmin">, out: Procedure, name: string): Expression {
  const isMax = plain.kind === "argmax";
  const operator = isMax ? ">" : "<";
  const range = lowerRanges([plain.range], out)[0]!;
  const atBest = elementAt(plain.body, range.variable, name);
  const span = sceneInside(out.scene, [range]).spans.get(range.variable)!;
  const best: Expression = { kind: "variable", name };
  if (atBest !== undefined) {
    out.start({ name, value: range.from, span, range });
    out.loops([{ ...range, from: next(range) }], (inner) => {
      const better = inner.inside();
      better.set(name, { kind: "variable", name: range.variable });
      inner.choose({ kind: "compare", operator, left: plain.body, right: atBest }, better);
    });
    return best;
  }
  out.start({ name, value: range.from, span, range });
  const value = out.fresh(isMax ? "largest" : "smallest");
  const inside = spanIn(plain.body, sceneInside(out.scene, [range]));
  const isFirst = startExtreme(value, { isMax, span: inside }, out);
  out.loops([range], (inner) => {
    const current = shortName(lower(plain.body, inner), inner);
    const better = inner.inside();
    better.set(value, current);
    better.set(name, { kind: "variable", name: range.variable });
    if (isFirst !== undefined) better.set(isFirst, { kind: "truth", operand: zero });
    inner.choose(isBetter(current, operator, { kind: "variable", name: value }, isFirst), better);
  });
  return best;
}

function next({ from }: Range): Expression {
  if (from.kind === "integer") return { kind: "integer", value: from.value + 1 };
  return { kind: "add", terms: [from, one] };
}

/** An element at another place: `x[j]` for `x[i]`; undefined where the indices are more than names. */
function elementAt(body: Expression, from: string, to: string): Expression | undefined {
  if (body.kind !== "element") return undefined;
  const isName = ({ kind }: Expression) =>
    kind === "variable" || kind === "size" || kind === "integer";
  if (!body.indices.every(isName)) return undefined;
  const indices = body.indices.map(
    (index): Expression =>
      index.kind === "variable" && index.name === from ? { kind: "variable", name: to } : index,
  );
  return { ...body, indices };
}
