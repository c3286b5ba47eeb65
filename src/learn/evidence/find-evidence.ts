import type { Dataset } from "../../data/dataset.ts";
import type { Network } from "../../enn/network.ts";
import { neverStop } from "../../math/stop.ts";
import { poolOf } from "../case-pool.ts";
import { totalsOf } from "../feature/arrays.ts";
import { cellFeatures } from "../feature/cells.ts";
import { fitRule } from "../fit-rule.ts";
import type { LearnOptions } from "../options.ts";
import type { Rule } from "../rule/rule.ts";
import { type Evidence, fitEvidence, ownEvidence } from "./fit-evidence.ts";
import { logitsOf } from "./logits.ts";
import { networkOfEvidence, type WeightedRule } from "./network-of-evidence.ts";
import { slicesOf } from "./slices.ts";

/** A network that gives the probabilities of all samples. */
export interface FoundEvidence {
  readonly network: Network;
  readonly bits: number;
  readonly sharing: string;
  readonly open: readonly string[];
}

/**
 * Networks for targets that are distributions over classes: each sums up evidence, as logits, and its
 * softmax are the probabilities. Where all inputs share an axis, the places along it may each add their own,
 * all by the same rules: these come first. Else rules say what the whole input adds. None where there are no
 * distributions, and where neither gives them.
 */
export function findEvidence(dataset: Dataset, options: LearnOptions): FoundEvidence[] {
  const logits = logitsOf(dataset.target);
  if (logits === undefined) return [];
  options.onProgress?.("looking for evidence");
  const rank = Math.max(...dataset.inputs.map(({ shape }) => shape.length));
  const axes = Array.from({ length: rank }, (_, axis) => axis);
  const added = axes.flatMap((axis) => evidenceAlong(axis, dataset, { logits, options }));
  if (added.length > 0) return added.sort((a, b) => a.bits - b.bits);
  return evidenceOfWhole(dataset, { logits, options });
}

interface Search {
  /** (classes, samples). */
  readonly logits: readonly Float64Array[];
  readonly options: LearnOptions;
}

/** What the places along an axis add. */
function evidenceAlong(
  axis: number,
  dataset: Dataset,
  { logits, options }: Search,
): FoundEvidence[] {
  if (options.shouldStop?.()) return [];
  const slices = slicesOf(dataset, axis);
  const evidence = slices && fitEvidence(slices.counts, logits, dataset.target);
  if (slices === undefined || evidence === undefined) return [];
  const things = { ...dataset, inputs: slices.inputs, nSamples: slices.nSlices };
  const rules = weightedRulesOf(things, evidence, options);
  if (rules === undefined) return [];
  const network = networkOfEvidence(dataset, { ...slices, rules, bias: evidence.bias });
  const sharing = "evidence of every place, which adds up";
  const open = isAdded(slices.counts, evidence) ? [] : [NOT_ADDED];
  return [{ network, bits: bitsOf(rules), sharing, open }];
}

/** What the input as a whole adds. */
function evidenceOfWhole(dataset: Dataset, { logits, options }: Search): FoundEvidence[] {
  if (options.shouldStop?.()) return [];
  const evidence = ownEvidence(logits, dataset.target);
  const rules = evidence && weightedRulesOf(dataset, evidence, options);
  if (evidence === undefined || rules === undefined) return [];
  const columnAt = (column: number): number => column;
  const model = { rules, bias: evidence.bias, nPlaces: 1, columnAt };
  const network = networkOfEvidence(dataset, model);
  return [{ network, bits: bitsOf(rules), sharing: "one function of the inputs", open: [] }];
}

const NOT_ADDED =
  "evidence: no sample shows it at more than one place; that what the places say adds up is taken for granted";

/** Does any sample show more than one thing that adds something? */
function isAdded(counts: readonly Float64Array[], { kindOf }: Evidence): boolean {
  const adding = counts.filter((_, thing) => kindOf[thing] !== 0);
  const nSamples = counts[0]!.length;
  return Array.from({ length: nSamples }, (_, sample) =>
    adding.reduce((sum, each) => sum + each[sample]!, 0),
  ).some((count) => count > 1);
}

/** Rules for all kinds of evidence but the one that says nothing; undefined where one has no exact rule. */
function weightedRulesOf(
  things: Dataset,
  { kinds, kindOf }: Evidence,
  options: LearnOptions,
): WeightedRule[] | undefined {
  const rules: WeightedRule[] = [];
  for (const [kind, weights] of kinds.entries()) {
    if (kind === 0) continue;
    if (options.shouldStop?.()) return undefined;
    const values = Int32Array.from(kindOf, (each) => (each === kind ? 1 : 0));
    const target = { name: things.target.name, shape: [], classes: [0, 1], values };
    const rule = ruleOf({ ...things, target }, options);
    if (rule === undefined) return undefined;
    rules.push({ rule, weights });
  }
  return rules;
}

/**
 * The shortest rule that says when a kind of evidence is there. Few things tell of it: it looks at cells and
 * sums only, of which hardly any fits by accident.
 */
function ruleOf(things: Dataset, { shouldStop = neverStop }: LearnOptions): Rule | undefined {
  const scope = { kind: "alone", output: 0 } as const;
  const totals = [...things.inputs.keys()].flatMap((input) => totalsOf(things, input));
  const features = [...cellFeatures(things, scope), ...totals];
  const search = { described: [1], isExact: true, mostBits: Infinity, effort: 1, shouldStop };
  return fitRule(poolOf(things, scope), features, search);
}

/** A number of two or three digits. */
const BITS_OF_WEIGHT = 8;

/** Of the weights of all classes but one, which follow from each other, and of the rules. */
function bitsOf(rules: readonly WeightedRule[]): number {
  return rules.reduce(
    (sum, { rule, weights }) => sum + rule.saidBits + BITS_OF_WEIGHT * (weights.length - 1),
    0,
  );
}
