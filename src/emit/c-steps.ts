import { isSame, negated, signedTerms } from "../program/idiom.ts";
import { fresh } from "../program/names.ts";
import { c as precedence } from "../program/precedence.ts";
import type { Expression, Range } from "../program/program.ts";
import { countOf, flatIndex } from "./c-index.ts";
import { numberDoc, storedDoc } from "./c-number.ts";
import { sizeDoc } from "./c-size.ts";
import { truthDoc } from "./c-truth.ts";
import { rangeType, typeOfSpan } from "./c-type.ts";
import { lastOf } from "./last-of.ts";
import {
  bracketed,
  breakable,
  concat,
  type Doc,
  enclosed,
  filled,
  group,
  layout,
  separated,
} from "./layout.ts";
import { type Printed, within } from "./printed.ts";
import { isNatural } from "./remainder.ts";
import { helperName, type Scene, sceneInside, spanIn } from "./scene.ts";
import { INT32, isWithin, type Span } from "./span.ts";
import type { Step } from "./step.ts";

/** Arrays of constant lengths up to that many elements need no memory to be allocated. */
const MOST_LOCAL = 4096;

/** The steps of a block as lines of C; what was allocated in the block is freed at its end. */
export function blockLines(steps: readonly Step[], depth: number): readonly string[] {
  const allocated = steps.flatMap((step) =>
    step.kind === "array" && isAllocated(step.lengths) ? [step.name] : [],
  );
  const free = allocated.map((name) => statement(`free(${name});`, depth));
  const last = steps.at(-1);
  if (last?.kind !== "return") return [...steps.flatMap((step) => linesOf(step, depth)), ...free];
  const before = steps.slice(0, -1).flatMap((step) => linesOf(step, depth));
  if (free.length === 0) return [...before, ...linesOf(last, depth)];
  const name = fresh("result", last.scene.place.taken);
  const type = spanIn(last.value, last.scene).kind === "real" ? "double" : "int32_t";
  const value = assignment(`const ${type} ${name}`, returnedDoc(last));
  return [...before, statement(value, depth), ...free, statement(`return ${name};`, depth)];
}

/** A statement as a line, or as several if it is long. */
export function statement(doc: Doc, depth: number): string {
  return layout(doc, depth);
}

/** The type of what holds a value. */
export function typeName(span: Span, scene: Scene): string {
  return span.kind === "truth" ? "bool" : typeOfSpan(span, scene);
}

type Of<Kind extends Step["kind"]> = Extract<Step, { readonly kind: Kind }>;

function linesOf(step: Step, depth: number): readonly string[] {
  const line = (doc: Doc) => [statement(doc, depth)];
  switch (step.kind) {
    case "name": {
      const type = typeName(spanIn(step.value, step.scene), step.scene);
      return line(assignment(`const ${type} ${step.name}`, valueDoc(step.value, step.scene)));
    }
    case "constants":
      return line(constantsDoc(step));
    case "start":
      return line(startDoc(step));
    case "set":
      return line(assignment(step.name, valueDoc(step.value, step.scene)));
    case "increase":
      return line(increaseDoc(step));
    case "loop": {
      const head = concat("for (", forDoc(step), ") {");
      return [statement(head, depth), ...blockLines(step.steps, depth + 1), statement("}", depth)];
    }
    case "choose":
      return choiceLines(step, depth);
    case "array":
      return line(arrayDoc(step));
    case "store": {
      const { array, indices, value, scene } = step;
      const target = elementDoc(array, indices, scene);
      return line(assignment(target, narrowed(value, scene, scene.spans.get(array)!)));
    }
    case "softmax":
      return softmaxLines(step, depth);
    case "return":
      return line(group("return ", open(returnedDoc(step)), ";"));
    case "grow":
    case "append":
      throw new Error("bug: an array that grows");
  }
}

function valueDoc(value: Expression, scene: Scene): Printed {
  return spanIn(value, scene).kind === "truth" ? truthDoc(value, scene) : storedDoc(value, scene);
}

