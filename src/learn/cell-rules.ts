import type { Dataset } from "../data/dataset.ts";
import type { LinearSolver } from "../math/linear-program.ts";
import { coordinatesOf } from "../math/shape.ts";
import type { ShouldStop } from "../math/stop.ts";
import { bitsOf, type Cell } from "./cell.ts";
import { columnsOf } from "./columns.ts";
import { type Feature, sumOf } from "./feature/feature.ts";
import { nameBits } from "./feature/naming.ts";
import { fitCell } from "./fit-cell.ts";
import { poolAlone, poolShared } from "./pool.ts";
import type { Rule } from "./rule/rule.ts";
import type { Scope } from "./scope.ts";
import { cellAt, type Sharing, type Source } from "./sharing.ts";
import { findWindow } from "./window.ts";

/** Cells offered of one window. */
const MOST_CELLS = 2;

/**
 * Exact rules of weighted units over a window of 0/1 cells: the smallest window that no cases
 * contradict, on which differentiae are fitted by linear programs. They find weights that follow no
 * law, and cells that lie far away. None where the data are not of this kind.
 */
export function cellRules(
  dataset: Dataset,
  scope: Scope,
  { solver, shouldStop }: { readonly solver: LinearSolver; readonly shouldStop: ShouldStop },
): Rule[] {
  const areBits = dataset.inputs.every(({ domain }) => ["binary", "one-hot"].includes(domain.kind));
  if (!areBits || dataset.target.classes.length !== 2 || scope.kind === "index") return [];
  const isShared = scope.kind === "shift";
  const sharing: Sharing = isShared ? scope : { kind: "alone" };
  const pool = isShared ? poolShared(dataset, scope) : poolAlone(dataset, scope.output);
  const patterns = findWindow(pool, shouldStop);
  if (patterns === undefined || patterns.window.length > LARGEST_WINDOW) return [];
  const cells = fitCell(patterns, solver, shouldStop).slice(0, MOST_CELLS);
  return cells.map((cell) =>
    ruleOfCell(cell, patterns.window, { dataset, sharing, sources: pool.sources }),
  );
}

/** Larger windows make programs that nobody reads, and take minutes. */
const LARGEST_WINDOW = 16;

export interface CellContext {
  readonly dataset: Dataset;
  readonly sharing: Sharing;
  /** The cells that window positions mean. */
  readonly sources: readonly Source[];
}

/** A cell as a rule. */
export function ruleOfCell(cell: Cell, window: readonly number[], context: CellContext): Rule {
  const features = cell.differentiae.map(({ weights }) => featureOf(weights, window, context));
  const terms = cell.subconcepts.map((members) =>
    members.map((feature) => {
      const { bias } = cell.differentiae[feature]!;
      return { feature, kind: "above", value: 0 - bias } as const;
    }),
  );
  const bits = bitsOf(cell) + window.length * nameBits(context.sources.length);
  const label = cell.positive ? 1 : 0;
  return {
    features,
    positions: features.map(() => -1),
    decisions: [{ label, terms }],
    otherwise: 1 - label,
    saidBits: bits,
    bits,
    nMistakes: 0,
  };
}

function featureOf(
  weights: readonly number[],
  window: readonly number[],
  { dataset, sharing, sources }: CellContext,
): Feature {
  const { starts } = columnsOf(dataset);
  const { shape } = dataset.target;
  return {
    family: "unit",
    familyBits: 0,
    bits: 0,
    isInteger: true,
    at: (place) => {
      const read = window.flatMap((index, k) => {
        const source = sources[index]!;
        const input = dataset.inputs[source.input]!;
        const cell = cellAt(source, coordinatesOf(place, shape), input.shape, sharing);
        if (cell === -1 || weights[k] === 0) return [];
        return [{ column: starts[source.input]! + cell, weight: weights[k]! }];
      });
      return sumOf(
        read.map(({ column }) => column),
        read.map(({ weight }) => weight),
      );
    },
  };
}
