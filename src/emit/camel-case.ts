import { fresh, identifier } from "../program/names.ts";
import { partsOf } from "../program/parts.ts";
import type { Block, Expression, Program } from "../program/program.ts";
import { rebuild } from "../program/rebuild.ts";

/** The same program with `rowSums` for what it calls `row_sums`; names that the user gave stay. */
export function camelCase<Of extends Program>(program: Of): Of {
  const { name, inputs, body } = program;
  const lets = new Set<string>();
  const others = new Set([
    name,
    ...inputs.flatMap((input) => [input.name, ...input.shape.map(String)]),
  ]);
  collect(body, { lets, others });
  const names = new Map<string, string>();
  for (const given of lets) {
    if (!given.includes("_") || others.has(given)) continue;
    const taken = new Set([...others, ...lets, ...names.values()]);
    names.set(given, fresh(identifier(joined(given)), taken));
  }
  return names.size === 0 ? program : { ...program, body: renamedBlock(body, names) };
}

function joined(name: string): string {
  return name.replace(/(?<=[A-Za-z0-9])_+([A-Za-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  );
}

interface Bound {
  readonly lets: Set<string>;
  /** Loop variables and what else has a name. */
  readonly others: Set<string>;
}

function collect(block: Block, bound: Bound): void {
  const visit = (expression: Expression): void => {
    if ("ranges" in expression)
      for (const { variable } of expression.ranges) bound.others.add(variable);
    if ("range" in expression) bound.others.add(expression.range.variable);
    if (expression.kind === "scan") {
      for (const { name } of expression.carried) bound.lets.add(name);
      for (const { name } of expression.body.lets) bound.lets.add(name);
    }
    if (expression.kind === "fold") {
      for (const { name } of [...expression.carried, ...expression.lets]) bound.lets.add(name);
    }
    if (expression.kind === "table") {
      for (const { from, to } of expression.ranges) [from, to].forEach(visit);
      collect(expression.body, bound);
    } else partsOf(expression).forEach(visit);
  };
  for (const { name, value } of block.lets) {
    bound.lets.add(name);
    visit(value);
  }
  visit(block.result);
}

type Names = ReadonlyMap<string, string>;

function renamedBlock(block: Block, names: Names): Block {
  return {
    ...block,
    lets: block.lets.map(({ name, value, ...rest }) => ({
      ...rest,
      name: names.get(name) ?? name,
      value: renamed(value, names),
    })),
    result: renamed(block.result, names),
  };
}

function renamed(expression: Expression, names: Names): Expression {
  const called = <Named extends { readonly name: string }>(each: Named): Named => ({
    ...each,
    name: names.get(each.name) ?? each.name,
  });
  const rebuilt = rebuild(expression, {
    expression: (part) => renamed(part, names),
    block: (block) => renamedBlock(block, names),
  });
  switch (rebuilt.kind) {
    case "scan":
      return { ...rebuilt, carried: rebuilt.carried.map(called) };
    case "fold":
      return { ...rebuilt, carried: rebuilt.carried.map(called), lets: rebuilt.lets.map(called) };
    case "variable":
      return { ...rebuilt, name: names.get(rebuilt.name) ?? rebuilt.name };
    case "element":
    case "pad":
      return { ...rebuilt, array: names.get(rebuilt.array) ?? rebuilt.array };
    default:
      return rebuilt;
  }
}
