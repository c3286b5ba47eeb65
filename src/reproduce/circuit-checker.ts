import type { Netlist } from "./netlist/netlist.ts";

/** Ways to compare circuits, as ABC calls them: the one that is known best, and the one for large ones. */
export const CHECKS = ["cec", "&cec"] as const;

export type Check = (typeof CHECKS)[number];

/** What knows circuits: whether two are the same function, and how small one can be. */
export interface CircuitChecker {
  /** Of netlists with as many inputs and as many outputs. */
  readonly compare: (check: Check, left: Netlist, right: Netlist) => Compared;
  /** How many gates are left where a netlist is made small; inputs and outputs are none. */
  readonly countGates: (netlist: Netlist) => number;
}

export interface Compared {
  /** `undecided` where it gives up. */
  readonly kind: "equivalent" | "differs" | "undecided";
  /** From the start of its process to the end. */
  readonly seconds: number;
}
