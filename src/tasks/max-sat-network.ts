import type { Network } from "../enn/network.ts";
import type { Entry } from "../enn/sparse-matrix.ts";
import type { Random } from "../math/random.ts";
import type { Families, Family } from "./family.ts";
import { inputX, type Neuron, networkOf, upTo } from "./neuron.ts";

/**
 * How to set the first variable of a formula of clauses, x[literal][clause]: literal 2v is variable v,
 * literal 2v + 1 is not variable v.
 *
 * Six kinds of differentiae and four kinds of subconcepts, one of each for every clause. That the kinds
 * B and F look at the opposite literal of clause 0 is as published. Source: Blazek, Venkatesh and Lin,
 * "Automated discovery of algorithms from data", 2024.
 */
export function maxSat(
  variables: number,
  clauses: number,
  activation: "softmax" | "argmax",
): Network {
  const kinds = differentiae(variables, clauses);
  return networkOf({
    inputs: inputX([2 * variables, clauses]),
    layers: [
      { activation: "sign", neurons: kinds.flat() },
      { activation: "sign", neurons: subconcepts(clauses).flat() },
      { activation, neurons: [concept(clauses, 1), concept(clauses, -1)] },
    ],
    shape: [],
  });
}

const ALONE = 5;
const WITH_ANOTHER = 1.14878;

/** Kinds A, B, C, E, F, G, each with one neuron for every clause. */
function differentiae(variables: number, clauses: number): Neuron[][] {
  const at = (literal: number, clause: number) => literal * clauses + clause;
  const others = (clause: number, value: number): Entry[] =>
    upTo(2 * variables - 2).map((k) => ({ column: at(k + 2, clause), value }));
  const strong = 4 * (variables - 1);
  const own =
    (literal: number) =>
    (clause: number): Neuron => ({
      bias: 0,
      entries: [
        { column: at(literal, clause), value: 2 },
        { column: at(1 - literal, 0), value: -1 },
      ],
    });
  const variableOne =
    (side: 1 | -1) =>
    (clause: number): Neuron => ({
      bias: -1,
      entries: [
        { column: at(0, clause), value: side * strong },
        { column: at(1, clause), value: -side * strong },
        ...others(clause, 2),
      ],
    });
  const kinds = [
    (clause: number): Neuron => ({ bias: 1, entries: others(clause, -2) }),
    own(0),
    (clause: number): Neuron => ({ bias: -1, entries: others(clause, 2) }),
    variableOne(1),
    own(1),
    variableOne(-1),
  ];
  return kinds.map((kind) => upTo(clauses).map(kind));
}

/** A + 2B and A + 2F: the clause is that literal alone; C + E and C + G: it has others too. */
function subconcepts(clauses: number): Neuron[][] {
  const [a, b, c, e, f, g] = [0, 1, 2, 3, 4, 5].map((kind) => kind * clauses) as Kinds;
  const pairs = [
    [a, b, 2],
    [a, f, 2],
    [c, e, 1],
    [c, g, 1],
  ] as const;
  return pairs.map(([left, right, weight]) =>
    upTo(clauses).map((clause) => ({
      bias: -weight,
      entries: [
        { column: left + clause, value: 1 },
        { column: right + clause, value: weight },
      ],
    })),
  );
}

type Kinds = [number, number, number, number, number, number];

function concept(clauses: number, side: 1 | -1): Neuron {
  const weights = [ALONE, -ALONE, WITH_ANOTHER, -WITH_ANOTHER];
  const entries = weights.flatMap((weight, kind) =>
    upTo(clauses).map((clause) => ({ column: kind * clauses + clause, value: side * weight })),
  );
  return { bias: 0, entries };
}

const SIZES = [
  [2, 3],
  [3, 6],
  [5, 50],
];

export const maxSatFamilies: Families = [
  ["max-sat-softmax", family("softmax", (logit) => [logistic(2 * logit), logistic(-2 * logit)])],
  ["max-sat-argmax", family("argmax", (logit) => [logit >= 0 ? 0 : 1])],
];

function family(activation: "softmax" | "argmax", answer: (logit: number) => number[]): Family {
  return {
    sizes: SIZES,
    build: ([variables, clauses]) => maxSat(variables!, clauses!, activation),
    reference: (x, [, clauses]) => answer(votes(x, clauses!)),
    draw: ([variables, clauses], random) => drawFormula(variables!, clauses!, random),
  };
}

/** Each clause votes for literal 0 or against it, loudly where the literal stands alone. */
function votes(x: readonly number[], clauses: number): number {
  const has = (literal: number, clause: number) => x[literal * clauses + clause] === 1;
  const literals = upTo(x.length / clauses);
  let [alone, shared] = [0, 0];
  for (let clause = 0; clause < clauses; clause++) {
    const hasOthers = literals.slice(2).some((literal) => has(literal, clause));
    for (const [literal, side] of [
      [0, 1],
      [1, -1],
    ] as const) {
      const rival = 1 - literal;
      alone += has(literal, clause) && !hasOthers ? side : -side;
      // The own literal decides for, the opposite one against, and others alone for.
      const isFor = has(literal, clause) || !has(rival, clause);
      shared += hasOthers && isFor ? side : -side;
    }
  }
  return ALONE * alone + WITH_ANOTHER * shared;
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Up to all clauses, each with up to three literals. */
function drawFormula(variables: number, clauses: number, random: Random): number[] {
  const formula = upTo(2 * variables * clauses).map(() => 0);
  const used = random.below(clauses + 1);
  for (let clause = 0; clause < used; clause++) {
    const nLiterals = 1 + random.below(3);
    for (let k = 0; k < nLiterals; k++) {
      const literal = random.bit() ? random.below(2) : random.below(2 * variables);
      formula[literal * clauses + clause] = 1;
    }
  }
  return formula;
}
