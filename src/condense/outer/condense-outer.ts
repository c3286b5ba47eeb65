import type { Network } from "../../enn/network.ts";
import { sparseMatrix } from "../../enn/sparse-matrix.ts";
import { sizeOf } from "../../math/shape.ts";
import type { Block, Program } from "../../program/program.ts";
import { agrees } from "./agrees.ts";
import { extremeOver } from "./extreme-over.ts";
import { type Extreme, type Ladder, laddersOf } from "./ladder.ts";
import { type CommonOuter, commonOuter } from "./outer.ts";
import { condenseSummands } from "./summands.ts";
import { mapResult, wrapped } from "./wrap.ts";

/** The program of a network whose outputs are plain sums. */
export type CondenseSums = (network: Network) => Program;

/**
 * Programs of a network whose outputs all are one function of one number each, such as the distance of
 * two sums, the remainder of one, or the largest of many: the program of the numbers, with the function
 * around it. None where the network is of another kind.
 */
export function condenseOuter(network: Network, condenseSums: CondenseSums): Program[] {
  const given = (program: Program): Program => ({
    ...program,
    inputs: program.inputs.map((input, k) => ({ ...input, domain: network.inputs[k]!.domain })),
  });
  if (isOnlySums(network)) return [given(condenseSums(overIntegers(network)))];
  const ladders = laddersOf(network);
  const common = ladders && commonOuter(ladders);
  if (ladders === undefined) {
    const summed = condenseSummands(network, {
      condenseOuter: (part) => condenseOuter(part, condenseSums),
      condenseSums,
    });
    return summed.filter((program) => agrees(program, network));
  }
  if (common === undefined) return [];
  const inner = numbersOf(network, ladders, common, condenseSums);
  const body = inner && mapResult(inner.body, (number) => wrapped(common.outer, number));
  if (inner === undefined || body === undefined) return [];
  return [given({ ...inner, body })].filter((program) => agrees(program, network));
}

function isOnlySums({ layers, inputs, output }: Network): boolean {
  return (
    layers.length === 1 &&
    layers[0]!.activation === "identity" &&
    output.labels.kind === "raw" &&
    inputs.every(({ domain }) => domain.kind === "binary" || domain.kind === "integer")
  );
}

/** Sums of bits at an edge, of one cell only, are to be numbers like all others. */
function overIntegers(network: Network): Network {
  const domain = { kind: "integer", low: -9, high: 9 } as const;
  return { ...network, inputs: network.inputs.map((input) => ({ ...input, domain })) };
}

/** The program of the numbers on which the outputs depend. */
function numbersOf(
  network: Network,
  ladders: readonly Ladder[],
  { constants }: CommonOuter,
  condenseSums: CondenseSums,
): Program | undefined {
  const program = condenseSums(
    sumsOnly(
      network,
      ladders.map(({ of }) => of),
      constants,
    ),
  );
  const kinds = new Set(ladders.flatMap(({ of }) => (of.members.length > 1 ? [of.kind] : [])));
  if (kinds.size === 0) return program;
  if (kinds.size > 1 || ladders.some(({ of }) => !isPlain(of)) || constants.some((c) => c !== 0))
    return undefined;
  const body: Block | undefined = mapResult(program.body, (sum) =>
    extremeOver([...kinds][0]!, sum),
  );
  return body && { ...program, body };
}

/** Members that are one cell each: their sum says which ones they are. */
function isPlain({ members }: Extreme): boolean {
  return members.every(
    ({ terms, constant }) => constant === 0 && terms.length === 1 && terms[0]![1] === 1,
  );
}

/** A network of one layer that adds up the members of each number. */
function sumsOnly(
  { inputs, output }: Network,
  numbers: readonly Extreme[],
  constants: readonly number[],
): Network {
  const nCells = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const rows = numbers.map(({ members }) => {
    const weights = new Map<number, number>();
    for (const { terms } of members) {
      for (const [cell, weight] of terms) weights.set(cell, (weights.get(cell) ?? 0) + weight);
    }
    return [...weights].sort(([a], [b]) => a - b).map(([column, value]) => ({ column, value }));
  });
  return overIntegers({
    kind: "feedforward",
    inputs,
    layers: [
      {
        weights: sparseMatrix(rows, nCells),
        biases: Float64Array.from(constants),
        activation: "identity",
      },
    ],
    output: { name: output.name, shape: output.shape, labels: { kind: "raw" } },
  });
}
