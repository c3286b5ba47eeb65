import type { Domain } from "../math/domain.ts";
import type { Label } from "../math/label.ts";
import { partsOf } from "../program/parts.ts";
import type { Block, Expression, Fold, Program, Range, Scan } from "../program/program.ts";
import type { SpokenProgram } from "../program/spoken/spoken.ts";
import { add, constant, larger, symbol } from "./polynomial.ts";
import { highest } from "./sizes.ts";
import {
  between,
  hull,
  opposite,
  powerSpan,
  productSpan,
  remainderSpan,
  type Span,
  type Survey,
  sumSpan,
  withZero,
} from "./span.ts";

/** The spans of the names that are visible at one place of a program. */
export type Spans = ReadonlyMap<string, Span>;

/** Integers of a domain without bounds are those of 32 bits. */
export const MOST_INPUT = 2 ** 31 - 1;

/** The spans of sizes and inputs; `most` bounds what an integer input may be. */
export function inputSpans(program: Program & Partial<SpokenProgram>, most: number): Spans {
  const { inputs, texts = new Map<string, readonly Label[]>() } = program;
  const spans = new Map<string, Span>();
  for (const [name, labels] of texts) spans.set(name, { kind: "label", type: typeOf(labels) });
  for (const { name, shape, domain } of inputs) {
    for (const length of shape) {
      if (typeof length === "string") {
        spans.set(length, { kind: "integer", low: symbol(length), high: symbol(length) });
      }
    }
    spans.set(name, domainSpan(domain, most));
  }
  return spans;
}

/** The type of labels in TypeScript. */
function typeOf(labels: readonly Label[]): string {
  return [...new Set(labels.map((label) => typeof label))].sort().join(" | ");
}

function domainSpan(domain: Domain, most: number): Span {
  switch (domain.kind) {
    case "binary":
      return between(0, 1);
    case "one-hot":
      return { kind: "label", type: "string" };
    case "sign":
      return between(-1, 1);
    case "integer": {
      const low = Number.isFinite(domain.low) ? domain.low : -MOST_INPUT;
      const high = Number.isFinite(domain.high) ? domain.high : MOST_INPUT;
      return between(Math.max(low, -most), Math.min(high, most));
    }
    case "real":
      return { kind: "real" };
  }
}

/** The span of the result of a block. */
export function blockSpan(block: Block, spans: Spans, survey: Survey): Span {
  let inner = spans;
  for (const { name, value } of block.lets) {
    inner = new Map(inner).set(name, spanOf(value, inner, survey));
  }
  return spanOf(block.result, inner, survey);
}

/** The spans inside loops. */
export function spansInside(ranges: readonly Range[], spans: Spans, survey: Survey): Spans {
  return ranges.reduce(
    (inner, range) => new Map(inner).set(range.variable, rangeSpan(range, inner, survey)),
    spans,
  );
}

/** The span of an expression whose free names have these spans. */
export function spanOf(expression: Expression, spans: Spans, survey: Survey): Span {
  const span = computedSpan(expression, spans, survey);
  if (span.kind === "integer") survey.note?.(span);
  return span;
}

function computedSpan(expression: Expression, spans: Spans, survey: Survey): Span {
  const inside = (part: Expression) => spanOf(part, spans, survey);
  switch (expression.kind) {
    case "integer":
      return between(expression.value, expression.value);
    case "number":
      return { kind: "real" };
    case "size":
    case "variable":
      return spans.get(expression.name)!;
    case "element":
      expression.indices.forEach(inside);
      return spans.get(expression.array)!;
    case "add":
      return expression.terms.map(inside).reduce((sum, term) => {
        const partial = sumSpan(sum, term);
        if (partial.kind === "integer") survey.note?.(partial);
        return partial;
      }, between(0, 0) as Span);
    case "subtract":
      return sumSpan(inside(expression.left), opposite(inside(expression.right)));
    case "multiply":
      return productSpan(inside(expression.left), inside(expression.right), survey);
    case "modulo":
      return remainderSpan(inside(expression.left), inside(expression.right), survey);
    case "divide":
      inside(expression.right);
      return withZero(inside(expression.left));
    case "power":
      return powerSpan(expression.base, inside(expression.exponent), survey);
    case "sign":
      inside(expression.operand);
      return between(-1, 1);
    case "compare":
      inside(expression.left);
      inside(expression.right);
      return { kind: "truth" };
    case "member":
      inside(expression.value);
      return { kind: "truth" };
    case "and":
    case "or":
    case "xor":
      return expression.operands.map(inside).reduce(hull);
    case "not":
      return inside(expression.operand).kind === "truth" ? { kind: "truth" } : between(0, 1);
    case "bit":
      inside(expression.operand);
      return between(0, 1);
    case "truth":
      inside(expression.operand);
      return { kind: "truth" };
    case "if":
      inside(expression.condition);
      return hull(inside(expression.then), inside(expression.otherwise));
    case "sum":
      return growingSum(expression, spans, survey) ?? totalSpan(expression, spans, survey);
    case "any":
    case "all":
    case "max":
    case "min":
      return spanOf(expression.body, spansInside(expression.ranges, spans, survey), survey);
    case "argmax":
    case "argmin": {
      const inner = spansInside([expression.range], spans, survey);
      spanOf(expression.body, inner, survey);
      return inner.get(expression.range.variable)!;
    }
    case "table":
      return blockSpan(expression.body, spansInside(expression.ranges, spans, survey), survey);
    case "scan":
      return scanSpan(expression, spans, survey);
    case "fold":
      return foldSpan(expression, spans, survey);
    case "list":
      return expression.items.map(inside).reduce(hull);
    case "pad":
      return hull(spans.get(expression.array)!, between(0, 0));
    case "softmax":
      inside(expression.logits);
      return { kind: "real" };
  }
}

