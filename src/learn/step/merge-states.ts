import { neverStop, type ShouldStop } from "../../math/stop.ts";
import type { TreeState } from "./prefix-tree.ts";

/** A machine with few states: what is read where leads where, and what is written on the way. */
export interface Machine {
  /** Of each state; state 0 is where it starts. */
  readonly states: readonly TreeState[];
}

/** More states than that explain nothing. */
const MOST_STATES = 24;

/**
 * The machine with few states that the sequences of a prefix tree allow: states are merged where nothing
 * that was read from both is different, those first of which most is known (evidence-driven state
 * merging, Lang, Pearlmutter and Price, 1998, on transitions with outputs). Undefined where it has too
 * many states, or time is up.
 */
export function mergeStates(
  tree: readonly TreeState[],
  shouldStop: ShouldStop = neverStop,
): Machine | undefined {
  const merging = new Merging(tree);
  const kept = [0];
  for (;;) {
    const fringe = merging.fringeOf(kept);
    if (fringe.length === 0) return merging.machineOf(kept);
    if (shouldStop()) return undefined;
    const step = nextStep(kept, fringe, merging);
    if (step.into === undefined) {
      kept.push(step.state);
      if (kept.length > MOST_STATES) return undefined;
    } else merging.merge(step.into, step.state, kept);
  }
}

interface Step {
  readonly state: number;
  /** The state with which it is one; undefined for a state of its own. */
  readonly into?: number;
}

/** The first state that is none of those that are kept; else the merger with the most evidence. */
function nextStep(kept: readonly number[], fringe: readonly number[], merging: Merging): Step {
  let best: (Step & { readonly evidence: number }) | undefined;
  for (const state of fringe) {
    let isOwn = true;
    for (const into of kept) {
      const evidence = merging.evidenceFor(into, state, kept);
      if (evidence === undefined) continue;
      isOwn = false;
      if (best === undefined || evidence > best.evidence) best = { state, into, evidence };
    }
    if (isOwn) return { state };
  }
  return best!;
}

/** States of a tree, some of which are one. */
class Merging {
  readonly #states: TreeState[];
  /** What each merger changes, to take it back. */
  #undo: (() => void)[] = [];

  constructor(tree: readonly TreeState[]) {
    this.#states = tree.map(({ edges, end }) => ({ edges: new Map(edges), end }));
  }

  /** States to which kept ones lead and that are not kept, in the order of states and symbols. */
  fringeOf(kept: readonly number[]): number[] {
    const found = kept.flatMap((state) =>
      [...this.#states[state]!.edges]
        .sort(([a], [b]) => a - b)
        .map(([, { to }]) => to)
        .filter((to) => !kept.includes(to)),
    );
    return [...new Set(found)];
  }

  /** How many items agree if two states are one; undefined where some differ. */
  evidenceFor(into: number, state: number, kept: readonly number[]): number | undefined {
    const evidence = this.#tryMerge(into, state, kept);
    for (const undo of this.#undo.reverse()) undo();
    this.#undo = [];
    return evidence;
  }

  merge(into: number, state: number, kept: readonly number[]): void {
    this.#tryMerge(into, state, kept);
    this.#undo = [];
  }

  machineOf(kept: readonly number[]): Machine {
    const states = kept.map((state) => {
      const { edges, end } = this.#states[state]!;
      const moved = [...edges]
        .sort(([a], [b]) => a - b)
        .map(([symbol, { item, to }]) => [symbol, { item, to: kept.indexOf(to) }] as const);
      return { edges: new Map(moved), end };
    });
    return { states };
  }

  /** The state is the root of a tree to which kept states lead: it is folded into the machine. */
  #tryMerge(into: number, state: number, kept: readonly number[]): number | undefined {
    for (const from of kept) {
      const { edges } = this.#states[from]!;
      for (const [symbol, edge] of edges) {
        if (edge.to !== state) continue;
        edges.set(symbol, { ...edge, to: into });
        this.#undo.push(() => edges.set(symbol, edge));
      }
    }
    return this.#fold(into, state);
  }

  #fold(into: number, state: number): number | undefined {
    const [a, b] = [this.#states[into]!, this.#states[state]!];
    let evidence = 0;
    if (b.end !== undefined) {
      if (a.end !== undefined && a.end !== b.end) return undefined;
      if (a.end === undefined) {
        a.end = b.end;
        this.#undo.push(() => {
          a.end = undefined;
        });
      } else evidence += 1;
    }
    for (const [symbol, edge] of b.edges) {
      const known = a.edges.get(symbol);
      if (known === undefined) {
        a.edges.set(symbol, edge);
        this.#undo.push(() => a.edges.delete(symbol));
        continue;
      }
      if (known.item !== edge.item) return undefined;
      const below = this.#fold(known.to, edge.to);
      if (below === undefined) return undefined;
      evidence += 1 + below;
    }
    return evidence;
  }
}
