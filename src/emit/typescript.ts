import type { Expression, Program, ProgramInput } from "../program/program.ts";
import { type SpokenProgram, spoken } from "../program/spoken/spoken.ts";
import { camelCase } from "./camel-case.ts";
import type { CheckedSizes } from "./checked-sizes.ts";
import { comment } from "./comment.ts";
import { bracketed, flat, group, separated } from "./layout.ts";
import { lengthsIn } from "./lengths-in.ts";
import { lower, lowerLets } from "./lower.ts";
import { isPlain, lowerArray, newArray } from "./lower-array.ts";
import { type Dialect, Procedure } from "./procedure.ts";
import { prune } from "./prune.ts";
import { helperName, type Scene, sceneOf, spanIn } from "./scene.ts";
import { isWithin, SAFE } from "./span.ts";
import { guardLines } from "./typescript-guard.ts";
import { doubleSizes } from "./typescript-limits.ts";
import { plainDoc } from "./typescript-number.ts";
import { isMethod } from "./typescript-reduction.ts";
import { arrayType, itemType, statement, stepLines } from "./typescript-steps.ts";
import { usesOf } from "./word-uses.ts";

/** A program as TypeScript that imports nothing. */
export function printTypeScript(whole: Program): string {
  const pruned = { ...whole, body: prune(whole.body) };
  const program = camelCase(spoken(pruned));
  const { sizes: limits, checked } = doubleSizes(program);
  const scene = sceneOf(program, limits, Number.MAX_SAFE_INTEGER);
  const limit = limitLines(checked);
  const named = [...limit, bodyText(program, scene)].join("\n");
  const sizes = sizeTexts(program.inputs);
  const count = ([size]: readonly [string, string]) => usesOf(size, named);
  const inlined = new Map([...sizes].filter((entry) => count(entry) === 1));
  const bound = [...sizes].filter((entry) => count(entry) > 1);
  const lines = [
    ...softmaxLines(named, helperName("softmax", scene)),
    ...placeLines(named, helperName("place", scene)),
    comment(pruned, { length: (length) => flat(plainDoc(length, scene).doc) }),
    signature(program, resultType(program, scene)),
    ...guardLines(program),
    ...bound.map(([size, text]) => `  const ${size} = ${text};`),
    ...limit,
    bodyText(program, { ...scene, place: { ...scene.place, inlined } }),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Checks of sizes beyond which doubles would not be exact. */
function limitLines(checked: CheckedSizes["checked"]): readonly string[] {
  return [...checked].map(([size, limit]) => {
    const sentence = `${size} must be at most ${limit}`;
    return `  if (${size} > ${limit}) throw new RangeError("${sentence}");`;
  });
}

function dialectOf(scene: Scene): Dialect {
  return {
    hasArrayValues: true,
    hasMembership: true,
    isExpression: isMethod,
    hasInfinity: ({ span }) => span.kind !== "integer" || isWithin(span, scene.sizes, SAFE),
  };
}

function bodyText(program: SpokenProgram, scene: Scene): string {
  const out = new Procedure(scene, dialectOf(scene));
  lowerLets(program.body, out);
  const value = returned(program.body.result, program.labels !== undefined, out);
  out.steps.push({ kind: "return", value, scene: out.scene });
  return stepLines(out.steps, 1).join("\n");
}

/** What is returned: numbers are doubles, since results beyond 2^53 are none. */
function returned(result: Expression, areLabels: boolean, out: Procedure): Expression {
  const span = spanIn(result, out.scene);
  const lengths = lengthsIn(result, out.scene);
  if (lengths === undefined) {
    const value = lower(result, out);
    return span.kind === "truth" && !areLabels ? { kind: "bit", operand: value } : value;
  }
  if (isPlain(result, out)) return lowerArray(result, out);
  return newArray(out.fresh("y"), result, out, areLabels ? span : { kind: "real" });
}

function signature({ name, inputs }: Program, result: string): string {
  const parameters = inputs.map(({ name: parameter, shape, domain }) => {
    const item = domain.kind === "one-hot" ? "string" : "number";
    return `${parameter}: ${readonlyArray(shape.length, item)}`;
  });
  const list = bracketed("(", separated(parameters), ")");
  return statement(group(`export function ${name}`, list, `: ${result} {`), 0);
}

function readonlyArray(rank: number, item = "number"): string {
  if (rank === 0) return item;
  return rank === 1 ? `readonly ${item}[]` : `readonly (${readonlyArray(rank - 1, item)})[]`;
}

/** An array that is new belongs to the caller; one that may hold a part of an input stays as it is. */
function resultType(program: SpokenProgram, scene: Scene): string {
  const out = new Procedure(scene, dialectOf(scene));
  lowerLets(program.body, out);
  const { result } = program.body;
  const rank = lengthsIn(result, out.scene)?.length ?? 0;
  if (program.labels !== undefined) return arrayType(itemType(spanIn(result, out.scene)), rank);
  const inputs = new Set(program.inputs.map(({ name }) => name));
  return mayBeInput(result, program, inputs) ? readonlyArray(rank) : `number${"[]".repeat(rank)}`;
}

function mayBeInput(value: Expression, program: Program, inputs: ReadonlySet<string>): boolean {
  const inside = (part: Expression) => mayBeInput(part, program, inputs);
  switch (value.kind) {
    case "variable": {
      if (inputs.has(value.name)) return true;
      const named = program.body.lets.find(({ name }) => name === value.name);
      return named !== undefined && inside(named.value);
    }
    case "list":
      return value.items.some(inside);
    case "if":
      return inside(value.then) || inside(value.otherwise);
    default:
      return false;
  }
}

/** How each size is found: `x.length`, `x[0].length`, of the first input that has it. */
function sizeTexts(inputs: readonly ProgramInput[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { name, shape } of inputs) {
    shape.forEach((size, axis) => {
      if (typeof size !== "string" || texts.has(size)) return;
      texts.set(size, `${name}${"[0]".repeat(axis)}.length`);
    });
  }
  return texts;
}

function placeLines(body: string, name: string): readonly string[] {
  if (usesOf(name, body) === 0) return [];
  return [
    "/** The index, which has to be that of a place in an array of this length. */",
    `function ${name}(index: number, length: number): number {`,
    "  if (index >= 0 && index < length) return index;",
    '  throw new RangeError("a place is asked for that is not in its array");',
    "}",
    "",
  ];
}

function softmaxLines(body: string, name: string): readonly string[] {
  if (usesOf(name, body) === 0) return [];
  return [
    "/** Probabilities in proportion to the powers of e. */",
    `function ${name}(logits: readonly number[]): number[] {`,
    "  const largest = Math.max(...logits);",
    "  const powers = logits.map((logit) => Math.exp(logit - largest));",
    "  const total = powers.reduce((sum, power) => sum + power, 0);",
    "  return powers.map((power) => power / total);",
    "}",
    "",
  ];
}
