import {
  bit,
  block,
  compare,
  define,
  element,
  integer,
  range,
  size,
  table,
  variable,
} from "../build.ts";
import { isSame } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import { fresh } from "../names.ts";
import { partsOf } from "../parts.ts";
import { namesBoundIn } from "../place.ts";
import type { Block, Expression, Program, ProgramInput } from "../program.ts";
import { rebuild, rebuildBlock } from "../rebuild.ts";
import { plainLogic } from "./plain-logic.ts";
import { sameValue, type Telling } from "./same-value.ts";

/** A value among all, by its place: a constant of the language. */
export type SayValue = (values: readonly string[], place: Expression) => Expression;

/** The values of an input that has one place for each of them. */
export function valuesOf({ domain }: ProgramInput): readonly string[] | undefined {
  return domain.kind === "one-hot" ? domain.values : undefined;
}

/**
 * The program whose inputs hold values where they had places for them: x[i][2] becomes x[i] == "red".
 *
 * An input that is used as a whole is spread out again, under a name of its own.
 */
export function sayValues(program: Program, say: SayValue): Program {
  const nominal = new Map(
    program.inputs.flatMap((input) => (valuesOf(input) === undefined ? [] : [[input.name, input]])),
  );
  if (nominal.size === 0) return program;
  const spread = new Map<string, string>();
  const taken = new Set(namesIn(program));
  const nameOfSpread = (name: string): string => {
    const known = spread.get(name) ?? fresh(`${name}_places`, taken);
    spread.set(name, known);
    taken.add(known);
    return known;
  };
  const told: Telling = (comparison, name) => {
    if (comparison.kind !== "compare" || comparison.operator !== "==") return undefined;
    const { left: item, right } = comparison;
    const input = nominal.get(arrayOf(item) ?? "");
    if (input === undefined || mentions(item, [name])) return undefined;
    const values = valuesOf(input)!;
    return isSame(right, say(values, variable(name))) ? { item, values } : undefined;
  };
  const visit = (expression: Expression): Expression => {
    const rebuilt = rebuild(expression, { expression: visit });
    switch (rebuilt.kind) {
      case "element": {
        const input = nominal.get(rebuilt.array);
        return input === undefined ? rebuilt : isValue(input, rebuilt.indices, say);
      }
      case "variable":
        return nominal.has(rebuilt.name) ? variable(nameOfSpread(rebuilt.name)) : rebuilt;
      case "pad":
        return nominal.has(rebuilt.array)
          ? { ...rebuilt, array: nameOfSpread(rebuilt.array) }
          : rebuilt;
      default:
        return sameValue(plainLogic(rebuilt), told);
    }
  };
  const body = rebuildBlock(program.body, visit);
  const lets = [...spread].map(([name, own]) =>
    define(own, spreadOut(nominal.get(name)!, taken, say)),
  );
  return {
    ...program,
    inputs: program.inputs.map((input) =>
      nominal.has(input.name) ? { ...input, shape: input.shape.slice(0, -1) } : input,
    ),
    body: { ...body, lets: [...lets, ...body.lets] },
  };
}

function arrayOf(item: Expression): string | undefined {
  if (item.kind === "element") return item.array;
  return item.kind === "variable" ? item.name : undefined;
}

/** x[i][c] -> bit(x[i] == values[c]) */
function isValue(input: ProgramInput, indices: readonly Expression[], say: SayValue): Expression {
  const before = indices.slice(0, -1);
  const item = before.length === 0 ? variable(input.name) : element(input.name, ...before);
  return bit(compare(item, "==", say(valuesOf(input)!, indices.at(-1)!)));
}

/** The places of all values of an input. */
function spreadOut(input: ProgramInput, taken: Set<string>, say: SayValue): Expression {
  const names = input.shape.map(() => {
    const name = fresh("k", taken);
    taken.add(name);
    return name;
  });
  const ranges = names.map((name, axis) => {
    const length = input.shape[axis]!;
    return range(name, integer(0), typeof length === "string" ? size(length) : integer(length));
  });
  return table(ranges, block([], isValue(input, names.map(variable), say)));
}

function namesIn({ name, inputs, body }: Program): readonly string[] {
  const given = inputs.flatMap((input) => [input.name, ...input.shape.map(String)]);
  return [name, ...given, ...namesOf(body)];
}

function namesOf({ lets, result }: Block): readonly string[] {
  const values = [...lets.map(({ value }) => value), result];
  const inner = (value: Expression): readonly string[] => [
    ...(value.kind === "table" || value.kind === "scan" ? namesOf(value.body) : []),
    ...namesBoundIn(value),
    ...partsOf(value).flatMap(inner),
  ];
  return [...lets.map(({ name }) => name), ...values.flatMap(inner)];
}
