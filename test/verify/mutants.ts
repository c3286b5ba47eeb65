import type { Layer, Network } from "../../src/enn/network.ts";
import { rowOf, sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import { add, choose, integer, not, subtract } from "../../src/program/build.ts";
import type { Comparison, Expression, Program } from "../../src/program/program.ts";

/** Every program that differs from this one in one place: a constant, an operator, an index, a bound. */
export function programMutants(program: Program): Program[] {
  return variants(program.body).map((body) => ({ ...program, body: body as Program["body"] }));
}

const comparisons: readonly Comparison[] = ["<", "<=", "==", "!=", ">=", ">"];

/** Walks the plain data that a program is: all copies with one expression replaced. */
function variants(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, k) => variants(item).map((other) => value.with(k, other)));
  }
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, child]) =>
    variants(child).map((other) => ({ ...value, [key]: other })),
  );
  return [...("kind" in value ? replacements(value as Expression) : []), ...inside];
}

/** Others that could stand in an expression's place; not all of them are well formed. */
function replacements(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "integer":
      return [-1, 1, 2].map((by) => integer(expression.value + by));
    case "size":
      return [add(expression, integer(-1)), add(expression, integer(1)), integer(3)];
    case "variable":
      return [add(expression, integer(1)), { ...expression, name: otherName(expression.name) }];
    case "element":
      return [
        { ...expression, indices: expression.indices.toReversed() },
        not(expression),
        integer(0),
        integer(1),
      ];
    case "add":
      return [
        ...expression.terms.map((_, k) => add(...expression.terms.toSpliced(k, 1))),
        add(...expression.terms, expression.terms[0]!),
        subtract(expression.terms[0]!, expression.terms.at(-1)!),
      ];
    case "subtract":
      return [subtract(expression.right, expression.left), add(expression.left, expression.right)];
    case "multiply":
      return [add(expression.left, expression.right)];
    case "modulo":
      return [expression.left, { ...expression, right: add(expression.right, integer(1)) }];
    case "compare":
      return [
        ...comparisons.map((operator) => ({ ...expression, operator })),
        { ...expression, left: expression.right, right: expression.left },
      ];
    case "member":
      return [
        { ...expression, values: expression.values.slice(1) },
        { ...expression, values: [...expression.values, 4] },
        { ...expression, values: expression.values.map((value) => value + 1) },
      ];
    case "and":
    case "or":
    case "xor":
      return [
        ...(["and", "or", "xor"] as const).map((kind) => ({ ...expression, kind })),
        ...expression.operands,
        { ...expression, operands: expression.operands.map((operand) => not(operand)) },
      ];
    case "not":
      return [expression.operand];
    case "bit":
      return [not(expression)];
    case "truth":
      return [not(expression)];
    case "if":
      return [
        choose(expression.condition, expression.otherwise, expression.then),
        expression.then,
        expression.otherwise,
      ];
    case "sum":
      return [{ ...expression, ranges: expression.ranges.slice(1) }];
    case "table":
      return [{ ...expression, ranges: expression.ranges.toReversed() }];
    case "list":
      return [{ ...expression, items: expression.items.toReversed() }];
    case "pad":
      return [
        { ...expression, before: expression.after.map((count) => count + 1) },
        { ...expression, before: expression.before.map((count) => count - 1) },
        { ...expression, after: expression.after.map((count) => count + 1) },
      ];
  }
}

function otherName(name: string): string {
  const others: Readonly<Record<string, string>> = { i: "j", j: "i", k: "l", l: "k" };
  return others[name] ?? name;
}

/**
 * Networks that differ from this one in one weight, bias or connection of the first few neurons of a
 * layer; the others are alike.
 */
export function networkMutants(network: Network, few: number): Network[] {
  return network.layers.flatMap((layer, l) =>
    layerMutants(layer, few).map((other) => ({
      ...network,
      layers: network.layers.with(l, other),
    })),
  );
}

function layerMutants(layer: Layer, few: number): Layer[] {
  const { weights, biases } = layer;
  const rows = Array.from(biases, (_, row) => rowOf(weights, row));
  const ofBias = [...biases.subarray(0, few)].flatMap((bias, row) =>
    [-bias, bias - 1, bias + 1, bias + 0.5, bias + 1e-12].map((other) => ({
      ...layer,
      biases: biases.with(row, other),
    })),
  );
  const ofWeight = rows.slice(0, few).flatMap((row, r) =>
    row.flatMap(({ column, value }, k) =>
      [
        { column, value: -value },
        { column, value: 0 },
        { column, value: value + 1 },
        { column, value: value * 0.5 },
        { column, value: value * (1 + 2 ** -50) },
        { column: (column + 1) % weights.nColumns, value },
      ].map((entry) => ({
        ...layer,
        weights: sparseMatrix(rows.with(r, row.with(k, entry)), weights.nColumns),
      })),
    ),
  );
  const ofActivation = {
    ...layer,
    activation: layer.activation === "sign" ? "step" : "sign",
  } as const;
  return [...ofBias, ...ofWeight, ofActivation];
}
