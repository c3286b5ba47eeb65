import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { element, integer } from "../../src/program/build.ts";
import type { Comparison } from "../../src/program/program.ts";
import { AndGraph, FALSE, not, TRUE } from "../../src/reproduce/netlist/and-graph.ts";
import { blif } from "../../src/reproduce/netlist/blif.ts";
import { netlistOf } from "../../src/reproduce/netlist/netlist.ts";
import { netlistsOf } from "../../src/reproduce/netlist/netlists.ts";
import { widthOf } from "../../src/reproduce/netlist/word-of-node.ts";
import { everyBits } from "../../src/tasks/every-bits.ts";
import type { Node } from "../../src/verify/circuit.ts";
import * as circuit from "../../src/verify/circuit.ts";
import { circuitAlgebra } from "../../src/verify/circuit-algebra.ts";
import { columnsOf, type FillCell, fillerOf } from "../../src/verify/columns.ts";
import { coneOf } from "../../src/verify/cone.ts";
import { Obstacle } from "../../src/verify/obstacle.ts";
import {
  atLeast,
  choiceAndCount,
  layer,
  networkOf,
  programOf,
  rule30Ring,
} from "../verify/pairs.ts";
import { integerOf, simulate } from "./simulate.ts";

const nCells = 4;
const inputs = everyBits(nCells);

/** What the prover computes of a node, for all inputs. */
function valuesOf(root: Node): number[] {
  const { nodes } = coneOf([root]);
  const columns = columnsOf(nodes, inputs.length);
  const fillCell: FillCell = (cell, _, out) => out.set(inputs.map((x) => x[cell]!));
  for (const node of nodes) fillerOf(node, columns, fillCell)(0);
  // -0 is 0.
  return Array.from(columns.get(root)!, (value) => value + 0);
}

/** What its gates compute. */
function gateValuesOf(root: Node, width = widthOf(root)): number[] {
  const netlist = netlistOf([root], nCells, width);
  return inputs.map((x) => integerOf(simulate(netlist, x)));
}

const weight = fc.constantFrom(1, -1, 2, -3, 7, 0.5, 0.1, -0.3, 1e-17, 2 ** 54);
const operator = fc.constantFrom<Comparison>("<", "<=", "==", "!=", ">=", ">");

const { integers } = fc.letrec<{ bits: Node; integers: Node }>((tie) => {
  const weighted = (weights: fc.Arbitrary<number>) =>
    fc.array(fc.record({ weight: weights, node: tie("integers") }), { minLength: 1, maxLength: 3 });
  const small = fc.integer({ min: -5, max: 5 });
  return {
    bits: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.nat(nCells - 1).map(circuit.cell),
      fc
        .tuple(weighted(weight), weight)
        .map(([terms, bias]) => circuit.neuron("step", terms, bias)),
      fc
        .tuple(tie("integers"), operator, tie("integers"))
        .map(([a, op, b]) => circuit.compare(a, op, b)),
      fc
        .tuple(tie("integers"), fc.array(small, { maxLength: 4 }))
        .map(([of, values]) => circuit.member(of, values)),
      fc
        .tuple(
          fc.constantFrom("and" as const, "or" as const, "xor" as const),
          fc.array(tie("bits"), { minLength: 1, maxLength: 3 }),
        )
        .map(([kind, operands]) => circuit.logic(kind, operands)),
    ),
    integers: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("bits"),
      small.map(circuit.constant),
      fc
        .tuple(weighted(weight), weight)
        .map(([terms, bias]) => circuit.neuron("sign", terms, bias)),
      fc.tuple(weighted(small), small).map(([terms, bias]) => circuit.sum(terms, bias)),
      fc.tuple(tie("integers"), tie("integers")).map(([a, b]) => circuit.product(a, b)),
      fc
        .tuple(tie("integers"), fc.integer({ min: 1, max: 7 }))
        .map(([of, divisor]) => circuit.modulo(of, circuit.constant(divisor))),
      fc
        .tuple(tie("bits"), tie("integers"), tie("integers"))
        .map(([condition, then, otherwise]) => circuit.choose(condition, then, otherwise)),
    ),
  };
});

