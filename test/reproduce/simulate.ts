import type { Literal } from "../../src/reproduce/netlist/and-graph.ts";
import type { Netlist } from "../../src/reproduce/netlist/netlist.ts";

/** The outputs of a netlist for some input bits, gate by gate. */
export function simulate({ graph, outputs }: Netlist, cells: readonly number[]): number[] {
  const values = [0, ...cells];
  const read = (literal: Literal): number => values[literal >> 1]! ^ (literal & 1);
  for (const [a, b] of graph.gates) values.push(read(a) & read(b));
  return outputs.map(read);
}

/** The integer that some bits say in two's complement, the lowest first. */
export function integerOf(bits: readonly number[]): number {
  return bits.reduce((sum, bit, k) => sum + bit * (k === bits.length - 1 ? -(2 ** k) : 2 ** k), 0);
}
