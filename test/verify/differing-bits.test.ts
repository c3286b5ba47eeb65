import { expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import {
  add,
  bit,
  block,
  element,
  integer,
  range,
  sum,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Expression, Program } from "../../src/program/program.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { verify } from "../../src/verify/verify.ts";

const [ROWS, COLUMNS] = [6, 9];
const i = variable("i");
const j = variable("j");
const after = (place: Expression): Expression => add(place, integer(1));

/** How many cells differ from the one below, and how many of the first columns from the one to the right. */
function edges(nColumns: number): Program {
  const over = (rows: number, columns: number) => [
    range("i", integer(0), integer(rows)),
    range("j", integer(0), integer(columns)),
  ];
  const differs = (...next: readonly Expression[]): Expression =>
    bit(truth(xor(element("x", i, j), element("x", ...next))));
  return {
    name: "f",
    inputs: [{ name: "x", shape: [ROWS, COLUMNS], domain: { kind: "binary" } }],
    body: block(
      [],
      add(
        sum(over(ROWS - 1, COLUMNS), differs(after(i), j)),
        sum(over(ROWS, nColumns), differs(i, after(j))),
      ),
    ),
  };
}

/** The same network with other weights in its first layer, on the same sides of 0. */
function scaled(network: Network, by: number): Network {
  const [first, ...others] = network.layers;
  const { weights } = first!;
  const values = weights.values.map((value) => by * value);
  return { ...network, layers: [{ ...first!, weights: { ...weights, values } }, ...others] };
}

test.each([1, 3, 0.125])("two orders of two bits are one difference, weights times %d", (by) => {
  const network = scaled(networkFamilies.get("edges")!.build([ROWS, COLUMNS]), by);
  expect(verify(network, edges(COLUMNS - 1))).toMatchObject({ kind: "equivalent" });
  expect(verify(network, edges(COLUMNS - 2))).toMatchObject({ kind: "different" });
});