/** A value for a place that may hold 32 bits only, as results do: checked if it may need more. */
function narrowed(value: Expression, scene: Scene, place: Span): Printed {
  const span = spanIn(value, scene);
  if (span.kind === "truth") return truthDoc(value, scene);
  const isNarrow = place.kind === "integer" && isWithin(place, scene.sizes, INT32);
  if (!isNarrow || span.kind !== "integer" || isWithin(span, scene.sizes, INT32)) {
    return storedDoc(value, scene);
  }
  const call = group(helperName("narrow", scene), bracketed("(", storedDoc(value, scene).doc, ")"));
  return { doc: call, form: "atom" };
}

function returnedDoc({ value, scene }: Of<"return">): Printed {
  return narrowed(value, scene, { kind: "integer", low: new Map(), high: new Map() });
}

function elementDoc(array: string, indices: readonly Expression[], scene: Scene): Doc {
  return concat(array, "[", sizeDoc(flatIndex({ array, indices }, scene), scene).doc, "]");
}

function assignment(target: Doc, value: Printed, operator = "="): Doc {
  return group(target, ` ${operator} `, open(value), ";");
}

/** A value that may be broken into lines: what has no brackets of its own may get some. */
function open({ doc, form }: Printed): Doc {
  return form === "atom" || form === "choice" ? doc : breakable(doc);
}

function startDoc({ name, value, span, range, scene }: Of<"start">): Doc {
  const type = range === undefined ? typeName(span, scene) : rangeType(range, bound(range, scene));
  if (value.kind === "none") return `${type} ${name};`;
  if (value.kind === "lowest") return `${type} ${name} = ${extremes[type]?.[0]};`;
  if (value.kind === "highest") return `${type} ${name} = ${extremes[type]?.[1]};`;
  return assignment(`${type} ${name}`, valueDoc(value, scene));
}

const extremes: Readonly<Record<string, readonly [string, string]>> = {
  double: ["-INFINITY", "INFINITY"],
  int32_t: ["INT32_MIN", "INT32_MAX"],
  int64_t: ["INT64_MIN", "INT64_MAX"],
};

/** The scene in which the variable of a range is known. */
function bound(range: Range, scene: Scene): Scene {
  return sceneInside(scene, [range]);
}

function increaseDoc({ name, value, scene }: Of<"increase">): Doc {
  if (isSame(value, one)) return `${name}++;`;
  const isLess = value.kind === "multiply" && isSame(value.left, negated(one));
  return assignment(name, storedDoc(isLess ? value.right : value, scene), isLess ? "-=" : "+=");
}

const one: Expression = { kind: "integer", value: 1 };

/** `size_t i = 0; i < n; i++`, and `!found` where that ends the loop. */
function forDoc({ range, until, scene }: Of<"loop">): Doc {
  const { variable, from } = range;
  const type = rangeType(range, bound(range, scene));
  const start = type === "size_t" ? sizeDoc(from, scene) : numberDoc(from, scene);
  const goes = until === undefined ? "" : until.value ? ` && !${until.name}` : ` && ${until.name}`;
  return concat(
    `${type} ${variable} = `,
    start.doc,
    "; ",
    untilEnd(range, type, scene),
    goes,
    `; ${variable}++`,
  );
}

/** `j < n`, `j <= i` for `j < i + 1`, and where the end may lie below 0, `i + 1 < n` for `i < n - 1`. */
function untilEnd(range: Range, type: string, scene: Scene): Doc {
  const { variable, from, to } = range;
  if (from.kind === "integer" && from.value !== 0 && to.kind === "integer") {
    return `${variable} <= ${to.value - 1}`;
  }
  const last = lastOf(to);
  if (last !== undefined) return concat(`${variable} <= `, sizeDoc(last, scene).doc);
  const end = (expression: Expression) =>
    within(
      type === "size_t" ? sizeDoc(expression, scene) : numberDoc(expression, scene),
      "add",
      precedence,
    );
  if (type !== "size_t" || isNatural(to, scene)) return concat(`${variable} < `, end(to));
  const terms = signedTerms(to);
  const taken = terms.filter(({ isNegative }) => isNegative).map(({ magnitude }) => magnitude);
  const rest = terms.filter(({ isNegative }) => !isNegative).map(({ magnitude }) => magnitude);
  const added = taken.map((term) => concat(" + ", within(sizeDoc(term, scene), "add", precedence)));
  return concat(variable, ...added, " < ", end({ kind: "add", terms: rest }));
}