/** Carried values stay between their bounds. */
function scanSpan({ range, carried, body, end }: Scan, spans: Spans, survey: Survey): Span {
  const known = spansOfCarried(carried, spans);
  const inner = spansOfLets(body.lets, spansInside([range], known, survey), survey);
  for (const { next } of carried) spanOf(next, inner, survey);
  const item = spanOf(body.result, inner, survey);
  return end === undefined ? item : hull(item, spanOf(end, known, survey));
}

function foldSpan({ range, carried, lets, end }: Fold, spans: Spans, survey: Survey): Span {
  const known = spansOfCarried(carried, spans);
  const inner = spansOfLets(lets, spansInside([range], known, survey), survey);
  for (const { next } of carried) spanOf(next, inner, survey);
  return spanOf(end, known, survey);
}

function spansOfCarried(carried: Fold["carried"], spans: Spans): Spans {
  return carried.reduce(
    (inner, { name, low, high }) => new Map(inner).set(name, between(low, high)),
    spans,
  );
}

function spansOfLets(lets: Fold["lets"], spans: Spans, survey: Survey): Spans {
  return lets.reduce(
    (inner, { name, value }) => new Map(inner).set(name, spanOf(value, inner, survey)),
    spans,
  );
}

type Sum = Extract<Expression, { readonly kind: "sum" }>;

/** As many times the body as there are values. */
function totalSpan({ ranges, body }: Sum, spans: Spans, survey: Survey): Span {
  const inner = spansInside(ranges, spans, survey);
  return ranges.reduceRight<Span>(
    (total, range) => productSpan(countSpan(range, inner, survey), total, survey),
    withZero(spanOf(body, inner, survey)),
  );
}

/** More values than that are not looked at one by one. */
const MOST_VALUES = 128n;

/** A sum of powers, value by value: 1 + 2 + 4 is less than 3 times 4. Undefined where that is too long. */
function growingSum({ ranges, body }: Sum, spans: Spans, survey: Survey): Span | undefined {
  const [range, ...more] = ranges;
  if (range?.from.kind !== "integer" || more.length > 0 || !hasPower(body)) return undefined;
  const end = spanOf(range.to, spans, survey);
  const last = end.kind === "integer" && end.high && highest(end.high, survey.sizes);
  if (typeof last !== "bigint" || last - BigInt(range.from.value) > MOST_VALUES) return undefined;
  let total: Span = between(0, 0);
  for (let value = range.from.value; value < last; value++) {
    const inner = new Map(spans).set(range.variable, between(value, value));
    total = sumSpan(total, withZero(spanOf(body, inner, survey)));
  }
  return total;
}

function hasPower(expression: Expression): boolean {
  return expression.kind === "power" || partsOf(expression).some(hasPower);
}

function rangeSpan({ from, to }: Range, spans: Spans, survey: Survey): Span {
  const start = spanOf(from, spans, survey);
  const end = spanOf(to, spans, survey);
  if (start.kind !== "integer" || end.kind !== "integer") return { kind: "real" };
  const last = end.high && add(end.high, constant(-1n));
  return { kind: "integer", low: start.low, high: last };
}

/** How many values a range has. */
function countSpan({ from, to }: Range, spans: Spans, survey: Survey): Span {
  const count = sumSpan(spanOf(to, spans, survey), opposite(spanOf(from, spans, survey)));
  if (count.kind !== "integer") return count;
  const high = count.high && larger(count.high, constant(0n));
  return { kind: "integer", low: constant(0n), high };
}
