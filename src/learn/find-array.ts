import type { Dataset } from "../data/dataset.ts";
import { coordinatesOf, sizeOf } from "../math/shape.ts";
import { neverStop, type ShouldStop } from "../math/stop.ts";
import { poolOf } from "./case-pool.ts";
import { cellRules } from "./cell-rules.ts";
import { bankOf } from "./feature/bank.ts";
import { isEnd } from "./feature/ends.ts";
import type { Feature } from "./feature/feature.ts";
import { copiesIn, findCopies } from "./find-copies.ts";
import { type Found, shortestFirst } from "./found.ts";
import type { Edge, LearnOptions } from "./options.ts";
import { mistakesOf } from "./rule/labels-by.ts";
import type { Rule } from "./rule/rule.ts";
import { isExplained, isShort, LONG, rulesOf, type Solving } from "./rules-of.ts";
import type { Scope } from "./scope.ts";
import { mistakeBits } from "./search/code-length.ts";
import { canShare, layoutOf } from "./sharing.ts";
import { shortRulesOf } from "./short-rules-of.ts";

/** Edges in order of preference where several fit the data equally well. */
const EDGES: readonly Edge[] = ["ring", "zero", "none"];

/** Fewer bits than this no output by itself can be described with. */
const LEAST_BITS_ALONE = 5;

/**
 * Rules for a target that is an array: one for all places, all axes alike before axes of different
 * kinds; and one for each output, unless one for all is so short that those cannot be shorter.
 */
export function findArray(dataset: Dataset, options: Solving): Found[] {
  const copies = findCopies(dataset, options);
  if (copies !== undefined) {
    const rulesWith: EdgeSearch["rulesWith"] = copiesIn;
    const ways = [...alikeEdges(dataset, options), ...mixedWays(dataset, options)];
    const shared = findWithEdges(dataset, ways, { ...options, rulesWith });
    return shared.length > 0 ? shared : [foundAlone(dataset, copies)];
  }
  const shared = findShared(dataset, options);
  // Mistaken labels take as many bits whoever calls them so.
  const least = Math.min(...shared.map(({ bits, mistakeBits: mistaken }) => bits - mistaken));
  const isGood = isExplained(shared, dataset.target.values.length);
  if (isGood && least <= LEAST_BITS_ALONE * sizeOf(dataset.target.shape)) return shared;
  const alone = findAlone(dataset, options);
  return alone === undefined ? shared : [...shared, alone];
}

/** Rules for all places that are exact and take no more bits than some: a quick look. */
export function findSharedWithin(dataset: Dataset, mostBits: number, options: Solving): Found[] {
  const rulesWith: EdgeSearch["rulesWith"] = (given, scope, search) =>
    shortRulesOf(given, scope, { ...search, mostBits: Math.min(mostBits, search.mostBits) });
  return findWithEdges(dataset, alikeEdges(dataset, options), { ...options, rulesWith });
}

function findShared(dataset: Dataset, options: Solving): Found[] {
  const alike = alikeEdges(dataset, options);
  const mixed = mixedWays(dataset, options);
  const found: Found[] = [];
  for (const rulesWith of [rulesOf, cellRules]) {
    for (const ways of [alike, mixed]) {
      const isTried = ways === mixed && areMistakesAtEdges(dataset, found);
      if (!isTried && isExplained(found, dataset.target.values.length)) return found;
      found.push(...findWithEdges(dataset, ways, { ...options, rulesWith }));
    }
  }
  return found;
}

/** The same kind of edge along all axes. */
function alikeEdges({ target }: Dataset, { edge = "auto" }: LearnOptions): Edge[][] {
  return EDGES.filter((each) => edge === "auto" || edge === each).map((each) =>
    new Array<Edge>(target.shape.length).fill(each),
  );
}

interface EdgeSearch extends Solving {
  readonly rulesWith: (
    dataset: Dataset,
    scope: Scope & { kind: "shift" },
    options: Solving & { readonly shouldStop: ShouldStop; readonly mostBits: number },
  ) => Rule[];
}

