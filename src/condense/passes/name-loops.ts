import type { Block, Expression, Program, Range } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";

/**
 * Gives loop variables the names that readers expect: i, j, k for places, a, b, c for steps of a window.
 *
 * Before, variables are called `loop` or `step` and a number, so that no two are the same.
 */
export function nameLoops(program: Program): Program {
  const taken = new Set<string>([
    program.name,
    ...program.inputs.flatMap(({ name, shape }) => [name, ...shape.map(String)]),
    ...program.body.lets.map(({ name }) => name),
    ...innerLets(program.body.result),
    ...program.body.lets.flatMap(({ value }) => innerLets(value)),
  ]);
  return { ...program, body: renamedBlock(program.body, new Map(), taken) };
}

const LOOPS = ["i", "j", "k", "l", "u", "v"];
const STEPS = ["a", "b", "c", "d", "e", "f"];

type Names = ReadonlyMap<string, string>;

function renamedBlock(block: Block, names: Names, taken: ReadonlySet<string>): Block {
  return {
    ...block,
    lets: block.lets.map((each) => ({ ...each, value: renamed(each.value, names, taken) })),
    result: renamed(block.result, names, taken),
  };
}

function renamed(expression: Expression, names: Names, taken: ReadonlySet<string>): Expression {
  const inner = rangesOf(expression).reduce(
    (known, { variable }) => new Map(known).set(variable, nameFor(variable, known, taken)),
    names,
  );
  const part = (each: Expression): Expression => renamed(each, inner, taken);
  const rebuilt = rebuild(expression, {
    expression: part,
    block: (block) => renamedBlock(block, inner, taken),
  });
  return withNames(rebuilt, inner);
}

function withNames(expression: Expression, names: Names): Expression {
  const range = (each: Range): Range => ({ ...each, variable: names.get(each.variable)! });
  switch (expression.kind) {
    case "variable":
      return { ...expression, name: names.get(expression.name) ?? expression.name };
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "table":
      return { ...expression, ranges: expression.ranges.map(range) };
    case "argmax":
    case "argmin":
      return { ...expression, range: range(expression.range) };
    default:
      return expression;
  }
}

/** The ranges that an expression itself runs over. */
export function rangesOf(expression: Expression): readonly Range[] {
  if ("ranges" in expression) return expression.ranges;
  return "range" in expression ? [expression.range] : [];
}

function nameFor(variable: string, names: Names, taken: ReadonlySet<string>): string {
  const used = new Set([...taken, ...names.values()]);
  const wanted = variable.startsWith("step") ? STEPS : LOOPS;
  const found = wanted.find((name) => !used.has(name));
  if (found !== undefined) return found;
  let count = 2;
  while (used.has(`${wanted[0]}${count}`)) count += 1;
  return `${wanted[0]}${count}`;
}

function innerLets(expression: Expression): string[] {
  const own = expression.kind === "table" ? expression.body.lets.map(({ name }) => name) : [];
  const inner: string[] = [];
  rebuild(expression, {
    expression: (part) => {
      inner.push(...innerLets(part));
      return part;
    },
  });
  return [...own, ...inner];
}
