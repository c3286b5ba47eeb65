import { mentions } from "../program/mentions.ts";
import type { Block, Expression, Fold, Let, Scan } from "../program/program.ts";

/** A block without the named values that its result does not need: compilers complain about them. */
export function prune(block: Block): Block {
  const result = pruneTables(block.result);
  const used: Let[] = [];
  for (const { name, value } of [...block.lets].reverse()) {
    const later = [...used.map((each) => each.value), result];
    if (later.some((each) => mentions(each, [name]))) {
      used.push({ name, value: pruneTables(value) });
    }
  }
  return { lets: used.reverse(), result };
}

/** What is carried on needs named values, too. */
function pruneScan({ body, carried }: Scan): Block {
  const needed = carried.map(({ next }) => next);
  const { lets, result } = prune({
    lets: body.lets,
    result: { kind: "list", items: [body.result, ...needed] },
  });
  return { lets, result: (result as List).items[0]! };
}

function pruneFold({ lets, carried }: Fold): readonly Let[] {
  const items = carried.map(({ next }) => next);
  return prune({ lets, result: { kind: "list", items } }).lets;
}

type List = Extract<Expression, { readonly kind: "list" }>;

/** Tables stand where arrays are made, and nowhere inside numbers. */
function pruneTables(value: Expression): Expression {
  switch (value.kind) {
    case "table":
      return { ...value, body: prune(value.body) };
    case "scan":
      return { ...value, body: pruneScan(value) };
    case "fold":
      return { ...value, lets: pruneFold(value) };
    case "list":
      return { ...value, items: value.items.map(pruneTables) };
    case "if":
      return {
        ...value,
        then: pruneTables(value.then),
        otherwise: pruneTables(value.otherwise),
      };
    case "softmax":
      return { ...value, logits: pruneTables(value.logits) };
    default:
      return value;
  }
}
