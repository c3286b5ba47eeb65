import type { Algebra } from "./algebra.ts";
import type { Node } from "./circuit.ts";
import * as circuit from "./circuit.ts";
import { Obstacle } from "./obstacle.ts";

/** Programs as circuits over binary cells. Throws Obstacle for what is not a safe integer. */
export const circuitAlgebra: Algebra<Node> = {
  constant: circuit.constant,
  cell: circuit.cell,
  fixed: (node) => (node.kind === "constant" ? node.value : undefined),
  sum: sumOf,
  subtract: circuit.subtract,
  product: circuit.product,
  modulo: circuit.modulo,
  divide,
  power,
  sign: (of) => circuit.neuron("sign", [circuit.term(1, of)], 0),
  compare: circuit.compare,
  member: circuit.member,
  logic: circuit.logic,
  not: circuit.not,
  choose: circuit.choose,
  largest: (values) => values.reduce((most, each) => better(most, ">=", each)),
  smallest: (values) => values.reduce((least, each) => better(least, "<=", each)),
  placeOfLargest: (values) => placeOf(values, ">="),
  placeOfSmallest: (values) => placeOf(values, "<="),
};

/** Constants are added up apart, by their signs, so that the sum still knows how far it may reach. */
function sumOf(nodes: readonly Node[]): Node {
  const terms: circuit.Term[] = [];
  const constants = { above: 0, below: 0 };
  for (const node of nodes) {
    if (node.kind !== "constant") terms.push(circuit.term(1, node));
    else constants[node.value < 0 ? "below" : "above"] += node.value;
  }
  const known = [constants.above, constants.below].map((value) =>
    circuit.term(1, circuit.constant(value)),
  );
  return circuit.sum([...terms, ...known], 0);
}

/** The multiples of the divisor that are reached, one step for each. */
function divide(of: Node, divisor: Node): Node {
  const rest = circuit.modulo(of, divisor);
  if (divisor.kind !== "constant") throw new Obstacle("a divisor depends on the inputs");
  const floor = (value: number): number => Math.floor(value / divisor.value);
  const [least, most] = [floor(of.low), floor(of.high)];
  if (rest.kind === "constant" && of.kind === "constant") {
    return circuit.constant((of.value - rest.value) / divisor.value);
  }
  if (most - least > maxSteps) throw new Obstacle("a quotient has too many values");
  const steps = Array.from({ length: most - least }, (_, k) =>
    circuit.compare(of, ">=", circuit.constant((least + k + 1) * divisor.value)),
  );
  return sumOf([circuit.constant(least), ...steps]);
}

const maxSteps = 1000;

function power(base: number, exponent: Node): Node {
  if (exponent.kind !== "constant") throw new Obstacle("an exponent depends on the inputs");
  if (exponent.value < 0) throw new Obstacle(`the power ${exponent.value}`);
  return circuit.constant(base ** exponent.value);
}

function better(known: Node, operator: ">=" | "<=", other: Node): Node {
  return circuit.choose(circuit.compare(known, operator, other), known, other);
}

/** The place of the first value that nothing beats. */
function placeOf(values: readonly Node[], operator: ">=" | "<="): Node {
  let place = circuit.constant(0);
  values.reduce((known, each, k) => {
    const stays = circuit.compare(known, operator, each);
    place = circuit.choose(stays, place, circuit.constant(k));
    return circuit.choose(stays, known, each);
  });
  return place;
}