/** Are labels wrong, or patched, where an edge is near? Then it may be another kind of edge. */
function areMistakesAtEdges(dataset: Dataset, found: readonly Found[]): boolean {
  const [best] = shortestFirst(found);
  if (best === undefined) return false;
  // What is exact but long may be patched at its edges.
  if (best.nMistakes === 0) return best.bits > LONG;
  return isWrongAtEdges(best.rules[0]!.rule, dataset);
}

/** Is a rule for rings wrong more than twice as often where an edge is near as elsewhere? */
function isWrongAtEdges(rule: Rule, dataset: Dataset): boolean {
  const { shape } = dataset.target;
  const nPlaces = sizeOf(shape);
  const isAtEdge = Array.from({ length: nPlaces }, (_, place) =>
    coordinatesOf(place, shape).some((at, axis) => at === 0 || at === shape[axis]! - 1),
  );
  const pool = poolOf(dataset, { kind: "shift", edges: shape.map(() => "ring") });
  const wrong = { edge: 0, inside: 0 };
  for (const k of mistakesOf(rule, pool)) wrong[isAtEdge[k % nPlaces] ? "edge" : "inside"] += 1;
  const nEdge = isAtEdge.filter(Boolean).length;
  return wrong.edge * (nPlaces - nEdge) > 2 * wrong.inside * nEdge;
}

function findWithEdges(
  dataset: Dataset,
  ways: readonly (readonly Edge[])[],
  { rulesWith, ...options }: EdgeSearch,
): Found[] {
  const { onProgress, shouldStop = neverStop } = options;
  const found: Found[] = [];
  const foundRules: Rule[] = [];
  for (const edges of ways) {
    if (!canShare(layoutOf(dataset), edges) || shouldStop()) continue;
    if (foundRules.some((rule) => isNoBetterWith(edges, rule, dataset))) continue;
    onProgress?.(`testing one function for all places, edge ${edges.join(", ")}`);
    // Edges that come later have to make an exact rule shorter, or about as short.
    const exact = found.filter(({ nMistakes }) => nMistakes === 0).map(({ bits }) => bits);
    const mostBits = Math.min(...exact) + ABOUT;
    const search = { ...options, shouldStop, mostBits };
    const rules = rulesWith(dataset, { kind: "shift", edges }, search);
    const isChosen = (options.edge ?? "auto") !== "auto";
    if (!edges.includes("none")) foundRules.push(...rules);
    for (const rule of rules) {
      const isOpen = !isChosen && isEdgeOpen(dataset, edges, rule);
      found.push({ ...sharedBy(dataset, edges, rule), open: isOpen ? [EDGE_OPEN] : [] });
    }
    // What is short and fits without a mistake is not bettered by edges that come later, unless it patches its own.
    const isBest = (rule: Rule): boolean =>
      isShort(rule, dataset.target.values.length) && !rule.features.some(isEnd);
    if (rules.some(isBest)) break;
  }
  return found;
}

/** Bits that a rival may take more, and a few. */
const ABOUT = 8;

function mixedWays({ target }: Dataset, { edge = "auto" }: LearnOptions): Edge[][] {
  return edge === "auto" ? mixedEdges(target.shape.length) : [];
}

/** All ways in which some axes, but not all, are rings, and the others have edges of zeros. */
function mixedEdges(rank: number): Edge[][] {
  const ways = Array.from({ length: 2 ** rank }, (_, way) =>
    Array.from({ length: rank }, (_, axis): Edge => ((way >> axis) & 1 ? "ring" : "zero")),
  );
  return ways.slice(1, -1);
}

function sharedBy(dataset: Dataset, edges: readonly Edge[], rule: Rule): Found {
  const nPlaces = sizeOf(dataset.target.shape);
  return {
    rules: Array.from({ length: nPlaces }, (_, place) => ({ rule, place })),
    isIndex: false,
    bits: rule.bits,
    nMistakes: rule.nMistakes,
    mistakeBits: mistakeBits(rule.nMistakes, dataset.target.values.length),
    sharing: `one function at every place${describe(edges)}`,
    open: [],
    rivals: (rule.rivals ?? []).map((rival) => sharedBy(dataset, edges, rival)),
  };
}

const EDGE_OPEN =
  "edge: a ring and an edge of zeros both fit the data; the ring was taken (choose with --edge)";

