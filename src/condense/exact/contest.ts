import type { Layer } from "../../enn/network.ts";
import type { Children } from "./classify.ts";
import { contestantsOf } from "./contestants.ts";
import type { ExactUnit } from "./exact-network.ts";
import { keep } from "./keep.ts";
import { scoresOf } from "./scores.ts";
import type { Simplified } from "./simplify.ts";
import { spread } from "./spread.ts";

/** Units of which the largest wins: in each group all numbers have one scale, and the smallest bias is 0. */
export function contest(layer: Layer, children: Children, nGroups: number): Simplified {
  const nClasses = layer.biases.length / nGroups;
  let snapped = 0;
  const units = Array.from({ length: nGroups }, (_, group) => {
    const rows = Array.from({ length: nClasses }, (_, k) => group * nClasses + k);
    const simplified = contestOfGroup(layer, rows, children);
    snapped += simplified.snapped;
    return simplified.units;
  });
  return { units: units.flat(), snapped };
}

function contestOfGroup(layer: Layer, rows: readonly number[], children: Children): Simplified {
  const contestants = contestantsOf(layer, rows, children);
  const scores = scoresOf(contestants);
  if (scores === undefined) {
    return { units: rows.map((row) => keep(layer, row, children)), snapped: 0 };
  }
  const units = contestants.units.map(({ row, classOf }, u): ExactUnit => {
    const { weights, bias, values } = scores.units[u]!;
    return {
      ...spread(layer, row, { classOf, weights }),
      bias,
      isInteger: true,
      activation: "identity",
      values,
    };
  });
  return { units, snapped: scores.snapped };
}
