import { Obstacle } from "../obstacle.ts";
import { type Atom, atomOf, type Base, type Cut, isNegated } from "./atom.ts";
import type { Part } from "./part.ts";
import type { Store } from "./store.ts";
import type { Usage } from "./usage.ts";
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
  return kinsOf(store, part).map((kin) => sourceOf(store, kin));
}

/** What sources of a cut add alike, and how many of them there are. */
export interface Alike {
  /** A text that says how they add. */
  readonly text: string;
  readonly kin: Kin;
  count: number;
}

export interface Counted {
  readonly source: Source;
  readonly count: number;
}

/** The kinds of sources of a cut. */
export function alikeOn(store: Store, part: Part): Alike[] {
  const all: Alike[] = [];
  const chains = new Ending();
  const others = new Map<string, Alike>();
  for (const kin of kinsOf(store, part)) {
    const ending = kin.kind === "chain" ? chains.after(kin.uses) : undefined;
    const text = ending === undefined ? textOf(store, kin) : "";
    const known = ending === undefined ? others.get(text) : ending.alike;
    if (known !== undefined) {
      known.count += 1;
      continue;
    }
    const alike = { text: ending === undefined ? text : textOf(store, kin), kin, count: 1 };
    all.push(alike);
    if (ending === undefined) others.set(text, alike);
    else ending.alike = alike;
  }
  return all;
}

/** The same as sources. Throws Obstacle for an atom with too many values. */
export function countedSources(store: Store, alike: readonly Alike[]): Counted[] {
  return alike.map(({ kin, count }) => ({ source: sourceOf(store, kin), count }));
}

/** How chains go on: those with the same usages in the same order have one ending. */
class Ending {
  alike: Alike | undefined;
  readonly #next = new Map<number, Ending>();
  #lastId = -1;
  #last: Ending | undefined;

  after(uses: readonly Use[]): Ending {
    let ending: Ending = this;
    for (const { usage } of uses) ending = ending.#with(usage.id);
    return ending;
  }

  #with(id: number): Ending {
    // What comes in runs need not be looked up.
    if (id === this.#lastId) return this.#last!;
    const next = this.#next.get(id) ?? new Ending();
    this.#next.set(id, next);
    [this.#lastId, this.#last] = [id, next];
    return next;
  }
}

/** Atoms that depend on each other; of a chain in the order of their cuts. */
interface Kin {
  readonly kind: "contest" | "chain" | "value";
  readonly uses: Use[];
}

function kinsOf(store: Store, { used }: Part): Kin[] {
  const kins: Kin[] = [];
  const chains = new Map<number, Kin>();
  const contests = new Map<number, Kin>();
  for (let k = 0; k < used.ids.length; k++) {
    const id = used.ids[k]!;
    const use = { id, usage: used.usages[k]! };
    const contest = store.contestOf.get(id);
    const base = store.baseOf(id);
    if (contest !== undefined) add(kins, { kind: "contest", among: contests, key: contest }, use);
    else if (base === 0) kins.push({ kind: "value", uses: [use] });
    else add(kins, { kind: "chain", among: chains, key: base }, use);
  }
  for (const { uses } of chains.values()) inOrder(store, uses);
  return kins;
}

interface Sort {
  readonly kind: Kin["kind"];
  readonly among: Map<number, Kin>;
  readonly key: number;
}

function add(kins: Kin[], { kind, among, key }: Sort, use: Use): void {
  const known = among.get(key);
  if (known !== undefined) {
    known.uses.push(use);
    return;
  }
  const kin: Kin = { kind, uses: [use] };
  among.set(key, kin);
  kins.push(kin);
}

function inOrder(store: Store, uses: Use[]): void {
  if (uses.length === 1) return;
  if (uses.length > 2 || store.compareThresholds(uses[0]!.id, uses[1]!.id) > 0) {
    uses.sort((a, b) => store.compareThresholds(a.id, b.id));
  }
}

/** Tells kins apart that add differently. */
function textOf(store: Store, { kind, uses }: Kin): string {
  return `${kind}${uses.map(({ usage }) => usage.text).join("/")}${rangeOf(store, kind, uses)}`;
}

/** What a source's cases depend on beside the usages. */
function rangeOf(store: Store, kind: Kin["kind"], uses: readonly Use[]): string {
  switch (kind) {
    case "chain":
      return "";
    case "value": {
      const { low, high, isInteger } = store.atom(uses[0]!.id);
      return `:${low}:${high}:${isInteger}`;
    }
    case "contest":
      return `:${uses.map(({ id }) => id).join()}`;
  }
}

function sourceOf(store: Store, { kind, uses }: Kin): Source {
  switch (kind) {
    case "chain":
      return chainSource(store, uses);
    case "value":
      return valueSource(store, uses[0]!);
    case "contest":
      return contestSource(store, uses);
  }
}

function thresholdOf(atom: Atom): Extract<Atom, { readonly kind: "threshold" }> {
  if (atom.kind !== "threshold") throw new Error("a bug: a chain of what is no threshold");
  return atom;
}

interface Use {
  /** Of the atom. */
  readonly id: number;
  readonly usage: Usage;
}

function contestSource(store: Store, uses: readonly Use[]): Source {
  const { slots, rows } = tableOf(uses);
  const contest = store.contests[store.contestOf.get(uses[0]!.id)!]!;
  const used = contest.flatMap((literal) => {
    const at = uses.findIndex(({ id }) => id === atomOf(literal));
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
function chainSource(store: Store, uses: readonly Use[]): Source {
  const { slots, rows } = tableOf(uses);
  const cases: (readonly Weight[])[] = [slots.map(() => 0)];
  for (const row of rows) {
    const last = cases.at(-1)!;
    cases.push(row.map((weight, k) => plus(last[k]!, weight)));
  }
  const links = uses.map(({ id }) => thresholdOf(store.atom(id)));
  return { slots, cases, chain: { base: links[0]!.base, cuts: links.map(({ cut }) => cut) } };
}

function valueSource(store: Store, use: Use): Source {
  const atom = store.atom(use.id);
  if (!isFew(atom)) throw new Obstacle("a number on a cut has too many values");
  const [low, high] = [Number(atom.low), Number(atom.high)];
  const { slots, rows } = tableOf([use]);
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
