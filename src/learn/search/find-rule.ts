import type { Pool } from "../case-pool.ts";
import type { Feature } from "../feature/feature.ts";
import { mapTests, testsOf } from "../rule/map-tests.ts";
import { renumbered } from "../rule/renumbered.ts";
import type { Decision, Rule } from "../rule/rule.ts";
import { mistakeBits } from "./code-length.ts";
import { type Cover, type CoverOptions, findCover } from "./cover.ts";
import type { Description } from "./description.ts";
import { type Literal, literalsOf } from "./literals.ts";
import { questionAbout } from "./question.ts";

export interface RuleSearch extends CoverOptions {
  /** Labels that are described; all where it is not given. The commonest of the others is what is left. */
  readonly described?: readonly number[];
}

/**
 * The shortest decision list that the search finds; undefined where none is exact and one is asked for.
 *
 * Each label is described against all others first; the one that takes the most bits is what is left
 * when the others, shortest first, are decided.
 */
export function findRule(
  pool: Pool,
  features: readonly Feature[],
  search: RuleSearch,
): Rule | undefined {
  const present = [...new Set(pool.labels)].sort((a, b) => a - b);
  if (present.length === 1 || search.described?.length === 0) return constantRule(pool);
  const literals = literalsOf(pool, features);
  const all = [...pool.labels.keys()];
  const described = present.filter((label) => search.described?.includes(label) ?? true);
  const found: LabelledCover[] = [];
  let failures = 0;
  for (const label of described) {
    // Of two labels only the one with the shorter description is described.
    const least = present.length === 2 ? (found[0]?.cover.bits ?? Infinity) : Infinity;
    const mostBits = Math.min(search.mostBits, least);
    const cover = coverOf(label, { pool, literals, cases: all }, { ...search, mostBits });
    if (cover !== undefined) found.push({ label, cover });
    else failures += 1;
    // All labels but one have to be described.
    if (failures > 1) return undefined;
  }
  if (found.length < Math.min(described.length, present.length - 1)) return undefined;
  const missing = commonestOf(pool, (label) => !found.some((other) => other.label === label));
  const order = [...found].sort((a, b) => a.cover.bits - b.cover.bits);
  const otherwise = missing ?? order.at(-1)!.label;
  const chosen = order.filter(({ label }) => label !== otherwise);
  const list =
    present.length === 2 ? chosen : inTurn(chosen, { pool, literals, cases: all }, search);
  if (list === undefined) return undefined;
  const evidence = { pool, literals, features };
  // Of two labels the other one may be described as well.
  const others = present.length === 2 ? order.filter(({ label }) => label === otherwise) : [];
  const best = ruleOf(list, otherwise, evidence);
  return {
    ...renumbered(best),
    rivals: [
      ...list
        .flatMap((each) =>
          each.cover.rivals.map((rival) =>
            list.map((other) => (other === each ? { ...each, cover: rival } : other)),
          ),
        )
        .map((changed) => ruleOf(changed, otherwise, evidence)),
      ...others.map((other) => ruleOf([other], list[0]!.label, evidence)),
      ...withAliases(best, literals),
    ]
      .sort((a, b) => a.bits - b.bits)
      .map(renumbered),
  };
}

/** The commonest label, whatever the cases hold. */
function constantRule(pool: Pool): Rule {
  const otherwise = commonestOf(pool, () => true)!;
  const nMistakes = pool.labels.reduce((count, label) => count + (label === otherwise ? 0 : 1), 0);
  const bits = 1 + mistakeBits(nMistakes, pool.labels.length);
  const nothing = { features: [], positions: [], decisions: [] };
  return { ...nothing, otherwise, saidBits: 1, bits, nMistakes };
}

/** Of the labels that are allowed the one of most cases, the lowest of several; undefined where there is none. */
function commonestOf({ labels }: Pool, isAllowed: (label: number) => boolean): number | undefined {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const allowed = [...counts].filter(([label]) => isAllowed(label));
  return allowed.sort(([a, most], [b, more]) => more - most || a - b)[0]?.[0];
}

/** The same rule with another test in the place of one that holds for the same cases. */
function withAliases(rule: Rule, literals: readonly Literal[]): Rule[] {
  const used = new Set(testsOf(rule));
  return literals
    .filter(({ test }) => used.has(test))
    .flatMap(({ test, aliases }) =>
      aliases.map((alias) => ({
        ...mapTests(rule, (each) => (each === test ? alias.test : each)),
        saidBits: rule.saidBits + alias.moreBits,
        bits: rule.bits + alias.moreBits,
      })),
    );
}

interface LabelledCover {
  readonly label: number;
  readonly cover: Cover;
}

interface LabelledDescription {
  readonly label: number;
  readonly cover: Description;
}

interface Evidence {
  readonly pool: Pool;
  readonly literals: readonly Literal[];
  /** The cases that are not decided yet. */
  readonly cases: readonly number[];
}

function coverOf(
  label: number,
  { pool, literals, cases }: Evidence,
  search: RuleSearch,
): Cover | undefined {
  return findCover(questionAbout(label, pool, { literals, cases }), search);
}

/** The same labels, each described against the cases only that those before it leave over. */
function inTurn(
  order: readonly LabelledCover[],
  evidence: Evidence,
  search: RuleSearch,
): LabelledCover[] | undefined {
  let cases = evidence.cases;
  const list: LabelledCover[] = [];
  for (const [position, { label, cover: whole }] of order.entries()) {
    const cover = position === 0 ? whole : coverOf(label, { ...evidence, cases }, search);
    if (cover === undefined) return undefined;
    list.push({ label, cover });
    const holds = (k: number): boolean =>
      cover.terms.some(({ literals }) =>
        literals.every((index) => isHeld(evidence.literals[index]!, k)),
      );
    cases = cases.filter((k) => !holds(k));
  }
  return list;
}

function isHeld({ holds }: Literal, k: number): boolean {
  return ((holds[k >>> 5]! >>> (k & 31)) & 1) === 1;
}

function ruleOf(
  list: readonly LabelledDescription[],
  otherwise: number,
  { pool, literals, features }: Omit<Evidence, "cases"> & { readonly features: readonly Feature[] },
): Rule {
  const decisions: Decision[] = list.map(({ label, cover }) => ({
    label,
    terms: cover.terms.map((term) => term.literals.map((index) => literals[index]!.test)),
  }));
  const nCases = pool.labels.length;
  const nMistakes = pool.labels.reduce((count, label, k) => {
    const hit = list.find(({ cover }) =>
      cover.terms.some((term) => term.literals.every((index) => isHeld(literals[index]!, k))),
    );
    return count + ((hit?.label ?? otherwise) === label ? 0 : 1);
  }, 0);
  const saidBits = list.reduce((sum, { cover }) => sum + cover.saidBits, 0);
  const bits = saidBits + mistakeBits(nMistakes, nCases);
  return {
    features,
    positions: [...features.keys()],
    decisions,
    otherwise,
    saidBits,
    bits,
    nMistakes,
  };
}
