import { type GraphProof, proveByGraph } from "./by-graph.ts";
import type { Held } from "./graph/store.ts";
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

/** An exact proof by one graph for the inputs in which some cells have these values; undefined where it does not come to its end. */
export function proveHeld(task: Task, held: Held): GraphProof | undefined {
  const attempted = graphOf(task, { snapsAll: false, held });
  if ("reason" in attempted) return undefined;
  const { proof } = attempted;
  return proof.open.length === 0 && proof.snaps.length === 0 ? proof : undefined;
}

/** A proof for inputs of any kind, by one graph: exact, else with all noise taken for 0. */
export function proveWholeDomain(task: Task): {
  readonly proof?: GraphProof;
  readonly stuck: Stuck;
} {
  const attempted = graphOf(task, { snapsAll: false });
  if ("reason" in attempted) return { stuck: { ...nothing, reason: attempted.reason } };
  const exact = attempted.proof;
  if (exact.open.length === 0) return { proof: exact, stuck: nothing };
  if (!exact.isRefuted) {
    const snapped = graphOf(task, { snapsAll: true });
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

interface Wanted {
  readonly snapsAll: boolean;
  readonly held?: Held;
}

function graphOf(
  task: Task,
  { snapsAll, held }: Wanted,
): { readonly proof: GraphProof } | { readonly reason: string } {
  const { network, program, limits } = task;
  if (limits.graphSteps === 0) return { reason: "no graph is wanted" };
  return metered(task, (meter) => {
    const isShownBy = (suspects: readonly Float64Array[]): boolean =>
      !snapsAll && refuteBy(suspects, task) !== undefined;
    const options = { meter, steps: limits.graphSteps, snapsAll, isShownBy, ...(held && { held }) };
    return { proof: proveByGraph(network, program, options) };
  });
}
