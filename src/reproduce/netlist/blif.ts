import type { Literal } from "./and-graph.ts";
import type { Netlist } from "./netlist.ts";

/** A netlist in the Berkeley Logic Interchange Format: inputs x0 x1 .., outputs y0 y1 .. */
export function blif({ graph, outputs }: Netlist): string {
  const { nInputs, gates } = graph;
  const nameOf = (literal: Literal): string => {
    const node = literal >> 1;
    if (node === 0) return "zero";
    return node <= nInputs ? `x${node - 1}` : `n${node}`;
  };
  const wanted = (literal: Literal): number => 1 - (literal & 1);
  const numbered = (letter: string, count: number): string =>
    Array.from({ length: count }, (_, k) => ` ${letter}${k}`).join("");
  return [
    ".model netlist",
    `.inputs${numbered("x", nInputs)}`,
    `.outputs${numbered("y", outputs.length)}`,
    // Never 1: it has no row.
    ".names zero",
    ...gates.flatMap(([a, b], k) => [
      `.names ${nameOf(a)} ${nameOf(b)} n${nInputs + 1 + k}`,
      `${wanted(a)}${wanted(b)} 1`,
    ]),
    ...outputs.flatMap((output, k) => [`.names ${nameOf(output)} y${k}`, `${wanted(output)} 1`]),
    ".end",
    "",
  ].join("\n");
}
