import { counted, type GraphProof, proveByGraph } from "./by-graph.ts";
import { proveByThresholds } from "./by-thresholds.ts";
import { metered, refuteBy, type Task } from "./task.ts";

/** What is known where a proof by one graph did not come to its end. */
export interface Stuck {
  readonly methods: readonly string[];
  readonly reason: string;
  /** Inputs on which the two seem to differ. */
  readonly suspects: readonly Float64Array[];
  /** Outputs that are left to be proved; all, if nothing is known. */
  readonly open: readonly number[] | undefined;
}

/** A proof for inputs of any kind, by one graph: exact, with thresholds for what is left, else with all noise taken for 0. */
export function proveWholeDomain(task: Task): {
  readonly proof?: GraphProof;
  readonly stuck: Stuck;
} {
  const graph = graphOf(task, false);
  if ("reason" in graph) return { stuck: { ...nothing, reason: graph.reason } };
  const exact = afterThresholds(graph.proof, task);
  if (exact.open.length === 0) return { proof: exact, stuck: nothing };
  if (!exact.isRefuted) {
    const snapped = graphOf(task, true);
    if ("proof" in snapped && snapped.proof.open.length === 0)
      return { ...snapped, stuck: nothing };
  }
  const { output, reason } = exact.open[0]!;
  const stuck = { suspects: exact.suspects, reason: `output ${output}: ${reason}` };
  // What is proved with noise taken for 0 is not proved for the exact outputs that are left.
  if (exact.snaps.length > 0) return { stuck: { ...stuck, methods: [], open: undefined } };
  const open = exact.open.map((each) => each.output);
  return { stuck: { ...stuck, methods: exact.methods, open } };
}

const nothing: Stuck = { methods: [], reason: "", suspects: [], open: undefined };

function graphOf(
  task: Task,
  snapsAll: boolean,
): { readonly proof: GraphProof } | { readonly reason: string } {
  const { network, program, limits } = task;
  if (limits.graphSteps === 0) return { reason: "no graph is wanted" };
  return metered(task, (meter) => {
    const isShownBy = (suspects: readonly Float64Array[]): boolean =>
      !snapsAll && refuteBy(suspects, task) !== undefined;
    const options = { meter, steps: limits.graphSteps, snapsAll, isShownBy };
    return { proof: proveByGraph(network, program, options) };
  });
}

/** The graph has shown that the program never fails; what it leaves open may be proved by other means. */
function afterThresholds(graph: GraphProof, task: Task): GraphProof {
  if (graph.open.length === 0 || graph.isRefuted) return graph;
  const outputs = graph.open.map(({ output }) => output);
  const found = metered(task, (meter) =>
    proveByThresholds(task.network, task.program, { outputs, meter }),
  );
  if ("reason" in found) return graph;
  const { proved, suspects } = found;
  const said = `nested thresholds for ${counted(proved.size, "output")}`;
  return {
    ...graph,
    methods: proved.size === 0 ? graph.methods : [...graph.methods, said],
    open: graph.open.filter(({ output }) => !proved.has(output)),
    suspects: [...suspects, ...graph.suspects],
  };
}
