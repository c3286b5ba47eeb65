import type { Network } from "../enn/network.ts";
import { isSameShape } from "../math/shape.ts";
import { describeExpansion } from "./by-graph.ts";
import { type Node, operandsOf } from "./circuit.ts";
import { type Cone, coneOf, keyOf } from "./cone.ts";
import { difference } from "./diagram.ts";
import { exhaust } from "./exhaustive.ts";
import type { Expansion } from "./expansion.ts";
import { networkCircuit } from "./network-circuit.ts";
import { NodeDiagrams } from "./node-diagrams.ts";
import { orObstacle } from "./obstacle.ts";
import { Tally } from "./tally.ts";

export interface ProofLimits {
  /** Up to so many inputs of an output all assignments are tried. */
  readonly exhaustiveInputs: number;
  /** Nodes of the decision diagrams for one output, steps of work included. */
  readonly diagramNodes: number;
  /** Steps of local proofs in the graph of network and program; with 0 there is no such graph. */
  readonly graphSteps: number;
}

/** What a proof over binary cells came to. */
export type Proof =
  | { readonly kind: "proved"; readonly methods: readonly string[] }
  | {
      readonly kind: "differs";
      readonly methods: readonly string[];
      readonly ones: readonly number[];
    }
  | { readonly kind: "stuck"; readonly methods: readonly string[]; readonly reason: string };

/**
 * Proves output by output that a network of binary inputs and an expanded program are the same function, or finds
 * the cells that must be one, all others being zero, to see a difference.
 *
 * `open` are the outputs to be proved, all if there is none. Outputs that look alike up to the place are proved once. Cost: linear in the outputs, each with the
 * edges of what it is computed from.
 */
export function prove(
  network: Network,
  expansion: Expansion<Node>,
  {
    limits,
    open,
  }: { readonly limits: ProofLimits; readonly open: ReadonlySet<number> | undefined },
): Proof {
  const outputs = orObstacle(() => networkCircuit(network));
  if ("reason" in outputs) return { kind: "stuck", methods: [], reason: outputs.reason };
  if (!isSameShape(expansion.shape, network.output.shape)) {
    return { kind: "stuck", methods: [], reason: "the program's result has another shape" };
  }
  const tally = new Tally();
  const methods = (): string[] => [describeExpansion(expansion), ...tally.describe()];
  const proved = new Map<string, string>();
  for (const [k, output] of outputs.entries()) {
    if (open !== undefined && !open.has(k)) continue;
    const finding = proveOnce(output, expansion.items[k]!, limits, proved);
    switch (finding.kind) {
      case "equal":
        tally.add(finding.method, finding.isNew, finding.nodes);
        break;
      case "differs":
        return { kind: "differs", methods: methods(), ones: finding.ones };
      case "stuck":
        return { kind: "stuck", methods: methods(), reason: `output ${k}: ${finding.reason}` };
    }
  }
  return { kind: "proved", methods: methods() };
}

type Finding =
  | {
      readonly kind: "equal";
      readonly method: string;
      /** Not a renaming of an output that was proved before. */
      readonly isNew: boolean;
      /** Of decision diagrams. */
      readonly nodes: number;
    }
  | { readonly kind: "differs"; readonly ones: readonly number[] }
  | { readonly kind: "stuck"; readonly reason: string };

/** Proofs of small cones are remembered in `proved`: key to method. */
function proveOnce(
  output: Node,
  item: Node,
  limits: ProofLimits,
  proved: Map<string, string>,
): Finding {
  // The program comes first, because it names the cells of alike outputs in the same order.
  const cone = coneOf([item, output]);
  const nEdges = cone.nodes.reduce((total, node) => total + operandsOf(node).length, 0);
  const key = nEdges <= maxKeyEdges ? keyOf(cone, [item, output]) : undefined;
  const method = key === undefined ? undefined : proved.get(key);
  if (method !== undefined) return { kind: "equal", method, isNew: false, nodes: 0 };
  const finding = proveAnew(output, item, { cone, nEdges, limits });
  if (key !== undefined && finding.kind === "equal") proved.set(key, finding.method);
  return finding;
}

/** Texts of larger cones would take more than the proofs they spare. */
const maxKeyEdges = 20_000;

interface Task {
  readonly cone: Cone;
  readonly nEdges: number;
  readonly limits: ProofLimits;
}

function proveAnew(output: Node, item: Node, task: Task): Finding {
  const { cone, limits } = task;
  const nCells = cone.cells.length;
  const isSmall = nCells <= Math.min(limits.exhaustiveInputs, 30);
  const work = 2 ** nCells * (task.nEdges + cone.nodes.length);
  if (isSmall && work <= quickWork) return byExhaustion(output, item, cone);
  const finding = byDiagrams(output, item, task);
  if (finding.kind !== "stuck" || !isSmall || work > slowWork) return finding;
  return byExhaustion(output, item, cone);
}

/** Operations that take a fraction of a second, and operations that take several seconds. */
const quickWork = 2 ** 27;
const slowWork = 2 ** 31;

function byExhaustion(output: Node, item: Node, cone: Cone): Finding {
  const assignment = exhaust(cone, output, item);
  if (assignment === undefined) {
    const cases = 2 ** cone.cells.length;
    const method = `exhaustive over ${cases} ${cases === 1 ? "case" : "cases"}`;
    return { kind: "equal", method, isNew: true, nodes: 0 };
  }
  return { kind: "differs", ones: cone.cells.filter((_, rank) => (assignment >>> rank) & 1) };
}

function byDiagrams(output: Node, item: Node, { cone, limits }: Task): Finding {
  const nCells = cone.cells.length;
  const pair = orObstacle(() => {
    const diagrams = new NodeDiagrams(cone.ranks, limits.diagramNodes);
    const [a, b] = [diagrams.of(item), diagrams.of(output)];
    return { a, b, nodes: diagrams.store.spent };
  });
  if ("reason" in pair) {
    return { kind: "stuck", reason: `${nCells} inputs make 2^${nCells} cases, and ${pair.reason}` };
  }
  const { a, b, nodes } = pair;
  if (a === b) return { kind: "equal", method: "decision diagrams", isNew: true, nodes };
  return { kind: "differs", ones: difference(a, b).map((rank) => cone.cells[rank]!) };
}
