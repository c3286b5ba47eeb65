import type { Layer, Network } from "../../src/enn/network.ts";
import { rowOf, sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import { Random } from "../../src/math/random.ts";
import {
  add,
  bit,
  choose,
  compare,
  integer,
  modulo,
  not,
  number,
  sign,
  subtract,
} from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import type {
  Carried,
  Comparison,
  Expression,
  Fold,
  Program,
  Range,
  Scan,
} from "../../src/program/program.ts";

/** Every program that differs from this one in one place: a constant, an operator, an index, a bound. */
export function programMutants(program: Program): Program[] {
  return variants(program.body).map((body) => ({ ...program, body: body as Program["body"] }));
}

/** Those of them that pass the check of programs. */
export function wellFormedMutants(program: Program): Program[] {
  return programMutants(program).filter(isWellFormed);
}

function isWellFormed(program: Program): boolean {
  try {
    check(program);
    return true;
  } catch {
    return false;
  }
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
    case "number":
      return [-expression.value, expression.value * (1 + 2 ** -50), expression.value + 1].map(
        number,
      );
    case "size":
      return [add(expression, integer(-1)), add(expression, integer(1)), integer(3)];
    case "variable":
      return [
        add(expression, integer(1)),
        subtract(expression, integer(1)),
        { ...expression, name: otherName(expression.name) },
      ];
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
    case "divide":
      return [
        expression.left,
        modulo(expression.left, expression.right),
        { ...expression, right: add(expression.right, integer(1)) },
      ];
    case "power":
      return [
        expression.exponent,
        { ...expression, base: expression.base + 1 },
        { ...expression, exponent: add(expression.exponent, integer(1)) },
      ];
    case "sign":
      return [
        expression.operand,
        sign(subtract(integer(0), expression.operand)),
        bit(compare(expression.operand, ">", integer(0))),
      ];
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
      return [
        { ...expression, ranges: expression.ranges.slice(1) },
        ...otherRanges(expression.ranges).map((ranges) => ({ ...expression, ranges })),
      ];
    case "any":
    case "all":
      return [
        { ...expression, kind: expression.kind === "any" ? "all" : "any" },
        { ...expression, body: not(expression.body) },
        ...otherRanges(expression.ranges).map((ranges) => ({ ...expression, ranges })),
      ];
    case "max":
    case "min":
      return [
        { ...expression, kind: expression.kind === "max" ? "min" : "max" },
        ...otherRanges(expression.ranges).map((ranges) => ({ ...expression, ranges })),
      ];
    case "argmax":
    case "argmin":
      return [
        { ...expression, kind: expression.kind === "argmax" ? "argmin" : "argmax" },
        lastOne(expression),
        ...otherRanges([expression.range]).map(([range]) => ({ ...expression, range: range! })),
      ];
    case "softmax":
      return [expression.logits];
    case "table":
      return [{ ...expression, ranges: expression.ranges.toReversed() }];
    case "scan":
      return [...otherWalks(expression), { ...expression, end: expression.carried[0]!.next }];
    case "fold":
      return otherWalks(expression);
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

/** The other way, from another start, or along other places. */
function otherWalks(walked: Scan | Fold): Expression[] {
  const { carried, range } = walked;
  return [
    { ...walked, isBackward: !walked.isBackward },
    ...carried.map((each, k) => ({ ...walked, carried: carried.with(k, otherStart(each)) })),
    ...otherRanges([range]).map(([other]) => ({ ...walked, range: other! })),
  ];
}

function otherStart(carried: Carried): Carried {
  const { initial, low, high } = carried;
  return { ...carried, initial: initial === high ? low : initial + 1 };
}

/** Each range with another end. */
function otherRanges(ranges: readonly Range[]): Range[][] {
  return ranges.flatMap((range, k) =>
    [
      { ...range, from: add(range.from, integer(1)) },
      { ...range, to: subtract(range.to, integer(1)) },
      { ...range, to: add(range.to, integer(1)) },
    ].map((other) => ranges.with(k, other)),
  );
}

/** The last one of the largest or smallest, not the first one: found from the end of the range. */
function lastOne(expression: Expression & { readonly kind: "argmax" | "argmin" }): Expression {
  const { variable, from, to } = expression.range;
  const last = subtract(to, integer(1));
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    const isVariable = "kind" in value && value.kind === "variable" && "name" in value;
    if (isVariable && value.name === variable) {
      return subtract(add(from, last), { kind: "variable", name: variable });
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, turned(part)]));
  };
  const body = turned(expression.body) as Expression;
  return subtract(add(from, last), { ...expression, body });
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

/**
 * So many networks that differ from this one anywhere: one weight turned or three times as large, one
 * bias moved, or one unit silenced.
 */
export function randomNetworkMutants(network: Network, count: number): Network[] {
  const random = new Random(5);
  return Array.from({ length: count }, (_, k) => {
    const l = random.below(network.layers.length);
    const layer = network.layers[l]!;
    const { weights, biases } = layer;
    const at = random.below(weights.values.length);
    const row = random.below(biases.length);
    const weighted = (by: number): Layer => ({
      ...layer,
      weights: { ...weights, values: weights.values.with(at, by * weights.values[at]!) },
    });
    const biased = (bias: number): Layer => ({ ...layer, biases: biases.with(row, bias) });
    const changes = [
      () => weighted(-1),
      () => weighted(3),
      () => biased(biases[row]! + (random.bit() ? 1 : -2)),
      () => biased(-1e6),
    ];
    return { ...network, layers: network.layers.with(l, changes[k % 4]!()) };
  });
}
