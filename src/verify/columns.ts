import { modulo } from "../math/shape.ts";
import { holds, type Node, type Term } from "./circuit.ts";
import { integerWeights } from "./integer-weights.ts";

/** The values of each node for several assignments of the cells, worked on together. */
export type Columns = ReadonlyMap<Node, Float64Array>;

/** Writes a node's column for the assignments from number `base` on. */
export type Fill = (base: number) => void;

/** Writes a cell's value for the assignments from number `base` on. */
export type FillCell = (cell: number, base: number, out: Float64Array) => void;

/** An empty column of `width` assignments for each node. */
export function columnsOf(nodes: readonly Node[], width: number): Columns {
  return new Map(nodes.map((node) => [node, new Float64Array(width)]));
}

/** How a node's column is filled, its operands' columns being filled before. */
export function fillerOf(node: Node, columns: Columns, fillCell: FillCell): Fill {
  const out = columns.get(node)!;
  const from = (operand: Node): Float64Array => columns.get(operand)!;
  const each = (value: (k: number) => number): Fill => {
    return () => {
      for (let k = 0; k < out.length; k++) out[k] = value(k);
    };
  };
  switch (node.kind) {
    case "constant":
      return each(() => node.value);
    case "cell":
      return (base) => fillCell(node.cell, base, out);
    case "sign":
      return signFiller(node.terms, node.bias, columns, out);
    case "step": {
      const fill = signFiller(node.terms, node.bias, columns, out);
      return (base) => {
        fill(base);
        for (let k = 0; k < out.length; k++) if (out[k] === -1) out[k] = 0;
      };
    }
    case "sum":
      return sumFiller(node.terms, node.bias, columns, out);
    case "product": {
      const [a, b] = [from(node.left), from(node.right)];
      return each((k) => a[k]! * b[k]!);
    }
    case "modulo": {
      const of = from(node.of);
      return each((k) => modulo(of[k]!, node.divisor));
    }
    case "compare": {
      const of = from(node.of);
      return each((k) => (holds(of[k]!, node.operator) ? 1 : 0));
    }
    case "member": {
      const of = from(node.of);
      return each((k) => (node.values.includes(of[k]!) ? 1 : 0));
    }
    case "and": {
      const of = node.operands.map(from);
      return each((k) => (of.every((column) => column[k] === 1) ? 1 : 0));
    }
    case "or": {
      const of = node.operands.map(from);
      return each((k) => (of.some((column) => column[k] === 1) ? 1 : 0));
    }
    case "xor": {
      const of = node.operands.map(from);
      return each((k) => of.reduce((parity, column) => parity ^ column[k]!, 0));
    }
    case "if": {
      const [condition, then] = [from(node.condition), from(node.then)];
      const otherwise = from(node.otherwise);
      return each((k) => (condition[k] === 1 ? then[k]! : otherwise[k]!));
    }
  }
}

function sumFiller(
  terms: readonly Term[],
  bias: number,
  columns: Columns,
  out: Float64Array,
): Fill {
  const operands = terms.map(({ weight, node }) => ({ weight, column: columns.get(node)! }));
  return () => {
    out.fill(bias);
    for (const { weight, column } of operands) {
      for (let k = 0; k < out.length; k++) out[k]! += weight * column[k]!;
    }
  };
}

/** Signs of exact sums: in doubles where those are exact or clear, else in big integers. */
function signFiller(
  terms: readonly Term[],
  bias: number,
  columns: Columns,
  out: Float64Array,
): Fill {
  const exact = integerWeights(
    terms.map(({ weight }) => weight),
    bias,
  );
  const sizes = terms.map(({ node }) => Math.max(Math.abs(node.low), Math.abs(node.high)));
  const reach = exact.weights.reduce(
    (total, weight, t) => total + absolute(weight) * BigInt(sizes[t]!),
    absolute(exact.bias),
  );
  const isSafe = reach <= BigInt(Number.MAX_SAFE_INTEGER);
  const scaled = isSafe
    ? terms.map(({ node }, t) => ({ weight: Number(exact.weights[t]!), node }))
    : terms;
  const add = sumFiller(scaled, isSafe ? Number(exact.bias) : bias, columns, out);
  const doubt = isSafe ? 0 : roundingError(terms, bias, sizes);
  const operands = terms.map(({ node }) => columns.get(node)!);
  const settle = (k: number): number => {
    const values = operands.map((column) => BigInt(column[k]!));
    const sum = values.reduce((total, value, t) => total + exact.weights[t]! * value, exact.bias);
    return sum > 0n ? 1 : sum < 0n ? -1 : 0;
  };
  return (base) => {
    add(base);
    for (let k = 0; k < out.length; k++) {
      const sum = out[k]!;
      // Not-a-number, from weights near the largest double, is not above anything: it is settled.
      if (sum > doubt) out[k] = 1;
      else if (sum < -doubt) out[k] = -1;
      else out[k] = isSafe ? 0 : settle(k);
    }
  };
}

/** More than what rounding can add to a sum of so many terms of such sizes, also near zero. */
function roundingError(terms: readonly Term[], bias: number, sizes: readonly number[]): number {
  const reach = terms.reduce(
    (total, { weight }, t) => total + Math.abs(weight) * sizes[t]!,
    Math.abs(bias),
  );
  // Each of 2t + 1 operations rounds by at most 2^-53 of its result, or by 2^-1075 below 2^-1022.
  return (terms.length + 2) * (reach * 2 ** -51 + 2 ** -1070);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
