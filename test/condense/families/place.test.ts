import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindOf, place } from "../../../src/condense/families/place.ts";
import type { Location, Placed } from "../../../src/condense/families/placed.ts";
import { readUnit } from "../../../src/condense/families/reading.ts";
import type { Node, Rule, Term } from "../../../src/condense/wiring.ts";

/** Bits of one input of this many cells, then units that read nodes before them. */
function nodesOf(
  nCells: number,
  units: readonly (readonly [Rule, readonly Term[], number])[],
): Node[] {
  const cells = Array.from({ length: nCells }, (_, index): Node => {
    return { kind: "cell", input: 0, index, sort: 0, low: 0, high: 1, isInteger: true };
  });
  const nodes = [...cells];
  for (const [rule, terms, bias] of units) {
    const depth = 1 + Math.max(0, ...terms.map(({ node }) => depthOf(nodes[node]!)));
    const bounds = { low: rule === "sign" ? -1 : 0, high: 1, isInteger: true };
    nodes.push({ kind: "unit", rule, terms, bias, depth, sort: depth, origins: [], ...bounds });
  }
  return nodes;
}

function depthOf(node: Node): number {
  return node.kind === "cell" ? 0 : node.depth;
}

const weighed = (weights: readonly number[]): Term[] =>
  weights.flatMap((weight, node) => (weight === 0 ? [] : [{ node, weight }]));

/** Cells stand at their own numbers. */
const locate = (cell: number): Location => ({
  source: 0,
  cell,
  sign: 1,
  offset: 0,
  bounds: { low: 0, high: 1, isInteger: true },
  mirror: undefined,
  isShared: true,
});

/** The last of the nodes, read from the cells, that stand where `at` says. */
function placedLast(nodes: readonly Node[], at: (cell: number) => number = (cell) => cell): Placed {
  const unit = nodes.at(-1)!;
  if (unit.kind === "cell") throw new Error("expected a unit");
  return place(
    readUnit(nodes, unit, 0)!,
    (node) => locate(at(node)),
    () => [16],
  )!;
}

describe("place", () => {
  it("drops what does not matter and takes together what may be exchanged", () => {
    // 4a + b + c >= 2 and 3b + c do not depend on how much more a weighs.
    const placed = placedLast(nodesOf(4, [["threshold", weighed([4, 2, 2]), -1]]));
    expect(placed.classes).toHaveLength(1);
    expect(placed.classes[0]!.cells).toEqual([0, 1, 2]);
    expect([...placed.table!]).toEqual([0, 1, 1, 1]);
    const noise = placedLast(nodesOf(4, [["threshold", weighed([2, 2, 1]), -1]]));
    expect(noise.classes.map(({ cells }) => cells)).toEqual([[0, 1]]);
  });

  it("keeps the weights of sums that are no tables", () => {
    const terms = Array.from({ length: 14 }, (_, node) => ({ node, weight: 1 + (node % 3) }));
    const placed = placedLast(nodesOf(14, [["sum", terms, 5]]));
    expect(placed.sum).toEqual({ weights: [1, 2, 3], bias: 5 });
    expect(placed.classes.map(({ cells }) => cells)).toEqual([
      [0, 3, 6, 9, 12],
      [1, 4, 7, 10, 13],
      [2, 5, 8, 11],
    ]);
  });

  it("says weights that follow a law as one class", () => {
    const terms = Array.from({ length: 12 }, (_, node) => ({ node, weight: 2 ** node }));
    const placed = placedLast(nodesOf(12, [["sum", terms, 0]]));
    expect(placed.classes).toHaveLength(1);
    expect(placed.classes[0]!.law).toMatchObject({ kind: "power", base: 2, start: 0 });
  });

  it("sees through units between", () => {
    // xor(a, b) = (a or b) and not (a and b)
    const nodes = nodesOf(2, [
      ["threshold", weighed([1, 1]), 0],
      ["threshold", weighed([1, 1]), -1],
      [
        "threshold",
        [
          { node: 2, weight: 1 },
          { node: 3, weight: -1 },
        ],
        0,
      ],
    ]);
    const placed = placedLast(nodes);
    expect(placed.classes.map(({ cells }) => cells)).toEqual([[0, 1]]);
    expect([...placed.table!]).toEqual([0, 1, 0]);
  });
});

const weights = fc.array(fc.constantFrom(0, 1, 1, 2, -1, -2, 3), { minLength: 4, maxLength: 4 });
const rules = fc.constantFrom<Rule>("threshold", "sign");
const units = fc.record({
  rule: rules,
  hidden: fc.array(fc.tuple(weights, fc.integer({ min: -2, max: 2 })), {
    minLength: 1,
    maxLength: 3,
  }),
  outer: fc.array(fc.constantFrom(1, -1, 2), { minLength: 3, maxLength: 3 }),
  bias: fc.integer({ min: -2, max: 2 }),
});

type Drawn = typeof units extends fc.Arbitrary<infer Value> ? Value : never;

/** Two layers over four cells that stand in this order. */
function layered({ rule, hidden, outer, bias }: Drawn, order: readonly number[]): Node[] {
  const terms = (own: readonly number[]): Term[] =>
    order.flatMap((cell, node) => (own[cell] === 0 ? [] : [{ node, weight: own[cell]! }]));
  return nodesOf(4, [
    ...hidden.map(([own, constant]): [Rule, Term[], number] => ["threshold", terms(own), constant]),
    [rule, hidden.map((_, k) => ({ node: 4 + k, weight: outer[k]! })), bias],
  ]);
}

describe("laws", () => {
  it("the table is what the units compute", () => {
    fc.assert(
      fc.property(units, (drawn) => {
        const nodes = layered(drawn, [0, 1, 2, 3]);
        const { classes, table } = placedLast(nodes);
        for (let x = 0; x < 16; x++) {
          const cells = [0, 1, 2, 3].map((k) => (x >> k) & 1);
          const row = classes.reduce((index, { cells: own }) => {
            return index * (own.length + 1) + own.reduce((sum, cell) => sum + cells[cell]!, 0);
          }, 0);
          expect(table![row]).toBe(lastValue(nodes, cells));
        }
      }),
      { seed: 51, numRuns: 400 },
    );
  });

  it("the order of nodes is not to be seen", () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    fc.assert(
      fc.property(units, orders, (drawn, order) => {
        const plain = placedLast(layered(drawn, [0, 1, 2, 3]));
        const other = placedLast(layered(drawn, order), (node) => order[node]!);
        expect(kindOf(other)).toBe(kindOf(plain));
        expect(other.classes.map(({ cells }) => cells)).toEqual(
          plain.classes.map(({ cells }) => cells),
        );
      }),
      { seed: 52, numRuns: 400 },
    );
  });
});

function lastValue(nodes: readonly Node[], cells: readonly number[]): number {
  const values: number[] = [];
  for (const node of nodes) {
    if (node.kind === "cell") {
      values.push(cells[node.index]!);
      continue;
    }
    const sum = node.terms.reduce((s, t) => s + t.weight * values[t.node]!, node.bias as number);
    values.push(sum > 0 ? 1 : node.rule === "sign" && sum < 0 ? -1 : 0);
  }
  return values.at(-1)!;
}
