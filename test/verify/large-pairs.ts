import type { Domain } from "../../src/math/domain.ts";
import {
  add,
  and,
  any,
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  multiply,
  not,
  number,
  range,
  sign,
  size,
  softmax,
  subtract,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import type { Block, Expression, Program, Size } from "../../src/program/program.ts";
import {
  indexOfMostWins,
  indexOfWinner,
  type Tournament,
} from "../../src/tasks/argmax-networks.ts";
import { maxSat } from "../../src/tasks/max-sat-network.ts";
import {
  orientation,
  publishedWeights,
  ratioWeights,
} from "../../src/tasks/orientation-network.ts";
import type { Pair } from "./pairs.ts";

const [i, j, c, n, m] = [variable("i"), variable("j"), variable("c"), size("n"), size("m")];
const [zero, one] = [integer(0), integer(1)];

export function programOver(
  domain: Domain,
  shape: readonly Size[],
  result: Expression,
  lets: Block["lets"] = [],
): Program {
  return { name: "f", inputs: [{ name: "x", shape, domain }], body: block(lets, result) };
}

/** Vertical or horizontal lines in k x k pixels, by rows' and columns' sums. */
export function orientationPair(k: number, weights: "published" | "ratio" = "ratio"): Pair {
  const over = (name: string, body: Expression) => sum([range(name, zero, n)], body);
  const line = (body: Expression) => table([range("i", zero, n)], block([], over("j", body)));
  const square = [range("i", zero, n), range("j", zero, n)];
  const difference = sign(subtract(element("columns", i), element("rows", j)));
  const total = variable("total");
  const own = (name: string) => multiply(integer(k), over(name, element("d", i, j)));
  const limit = (from: Expression) => multiply(integer(k - 1), from);
  const lets = [
    define("rows", line(element("x", i, j))),
    define("columns", line(element("x", j, i))),
    define("d", table(square, block([], difference))),
    define("total", sum(square, element("d", i, j))),
    define("vertical", over("i", bit(compare(own("j"), ">", limit(add(total, integer(k))))))),
    define(
      "horizontal",
      over("j", bit(compare(own("i"), "<", limit(subtract(total, integer(k)))))),
    ),
  ];
  const result = bit(compare(variable("horizontal"), ">", variable("vertical")));
  return {
    network: orientation(k, weights === "published" ? publishedWeights : ratioWeights(k)),
    program: programOver({ kind: "binary" }, ["n", "n"], result, lets),
  };
}

/** How to set a formula's first variable, by counts of clauses. */
export function maxSatPair(
  variables: number,
  clauses: number,
  activation: "softmax" | "argmax",
): Pair {
  const x = (literal: number) => element("x", integer(literal), c);
  const hasOthers = any([range("l", integer(2), n)], truth(element("x", variable("l"), c)));
  const others = truth(element("others", c));
  const count = (name: string, body: Expression) =>
    define(name, sum([range("c", zero, m)], bit(body)));
  const alone = (literal: number) => and(truth(x(literal)), not(others));
  const shared = (literal: number) => and(others, compare(x(literal), ">=", x(1 - literal)));
  const lead = (name: string) => subtract(variable(`${name}0`), variable(`${name}1`));
  const score = variable("score");
  const lets = [
    define("others", table([range("c", zero, m)], block([], bit(hasOthers)))),
    ...[0, 1].map((literal) => count(`alone${literal}`, alone(literal))),
    ...[0, 1].map((literal) => count(`shared${literal}`, shared(literal))),
    define(
      "score",
      add(multiply(integer(10), lead("alone")), multiply(number(2 * 1.14878), lead("shared"))),
    ),
  ];
  const result =
    activation === "argmax"
      ? choose(compare(score, ">=", zero), zero, one)
      : softmax(list([score, subtract(zero, score)]));
  return {
    network: maxSat(variables, clauses, activation),
    program: programOver({ kind: "binary" }, ["n", "m"], result, lets),
  };
}

/** The index of the largest number. */
export function argmaxPair(
  tournament: Tournament,
  domain: Domain,
  by: "wins" | "winner" = "wins",
): Pair {
  const network = (by === "wins" ? indexOfMostWins : indexOfWinner)(tournament, domain);
  const result = argmax(range("i", zero, n), element("x", i));
  return { network, program: programOver(domain, ["n"], result) };
}
