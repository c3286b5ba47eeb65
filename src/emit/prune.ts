import { mentions } from "../program/mentions.ts";
import type { Block, Expression, Let } from "../program/program.ts";

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

/** Tables stand where arrays are made, and nowhere inside numbers. */
function pruneTables(value: Expression): Expression {
  switch (value.kind) {
    case "table":
      return { ...value, body: prune(value.body) };
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
