import {
  add,
  any,
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  divide,
  element,
  fold,
  integer,
  list,
  max,
  member,
  modulo,
  multiply,
  number,
  power,
  scan,
  sign,
  size,
  softmax,
  subtract,
  sum,
  table,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Block, Program, ProgramInput } from "../../src/program/program.ts";
import { bits, life, rule30, rule30Padded, upTo } from "./examples.ts";

const [n, m, i, j, k] = [size("n"), size("m"), variable("i"), variable("j"), variable("k")];
const [over, below, along] = [upTo("i", n), upTo("j", m), upTo("k", n)];

const reals = (name: string, ...shape: readonly (string | number)[]): ProgramInput => ({
  name,
  shape,
  domain: { kind: "real" },
});

const digits = (name: string): ProgramInput => ({
  name,
  shape: ["n"],
  domain: { kind: "integer", low: 0, high: 9 },
});

const program = (
  name: string,
  inputs: readonly ProgramInput[],
  body: Block | Block["result"],
): Program => ({ name, inputs, body: "result" in body ? body : block([], body) });

const powers = (array: string, index: string) =>
  sum([upTo(index, n)], multiply(element(array, variable(index)), power(2, variable(index))));

const [known, total] = [variable("known"), variable("total")];
const larger = choose(compare(known, ">=", element("x", i)), known, element("x", i));

/** The digits of a sum in base 10, the last of which counts least. */
const schoolAddition = scan(
  over,
  [{ name: "carry", low: 0, high: 1, initial: 0, next: divide(total, integer(10)) }],
  {
    body: block(
      [define("total", add(element("a", i), element("b", i), variable("carry")))],
      modulo(total, integer(10)),
    ),
    end: variable("carry"),
  },
);

/** Programs that one can read, each for another way of writing. */
export const smallPrograms = {
  rule30,
  rule30Padded,
  life,
  largest: program("largest", [reals("x", "n")], argmax(over, element("x", i))),
  runningLargest: program(
    "running_largest",
    [digits("x")],
    scan(over, [{ name: "known", low: 0, high: 9, initial: 0, next: larger }], {
      body: block([], larger),
    }),
  ),
  schoolAddition: program("school_addition", [digits("a"), digits("b")], {
    ...schoolAddition,
    isBackward: true,
  }),
  lastTwo: program(
    "last_two",
    [bits("x", "n")],
    block(
      [
        define(
          "pairs",
          scan(
            over,
            [
              { name: "last", low: 0, high: 1, initial: 0, next: element("x", i) },
              { name: "before_last", low: 0, high: 1, initial: 1, next: variable("last") },
            ],
            {
              body: block([], add(variable("last"), multiply(integer(2), variable("before_last")))),
            },
          ),
        ),
      ],
      table([over], block([], subtract(element("pairs", i), element("x", i)))),
    ),
  ),
  pattern: program(
    "pattern",
    [bits("x", "n")],
    block(
      [
        define(
          "steps",
          list([
            list([integer(0), integer(1)]),
            list([integer(2), integer(1)]),
            list([integer(0), integer(2)]),
          ]),
        ),
      ],
      {
        ...fold(
          over,
          [
            {
              name: "state",
              low: 0,
              high: 2,
              initial: 0,
              next: element("steps", variable("state"), element("x", i)),
            },
          ],
          { end: bit(compare(variable("state"), "==", integer(2))) },
        ),
        isBackward: true,
      },
    ),
  ),
  remainderOfSums: program(
    "remainder_of_sums",
    [digits("a"), digits("b")],
    fold(
      over,
      [
        { name: "carry", low: 0, high: 1, initial: 1, next: divide(total, integer(10)) },
        {
          name: "rest",
          low: 0,
          high: 6,
          initial: 0,
          next: modulo(add(variable("rest"), total), integer(7)),
        },
      ],
      {
        lets: [define("total", add(element("a", i), element("b", i), variable("carry")))],
        end: add(variable("carry"), variable("rest")),
      },
    ),
  ),
  swap: program(
    "swap",
    [bits("x", "n")],
    scan(
      over,
      [
        { name: "even", low: 0, high: 1, initial: 0, next: variable("odd") },
        { name: "odd", low: 0, high: 1, initial: 1, next: xor(variable("even"), element("x", i)) },
      ],
      { body: block([], variable("even")) },
    ),
  ),
  majority: program(
    "majority",
    [bits("x", "n")],
    bit(compare(multiply(integer(2), sum([over], element("x", i))), ">", n)),
  ),
  parity: program(
    "parity",
    [bits("x", "n", "m")],
    modulo(sum([over, below], element("x", i, j)), integer(2)),
  ),
  filledRows: program(
    "filled_rows",
    [bits("x", "n", "m")],
    table([over], block([], bit(any([below], truth(element("x", i, j)))))),
  ),
  fullestRow: program(
    "fullest_row",
    [bits("x", "n", "m")],
    block(
      [define("row", table([over], block([], sum([below], element("x", i, j)))))],
      max([along], element("row", k)),
    ),
  ),
  larger: program(
    "larger",
    [bits("a", "n"), bits("b", "n")],
    bit(compare(powers("a", "i"), ">", powers("b", "k"))),
  ),
  probabilities: program(
    "probabilities",
    [bits("x", "n", 2)],
    block(
      [define("weight", list([number(0.1), number(-2.5)]))],
      softmax(
        table(
          [over, upTo("j", integer(2))],
          block([], multiply(element("weight", j), element("x", i, j))),
        ),
      ),
    ),
  ),
  order: program(
    "order",
    [reals("x", "n")],
    table([over, along], block([], sign(subtract(element("x", i), element("x", k))))),
  ),
  halves: program(
    "halves",
    [{ name: "x", shape: ["n"], domain: { kind: "integer", low: -9, high: 9 } }],
    table(
      [over],
      block(
        [define("far", element("x", modulo(subtract(i, integer(2)), n)))],
        add(divide(variable("far"), integer(2)), modulo(variable("far"), integer(3))),
      ),
    ),
  ),
  edges: program(
    "edges",
    [bits("x", "n")],
    table(
      [over],
      block(
        [],
        choose(
          compare(i, ">", integer(0)),
          bit(
            any(
              [upTo("k", n)],
              compare(element("x", k), "!=", element("x", subtract(i, integer(1)))),
            ),
          ),
          integer(0),
        ),
      ),
    ),
  ),
  lucky: program(
    "lucky",
    [bits("x", 20)],
    bit(member(sum([upTo("i", integer(20))], element("x", i)), [3, 7, 13])),
  ),
} satisfies Readonly<Record<string, Program>>;
