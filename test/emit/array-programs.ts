import {
  add,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  max,
  modulo,
  multiply,
  number,
  pad,
  power,
  sign,
  size,
  softmax,
  subtract,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import type { Expression, Let, Program } from "../../src/program/program.ts";
import { bits, upTo } from "./examples.ts";

const [n, i, j, k] = [size("n"), variable("i"), variable("j"), variable("k")];

const program = (result: Expression, ...lets: readonly Let[]): Program => ({
  name: "f",
  inputs: [bits("x", "n"), { name: "r", shape: ["n", 2], domain: { kind: "real" } }],
  body: block(lets, result),
});

const halved = table([upTo("i", n)], block([], multiply(number(0.5), element("x", i))));
const cube = table(
  [upTo("i", n), upTo("j", integer(2)), upTo("k", n)],
  block([], add(element("r", i, j), element("x", k))),
);
const doubling = table([upTo("i", n)], block([], power(2, multiply(integer(20), i))));
const isAny = compare(sum([upTo("k", n)], element("x", k)), ">", integer(1));

/** Programs whose arrays are made, kept and returned in every way. */
export const arrayPrograms: readonly Program[] = [
  program(softmax(halved)),
  program(softmax(cube)),
  program(softmax(variable("r"))),
  program(list([softmax(halved), halved, variable("x")])),
  program(
    list([variable("r"), table([upTo("i", n), upTo("j", integer(2))], block([], integer(0)))]),
  ),
  program(choose(isAny, softmax(halved), variable("x"))),
  program(variable("q"), define("q", pad("x", [1], [5]))),
  program(list([variable("q"), variable("q")]), define("q", pad("r", [0, 1], [0, 4]))),
  program(list(Array.from({ length: 12 }, (_, value) => integer(value - 5)))),
  program(variable("z"), define("z", variable("x"))),
  program(
    table(
      [upTo("i", n)],
      block(
        [define("t", table([upTo("j", n)], block([], multiply(i, element("x", j)))))],
        max([upTo("k", n)], element("t", k)),
      ),
    ),
  ),
  // Powers of 2 up to 2^40: beyond a double's integers at sizes that are allowed.
  program(variable("p"), define("p", doubling)),
  program(max([upTo("k", n)], element("p", k)), define("p", doubling)),
  program(choose(isAny, variable("p"), variable("x")), define("p", doubling)),
  program(list([variable("p"), variable("x")]), define("p", doubling)),
  program(variable("p"), define("p", choose(isAny, doubling, variable("x")))),
  program(choose(isAny, doubling, halved)),
  program(list([softmax(doubling), doubling])),
  // Names that printed code would like to use itself.
  program(
    choose(
      compare(
        variable("allocate"),
        ">",
        max([upTo("best", n)], element("value", variable("best"))),
      ),
      add(variable("result"), sign(subtract(variable("total"), integer(2)))),
      sum([upTo("k", n)], multiply(element("value", k), element("x", k))),
    ),
    define("sum", sum([upTo("i", n)], element("x", i))),
    define("value", table([upTo("row", n)], block([], modulo(variable("row"), integer(3))))),
    define("total", add(variable("sum"), integer(1))),
    define("result", subtract(variable("total"), n)),
    define("allocate", sign(variable("result"))),
    define("y", multiply(integer(2), variable("result"))),
  ),
  program(
    table([upTo("largest", n)], block([], add(variable("y"), variable("largest")))),
    define("y", sum([upTo("i", n)], element("x", i))),
  ),
];
