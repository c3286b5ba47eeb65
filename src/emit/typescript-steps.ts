import { isSame, negated } from "../program/idiom.ts";
import { typescript as precedence } from "../program/precedence.ts";
import type { Expression, Range } from "../program/program.ts";
import { lastOf } from "./last-of.ts";
import { breakable, concat, type Doc, enclosed, group, layout } from "./layout.ts";
import { type Printed, within } from "./printed.ts";
import type { Scene } from "./scene.ts";
import type { Span } from "./span.ts";
import type { Step, Until } from "./step.ts";
import { isBigName, plainDoc } from "./typescript-number.ts";
import { truthDoc } from "./typescript-truth.ts";
import { type Keeping, keepingOf, unfilled, valueDoc, zeros } from "./typescript-value.ts";

const STEP = 2;

/** Steps as lines of TypeScript. */
export function stepLines(steps: readonly Step[], depth: number): readonly string[] {
  return steps.flatMap((step) => linesOf(step, depth));
}

/** A statement as a line, or as several if it is long. */
export function statement(doc: Doc, depth: number): string {
  return layout(doc, depth, STEP);
}

function linesOf(step: Step, depth: number): readonly string[] {
  const line = (doc: Doc) => [statement(doc, depth)];
  switch (step.kind) {
    case "name":
    case "constants":
      return line(assignment(`const ${step.name}`, valueDoc(step.value, step.scene)));
    case "start":
      return line(startDoc(step));
    case "set":
      return line(
        assignment(step.name, valueDoc(step.value, step.scene, keeping(step.name, step.scene))),
      );
    case "increase":
      return line(increaseDoc(step));
    case "loop": {
      const head = concat("for (", forDoc(step), ") {");
      return [statement(head, depth), ...stepLines(step.steps, depth + 1), statement("}", depth)];
    }
    case "choose":
      return choiceLines(step, depth);
    case "array":
      return line(group(`const ${step.name} = `, newArrayDoc(step), ";"));
    case "grow":
      return line(`const ${step.name}: ${arrayType(itemType(step.span), 1)} = [];`);
    case "append":
      return line(
        group(
          `${step.array}.push`,
          enclosed("(", valueDoc(step.value, step.scene, keeping(step.array, step.scene)).doc, ")"),
          ";",
        ),
      );
    case "store": {
      const indices = step.indices.map((index) =>
        concat("[", plainDoc(index, step.scene).doc, "]"),
      );
      const value = valueDoc(step.value, step.scene, keeping(step.array, step.scene));
      return line(assignment(concat(step.array, ...indices), value));
    }
    case "softmax":
      throw new Error("bug: softmax in place");
    case "return":
      return line(group("return ", open(valueDoc(step.value, step.scene, "double")), ";"));
  }
}

function assignment(target: Doc, value: Printed, operator = "="): Doc {
  return group(target, ` ${operator} `, open(value), ";");
}

/** A value that may be broken into lines: what has no brackets of its own may get some. */
function open({ doc, form }: Printed): Doc {
  return form === "atom" || form === "choice" ? doc : breakable(doc);
}

function keeping(name: string, scene: Scene): Keeping {
  return isBigName(name, scene) ? "big" : "double";
}

/** The type of what holds the values of a span. */
export function typeName(span: Span, scene: Scene, rank: number): string {
  const isBig = keepingOf(span, scene) === "big";
  return arrayType(isBig ? "bigint" : itemType(span), rank);
}

/** What holds truths, labels, or numbers that are doubles. */
export function itemType(span: Span): string {
  if (span.kind === "truth") return "boolean";
  return span.kind === "label" ? span.type : "number";
}

export function arrayType(item: string, rank: number): string {
  const isUnion = rank > 0 && item.includes("|");
  return (isUnion ? `(${item})` : item) + "[]".repeat(rank);
}

function newArrayDoc({ lengths, span, scene }: Extract<Step, { readonly kind: "array" }>): Doc {
  return span.kind === "truth" || span.kind === "label"
    ? unfilled(lengths, itemType(span), scene)
    : zeros(lengths, scene, keepingOf(span, scene));
}

function startDoc({
  name,
  value,
  span,
  range,
  rank,
  scene,
}: Extract<Step, { readonly kind: "start" }>): Doc {
  if (value.kind === "none") return `let ${name}: ${typeName(span, scene, rank)};`;
  if (value.kind === "lowest") return `let ${name} = -Infinity;`;
  if (value.kind === "highest") return `let ${name} = Infinity;`;
  const kept = range === undefined ? keepingOf(span, scene) : "double";
  return assignment(`let ${name}`, valueDoc(value, scene, kept));
}

function increaseDoc({ name, value, scene }: Extract<Step, { readonly kind: "increase" }>): Doc {
  if (isSame(value, one) && keeping(name, scene) === "double") return `${name}++;`;
  const isLess = value.kind === "multiply" && isSame(value.left, negated(one));
  const by = isLess ? value.right : value;
  const printed = valueDoc(by, scene, keeping(name, scene));
  return assignment(name, printed, isLess ? "-=" : "+=");
}

const one: Expression = { kind: "integer", value: 1 };

/** `let i = 0; i < n; i++`, and `!found` where that ends the loop. */
function forDoc({ range, until, scene }: Extract<Step, { readonly kind: "loop" }>): Doc {
  const { variable, from } = range;
  return concat(
    `let ${variable} = `,
    plainDoc(from, scene).doc,
    `; ${variable} `,
    untilEnd(range, scene),
    until === undefined ? "" : ` && ${continuing(until)}`,
    `; ${variable}++`,
  );
}

/** `< n`, `<= i` for `< i + 1`, and `<= 1` where constants count from elsewhere than 0. */
function untilEnd({ from, to }: Range, scene: Scene): Doc {
  if (from.kind === "integer" && from.value !== 0 && to.kind === "integer")
    return `<= ${to.value - 1}`;
  const last = lastOf(to);
  if (last !== undefined) return concat("<= ", plainDoc(last, scene).doc);
  return concat("< ", within(plainDoc(to, scene), "add", precedence));
}

function continuing({ name, value }: Until): string {
  return value ? `!${name}` : name;
}

function choiceLines(
  step: Extract<Step, { readonly kind: "choose" }>,
  depth: number,
): readonly string[] {
  const head = group("if ", enclosed("(", truthDoc(step.condition, step.scene).doc, ")"));
  const [only, ...more] = step.then;
  if (step.otherwise.length === 0 && more.length === 0 && only !== undefined) {
    const short = shortLine(head, only, depth);
    if (short !== undefined) return [short];
  }
  const then = [statement(concat(head, " {"), depth), ...stepLines(step.then, depth + 1)];
  if (step.otherwise.length === 0) return [...then, statement("}", depth)];
  return [
    ...then,
    statement("} else {", depth),
    ...stepLines(step.otherwise, depth + 1),
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
