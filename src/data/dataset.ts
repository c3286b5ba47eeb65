import type { Domain } from "../math/domain.ts";
import type { Label } from "../math/label.ts";
import type { Shape } from "../math/shape.ts";

/** One input of a problem: an array of numbers, of the same shape in every sample. */
export interface Input {
  readonly name: string;
  /** With the domain `one-hot` its last axis are the values, so that all elements are 0 or 1. */
  readonly shape: Shape;
  readonly domain: Domain;
  /** (nSamples, size of shape), row-major. */
  readonly values: Float64Array;
}

/** What is to be predicted: an array of class indices, of the same shape in every sample. */
export interface Target {
  readonly name: string;
  readonly shape: Shape;
  /** The labels as they stand in the data, in ascending order: false, true, numbers, strings. */
  readonly classes: readonly Label[];
  /** (nSamples, size of shape), row-major: indices into `classes`. */
  readonly values: Int32Array;
  /**
   * (nSamples, size of shape, nClasses), row-major, where the data give distributions over the classes;
   * `values` then are the most probable ones, the first on a tie.
   */
  readonly probabilities?: Float64Array;
}

/** Samples of one problem at one size. */
export interface Dataset {
  readonly nSamples: number;
  readonly inputs: readonly Input[];
  readonly target: Target;
  /** Where each sample stood, for messages: `file:line`. */
  readonly places: readonly string[];
  /** What was left out of the data, and why, in sentences for the user. */
  readonly warnings: readonly string[];
}
