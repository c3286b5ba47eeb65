import {
  add,
  and,
  bit,
  block,
  compare,
  define,
  element,
  integer,
  modulo,
  or,
  pad,
  range,
  size,
  subtract,
  sum,
  table,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Expression, Program, ProgramInput, Size } from "../../src/program/program.ts";

/** An input of bits. */
export const bits = (name: string, ...shape: readonly Size[]): ProgramInput => ({
  name,
  shape,
  domain: { kind: "binary" },
});

/** A loop variable that counts from 0. */
export const upTo = (name: string, to: Expression) => range(name, integer(0), to);

const [n, m, i, j] = [size("n"), size("m"), variable("i"), variable("j")];

/** The cellular automaton of rule 30 on a ring. */
export const rule30: Program = {
  name: "rule30",
  inputs: [bits("x", "n")],
  body: block(
    [],
    table(
      [upTo("i", n)],
      block(
        [],
        xor(
          element("x", modulo(subtract(i, integer(1)), n)),
          or(element("x", i), element("x", modulo(add(i, integer(1)), n))),
        ),
      ),
    ),
  ),
};

/** Rule 30 with zeros beyond the ends. */
export const rule30Padded: Program = {
  name: "rule30",
  inputs: [bits("x", "n")],
  body: block(
    [define("padded", pad("x", [1], [1]))],
    table(
      [upTo("i", n)],
      block(
        [],
        xor(
          element("padded", i),
          or(element("padded", add(i, integer(1))), element("padded", add(i, integer(2)))),
        ),
      ),
    ),
  ),
};

const around = range("a", integer(-1), integer(2));
const beside = range("b", integer(-1), integer(2));

/** The game of life on a torus. */
export const life: Program = {
  name: "life",
  inputs: [bits("x", "n", "m")],
  body: block(
    [],
    table(
      [upTo("i", n), upTo("j", m)],
      block(
        [
          define(
            "total",
            sum(
              [around, beside],
              element("x", modulo(add(i, variable("a")), n), modulo(add(j, variable("b")), m)),
            ),
          ),
          define("neighbours", subtract(variable("total"), element("x", i, j))),
        ],
        bit(
          and(
            compare(variable("total"), ">=", integer(3)),
            compare(variable("neighbours"), "<=", integer(3)),
          ),
        ),
      ),
    ),
  ),
};
