import type { Dataset } from "../data/dataset.ts";
import { neverStop } from "../math/stop.ts";
import { cellRules } from "./cell-rules.ts";
import { answersOf } from "./doubt/answers.ts";
import { havePatterns } from "./feature/bank.ts";
import type { Found } from "./found.ts";
import type { Rule } from "./rule/rule.ts";
import { isExplained, LEAST_BITS, LONG, rulesOf, type Solving } from "./rules-of.ts";
import type { Scope } from "./scope.ts";
import { mistakeBits } from "./search/code-length.ts";
import { shortRulesOf } from "./short-rules-of.ts";

/** Rules for a target that is one value: as a function of the inputs, and as an index into one. */
export function findScalar(dataset: Dataset, options: Solving): Found[] {
  options.onProgress?.("looking for a rule");
  const found: Found[] = [];
  for (const scope of scopesOf(dataset)) {
    // Mistaken labels take as many bits whoever calls them so.
    const least = Math.min(...found.map(({ bits, mistakeBits }) => bits - mistakeBits));
    const isGood = isExplained(found, dataset.nSamples);
    // Each class but one takes a few bits at least.
    if (isGood && least <= LEAST_BITS * (dataset.target.classes.length - 1)) break;
    const rules = rulesOf(dataset, scope, options);
    found.push(...rules.map((rule) => foundIn(dataset, scope, rule)));
  }
  const whole: Scope = { kind: "alone", output: 0 };
  if (isLong(found) && havePatterns(dataset)) {
    const quick: Scope = { ...whole, effort: COUNTING_EFFORT };
    const rules = rulesOf(dataset, quick, { ...options, countsPatterns: true });
    found.push(...rules.map((rule) => foundIn(dataset, whole, rule)));
  }
  if (isExplained(found, dataset.nSamples)) return found;
  const rules = cellRules(dataset, whole, { shouldStop: neverStop, ...options });
  return [...found, ...rules.map((rule) => foundIn(dataset, whole, rule))];
}

/** Of a search that mostly finds nothing: what patterns say, few of them say. */
const COUNTING_EFFORT = 0.1;

/** Does all that was found take more bits than a rule that counts and compares a little? */
function isLong(found: readonly Found[]): boolean {
  return found.every(({ bits }) => bits > LONG);
}

/** Rules for one value that are exact and take no more bits than some: a quick look. */
export function findScalarWithin(dataset: Dataset, mostBits: number, options: Solving): Found[] {
  return scopesOf(dataset).flatMap((scope) =>
    shortRulesOf(dataset, scope, { ...options, mostBits }).map((rule) =>
      foundIn(dataset, scope, rule),
    ),
  );
}

function scopesOf(dataset: Dataset): Scope[] {
  return [...indexScopes(dataset), { kind: "alone", output: 0 }];
}

/** Arrays whose places the target may be, if it is a place in them. */
function indexScopes({ inputs, target }: Dataset): Scope[] {
  return inputs.flatMap(({ shape, domain }, input): Scope[] => {
    const [length, ...more] = shape;
    if (length === undefined || more.length > 0 || length < 2 || domain.kind === "one-hot")
      return [];
    const isPlace = (label: unknown): boolean =>
      Number.isInteger(label) && (label as number) >= 0 && (label as number) < length;
    // Two classes are a yes and a no, unless there are just two places.
    const areIndices = target.classes.every(isPlace) && (target.classes.length > 2 || length === 2);
    return areIndices ? [{ kind: "index", input }] : [];
  });
}

/** A rule, and how it does on the samples. */
export function foundIn(dataset: Dataset, scope: Scope, rule: Rule): Found {
  const rivals = (rule.rivals ?? []).map((rival) => foundIn(dataset, scope, rival));
  const isIndex = scope.kind === "index";
  const nPlaces = isIndex ? dataset.inputs[scope.input]!.shape[0]! : 1;
  const rules = Array.from({ length: nPlaces }, (_, place) => ({ rule, place }));
  // A place that is wrong is wrong once, not as the one that is said and as the one that is meant.
  const nMistakes = isIndex ? countMistakes(rules, dataset) : rule.nMistakes;
  const bits = mistakeBits(nMistakes, dataset.nSamples);
  return {
    rules,
    isIndex,
    bits: rule.saidBits + bits,
    nMistakes,
    mistakeBits: bits,
    sharing: isIndex
      ? "one function at every place, which the target points to"
      : "one function of the inputs",
    open: [],
    rivals,
  };
}

function countMistakes(rules: Found["rules"], dataset: Dataset): number {
  const answers = answersOf({ rules, isIndex: true }, dataset);
  return answers.reduce(
    (count, answer, sample) => count + (answer === dataset.target.values[sample] ? 0 : 1),
    0,
  );
}