function choiceLines(step: Of<"choose">, depth: number): readonly string[] {
  const head = group("if ", enclosed("(", truthDoc(step.condition, step.scene).doc, ")"));
  const [only, ...more] = step.then;
  if (step.otherwise.length === 0 && more.length === 0 && only !== undefined) {
    const short = shortLine(head, only, depth);
    if (short !== undefined) return [short];
  }
  const then = [statement(concat(head, " {"), depth), ...blockLines(step.then, depth + 1)];
  if (step.otherwise.length === 0) return [...then, statement("}", depth)];
  return [
    ...then,
    statement("} else {", depth),
    ...blockLines(step.otherwise, depth + 1),
    statement("}", depth),
  ];
}

/** `if (condition) statement;`, where that is one line. */
function shortLine(head: Doc, only: Step, depth: number): string | undefined {
  if (only.kind !== "increase" && only.kind !== "set") return undefined;
  const [body, ...rest] = linesOf(only, 0);
  const text = statement(concat(head, " ", body!), depth);
  return rest.length === 0 && !text.includes("\n") ? text : undefined;
}

function arrayDoc({ name, lengths, span, isZeroed, scene }: Of<"array">): Doc {
  const type = typeOfSpan(span, scene);
  const count = sizeDoc(countOf(lengths), scene).doc;
  if (!isAllocated(lengths)) return concat(`${type} ${name}[`, count, isZeroed ? "] = {0};" : "];");
  const parts = separated([count, `sizeof *${name}`]);
  return group(
    `${type} *${name} = ${helperName("allocate", scene)}`,
    bracketed("(", parts, ")"),
    ";",
  );
}

function isAllocated(lengths: readonly Expression[]): boolean {
  const count = countOf(lengths);
  return count.kind !== "integer" || count.value > MOST_LOCAL;
}

function constantsDoc({ name, value, scene }: Of<"constants">): Doc {
  const type = typeOfSpan(spanIn(value, scene), scene);
  const rows = rowsOf(value).map((row) => row.map((item) => numberDoc(item, scene).doc));
  return group(
    `static const ${type} ${name}[${rows.flat().length}] = `,
    bracketed("{", separated(rows.map(filled)), "}"),
    ";",
  );
}

/** The constants, row by row along the last axis. */
function rowsOf(value: Expression): readonly (readonly Expression[])[] {
  if (value.kind !== "list") return [[value]];
  return value.items.some(({ kind }) => kind === "list")
    ? value.items.flatMap(rowsOf)
    : [value.items];
}

function softmaxLines({ array, indices, scene }: Of<"softmax">, depth: number): readonly string[] {
  const lengths = scene.place.lengths.get(array)!;
  const outer = lengths.slice(indices.length, -1);
  const last = lengths.at(-1)!;
  const zero: Expression = { kind: "integer", value: 0 };
  if (outer.length > 0) {
    const name = fresh("k", scene.place.taken);
    const range: Range = { variable: name, from: zero, to: outer[0]! };
    const place: Expression = { kind: "variable", name };
    const inner = sceneInside(scene, [range]);
    const steps: Step[] = [{ kind: "softmax", array, indices: [...indices, place], scene: inner }];
    return linesOf({ kind: "loop", range, steps, scene }, depth);
  }
  const start = flatIndex({ array, indices: [...indices, zero] }, scene);
  const at = isSame(start, zero)
    ? array
    : concat("&", elementDoc(array, [...indices, zero], scene));
  const parts = separated([at, sizeDoc(last, scene).doc]);
  return [statement(group(helperName("softmax", scene), bracketed("(", parts, ")"), ";"), depth)];
}
