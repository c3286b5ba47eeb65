import type { AnyNetwork } from "../../enn/network.ts";
import { isSameShape } from "../../math/shape.ts";
import type { Program } from "../../program/program.ts";
import type { Node } from "../../verify/circuit.ts";
import { circuitAlgebra } from "../../verify/circuit-algebra.ts";
import { expand } from "../../verify/expansion.ts";
import { networkCircuit } from "../../verify/network-circuit.ts";
import { Obstacle } from "../../verify/obstacle.ts";
import { type Netlist, netlistOf } from "./netlist.ts";
import { widthOf } from "./word-of-node.ts";

/** A network and its program, with the same inputs and outputs. */
export interface Netlists {
  readonly network: Netlist;
  readonly program: Netlist;
  /** The first output of the program alone. */
  readonly first: Netlist;
}

/**
 * Throws Obstacle where inputs are no bits, what is computed of them is no safe integer, or the results differ in
 * shape.
 */
export function netlistsOf(network: AnyNetwork, program: Program): Netlists {
  if (network.kind === "step") throw new Obstacle("values are carried from place to place");
  if (!network.inputs.every(({ domain }) => domain.kind === "binary")) {
    throw new Obstacle("the inputs are no bits");
  }
  const shapes = network.inputs.map(({ shape }) => shape);
  const outputs = networkCircuit(network);
  const means = { algebra: circuitAlgebra, meter: { steps: 0 } };
  const { shape, items } = expand(program, shapes, means);
  if (!isSameShape(shape, network.output.shape)) {
    throw new Obstacle("the program's result has another shape");
  }
  const nCells = network.layers[0]!.weights.nColumns;
  const width = Math.max(...[...outputs, ...items].map(widthOf));
  const [first] = items as [Node, ...Node[]];
  return {
    network: netlistOf(outputs, nCells, width),
    program: netlistOf(items, nCells, width),
    first: netlistOf([first], nCells, widthOf(first)),
  };
}
