import type { Network } from "../enn/network.ts";
import { block, list, table } from "../program/build.ts";
import type { Expression, Program } from "../program/program.ts";
import { readingCost } from "../program/reading-cost.ts";
import type { Rolled } from "./3-roll.ts";
import { formulate } from "./4-formulate.ts";
import { frameOf } from "./frame.ts";
import type { Graph, Leaf } from "./graph.ts";
import { type Naming, write } from "./values.ts";

/** The shortest program that says what was found. */
export function assemble(network: Network, rolled: Rolled, name: string): Program {
  return rolled.kind === "everywhere"
    ? everywhere(network, rolled, name)
    : each(network, rolled, name);
}

const NAMINGS: readonly Naming[] = ["none", "sums", "windows", "cells"];

function everywhere(
  network: Network,
  { graph, modes, function: id }: Extract<Rolled, { kind: "everywhere" }>,
  name: string,
): Program {
  const frame = frameOf(network, { modes, name, leaves: leavesOf(graph, id) });
  const programs = formulate(graph, id, frame.reader).flatMap((form) => {
    const ways = NAMINGS.map((naming) => write(form, frame.reader, naming, frame.taken));
    // Where there is nothing to name, all namings are one.
    const distinct = ways.filter(({ lets }, k) => k === 0 || lets.length > 0);
    return distinct.map(({ lets, result }): Program => {
      const value = table(frame.ranges, block(lets, result));
      return { name: frame.name, inputs: frame.inputs, body: block(frame.pads, value) };
    });
  });
  return shortest(programs);
}

function each(
  network: Network,
  { graph, functions }: Extract<Rolled, { kind: "each" }>,
  name: string,
): Program {
  const frame = frameOf(network, { modes: [], name, leaves: [] });
  const results = functions.map((id) => {
    const ways = formulate(graph, id, frame.reader).map((form) => ({
      name: frame.name,
      inputs: frame.inputs,
      body: block([], write(form, frame.reader, "none", frame.taken).result),
    }));
    return shortest(ways).body.result;
  });
  const value = nested(results, network.output.shape);
  return { name: frame.name, inputs: frame.inputs, body: block([], value) };
}

function shortest(programs: readonly Program[]): Program {
  return programs.reduce((best, program) =>
    readingCost(program) < readingCost(best) ? program : best,
  );
}

function nested(items: readonly Expression[], shape: readonly number[]): Expression {
  if (shape.length === 0) return items[0]!;
  const step = items.length / shape[0]!;
  const parts = Array.from({ length: shape[0]! }, (_, k) => items.slice(k * step, (k + 1) * step));
  return list(parts.map((part) => nested(part, shape.slice(1))));
}

function leavesOf(graph: Graph, id: number): Leaf[] {
  return graph.leavesOf(id).map((leaf) => graph.leafOf(leaf));
}