/** Does an edge of zeros fit the data as well as the rings that were taken? */
function isEdgeOpen(dataset: Dataset, edges: readonly Edge[], rule: Rule): boolean {
  if (edges.some((edge) => edge !== "ring")) return false;
  const zeros = edges.map((): Edge => "zero");
  const moved = movedTo(zeros, rule, dataset);
  if (moved === undefined || isSameFor(rule.features, moved.features, sizeOf(dataset.target.shape)))
    return false;
  return countMistakes(moved, zeros, dataset) <= rule.nMistakes;
}

/** Mistakes that lie anywhere stay whatever the edges are, and no search finds a better rule with others. */
function isNoBetterWith(edges: readonly Edge[], rule: Rule, dataset: Dataset): boolean {
  if (rule.nMistakes === 0 || !isExplained([rule], dataset.target.values.length)) return false;
  if (isWrongAtEdges(rule, dataset)) return false;
  // What never leaves the array reads nothing that a rule with edges could not.
  if (edges.every((edge) => edge === "none")) return true;
  const moved = movedTo(edges, rule, dataset);
  return moved !== undefined && countMistakes(moved, edges, dataset) >= rule.nMistakes;
}

/** The same rule with other edges; undefined where these have no such features. */
function movedTo(edges: readonly Edge[], rule: Rule, dataset: Dataset): Rule | undefined {
  if (edges.includes("none") || rule.positions.includes(-1)) return undefined;
  // The banks of rings and of edges of zeros hold the same features in the same order.
  const bank = bankOf(dataset, { kind: "shift", edges });
  return { ...rule, features: rule.positions.map((position) => bank[position]!) };
}

function countMistakes(rule: Rule, edges: readonly Edge[], dataset: Dataset): number {
  return mistakesOf(rule, poolOf(dataset, { kind: "shift", edges })).length;
}

/** Do features read the same at every place? */
function isSameFor(a: readonly Feature[], b: readonly Feature[], nPlaces: number): boolean {
  const forms = (feature: Feature): string =>
    JSON.stringify(Array.from({ length: nPlaces }, (_, place) => feature.at(place)));
  return a.every((feature, k) => forms(feature) === forms(b[k]!));
}

function describe(edges: readonly Edge[]): string {
  const [first, ...others] = edges;
  if (others.some((edge) => edge !== first)) {
    return `, ${edges.map((edge, axis) => `${EDGE_NAMES[edge]} along axis ${axis}`).join(", ")}`;
  }
  return first === "ring" ? " of a ring" : `, ${EDGE_NAMES[first!]}`;
}

const EDGE_NAMES = { ring: "a ring", zero: "zeros beyond the edge", none: "never beyond the edge" };

/** A rule for each output; undefined where there is none for one of them, and when time is up. */
function findAlone(dataset: Dataset, options: Solving): Found | undefined {
  const nOutputs = sizeOf(dataset.target.shape);
  const rules: Rule[] = [];
  for (let output = 0; output < nOutputs; output++) {
    options.onProgress?.(`looking for output ${output + 1} of ${nOutputs}`);
    const scope = { kind: "alone", output, effort: 1 / nOutputs } as const;
    const rule = rulesOf(dataset, scope, options)[0];
    if (rule === undefined || options.shouldStop?.()) return undefined;
    rules.push(rule);
  }
  const rivals = rules.flatMap((rule, output) =>
    (rule.rivals ?? []).map((rival) => foundAlone(dataset, rules.with(output, rival))),
  );
  return { ...foundAlone(dataset, rules), rivals };
}

function foundAlone(dataset: Dataset, rules: readonly Rule[]): Found {
  const nMistakes = rules.reduce((sum, rule) => sum + rule.nMistakes, 0);
  const bits = rules.reduce((sum, rule) => sum + rule.saidBits, 0);
  const mistakes = mistakeBits(nMistakes, dataset.target.values.length);
  return {
    rules: rules.map((rule) => ({ rule, place: 0 })),
    isIndex: false,
    bits: bits + mistakes,
    nMistakes,
    mistakeBits: mistakes,
    sharing: "a function of its own for every output",
    open: [],
    rivals: [],
  };
}
