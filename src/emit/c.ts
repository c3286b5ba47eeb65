import type { Label } from "../math/label.ts";
import { leastLengths } from "../program/least-lengths.ts";
import type { Program, ProgramInput, Size } from "../program/program.ts";
import { valuesOf } from "../program/spoken/say-values.ts";
import { coded } from "../program/spoken/spoken.ts";
import { helperFunctions } from "./c-helpers.ts";
import { checkedSizes } from "./c-limits.ts";
import { sizeDoc } from "./c-size.ts";
import { blockLines, statement } from "./c-steps.ts";
import type { CheckedSizes } from "./checked-sizes.ts";
import { comment } from "./comment.ts";
import { labelText } from "./label-text.ts";
import { bracketed, flat, group, separated } from "./layout.ts";
import { lengthsIn } from "./lengths-in.ts";
import { listed } from "./listed.ts";
import { lower, lowerLets } from "./lower.ts";
import { fill } from "./lower-array.ts";
import { type Dialect, Procedure } from "./procedure.ts";
import { prune } from "./prune.ts";
import { helperName, type Scene, sceneOf, spanIn } from "./scene.ts";
import { between } from "./span.ts";
import { MOST_INPUT } from "./span-of.ts";
import { usesOf } from "./word-uses.ts";

/** A program as C99 that needs the standard library only. Throws DistillError if 64 bits are too few. */
export function printC(whole: Program): string {
  const program = coded({ ...whole, body: prune(whole.body) });
  const { sizes, checked } = checkedSizes(program);
  const scene = sceneOf(program, sizes, MOST_INPUT);
  const { lines, result } = bodyOf(program, scene);
  const guards = guardLines(program, checked);
  const body = [...guards, ...lines].join("\n");
  const helpers = helperFunctions(body, scene);
  const parameters = parametersOf(program, result);
  const unused = parameters.filter(({ name }) => usesOf(name, body) === 0);
  const code = [
    ...helpers.flatMap((helper) => [helper, ""]),
    comment(withoutLabels(program), {
      length: (length) => flat(sizeDoc(length, scene).doc),
      notes: [...codeNotes(whole), ...notes(body, { program, checked }, scene)],
      gives: givesOf(result),
    }),
    signature(program.name, result, parameters),
    ...unused.map(({ name }) => `    (void)${name};`),
    body,
    "}",
  ];
  return `${[...headers([...helpers, code.join("\n")].join("\n")), "", ...code].join("\n")}\n`;
}

const dialect: Dialect = {
  hasArrayValues: false,
  hasMembership: false,
  hasInfinity: () => true,
  isExpression: () => false,
};

/** What a function gives back: a number, or an array that it writes. */
interface Result {
  readonly array: string | undefined;
  readonly type: "int32_t" | "double";
}

function bodyOf(
  program: Program,
  scene: Scene,
): { readonly lines: readonly string[]; readonly result: Result } {
  const { result } = program.body;
  const out = new Procedure(scene, dialect);
  const array = out.fresh("y");
  lowerLets(program.body, out);
  const lengths = lengthsIn(result, out.scene);
  const span = spanIn(result, out.scene);
  const type = span.kind === "real" ? "double" : "int32_t";
  if (lengths === undefined) {
    const value = lower(result, out);
    out.steps.push({ kind: "return", value, scene: out.scene });
    return { lines: blockLines(out.steps, 1), result: { array: undefined, type } };
  }
  // Elements of the result have 32 bits: what may need more is checked where it is stored.
  const held = span.kind === "real" ? span : between(-MOST_INPUT, MOST_INPUT);
  out.bind(array, { span: held, lengths });
  fill({ array, indices: [], isZero: false }, result, out);
  return { lines: blockLines(out.steps, 1), result: { array, type } };
}

interface Parameter {
  readonly name: string;
  readonly text: string;
}

