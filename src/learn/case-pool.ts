import type { Dataset } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";
import { isPicked } from "../math/spread.ts";
import { type Columns, columnsOf } from "./columns.ts";
import type { Scope } from "./scope.ts";

/**
 * All evidence about one rule: cases with a label each. With a rule for all places every place of every
 * sample is a case, else every sample.
 */
export interface Pool {
  readonly columns: Columns;
  readonly nPlaces: number;
  /** Case `sample * nPlaces + place`, ascending. */
  readonly cases: Int32Array;
  /** (cases): class indices. */
  readonly labels: Int32Array;
  readonly nClasses: number;
}

/** The pool of a scope; the dataset's columns may be given where there are many scopes. */
export function poolOf(dataset: Dataset, scope: Scope, columns = columnsOf(dataset)): Pool {
  switch (scope.kind) {
    case "shift": {
      const nPlaces = sizeOf(dataset.target.shape);
      return whole(columns, nPlaces, dataset.target.values, dataset.target.classes.length);
    }
    case "alone": {
      const { shape, values, classes } = dataset.target;
      const size = sizeOf(shape);
      const labels = Int32Array.from(
        { length: dataset.nSamples },
        (_, sample) => values[sample * size + scope.output]!,
      );
      return whole(columns, 1, labels, classes.length);
    }
    case "index": {
      const nPlaces = sizeOf(dataset.inputs[scope.input]!.shape);
      const { values, classes } = dataset.target;
      const labels = new Int32Array(dataset.nSamples * nPlaces);
      values.forEach((value, sample) => {
        labels[sample * nPlaces + Number(classes[value])] = 1;
      });
      return whole(columns, nPlaces, labels, 2);
    }
  }
}

/** Every place of every sample, where labels do not matter. */
export function unlabelledPool(dataset: Dataset, nPlaces: number): Pool {
  const labels = new Int32Array(dataset.nSamples * nPlaces);
  return whole(columnsOf(dataset), nPlaces, labels, dataset.target.classes.length);
}

function whole(columns: Columns, nPlaces: number, labels: Int32Array, nClasses: number): Pool {
  const cases = Int32Array.from(labels, (_, index) => index);
  return { columns, nPlaces, cases, labels, nClasses };
}

/** The pool with some of its cases only, by their position. */
export function restrictedTo(pool: Pool, positions: ArrayLike<number>): Pool {
  const chosen = Int32Array.from(positions).sort();
  return {
    ...pool,
    cases: chosen.map((position) => pool.cases[position]!),
    labels: chosen.map((position) => pool.labels[position]!),
  };
}

/** About so many of the cases, of all places alike: enough to refute nearly all that is wrong. */
export function sampled(pool: Pool, about: number): Pool {
  const { length } = pool.cases;
  if (length <= about) return pool;
  const all = Array.from({ length }, (_, k) => k);
  return restrictedTo(
    pool,
    all.filter((k) => isPicked(k, about / length)),
  );
}

/** Cases evenly spread over those of each label; of rare labels all that there is room for. */
export function spreadOverLabels({ labels, nClasses }: Pool, most: number): number[] {
  const byLabel = Array.from({ length: nClasses }, (): number[] => []);
  labels.forEach((label, k) => {
    byLabel[label]!.push(k);
  });
  const nLabels = byLabel.filter((list) => list.length > 0).length;
  const share = Math.max(1, Math.floor(most / nLabels));
  return byLabel.flatMap((list) => {
    const step = Math.max(1, list.length / share);
    return Array.from(
      { length: Math.min(list.length, share) },
      (_, k) => list[Math.floor(k * step)]!,
    );
  });
}
