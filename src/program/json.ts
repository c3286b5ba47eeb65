import type { z as Zod } from "zod";
import { badProgram, schemaSentence } from "../errors.ts";
import { check } from "./check.ts";
import type { Block, Expression, Program } from "./program.ts";
import { IllFormed } from "./type.ts";

/** What stands in the file's `format`, and the version that is printed and parsed. */
export const PROGRAM_FORMAT = "deep-distilling-program";
export const PROGRAM_VERSION = 1;

/** A program as text: parts that fit on a line stand on one. `parseProgram` gives an equal one back. */
export function printProgram(program: Program): string {
  const { name, inputs, labels, classes, body } = program;
  const named = { ...(labels && { labels }), ...(classes && { classes }) };
  const file = { format: PROGRAM_FORMAT, version: PROGRAM_VERSION, name, inputs, ...named, body };
  return `${printValue(file, "")}\n`;
}

/**
 * The program in a text that `printProgram` printed, checked; `place` is what errors call it.
 *
 * Throws `bad-program`. Async, because the library that checks the text is loaded on first use.
 */
export async function parseProgram(text: string, place = "program"): Promise<Program> {
  const { z } = await import("zod");
  try {
    const parsed = programSchema(z).safeParse(JSON.parse(text));
    if (!parsed.success) throw badProgram(place, schemaSentence(parsed.error.issues[0]!));
    const { format: _, version: __, ...program } = parsed.data;
    check(program);
    return program;
  } catch (error) {
    throw badProgramOf(error, place);
  }
}

function badProgramOf(error: unknown, place: string): unknown {
  if (error instanceof IllFormed) return badProgram(place, error.message);
  if (error instanceof RangeError)
    return badProgram(place, "expected a program, found one nested too deeply");
  if (!(error instanceof SyntaxError)) return error;
  return badProgram(
    place,
    "expected JSON, found other text; is this the program.json that was written?",
  );
}

const WIDTH = 100;

function printValue(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= WIDTH || value === null || typeof value !== "object")
    return line;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => deeper + printValue(item, deeper));
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  const fields = Object.entries(value).map(
    ([key, field]) => `${deeper}${JSON.stringify(key)}: ${printValue(field, deeper)}`,
  );
  return `{\n${fields.join(",\n")}\n${indent}}`;
}

function programSchema(z: typeof Zod) {
  const identifier = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "expected an identifier");
  const length = z.union([z.int().min(1), identifier]);
  const labels = z.array(z.union([z.number(), z.string(), z.boolean()])).min(1);
  return z.object({
    format: z.literal(PROGRAM_FORMAT, `expected "${PROGRAM_FORMAT}"; is this another file?`),
    version: z.literal(
      PROGRAM_VERSION,
      `expected ${PROGRAM_VERSION}; was the file written by another release?`,
    ),
    name: identifier,
    inputs: z.array(
      z.object({
        name: identifier,
        key: z.string().exactOptional(),
        shape: z.array(length),
        domain: domainSchema(z),
      }),
    ),
    labels: labels.exactOptional(),
    classes: labels.exactOptional(),
    body: blockSchema(z, identifier),
  });
}

/** Blocks and expressions hold each other, so that both are made at once. */
function blockSchema(z: typeof Zod, name: Zod.ZodString): Zod.ZodType<Block> {
  const expression: Zod.ZodType<Expression> = z.lazy(() => anyExpression);
  const pair = { left: expression, right: expression };
  const operators = z.enum(["<", "<=", "==", "!=", ">=", ">"]);
  const origin = z.object({ layer: z.int().min(0), neurons: z.array(z.int().min(0)) });
  const lets = z.array(z.object({ name, value: expression, origin: origin.exactOptional() }));
  const carried = z.array(
    z.object({ name, low: z.int(), high: z.int(), initial: z.int(), next: expression }),
  );
  const block = z.object({
    lets,
    result: expression,
    origin: origin.exactOptional(),
  });
  const range = z.object({ variable: name, from: expression, to: expression });
  const ranges = z.array(range);
  const widths = z.array(z.int().min(0));
  const anyExpression = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("integer"), value: z.int() }),
    z.object({ kind: z.literal("number"), value: z.number() }),
    z.object({ kind: z.literal("size"), name }),
    z.object({ kind: z.literal("variable"), name }),
    z.object({ kind: z.literal("element"), array: name, indices: z.array(expression) }),
    z.object({ kind: z.literal("add"), terms: z.array(expression) }),
    z.object({ kind: z.literal("subtract"), ...pair }),
    z.object({ kind: z.literal("multiply"), ...pair }),
    z.object({ kind: z.literal("modulo"), ...pair }),
    z.object({ kind: z.literal("divide"), ...pair }),
    z.object({ kind: z.literal("power"), base: z.int(), exponent: expression }),
    z.object({ kind: z.literal("compare"), operator: operators, ...pair }),
    z.object({ kind: z.literal("member"), value: expression, values: z.array(z.int()) }),
    z.object({ kind: z.enum(["and", "or", "xor"]), operands: z.array(expression) }),
    z.object({ kind: z.enum(["not", "bit", "truth", "sign"]), operand: expression }),
    z.object({
      kind: z.literal("if"),
      condition: expression,
      then: expression,
      otherwise: expression,
    }),
    z.object({ kind: z.enum(["sum", "any", "all", "max", "min"]), ranges, body: expression }),
    z.object({ kind: z.enum(["argmax", "argmin"]), range, body: expression }),
    z.object({ kind: z.literal("table"), ranges, body: block }),
    z.object({
      kind: z.literal("scan"),
      range,
      isBackward: z.boolean(),
      carried,
      body: block,
      end: expression.exactOptional(),
    }),
    z.object({
      kind: z.literal("fold"),
      range,
      isBackward: z.boolean(),
      carried,
      lets,
      end: expression,
    }),
    z.object({ kind: z.literal("list"), items: z.array(expression) }),
    z.object({ kind: z.literal("pad"), array: name, before: widths, after: widths }),
    z.object({ kind: z.literal("softmax"), logits: expression }),
  ]);
  return block;
}

function domainSchema(z: typeof Zod) {
  return z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("binary") }),
    z.object({ kind: z.literal("sign") }),
    z.object({ kind: z.literal("integer"), low: z.int(), high: z.int() }),
    z.object({ kind: z.literal("real") }),
    z.object({ kind: z.literal("one-hot"), values: z.array(z.string()).min(1) }),
  ]);
}
