import { isSame } from "./idiom.ts";
import { mentions } from "./mentions.ts";
import { fresh } from "./names.ts";
import { partsOf } from "./parts.ts";
import type { Carried, Expression, Fold, Let, Scan } from "./program.ts";
import { rebuild } from "./rebuild.ts";

/** What is done at a place of a scan or a fold, in languages whose variables change. */
export type ScanStep =
  /** A name for a value that stays. */
  | { readonly kind: "name"; readonly name: string; readonly value: Expression }
  /** The item of the new array. */
  | { readonly kind: "item"; readonly value: Expression }
  /** A carried name changes. */
  | { readonly kind: "carry"; readonly name: string; readonly value: Expression };

/**
 * One place of a scan, step by step: nothing reads a carried name that has changed and means the value
 * before. What is handed on and needed again is read by its name: `known = max(known, x[i]); item known`.
 */
export function scanSteps(walk: Scan | Fold, taken: ReadonlySet<string>): readonly ScanStep[] {
  const lets = letsOf(walk).map(({ name, value }): ScanStep => ({ kind: "name", name, value }));
  return [...lets, ...(inTurn(walk) ?? atOnce(walk, taken))];
}

/** What has a name at a place. */
export function letsOf(walk: Scan | Fold): readonly Let[] {
  return walk.kind === "scan" ? walk.body.lets : walk.lets;
}

/** A fold writes none. */
function itemOf(walk: Scan | Fold): Expression | undefined {
  return walk.kind === "scan" ? walk.body.result : undefined;
}

/** Carried names change one after the other, in an order in which each value can still be said. */
function inTurn(walk: Scan | Fold): ScanStep[] | undefined {
  const item = itemOf(walk);
  for (const order of ordersOf(walk.carried)) {
    const steps = inOrder(order);
    if (steps === undefined) continue;
    if (item === undefined) return steps;
    const after = order.some(({ next }) => isWorthAName(next) && holds(item, next))
      ? afterAll(item, order)
      : undefined;
    return after === undefined
      ? [{ kind: "item", value: item }, ...steps]
      : [...steps, { kind: "item", value: after }];
  }
  return undefined;
}

function inOrder(order: readonly Carried[]): ScanStep[] | undefined {
  const steps: ScanStep[] = [];
  for (const [k, { name, next }] of order.entries()) {
    const value = afterAll(next, order.slice(0, k));
    if (value === undefined) return undefined;
    if (!isSame(value, { kind: "variable", name })) steps.push({ kind: "carry", name, value });
  }
  return steps;
}

/**
 * A value in which what some names now stand for is read by name; undefined where it needs what they stood
 * for before.
 */
function afterAll(value: Expression, changed: readonly Carried[]): Expression | undefined {
  const names = changed.map(({ name }) => name);
  const visit = (part: Expression): Expression | undefined => {
    const known = changed.find(({ next }) => isWorthAName(next) && isSame(part, next));
    if (known !== undefined) return { kind: "variable", name: known.name };
    if (!mentions(part, names)) return part;
    if (part.kind === "variable") return undefined;
    let isSaid = true;
    const rebuilt = rebuild(part, {
      expression: (inner) => {
        const said = visit(inner);
        if (said === undefined) isSaid = false;
        return said ?? inner;
      },
    });
    return isSaid ? rebuilt : undefined;
  };
  return visit(value);
}

function isWorthAName({ kind }: Expression): boolean {
  return kind !== "integer" && kind !== "number" && kind !== "element" && kind !== "size";
}

function holds(expression: Expression, wanted: Expression): boolean {
  return isSame(expression, wanted) || partsOf(expression).some((part) => holds(part, wanted));
}

/** All next values get names before any carried name changes. */
function atOnce(walk: Scan | Fold, taken: ReadonlySet<string>): ScanStep[] {
  const { carried } = walk;
  const item = itemOf(walk);
  const used = new Set(taken);
  const names = carried.map(({ name }) => {
    const own = fresh(`next_${name}`, used);
    used.add(own);
    return own;
  });
  return [
    ...(item === undefined ? [] : [{ kind: "item", value: item } as const]),
    ...carried.map(({ next }, k): ScanStep => ({ kind: "name", name: names[k]!, value: next })),
    ...carried.map(
      ({ name }, k): ScanStep => ({
        kind: "carry",
        name,
        value: { kind: "variable", name: names[k]! },
      }),
    ),
  ];
}

const FEW = 4;

/** All orders of a few; of many only the one that is given. */
function ordersOf(carried: readonly Carried[]): readonly (readonly Carried[])[] {
  if (carried.length <= 1 || carried.length > FEW) return [carried];
  return carried.flatMap((first) =>
    ordersOf(carried.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}
