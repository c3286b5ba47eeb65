import type { Dataset } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";
import { neverStop } from "../math/stop.ts";
import { type Pool, poolOf } from "./case-pool.ts";
import { columnsOf } from "./columns.ts";
import { CopiedCells } from "./copied-cells.ts";
import { cellFeatures } from "./feature/cells.ts";
import type { Feature } from "./feature/feature.ts";
import { valuesOf } from "./feature/values-of.ts";
import { fitRule } from "./fit-rule.ts";
import type { LearnOptions } from "./options.ts";
import type { Rule } from "./rule/rule.ts";
import type { Scope } from "./scope.ts";

/**
 * A rule for each output where every one of them says what one cell says, or the opposite: an array that
 * is turned, shifted, stretched or picked from. Undefined for others. Cost: cells and outputs, times
 * samples.
 */
export function findCopies(
  dataset: Dataset,
  { shouldStop = neverStop }: LearnOptions,
): Rule[] | undefined {
  if (dataset.target.classes.length !== 2 || !isEnough(dataset)) return undefined;
  const columns = columnsOf(dataset);
  const copied = new CopiedCells(dataset, columns);
  const rules: Rule[] = [];
  for (let output = 0; output < sizeOf(dataset.target.shape); output++) {
    const pool = poolOf(dataset, { kind: "alone", output }, columns);
    const cell = copied.nearest(pool.labels, output);
    const rule = cell && ruleOfCopy(pool, cell.feature, cell.rank);
    if (rule === undefined || shouldStop()) return undefined;
    rules.push(rule);
  }
  return rules;
}

/** Few samples agree with some cell or other by accident: here it is one in 64 for all outputs together. */
function isEnough({ inputs, target, nSamples }: Dataset): boolean {
  const nCells = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  return nSamples >= Math.log2(2 * nCells * sizeOf(target.shape)) + 6;
}

/** The rule for all places that looks at one cell only, and is exact; none where there is no such rule. */
export function copiesIn(dataset: Dataset, scope: Scope & { kind: "shift" }): Rule[] {
  const pool = poolOf(dataset, scope);
  const bank = cellFeatures(dataset, scope);
  const at = bank.findIndex((each) => tells(valuesOf(each, pool), pool));
  const rule = at === -1 ? undefined : ruleOfCopy(pool, bank[at]!, at);
  return rule === undefined ? [] : [rule];
}

function ruleOfCopy(pool: Pool, cell: Feature, position: number): Rule | undefined {
  const search = { isExact: true, mostBits: Infinity, effort: 1, shouldStop: neverStop };
  const rule = fitRule(pool, [cell], search);
  return rule && { ...rule, positions: rule.positions.map(() => position) };
}

/** Does a value, wherever it stands, go with one label only, and another one with the other? */
function tells(values: Float64Array, { labels }: Pool): boolean {
  const first = values[0]!;
  const label = labels[0]!;
  for (let row = 1; row < values.length; row++) {
    if ((values[row] === first) !== (labels[row] === label)) return false;
  }
  return true;
}
