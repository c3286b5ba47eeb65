import { fresh } from "../program/names.ts";
import type { Block, Expression } from "../program/program.ts";
import { isComprehension } from "../program/size.ts";
import { bracketed, breakable, concat, type Doc, group } from "./layout.ts";
import { type Place, placeAfter, placeAtResult, placeInside } from "./place.ts";
import { clause, expressionDoc, type Printed } from "./python-expression.ts";
import { padDoc, zeroLengths, zeroRows, zerosDoc } from "./python-pad.ts";

/** A statement and how deep it stands. */
export interface Line {
  readonly depth: number;
  readonly doc: Doc;
}

type Table = Extract<Expression, { readonly kind: "table" }>;

/** The body of a function: its named values, then the return of its result. */
export function bodyLines({ lets, result }: Block, place: Place): readonly Line[] {
  const inner = placeAtResult(place, { lets, result });
  const before = letLines({ lets, result }, place, 1);
  if (result.kind !== "table" || isComprehension(result)) {
    return [...before, { depth: 1, doc: statement("return ", expressionDoc(result, inner)) }];
  }
  const name = fresh("y", place.taken);
  return [...before, ...loopLines(name, result, inner, 1), { depth: 1, doc: `return ${name}` }];
}

function letLines({ lets }: Block, start: Place, depth: number): readonly Line[] {
  const lines: Line[] = [];
  let place = start;
  for (const { name, value } of lets) {
    lines.push(...assignLines(name, value, place, depth));
    place = placeAfter(place, { name, value });
  }
  return lines;
}

function assignLines(
  name: string,
  value: Expression,
  place: Place,
  depth: number,
): readonly Line[] {
  if (value.kind === "table" && !isComprehension(value))
    return loopLines(name, value, place, depth);
  if (value.kind !== "pad" || zeroRows(value) < 2) {
    return [{ depth, doc: statement(`${name} = `, expressionDoc(value, place)) }];
  }
  const zeros = fresh("zeros", place.taken);
  return [
    { depth, doc: statement(`${zeros} = `, zerosDoc(zeroLengths(value, place), place)) },
    { depth, doc: statement(`${name} = `, padDoc(value, place, zeros)) },
  ];
}

/** Loops that fill an array: a list grows by appending, a nested one starts as zeros. */
function loopLines(name: string, table: Table, place: Place, depth: number): readonly Line[] {
  const { ranges, body } = table;
  const inner = placeInside(place, ranges);
  const loops = ranges.map((range, k) => ({
    depth: depth + k,
    doc: concat(clause(range, inner), ":"),
  }));
  const deepest = depth + ranges.length;
  const result = expressionDoc(body.result, placeAtResult(inner, body));
  const isFlat = ranges.length === 1;
  const start = isFlat
    ? "[]"
    : zerosDoc(
        ranges.map(({ to }) => to),
        place,
      ).doc;
  const indices = ranges.map(({ variable }) => `[${variable}]`).join("");
  return [
    { depth, doc: group(`${name} = `, start) },
    ...loops,
    ...letLines(body, inner, deepest),
    {
      depth: deepest,
      doc: isFlat
        ? group(`${name}.append`, bracketed("(", result.doc, ")"))
        : statement(`${name}${indices} = `, result),
    },
  ];
}

/** A statement that ends in an expression; one that has no brackets of its own may get some. */
function statement(start: string, { doc, form }: Printed): Doc {
  return group(start, form === "atom" ? doc : breakable(doc));
}
