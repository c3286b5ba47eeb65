import type { Label } from "../math/label.ts";
import type { Shape } from "../math/shape.ts";
import { checkLeaf } from "./check-leaf.ts";
import { isObject, isTied, labelsOfNames, parseDistribution } from "./distribution.ts";
import { elementName } from "./element-name.ts";
import { type FieldPlace, walkLeaves } from "./walk-leaves.ts";

export interface Labels {
  readonly shape: Shape;
  /** Flat and row-major: what is right; several labels where the most probable ones are tied. */
  readonly right: readonly (readonly Label[])[];
}

/**
 * The labels of one sample; of a distribution the most probable ones.
 *
 * Throws `bad-distribution` and what `walkLeaves` and `checkLeaf` throw.
 */
export function parseLabels(value: unknown, at: FieldPlace): Labels {
  const right: (readonly Label[])[] = [];
  const shape = walkLeaves(value, {
    at,
    visit: (part, path) => {
      const element = (): string => elementName(at.name, path);
      right.push(
        isObject(part)
          ? mostProbable(part, at.place, element)
          : [checkLeaf(part, at.place, element)],
      );
    },
  });
  return { shape, right };
}

function mostProbable(value: object, place: string, element: () => string): Label[] {
  const shares = parseDistribution(value, place, element);
  const labels = labelsOfNames(shares.map(([name]) => name));
  const most = Math.max(...shares.map(([, share]) => share));
  return labels.filter((_, k) => isTied(shares[k]![1], most));
}
