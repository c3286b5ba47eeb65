import { fresh } from "../names.ts";
import { placeAfter, placeAtResult } from "../place.ts";
import type { Block, Expression, Let } from "../program.ts";
import { expressionPhrase } from "./expression.ts";
import { type Pad, padPhrase, zeroLengths, zeroRows, zerosPhrase } from "./pad.ts";
import { attribute, call, index, isWord, listOf, type Phrase, word } from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import { isReadOnce } from "./read-once.ts";
import { foldLoop, type ScanLoop, scanLoop } from "./scan.ts";
import type { Statement } from "./statement.ts";
import { isComprehension, type Table } from "./table.ts";
import { count, walk } from "./walk.ts";

/** The body of a function: its named values, then the return of its result. */
export function bodyStatements(block: Block, place: PythonPlace): readonly Statement[] {
  const statements = statementsOf(block, place);
  const once = block.lets.filter(
    ({ name, value }) => isLine(value) && isReadOnce(name, statements),
  );
  if (once.length === 0) return statements;
  const pads = new Map<string, Phrase>();
  for (const { name, value } of once) pads.set(name, padPhrase(value as Pad, { ...place, pads }));
  return statementsOf(block, { ...place, pads });
}

/** Is it a padded array that is short to write? */
function isLine(value: Expression): boolean {
  return value.kind === "pad" && value.before.length === 1;
}

function statementsOf(block: Block, place: PythonPlace): readonly Statement[] {
  const { lets, result } = unfolded(block, place);
  const inner = placeAtResult(place, { lets, result });
  const before = letStatements(lets, place);
  if (result.kind === "scan") {
    const { statements, value } = scanLoop(fresh("y", place.taken), result, inner);
    return [...before, ...statements, { kind: "return", value }];
  }
  if (result.kind === "fold") {
    const { statements, value } = foldLoop(result, inner);
    return [...before, ...statements, { kind: "return", value }];
  }
  if (result.kind !== "table" || isComprehension(result, inner)) {
    return [...before, { kind: "return", value: expressionPhrase(result, inner) }];
  }
  const name = fresh("y", place.taken);
  return [...before, ...loops(name, result, inner), { kind: "return", value: word(name) }];
}

/** The logits of a result that is written as loops get a name. */
function unfolded(block: Block, place: PythonPlace): Block {
  const { lets, result } = block;
  if (result.kind !== "softmax" || result.logits.kind !== "table") return block;
  const inner = placeAtResult(place, block);
  if (isComprehension(result.logits, inner)) return block;
  const name = fresh("logits", place.taken);
  const named: Let = { name, value: result.logits };
  return {
    lets: [...lets, named],
    result: { kind: "softmax", logits: { kind: "variable", name } },
  };
}

function letStatements(lets: readonly Let[], start: PythonPlace): readonly Statement[] {
  let place = start;
  return lets.flatMap((named) => {
    const isInPlace = place.pads.has(named.name);
    const statements = isInPlace ? [] : assign(named.name, named.value, place);
    place = placeAfter(place, named);
    return statements;
  });
}

function assign(name: string, value: Expression, place: PythonPlace): readonly Statement[] {
  if (value.kind === "table" && !isComprehension(value, place)) return loops(name, value, place);
  if (value.kind === "scan") return namedLoop(name, scanLoop(name, value, place));
  if (value.kind === "fold") return namedLoop(name, foldLoop(value, place));
  if (value.kind !== "pad" || zeroRows(value) < 2) {
    const phrase = expressionPhrase(value, place);
    return isWord(phrase, name) ? [] : [{ kind: "assign", target: word(name), value: phrase }];
  }
  const zeros = fresh("zeros", place.taken);
  return [
    { kind: "assign", target: word(zeros), value: zerosPhrase(zeroLengths(value, place), place) },
    { kind: "assign", target: word(name), value: padPhrase(value, place, zeros) },
  ];
}

function namedLoop(name: string, { statements, value }: ScanLoop): readonly Statement[] {
  return isWord(value, name)
    ? statements
    : [...statements, { kind: "assign", target: word(name), value }];
}

/** Loops that fill an array: a list grows by appending, a nested one starts as zeros. */
function loops(name: string, table: Table, place: PythonPlace): readonly Statement[] {
  return table.ranges.length === 1 ? appending(name, table, place) : filling(name, table, place);
}

function appending(
  name: string,
  { ranges, body }: Table,
  place: PythonPlace,
): readonly Statement[] {
  const bodies = [...body.lets.map(({ value }) => value), body.result];
  const { clause, place: inner } = walk(
    ranges[0]!,
    { bodies, ranges: [], lets: body.lets, isTable: true },
    place,
  );
  const item = expressionPhrase(body.result, placeAtResult(inner, body));
  const append: Statement = { kind: "do", value: call(attribute(word(name), "append"), item) };
  return [
    { kind: "assign", target: word(name), value: listOf([]) },
    { kind: "for", clause, body: [...letStatements(body.lets, inner), append] },
  ];
}

function filling(name: string, { ranges, body }: Table, start: PythonPlace): readonly Statement[] {
  const lengths = ranges.map(({ to }) => to);
  let place = start;
  const clauses = ranges.map((range) => {
    const counted = count(range, place);
    place = counted.place;
    return counted.clause;
  });
  const target = ranges.reduce<Phrase>(
    (part, { variable }) => index(part, word(variable)),
    word(name),
  );
  const value = expressionPhrase(body.result, placeAtResult(place, body));
  const innermost: readonly Statement[] = [
    ...letStatements(body.lets, place),
    { kind: "assign", target, value },
  ];
  const [loop] = clauses.reduceRight<readonly Statement[]>(
    (inner, clause) => [{ kind: "for", clause, body: inner }],
    innermost,
  );
  return [{ kind: "assign", target: word(name), value: zerosPhrase(lengths, start) }, loop!];
}
