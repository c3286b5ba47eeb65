import { Obstacle } from "../obstacle.ts";
import { type Atom, atomOf, type Base, type Cut, isNegated } from "./atom.ts";
import { compareCuts } from "./cut.ts";
import type { Part, Usage } from "./part.ts";
import type { Store } from "./store.ts";
import { plus, times, type Weight } from "./weight.ts";

/** Something on a cut that is free to be in any of its cases, and what each adds to some slots. */
export interface Source {
  readonly slots: readonly number[];
  /** (nCases, nSlots). */
  readonly cases: readonly (readonly Weight[])[];
  /** Of thresholds of one base: case k passes the first k of these cuts, which ascend. */
  readonly chain?: { readonly base: Base; readonly cuts: readonly Cut[] };
}

/**
 * The sources of a cut: the thresholds of one base are one source, because they follow each other, and
 * so are atoms of which exactly one is 1. Throws Obstacle for an atom with too many values.
 */
export function sourcesOf(store: Store, part: Part): Source[] {
  return kinsOf(store, part).map(({ kind, uses }) => sourceOf(store, kind, uses));
}

/** The same, sources that add alike being counted. */
export function countedSources(store: Store, part: Part): Counted[] {
  const alike = new Map<string, { readonly source: Source; count: number }>();
  for (const { kind, uses } of kinsOf(store, part)) {
    const key = `${kind}${uses.map(({ usage }) => usage.id).join()}${rangeOf(kind, uses)}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { source: sourceOf(store, kind, uses), count: 1 });
    else known.count += 1;
  }
  return [...alike.values()];
}

export interface Counted {
  readonly source: Source;
  readonly count: number;
}

/** Atoms that depend on each other; of a chain in the order of their cuts. */
interface Kin {
  readonly kind: "contest" | "chain" | "value";
  readonly uses: Use[];
}

function kinsOf(store: Store, { usages }: Part): Kin[] {
  const kins: Kin[] = [];
  const chains = new Map<Base, Use[]>();
  const contests = new Map<number, Use[]>();
  for (const [id, usage] of usages) {
    const use = { atom: store.atom(id), usage };
    const contest = store.contestOf.get(id);
    if (contest !== undefined)
      add(contests, contest, use, (uses) => kins.push({ kind: "contest", uses }));
    else if (use.atom.kind !== "threshold") kins.push({ kind: "value", uses: [use] });
    else add(chains, use.atom.base, use, (uses) => kins.push({ kind: "chain", uses }));
  }
  for (const uses of chains.values()) inOrder(uses);
  return kins;
}

function inOrder(uses: Use[]): void {
  if (uses.length === 1) return;
  if (uses.length > 2 || compareCuts(cutOf(uses[0]!), cutOf(uses[1]!)) > 0) {
    uses.sort((a, b) => compareCuts(cutOf(a), cutOf(b)));
  }
}

function add<Key>(kins: Map<Key, Use[]>, key: Key, use: Use, isNew: (uses: Use[]) => void): void {
  const known = kins.get(key);
  if (known !== undefined) {
    known.push(use);
    return;
  }
  const uses = [use];
  kins.set(key, uses);
  isNew(uses);
}

function cutOf({ atom }: Use): Cut {
  if (atom.kind !== "threshold") throw new Error("a bug: a chain of what is no threshold");
  return atom.cut;
}

/** What a source's cases depend on beside the usages: no two contests are counted as one. */
function rangeOf(kind: Kin["kind"], uses: readonly Use[]): string {
  const { atom } = uses[0]!;
  switch (kind) {
    case "chain":
      return "";
    case "value":
      return `:${atom.low}:${atom.high}`;
    case "contest":
      return `:${atom.id}`;
  }
}

function sourceOf(store: Store, kind: Kin["kind"], uses: readonly Use[]): Source {
  switch (kind) {
    case "chain":
      return chainSource(uses);
    case "value":
      return valueSource(uses[0]!);
    case "contest":
      return contestSource(store, uses);
  }
}

interface Use {
  readonly atom: Atom;
  readonly usage: Usage;
}

function contestSource(store: Store, uses: readonly Use[]): Source {
  const { slots, rows } = tableOf(uses);
  const contest = store.contests[store.contestOf.get(uses[0]!.atom.id)!]!;
  const used = contest.flatMap((literal) => {
    const at = uses.findIndex(({ atom }) => atom.id === atomOf(literal));
    return at < 0 ? [] : [{ row: rows[at]!, isTurned: isNegated(literal) }];
  });
  const caseOf = (winner: number): Weight[] =>
    slots.map((_, slot) =>
      used.reduce<Weight>(
        (sum, { row, isTurned }, k) => ((k === winner) === isTurned ? sum : plus(sum, row[slot]!)),
        0,
      ),
    );
  const cases = used.map((_, winner) => caseOf(winner));
  return { slots, cases: uses.length < contest.length ? [caseOf(-1), ...cases] : cases };
}

/** Expects the cuts to ascend. */
function chainSource(uses: readonly Use[]): Source {
  const { slots, rows } = tableOf(uses);
  const cases: (readonly Weight[])[] = [slots.map(() => 0)];
  for (const row of rows) {
    const last = cases.at(-1)!;
    cases.push(row.map((weight, k) => plus(last[k]!, weight)));
  }
  const { atom } = uses[0]!;
  if (atom.kind !== "threshold") return { slots, cases };
  return { slots, cases, chain: { base: atom.base, cuts: uses.map(cutOf) } };
}

function valueSource({ atom, usage }: Use): Source {
  if (!isFew(atom)) throw new Obstacle("a number on a cut has too many values");
  const [low, high] = [Number(atom.low), Number(atom.high)];
  const { slots, rows } = tableOf([{ atom, usage }]);
  const cases = Array.from({ length: high - low + 1 }, (_, k) =>
    rows[0]!.map((weight) => times(weight, low + k)),
  );
  return { slots, cases };
}

/** Can the values be tried one by one? */
export function isFew({ isInteger, low, high }: Atom): boolean {
  return (
    isInteger && typeof low === "number" && typeof high === "number" && high - low <= maxValues
  );
}

const maxValues = 1024;

/** The slots that any of the atoms is used in, and the weight of each atom there. */
function tableOf(uses: readonly Use[]): {
  readonly slots: readonly number[];
  readonly rows: readonly (readonly Weight[])[];
} {
  const [only] = uses;
  if (uses.length === 1) return { slots: only!.usage.slots, rows: [only!.usage.weights] };
  const slots = [...new Set(uses.flatMap(({ usage }) => usage.slots))].sort((a, b) => a - b);
  const places = new Map(slots.map((slot, k) => [slot, k]));
  const rows = uses.map(({ usage }) => {
    const row: Weight[] = slots.map(() => 0);
    usage.slots.forEach((slot, k) => {
      row[places.get(slot)!] = usage.weights[k]!;
    });
    return row;
  });
  return { slots, rows };
}
