import type { Dataset } from "../data/dataset.ts";
import type { LinearSolver } from "../math/linear-program.ts";
import { coordinatesOf, sizeOf } from "../math/shape.ts";
import type { ShouldStop } from "../math/stop.ts";
import { ruleOfCell } from "./cell-rules.ts";
import { columnsOf } from "./columns.ts";
import { type Sum, sumsOf } from "./feature/feature.ts";
import { fitCell } from "./fit-cell.ts";
import { labelsBy } from "./rule/labels-by.ts";
import type { Rule } from "./rule/rule.ts";
import type { Scope } from "./scope.ts";
import { cellAt, layoutOf, type Sharing, sourcesOf } from "./sharing.ts";

interface Refit {
  readonly scope: Scope;
  readonly solver: LinearSolver;
  readonly shouldStop: ShouldStop;
}

/** Rules over more cells than this are not written out as tables. */
const MOST_CELLS = 9;

/** The choice of another form is worth these bits. */
const FORM_BITS = 4;

/**
 * The same function of a few 0/1 cells in other words: as regions of weighted units, which may make a
 * shorter program. Its whole table is refitted, so that nothing is decided anew.
 */
export function refitted(
  rule: Rule,
  dataset: Dataset,
  { scope, solver, shouldStop }: Refit,
): Rule[] {
  const areBits = dataset.inputs.every(({ domain }) => domain.kind === "binary");
  if (!areBits || dataset.target.classes.length !== 2 || scope.kind === "index") return [];
  const { shape } = dataset.target;
  const layout = layoutOf(dataset);
  const sharing: Sharing = scope.kind === "shift" ? scope : { kind: "alone" };
  const place = scope.kind === "shift" ? shape.map((length) => Math.floor(length / 2)) : [];
  const at = scope.kind === "shift" ? indexOfMiddle(shape) : 0;
  const origin = scope.kind === "shift" ? shape.map(() => 0) : coordinatesOf(scope.output, shape);
  // What depends on the number of the place is no function of cells alone.
  if (rule.features.some((feature) => sumsOf(feature.at(at)).some(hasConstant))) return [];
  const read = columnsOfRule(rule, at);
  if (read.length === 0 || read.length > MOST_CELLS) return [];
  const { starts } = columnsOf(dataset);
  const sources = sourcesOf(layout, sharing, origin);
  const window = read.map((column) =>
    sources.findIndex(
      (source) =>
        starts[source.input]! + cellAt(source, place, layout.inputs[source.input]!, sharing) ===
        column,
    ),
  );
  if (window.includes(-1)) return [];
  const isWindow = (index: number): boolean => {
    const coordinates = coordinatesOf(index, shape);
    const cells = window.map((k) => {
      const { input } = sources[k]!;
      const cell = cellAt(sources[k]!, coordinates, layout.inputs[input]!, sharing);
      return cell === -1 ? -1 : starts[input]! + cell;
    });
    const known = new Set(cells);
    return columnsOfRule(rule, index).every((column) => known.has(column));
  };
  // What looks at ever more cells, place by place, is no window.
  if (scope.kind === "shift" && ![0, sizeOf(shape) - 1].every(isWindow)) return [];
  const patterns = { kind: "patterns", window, ...tableOf(rule, read, at) } as const;
  const cells = fitCell(patterns, solver, shouldStop).slice(0, 2);
  return cells.map((cell) => ({
    ...ruleOfCell(cell, window, { dataset, sharing, sources }),
    saidBits: rule.saidBits + FORM_BITS,
    bits: rule.bits + FORM_BITS,
    nMistakes: rule.nMistakes,
  }));
}

function hasConstant({ constant }: Sum): boolean {
  return constant !== undefined;
}

function indexOfMiddle(shape: readonly number[]): number {
  return shape.reduce((index, length) => index * length + Math.floor(length / 2), 0);
}

function columnsOfRule({ features }: Rule, place: number): number[] {
  const columns = features.flatMap((feature) =>
    sumsOf(feature.at(place)).flatMap((sum) => sum.columns),
  );
  return [...new Set(columns)].sort((a, b) => a - b);
}

/** What the rule says for all values of the cells that it reads: rows in ascending order. */
function tableOf(rule: Rule, read: readonly number[], place: number) {
  const nRows = 2 ** read.length;
  const bit = (row: number, k: number): number => (row >> (read.length - 1 - k)) & 1;
  const values = read.map((_, k) => Float64Array.from({ length: nRows }, (_, row) => bit(row, k)));
  const nothing = new Float64Array(nRows);
  const positions = new Map(read.map((column, k) => [column, k]));
  const columns = {
    nSamples: nRows,
    starts: [],
    count: 0,
    at: (column: number) => {
      const k = positions.get(column);
      return { values: k === undefined ? nothing : values[k]!, stride: 1, offset: 0 };
    },
  };
  const nPlaces = place + 1;
  const cases = Int32Array.from({ length: nRows }, (_, row) => row * nPlaces + place);
  const pool = { columns, nPlaces, cases, labels: new Int32Array(nRows), nClasses: 2 };
  const labels = [...labelsBy(rule, pool)];
  const rows = Array.from({ length: nRows }, (_, row) => read.map((_, k) => bit(row, k)));
  return { rows, labels };
}
