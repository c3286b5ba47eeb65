import type { NetworkInput, NetworkOutput } from "../../enn/network.ts";
import type { Values } from "./values.ts";

/** A network in exact numbers, as small as they were found. */
export interface ExactNetwork {
  readonly inputs: readonly NetworkInput[];
  readonly output: ExactOutput;
  readonly layers: readonly (readonly ExactUnit[])[];
  /** How many units take noise for a tie. */
  readonly snapped: number;
}

/** How the units of the last layer are read: one by one, or in groups along the last axis. */
export interface ExactOutput extends NetworkOutput {
  readonly reading: "values" | "argmax" | "softmax";
}

/**
 * The sign, the step or the identity of `weights . inputs + bias`. Units that are compared or read as
 * logits are identities.
 *
 * A sign or step of integer children stands in one form. Weights and bias have no common divisor. With
 * every child counted in its own steps, `sum` is in coprime sizes as well, and the unit is either
 * `sum - k`, where a sign ties at k, or `2 * sum - (2 * k - 1)`, which is above zero from k on and never
 * ties; steps are of the second form. Units of one value read nothing, and their bias is that value.
 * Where the ratio was replaced by a rougher one, the threshold is in the middle of the nearest sums.
 */
export interface ExactUnit {
  /** Ascending indices of units in the layer before, or of inputs. */
  readonly columns: readonly number[];
  /** Not 0; integers where `isInteger`, else the doubles that were given. */
  readonly weights: readonly number[];
  readonly bias: number;
  /** Are weights and bias integers, and sums of them (on integers) at most 2^50? */
  readonly isInteger: boolean;
  readonly activation: "sign" | "step" | "identity";
  /** What the unit can give. */
  readonly values: Values;
}
