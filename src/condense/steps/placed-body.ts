import { variable } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import { fresh } from "../../program/names.ts";
import { namesBoundIn } from "../../program/place.ts";
import type { Block, Expression, Let, Program } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";

/** All names that a body binds itself. */
export function namesBoundBy({ body: { lets, result } }: Program): string[] {
  const values = [...lets.map(({ value }) => value), result];
  return [...lets.map(({ name }) => name), ...values.flatMap(namesBoundIn)];
}

/**
 * The body of a program among other named values, with expressions in place of its inputs: what it names
 * and is not there yet is added to `lets`, by names that are not `taken`.
 */
export function placedBody(
  { inputs, body }: Program,
  seen: readonly Expression[],
  { lets, taken }: { readonly lets: Let[]; readonly taken: Set<string> },
): Expression {
  const values = new Map(inputs.map(({ name }, k) => [name, seen[k]!]));
  for (const { name, value } of body.lets) {
    const moved = replaced(value, values);
    const known = lets.find((each) => isSame(each.value, moved));
    const own = known?.name ?? fresh(name, taken);
    values.set(name, variable(own));
    taken.add(own);
    if (known === undefined) lets.push({ name: own, value: moved });
  }
  return replaced(body.result, values);
}

function replaced(expression: Expression, values: ReadonlyMap<string, Expression>): Expression {
  if (expression.kind === "variable") return values.get(expression.name) ?? expression;
  const block = (inner: Block): Block => ({
    ...inner,
    lets: inner.lets.map((each) => ({ ...each, value: replaced(each.value, values) })),
    result: replaced(inner.result, values),
  });
  const rebuilt = rebuild(expression, { expression: (part) => replaced(part, values), block });
  if (rebuilt.kind !== "element" && rebuilt.kind !== "pad") return rebuilt;
  const array = values.get(rebuilt.array);
  return array?.kind === "variable" ? { ...rebuilt, array: array.name } : rebuilt;
}
