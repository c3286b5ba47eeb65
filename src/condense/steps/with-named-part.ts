import { variable } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import { fresh } from "../../program/names.ts";
import { partsOf } from "../../program/parts.ts";
import { placeOf } from "../../program/place.ts";
import type { Expression, Fold, Let, Program, Scan } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { rebuild } from "../../program/rebuild.ts";

/** The program of a scan or a fold with a name for a number that stands in it twice, where that is easier to read. */
export function withNamedPart(program: Program): Program {
  const { result: walked } = program.body;
  if (walked.kind !== "scan" && walked.kind !== "fold") return program;
  const named = repeatedParts(walked).map((part): Program => {
    const name = fresh(NAMES.get(part.kind) ?? "value", placeOf(program, new Map()).taken);
    return { ...program, body: { ...program.body, result: withName(walked, part, name) } };
  });
  const all = [program, ...named];
  const costs = all.map(readingCost);
  return all[costs.indexOf(Math.min(...costs))]!;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["add", "total"],
  ["subtract", "difference"],
]);

/** Numbers, made of others, that stand in what is written and in what is carried on. */
function repeatedParts(walked: Scan | Fold): Expression[] {
  const written = walked.kind === "scan" ? [walked.body.result] : [];
  const roots = [...written, ...walked.carried.map(({ next }) => next)];
  const all = roots.flatMap(compoundParts);
  const repeated = all.filter((part, k) => all.findIndex((other) => isSame(part, other)) < k);
  return repeated.filter((part, k) => repeated.findIndex((other) => isSame(part, other)) === k);
}

function compoundParts(expression: Expression): Expression[] {
  const inside = partsOf(expression).flatMap(compoundParts);
  return COMPOUND.has(expression.kind) ? [expression, ...inside] : inside;
}

const COMPOUND: ReadonlySet<Expression["kind"]> = new Set([
  "add",
  "subtract",
  "multiply",
  "modulo",
  "divide",
  "xor",
]);

function withName(walked: Scan | Fold, part: Expression, name: string): Scan | Fold {
  const replaced = (expression: Expression): Expression =>
    isSame(expression, part) ? variable(name) : rebuild(expression, { expression: replaced });
  const named: Let = { name, value: part };
  const carried = walked.carried.map((each) => ({ ...each, next: replaced(each.next) }));
  if (walked.kind === "fold") return { ...walked, lets: [...walked.lets, named], carried };
  const { body } = walked;
  return {
    ...walked,
    body: { ...body, lets: [...body.lets, named], result: replaced(body.result) },
    carried,
  };
}
