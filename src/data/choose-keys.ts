import { noInputs, noTarget, targetAmongInputs, unknownInput } from "../errors.ts";

export interface KeyOptions {
  /** The key of the target; default `y`, in tables whatever `targetOfTable` finds. */
  readonly target?: string;
  /** The keys of the inputs; default: all others, in the order of the first line. */
  readonly inputs?: readonly string[];
}

/** Which keys of the samples are inputs, and which one is the target. */
export interface Keys {
  readonly inputs: readonly string[];
  readonly target: string;
  /** Whether samples may hold other keys too, which nobody reads. */
  readonly mayHoldOthers: boolean;
}

export const DEFAULT_TARGET = "y";

/**
 * The keys, from those that were found in the first sample or row.
 *
 * Throws `no-target`, `unknown-input`, `no-inputs`, and UsageError where the target is named as an input.
 */
export function chooseKeys(found: readonly string[], place: string, options: KeyOptions): Keys {
  const { target = DEFAULT_TARGET, inputs } = options;
  if (!found.includes(target)) throw noTarget(place, target, found);
  if (inputs?.includes(target)) throw targetAmongInputs(target);
  const unknown = inputs?.find((key) => !found.includes(key));
  if (unknown !== undefined) throw unknownInput(place, unknown, found);
  const chosen = (inputs ?? found).filter((key) => key !== target);
  if (chosen.length === 0) throw noInputs(place, target);
  return { inputs: chosen, target, mayHoldOthers: inputs !== undefined };
}
