import type { Network } from "../enn/network.ts";
import { predictionShape } from "../enn/prediction-shape.ts";
import { isSameShape, sizeOf } from "../math/shape.ts";
import { check } from "../program/check.ts";
import type { Program } from "../program/program.ts";
import { type Expansion, expand, type Meter } from "./expansion.ts";
import { differencesOf } from "./graph/compare-forms.ts";
import { type Form, isZero } from "./graph/form.ts";
import { graphAlgebra, safe } from "./graph/graph-algebra.ts";
import { type NetworkForms, networkForms, type Snap } from "./graph/network-forms.ts";
import { ZeroProver } from "./graph/prove-zero.ts";
import { Simulation } from "./graph/simulation.ts";
import { type Held, Store } from "./graph/store.ts";
import { Sweep } from "./graph/sweep.ts";
import { Obstacle } from "./obstacle.ts";
import { type Outcome, proveOutputs } from "./prove-outputs.ts";
import { probesOf } from "./samples.ts";

/** What a proof by one graph of network and program came to. */
export interface GraphProof extends Pick<Outcome, "open" | "suspects" | "isRefuted"> {
  readonly methods: readonly string[];
  readonly snaps: readonly Snap[];
}

interface Options {
  readonly meter: Meter;
  /** Steps of local proofs. */
  readonly steps: number;
  /** Do any of these inputs show a difference? */
  readonly isShownBy: (suspects: readonly Float64Array[]) => boolean;
  /** Are all units read with noise taken for 0, not only those that the program has so? */
  readonly snapsAll: boolean;
  /** The proof is for inputs with these values only. */
  readonly held?: Held;
}

/**
 * Network and program in one graph, in which equal numbers are one: what the two say differently is
 * proved equal unit by unit, layer by layer, then output by output.
 *
 * Throws Obstacle. Cost: near linear in the nonzero weights, as long as units are alike.
 */
export function proveByGraph(network: Network, program: Program, options: Options): GraphProof {
  const store = new Store(options.held);
  const shapes = network.inputs.map(({ shape }) => shape);
  const domains = network.inputs.flatMap(({ shape, domain }) =>
    Array.from({ length: sizeOf(shape) }, () => domain),
  );
  domains.forEach((domain, index) => void store.cell(index, domain));
  const algebra = graphAlgebra(store, domains);
  const expansion = expand(program, shapes, { algebra, meter: options.meter });
  checkResult(store, program, expansion);
  const probes = probesFor(network);
  const simulation = new Simulation(store, probes);
  const glance = new Simulation(
    store,
    probes.filter((_, k) => k % 5 === 0),
  );
  const seemsOther = (form: Form): boolean =>
    glance.valuesOfForm(form).some((value) => value !== 0);
  const prover = new ZeroProver(store, { steps: options.steps }, seemsOther);
  const { snapsAll } = options;
  const sweep = new Sweep(store, { prover, simulation, nKnown: store.atoms.length, snapsAll });
  const forms = networkForms(network, store, sweep);
  checkFit(network, forms, expansion);
  const differences = differencesOf(forms, expansion.items, sizeOf(network.output.shape));
  const suspects = suspectsOf(differences, simulation, probes);
  const { isShownBy } = options;
  const outcome = proveOutputs(differences, { network, program, prover, suspects, isShownBy });
  return {
    ...outcome,
    methods: methodsOf(expansion, sweep.merged, outcome, forms.snaps.length),
    snaps: forms.snaps,
  };
}

/** Inputs to guess by: all kinds of them, but of each kind fewer where a run takes long. */
function probesFor(network: Network): Float64Array[] {
  const cost = network.layers.reduce((sum, { weights }) => sum + weights.values.length, 1);
  const oneIn = Math.min(3, Math.ceil((cost * nProbes) / workOfProbes));
  return [...probesOf(network.inputs, oneIn)];
}

const nProbes = 112;
const workOfProbes = 400_000;

/** Integers of a result pass 2^53 in no program that has a result. */
function checkResult(store: Store, program: Program, { items }: Expansion<Form>): void {
  const type = check(program);
  const isReal = type.kind === "real" || (type.kind === "array" && type.of === "real");
  if (!isReal) for (const item of items) safe(store, item);
}

function checkFit(network: Network, forms: NetworkForms, expansion: Expansion<Form>): void {
  const { isSoftmax, shape } = expansion;
  if (isSoftmax !== forms.isSoftmax) {
    throw new Obstacle("only one of network and program gives probabilities");
  }
  const expected = predictionShape(network);
  if (!isSameShape(shape, expected)) throw new Obstacle("the program's result has another shape");
}

/** Of what the network gives: probabilities have an axis more than the output, the classes. */
/** Probes on which a difference is not 0, by a guess in doubles. */
function suspectsOf(
  differences: readonly Form[],
  simulation: Simulation,
  probes: readonly Float64Array[],
): Float64Array[] {
  const suspects = new Set<number>();
  for (const form of differences.filter((each) => !isZero(each)).slice(0, maxSuspicious)) {
    simulation.valuesOfForm(form).forEach((value, at) => {
      if (value !== 0 && suspects.size < maxSuspects) suspects.add(at);
    });
  }
  return [...suspects].map((at) => probes[at]!);
}

const maxSuspects = 24;
const maxSuspicious = 64;

function methodsOf(
  expansion: Expansion<unknown>,
  nMerged: number,
  { open, nNested, nCut }: Outcome,
  nSnaps: number,
): string[] {
  const nOutputs = expansion.items.length;
  const nStructural = nOutputs - open.length - nNested - nCut;
  return [
    describeExpansion(expansion),
    ...(nMerged > 0 ? [`cuts for ${counted(nMerged, "unit")} inside`] : []),
    ...(nStructural > 0 ? [`the same structure for ${counted(nStructural, "output")}`] : []),
    ...(nNested > 0 ? [`nested thresholds for ${counted(nNested, "output")}`] : []),
    ...(nCut > 0 ? [`cuts for ${counted(nCut, "output")}`] : []),
    ...(nSnaps > 0 ? [`ties snapped in ${counted(nSnaps, "unit")}`] : []),
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

export function describeExpansion({ sizes }: Expansion<unknown>): string {
  const named = [...sizes].map(([name, length]) => `${name} = ${length}`);
  return named.length === 0 ? "expansion" : `expansion at ${named.join(", ")}`;
}
