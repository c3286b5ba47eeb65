import { isSame } from "../program/idiom.ts";
import type { Block, Carried, Expression, Fold, Let, Scan } from "../program/program.ts";
import { rebuild } from "../program/rebuild.ts";
import { letsOf } from "../program/scan-steps.ts";

/** What is done at a place. */
export interface WalkedPlace {
  readonly nexts: readonly Block[];
  /** A fold writes none. */
  readonly item: Block | undefined;
}

/** Everything sees what was carried to the place. */
export function sayAtOnce(walked: Scan | Fold): WalkedPlace {
  const lets = letsOf(walked);
  return {
    nexts: walked.carried.map(({ next }) => ({ lets, result: next })),
    item: walked.kind === "scan" ? walked.body : undefined,
  };
}

/**
 * A walk whose carried integers change one after the other: wherever it says again what one has become, the name of
 * that one stands. Undefined where it still reads one by what it was before.
 */
export function sayInTurn(walked: Scan | Fold): WalkedPlace | undefined {
  // Arrays that are named at a place are read by name.
  if (letsOf(walked).some(({ value }) => !isNumber(value))) return undefined;
  const plain = (expression: Expression): Expression => inlined(expression, letsOf(walked));
  const carried = walked.carried.map((each) => ({ ...each, next: plain(each.next) }));
  const nexts = carried.map(({ next }, k) => renewed(next, carried.slice(0, k)));
  const item = walked.kind === "scan" ? renewed(plain(walked.body.result), carried) : undefined;
  const isSaid = nexts.every((next) => next !== undefined);
  if (!isSaid || (walked.kind === "scan" && item === undefined)) return undefined;
  return { nexts: nexts.map(alone), item: item && alone(item) };
}

function isNumber({ kind }: Expression): boolean {
  return !["list", "table", "scan", "pad"].includes(kind);
}

function alone(result: Expression): Block {
  return { lets: [], result };
}

function inlined(expression: Expression, lets: readonly Let[]): Expression {
  if (expression.kind === "variable") {
    const k = lets.findLastIndex(({ name }) => name === expression.name);
    return k < 0 ? expression : inlined(lets[k]!.value, lets.slice(0, k));
  }
  return rebuild(expression, { expression: (part) => inlined(part, lets) });
}

function renewed(expression: Expression, changed: readonly Carried[]): Expression | undefined {
  let isNew = true;
  const visit = (part: Expression): Expression => {
    const known = changed.findLast(({ next }) => isCompound(next) && isSame(part, next));
    if (known !== undefined) return { kind: "variable", name: known.name };
    if (part.kind === "variable" && changed.some(({ name }) => name === part.name)) isNew = false;
    return rebuild(part, { expression: visit });
  };
  const said = visit(expression);
  return isNew ? said : undefined;
}

/** A cell or a constant is what it is wherever it stands: it need not be what became of a carried integer. */
function isCompound({ kind }: Expression): boolean {
  return kind !== "integer" && kind !== "element" && kind !== "variable";
}
