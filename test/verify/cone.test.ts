import { describe, expect, test } from "vitest";
import type { Node } from "../../src/verify/circuit.ts";
import * as circuit from "../../src/verify/circuit.ts";
import { coneOf, keyOf } from "../../src/verify/cone.ts";

const [a, b, c] = [circuit.cell(5), circuit.cell(2), circuit.cell(9)];
const key = (...roots: readonly Node[]): string => keyOf(coneOf(roots), roots);
const weigh = (first: number, second: number, bias: number, from = [a, b]): Node =>
  circuit.neuron("sign", [circuit.term(first, from[0]!), circuit.term(second, from[1]!)], bias);

describe("keys", () => {
  test("are equal for renamed cells and for terms in another order", () => {
    expect(key(weigh(1, 2, 3))).toBe(key(weigh(1, 2, 3, [c, a])));
    expect(key(a, b, weigh(1, 2, 3))).toBe(key(a, b, weigh(2, 1, 3, [b, a])));
    expect(coneOf([weigh(1, 2, 3)]).cells).toEqual([5, 2]);
  });

  test("differ for everything that may change a value", () => {
    const [one, two, three] = [1, 2, 3].map(circuit.constant) as [Node, Node, Node];
    const total = circuit.sum([circuit.term(1, a), circuit.term(1, b)], 0);
    const others: readonly Node[] = [
      weigh(1, 2, 3),
      weigh(1, 2, 3 + 2 ** -40),
      weigh(1, 2 + 2 ** -50, 3),
      weigh(-1, 2, 3),
      weigh(2, 1, 3),
      weigh(1, 2, 3, [a, a]),
      circuit.neuron("step", [circuit.term(1, a), circuit.term(2, b)], 3),
      circuit.sum([circuit.term(1, a), circuit.term(2, b)], 3),
      total,
      circuit.product(total, a),
      circuit.modulo(total, two),
      circuit.modulo(total, three),
      circuit.compare(total, "<", two),
      circuit.compare(total, "<=", one),
      circuit.compare(total, "<", one),
      circuit.member(total, [1, 2]),
      circuit.member(total, [12]),
      circuit.logic("and", [a, b]),
      circuit.logic("or", [a, b]),
      circuit.logic("xor", [a, b]),
      circuit.logic("xor", [a, b, a]),
      circuit.choose(a, b, two),
      circuit.choose(a, two, b),
      circuit.choose(b, a, two),
      two,
      three,
    ];
    // The cells in front fix their names.
    expect(new Set(others.map((other) => key(a, b, other))).size).toBe(others.length);
    expect(key(a, b)).not.toBe(key(a, a));
  });
});