/** Sizes in order of appearance, then the inputs, then the array for the result. */
function parametersOf({ inputs }: Program, { array, type }: Result): readonly Parameter[] {
  const symbols = new Set(inputs.flatMap(({ shape }) => shape.filter(isSymbol)));
  const output = array === undefined ? [] : [{ name: array, text: `${type} *${array}` }];
  return [
    ...[...symbols].map((name) => ({ name, text: `size_t ${name}` })),
    ...inputs.map((input) => ({ name: input.name, text: parameter(input) })),
    ...output,
  ];
}

function isSymbol(size: Size): size is string {
  return typeof size === "string";
}

function parameter({ name, shape, domain }: ProgramInput): string {
  const type = domain.kind === "real" ? "double" : "int32_t";
  return shape.length === 0 ? `${type} ${name}` : `const ${type} *${name}`;
}

function signature(
  name: string,
  { array, type }: Result,
  parameters: readonly Parameter[],
): string {
  const list =
    parameters.length === 0
      ? "(void)"
      : bracketed("(", separated(parameters.map(({ text }) => text)), ")");
  return statement(group(`${array === undefined ? type : "void"} ${name}`, list, " {"), 0);
}

function givesOf({ array }: Result): (result: string) => string {
  return (result) => (array === undefined ? `returns ${result}` : `writes ${result} to ${array}`);
}

function guardLines(program: Program, checked: CheckedSizes["checked"]): readonly string[] {
  const tests = [
    ...[...leastLengths(program)].map(([size, least]) => `${size} < ${least}`),
    ...[...checked].map(([size, limit]) => `${size} > ${limit}`),
  ];
  if (tests.length === 0) return [];
  return [`    if (${tests.join(" || ")}) abort();`];
}

/** The results are numbers of labels: that is what they are called. */
function withoutLabels({ name, inputs, body }: Program): Program {
  return { name, inputs, body };
}

/** The texts and labels for which numbers stand: `1 in x means "red"`. */
function codeNotes({ inputs, labels }: Program): readonly string[] {
  const notes = inputs.flatMap((input) => {
    const values = valuesOf(input);
    return values === undefined ? [] : [meanings(` in ${input.name}`, values)];
  });
  return labels === undefined ? notes : [...notes, meanings(" as result", labels)];
}

function meanings(where: string, labels: readonly Label[]): string {
  const parts = labels.map(
    (label, code) => `${code}${code === 0 ? where : ""} means ${labelText(label)}`,
  );
  return `${listed(parts)}.`;
}

interface Guarded extends Pick<CheckedSizes, "checked"> {
  readonly program: Program;
}

/** What a caller has to know beside types: when the function aborts. */
function notes(body: string, { program, checked }: Guarded, scene: Scene): readonly string[] {
  const reasons = [
    ...[...leastLengths(program)].map(([size, least]) => `${size} is below ${least}`),
    ...[...checked].map(([size, limit]) => `${size} is above ${limit}`),
  ];
  if (usesOf(helperName("place", scene), body) > 0)
    reasons.push("a place is asked for that is not in its array");
  if (usesOf(helperName("narrow", scene), body) > 0)
    reasons.push("a result needs more than 32 bits");
  if (usesOf(helperName("allocate", scene), body) > 0) reasons.push("memory runs out");
  return reasons.length === 0 ? [] : [`Aborts if ${listed(reasons, "or")}.`];
}

/** The headers of all that is used. */
function headers(code: string): readonly string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, "");
  const uses = (...names: readonly string[]) => names.some((name) => usesOf(name, bare) > 0);
  const used: readonly (readonly [string, boolean])[] = [
    ["math", uses("exp", "INFINITY")],
    ["stdbool", uses("bool", "true", "false")],
    ["stddef", uses("size_t", "NULL")],
    ["stdint", uses("int32_t", "int64_t")],
    ["stdlib", uses("abort", "calloc", "free")],
  ];
  return used.filter(([, isUsed]) => isUsed).map(([name]) => `#include <${name}.h>`);
}
