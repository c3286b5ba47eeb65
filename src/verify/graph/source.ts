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
export function sourcesOf(store: Store, { usages }: Part): Source[] {
  const alike = new Map<string, number[]>();
  for (const id of usages.keys()) {
    const key = kinOf(store, id);
    const kin = alike.get(key);
    if (kin === undefined) alike.set(key, [id]);
    else kin.push(id);
  }
  return [...alike].map(([key, ids]) => {
    const uses = ids.map((id) => ({ atom: store.atom(id), usage: usages.get(id)! }));
    if (key.startsWith("contest")) return contestSource(store, uses);
    return uses[0]!.atom.kind === "threshold" ? chainSource(uses) : valueSource(uses[0]!);
  });
}

interface Use {
  readonly atom: Atom;
  readonly usage: Usage;
}

function kinOf(store: Store, id: number): string {
  const contest = store.contestOf.get(id);
  if (contest !== undefined) return `contest${contest}`;
  const atom = store.atom(id);
  return atom.kind === "threshold" ? `base${atom.base.id}` : `atom${id}`;
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

function chainSource(uses: readonly Use[]): Source {
  const sorted = uses.map(({ atom, usage }) => {
    if (atom.kind !== "threshold") throw new Error("a bug: a chain of what is no threshold");
    return { atom, usage, base: atom.base, cut: atom.cut };
  });
  sorted.sort((a, b) => compareCuts(a.cut, b.cut));
  const { slots, rows } = tableOf(sorted);
  const cases: (readonly Weight[])[] = [slots.map(() => 0)];
  for (const row of rows) {
    const last = cases.at(-1)!;
    cases.push(row.map((weight, k) => plus(last[k]!, weight)));
  }
  const chain = { base: sorted[0]!.base, cuts: sorted.map(({ cut }) => cut) };
  return { slots, cases, chain };
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
