import type { Domain } from "../math/domain.ts";
import type { Label } from "../math/label.ts";
import type { Shape } from "../math/shape.ts";
import type { SparseMatrix } from "./sparse-matrix.ts";

/**
 * What a unit does with its weighted sum. `sign` gives -1, 0 (exactly on a tie) or 1; `step` gives 1
 * above zero, else 0; `argmax` and `softmax` look at all units along the last axis of the output.
 */
export type Activation = "sign" | "step" | "argmax" | "softmax" | "identity";

/** Units that share their inputs (all outputs of the layer before) and their activation. */
export interface Layer {
  /** (nNeurons, nInputs), without the zeros. */
  readonly weights: SparseMatrix;
  /** (nNeurons). */
  readonly biases: Float64Array;
  readonly activation: Activation;
}

/** An input array; the network reads all inputs one after the other, flat and row-major. */
export interface NetworkInput {
  readonly name: string;
  readonly shape: Shape;
  readonly domain: Domain;
}

/** How values of the last layer are called: as they are, or 0/1 by their sign. */
export type Labels = { readonly kind: "raw" } | { readonly kind: "above-zero" };

/** Of the predictions; with argmax and softmax the last layer has one axis more: the classes. */
export interface NetworkOutput {
  readonly name: string;
  readonly shape: Shape;
  readonly labels: Labels;
  /** What the values stand for, where they are no numbers of their own: value k means the class k. */
  readonly classes?: readonly Label[];
}

/** An essence neural network: differentiae, subconcepts and concepts, as layers of threshold units. */
export interface Network {
  readonly kind: "feedforward";
  readonly inputs: readonly NetworkInput[];
  readonly layers: readonly Layer[];
  readonly output: NetworkOutput;
}

/**
 * Networks of one output, one of which decides: where `condition` gives 1, it is what `then` gives, where
 * it gives 0, what `otherwise` gives. All see the same inputs.
 */
export interface ChoiceNetwork {
  readonly kind: "choice";
  readonly inputs: readonly NetworkInput[];
  readonly condition: Network;
  readonly then: StepPart;
  readonly otherwise: StepPart;
  readonly output: NetworkOutput;
}

/** What a step is made of. */
export type StepPart = Network | ChoiceNetwork;

/**
 * Networks that are run place by place along the one axis that all inputs have: from the cells at a place and
 * what is carried they give the output there and what is carried on. It holds for any length. Without outputs
 * at the places there is one output, of what is carried in the end.
 */
export interface StepNetwork {
  readonly kind: "step";
  /** Arrays of one axis, all of one length: that of the data. */
  readonly inputs: readonly NetworkInput[];
  /** Is the last place the first one to be visited? */
  readonly isBackward: boolean;
  readonly carried: readonly CarriedState[];
  /**
   * Do carried integers change one after the other, and is what is written made of what they become? What
   * `next` sees of those before its own is new then; else all parts see what was carried to the place.
   */
  readonly isInTurn?: boolean;
  /** From a cell of each input and the carried integers, all of them scalars, to the output at the place. */
  readonly item?: StepPart;
  /** From the carried integers to one output more, which is put where the walk ends; or to the only one. */
  readonly end?: StepPart;
  readonly output: NetworkOutput;
}

/** An integer that is carried from place to place, between two bounds. */
export interface CarriedState {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly initial: number;
  /** From what `item` sees to the integer after the place. */
  readonly next: StepPart;
}

export type AnyNetwork = Network | StepNetwork;