describe("gates", () => {
  it("compute what the nodes of a circuit do, below zero too", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(integers, (node) => {
        const values = valuesOf(node);
        expect(gateValuesOf(node)).toEqual(values);
        const isBelow = values.some((value) => value < 0);
        for (const { kind } of coneOf([node]).nodes) {
          for (const each of [kind, ...(isBelow ? [`${kind} below zero`] : [])]) {
            seen.set(each, (seen.get(each) ?? 0) + 1);
          }
        }
      }),
      { seed: 3, numRuns: 1000 },
    );
    const kinds = ["constant", "cell", "sign", "step", "sum", "product", "modulo", "compare"];
    for (const kind of [...kinds, "member", "and", "or", "xor", "if"]) {
      expect(seen.get(kind), kind).toBeGreaterThan(30);
      expect(seen.get(`${kind} below zero`), kind).toBeGreaterThan(10);
    }
  });

  it("repeat the sign where a word is wider than its values", () => {
    const node = circuit.sum([circuit.term(-3, circuit.cell(0))], 1);
    expect([...new Set(gateValuesOf(node, 7))]).toEqual([1, -2]);
  });

  it("divide what is below zero as programs do", () => {
    const terms = [-8, -4, -2, -1].map((by, cell) => circuit.term(by, circuit.cell(cell)));
    const rest = circuit.modulo(circuit.sum(terms, 0), circuit.constant(6));
    expect(gateValuesOf(rest)).toEqual([0, 5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0, 5, 4, 3]);
  });

  it("have quotients of what is below zero, too", () => {
    const total = circuit.sum([circuit.term(-5, circuit.cell(0))], 1);
    const half = circuitAlgebra.divide(total, circuit.constant(2));
    expect([...new Set(gateValuesOf(half))]).toEqual([0, -2]);
  });
});

describe("a graph of gates", () => {
  const graph = new AndGraph(2);
  const [a, b] = [graph.input(0), graph.input(1)];

  it("has equal gates once, and none where an operand is known", () => {
    expect(graph.and(a, b)).toBe(graph.and(b, a));
    expect(graph.gates).toEqual([[a, b]]);
    expect([
      graph.and(a, FALSE),
      graph.and(a, not(a)),
      graph.and(a, TRUE),
      graph.and(a, a),
    ]).toEqual([FALSE, FALSE, a, a]);
    expect(graph.choose(a, b, b)).toBe(b);
    expect(graph.gates).toHaveLength(1);
  });

  it("is printed with a row for each gate, which says what its operands have to be", () => {
    const both = new AndGraph(2);
    const neither = both.and(not(both.input(0)), not(both.input(1)));
    const outputs = [not(neither), TRUE, both.input(1)];
    expect(blif({ graph: both, outputs }).split("\n")).toEqual([
      ".model netlist",
      ".inputs x0 x1",
      ".outputs y0 y1 y2",
      ".names zero",
      ".names x0 x1 n3",
      "00 1",
      ".names n3 y0",
      "0 1",
      ".names zero y1",
      "0 1",
      ".names x1 y2",
      "1 1",
      ".end",
      "",
    ]);
  });
});

/** Five times a bit. */
function fiveTimes(): Network {
  const layers = [layer([{ bias: 0, entries: [{ column: 0, value: 5 }] }], 1, "identity")];
  return networkOf([1], [], layers, { kind: "raw" });
}

describe("a network and its program", () => {
  test.each([
    ["rule 30 on a ring of 5", rule30Ring(5)],
    ["at least 3 of 5", atLeast(3, 5)],
    ["a choice and a count", choiceAndCount()],
  ])("%s: have outputs of equal widths, which agree", (_, { network, program }) => {
    const pair = netlistsOf(network, program);
    for (const x of everyBits(pair.network.graph.nInputs)) {
      const said = simulate(pair.program, x);
      expect(simulate(pair.network, x)).toEqual(said);
      const first = simulate(pair.first, x);
      expect(said.slice(0, first.length)).toEqual(first);
    }
  });

  it("differ where the network gives more than the program ever does", () => {
    const pair = netlistsOf(fiveTimes(), programOf([1], element("x", integer(0))));
    expect([pair.network, pair.program].map((each) => simulate(each, [1]))).toEqual([
      [1, 0, 1, 0],
      [1, 0, 0, 0],
    ]);
  });

  it("have to be of bits, and of one shape", () => {
    const { network, program } = atLeast(3, 5);
    const flat = { ...network, output: { ...network.output, shape: [1] } };
    expect(() => netlistsOf(flat, program)).toThrow("another shape");
    const [input] = network.inputs;
    const signs = { ...network, inputs: [{ ...input!, domain: { kind: "sign" } as const }] };
    expect(() => netlistsOf(signs, program)).toThrow(Obstacle);
  });
});
