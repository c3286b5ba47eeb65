import { isTruth } from "../program/idiom.ts";
import type { Block, Expression, Program, ProgramInput } from "../program/program.ts";
import { flat, layout } from "./layout.ts";
import { type Place, placeAnywhere, placeAtResult, placeOf } from "./place.ts";
import { docstring } from "./python-docstring.ts";
import { expressionDoc } from "./python-expression.ts";
import { guardLines } from "./python-guard.ts";
import { bodyLines, type Line } from "./python-statements.ts";
import { tokenize } from "./python-tokens.ts";

/** A program as Python 3.8 or later that imports nothing. */
export function printPython(program: Program): string {
  const { name, inputs } = program;
  const parameters = inputs.map((input) => input.name).join(", ");
  const [sizes, inlined] = boundSizes(program);
  const lines = [
    ...inputs.flatMap(guardLines),
    ...sizes,
    ...bodyLines(returning(program), placeOf(program, inlined)),
  ];
  return `def ${name}(${parameters}):\n${docstring(program)}\n${print(lines)}`;
}

/** An expression of a program as Python, on one line: for messages such as `x[i - 1] = 1`. */
export function printExpression(expression: Expression, program: Program): string {
  return flat(expressionDoc(expression, placeAnywhere(program)).doc);
}

/** The line that binds the sizes, and those that are not worth it because they are used once. */
function boundSizes(program: Program): readonly [readonly Line[], ReadonlyMap<string, string>] {
  const texts = sizeTexts(program.inputs);
  const named = tokenize(print(bodyLines(returning(program), placeOf(program, new Map()))));
  const uses = (size: string) => named.filter(({ text }) => text === size).length;
  const bound = [...texts.keys()].filter((size) => uses(size) > 1);
  const inlined = new Map([...texts].filter(([size]) => uses(size) === 1));
  if (bound.length === 0) return [[], inlined];
  const values = bound.map((size) => texts.get(size)!);
  return [[{ depth: 1, doc: `${bound.join(", ")} = ${values.join(", ")}` }], inlined];
}

/** How each size is found: `len(x)`, `len(x[0])`, of the first input that has it. */
function sizeTexts(inputs: readonly ProgramInput[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { name, shape } of inputs) {
    shape.forEach((size, axis) => {
      if (typeof size !== "string" || texts.has(size)) return;
      texts.set(size, `len(${name}${"[0]".repeat(axis)})`);
    });
  }
  return texts;
}

/** The body of a program, with an integer in place of a truth. */
function returning(program: Program): Block {
  const { lets, result } = program.body;
  const { truths }: Place = placeAtResult(placeOf(program, new Map()), program.body);
  return isTruth(result, truths)
    ? { lets, result: { kind: "bit", operand: result } }
    : { lets, result };
}

function print(lines: readonly Line[]): string {
  return lines.map(({ depth, doc }) => `${layout(doc, depth)}\n`).join("");
}
