import type { Domain } from "../math/domain.ts";
import type { Shape } from "../math/shape.ts";

/** One input of a problem: an array of numbers, of the same shape in every sample. */
export interface Input {
  readonly name: string;
  readonly shape: Shape;
  readonly domain: Domain;
  /** (nSamples, size of shape), row-major. */
  readonly values: Float64Array;
}

/** What is to be predicted: an array of class indices, of the same shape in every sample. */
export interface Target {
  readonly name: string;
  readonly shape: Shape;
  /** The labels as they stand in the data, in ascending order. */
  readonly classes: readonly number[];
  /** (nSamples, size of shape), row-major: indices into `classes`. */
  readonly values: Int32Array;
}

/** Samples of one problem at one size. */
export interface Dataset {
  readonly nSamples: number;
  readonly inputs: readonly Input[];
  readonly target: Target;
  /** Where each sample stood, for messages: `file:line`. */
  readonly places: readonly string[];
}
