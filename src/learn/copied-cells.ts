import type { Dataset } from "../data/dataset.ts";
import { coordinatesOf } from "../math/shape.ts";
import type { Columns } from "./columns.ts";
import { cellFeature } from "./feature/cells.ts";
import type { Feature } from "./feature/feature.ts";
import { nearnessRank } from "./nearness-rank.ts";
import { layoutOf, type Source } from "./sharing.ts";

/** A cell as a feature, and its position among all cells, nearest to the output first. */
export interface RankedCell {
  readonly feature: Feature;
  readonly rank: number;
}

/** All cells by what they tell apart: which samples hold what the first one holds. */
export class CopiedCells {
  readonly #dataset: Dataset;
  readonly #byPattern = new Map<string, (Source & { kind: "fixed" })[]>();
  readonly #featureOf: (source: Source, rank: number) => Feature;

  /** Cost: cells times samples. */
  constructor(dataset: Dataset, columns: Columns) {
    this.#dataset = dataset;
    this.#featureOf = cellFeature(dataset, { kind: "alone" }, columns.count);
    for (let column = 0, input = 0; column < columns.count; column++) {
      while (column >= (columns.starts[input + 1] ?? Infinity)) input += 1;
      const { values, stride, offset } = columns.at(column);
      const pattern = patternOf(columns.nSamples, (sample) => values[sample * stride + offset]!);
      const coordinates = coordinatesOf(offset, dataset.inputs[input]!.shape);
      const alike = this.#byPattern.get(pattern) ?? [];
      alike.push({ kind: "fixed", input, coordinates });
      this.#byPattern.set(pattern, alike);
    }
  }

  /** The cell nearest to an output that tells the same samples apart as its labels. Cost: samples. */
  nearest(labels: Int32Array, output: number): RankedCell | undefined {
    const pattern = patternOf(labels.length, (sample) => labels[sample]!);
    const layout = layoutOf(this.#dataset);
    const place = coordinatesOf(output, layout.output);
    const ranked = (this.#byPattern.get(pattern) ?? []).map((source) => ({
      source,
      rank: nearnessRank(source, layout, place),
    }));
    if (ranked.length === 0) return undefined;
    const { source, rank } = ranked.reduce((best, each) => (each.rank < best.rank ? each : best));
    return { feature: this.#featureOf(source, rank), rank };
  }
}

/** Which values are the first one, as text, a bit each. */
function patternOf(length: number, at: (k: number) => number): string {
  const first = at(0);
  const words = new Uint16Array((length + 15) >>> 4);
  for (let k = 0; k < length; k++) if (at(k) === first) words[k >>> 4]! |= 1 << (k & 15);
  let pattern = "";
  for (const word of words) pattern += String.fromCharCode(word);
  return pattern;
}
