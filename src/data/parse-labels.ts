import type { Label } from "../math/label.ts";
import type { Shape } from "../math/shape.ts";
import { checkLeaf } from "./check-leaf.ts";
import { compareLabels } from "./compare-labels.ts";
import { isObject, labelsOfNames, parseDistribution } from "./distribution.ts";
import { elementName } from "./element-name.ts";
import { type FieldPlace, walkLeaves } from "./walk-leaves.ts";

export interface Labels {
  readonly shape: Shape;
  /** Flat and row-major. */
  readonly labels: readonly Label[];
}

/**
 * The labels of one sample; of a distribution the most probable one, the first on a tie.
 *
 * Throws `bad-distribution` and what `walkLeaves` and `checkLeaf` throw.
 */
export function parseLabels(value: unknown, at: FieldPlace): Labels {
  const labels: Label[] = [];
  const shape = walkLeaves(value, {
    at,
    visit: (part, path) => {
      const element = (): string => elementName(at.name, path);
      labels.push(
        isObject(part) ? mostProbable(part, at.place, element) : checkLeaf(part, at.place, element),
      );
    },
  });
  return { shape, labels };
}

function mostProbable(value: object, place: string, element: () => string): Label {
  const shares = parseDistribution(value, place, element);
  const labels = labelsOfNames(shares.map(([name]) => name));
  const ranked = shares
    .map(([, share], k) => ({ share, label: labels[k]! }))
    .sort((a, b) => b.share - a.share || compareLabels(a.label, b.label));
  return ranked[0]!.label;
}
