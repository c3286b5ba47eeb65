import { atomOf, type Literal } from "./atom.ts";
import {
  complement,
  difference,
  type Form,
  isConstant,
  isSameForm,
  type Part,
  sumOf,
} from "./form.ts";
import { both, literalOfForm } from "./logic.ts";
import type { Race, Store } from "./store.ts";
import { positive, sides } from "./threshold.ts";

/** The place of the first one of the largest; the race is remembered. */
export function placeOfLargest(store: Store, values: readonly Form[]): Form {
  const race = raceOf(store, values, (bit) => bit);
  store.races.push(race);
  const literals = race.winners.map((winner) => literalOfForm(store, winner));
  const known = literals.filter((literal) => literal !== undefined);
  if (known.length === values.length && values.length > 2) addContest(store, known);
  return race.place;
}

/** The same for a network, whose comparisons are replaced by what `settle` makes of them. */
export function placeOfLogits(
  store: Store,
  logits: readonly Form[],
  settle: (bit: Form) => Form,
): Form {
  for (const race of store.races) {
    if (logits.length !== race.values.length || logits.length > maxRace) continue;
    if (isDecidedBy(store, logits, race)) return race.place;
    if (isDecidedBackwards(logits, race)) {
      return sumOf([{ factor: -1, form: race.place }], logits.length - 1);
    }
  }
  return raceOf(store, logits, settle).place;
}

/** Does each logit say, from the last one to the first, whether the value wins? Just one does. */
function isDecidedBackwards(logits: readonly Form[], { winners }: Race): boolean {
  return isScaled(logits.toReversed(), winners);
}

function raceOf(store: Store, values: readonly Form[], settle: (bit: Form) => Form): Race {
  const winners = winnersOf(store, values, settle);
  const parts = winners.flatMap((form, place) => (place === 0 ? [] : [{ factor: place, form }]));
  return { values, winners, place: sumOf(parts, 0) };
}

/** For each form, whether it is the first one of the largest: exactly one is. */
function winnersOf(store: Store, forms: readonly Form[], settle: (bit: Form) => Form): Form[] {
  // reached[i][j], i < j: is form i not below form j?
  const reached = forms.map((form, i) =>
    forms.map((other, j) =>
      i < j ? settle(positive(store, difference(form, other), false)) : undefined,
    ),
  );
  return forms.map((_, i) =>
    both(
      store,
      forms.flatMap((_, j) => {
        if (i === j) return [];
        return [i < j ? reached[i]![j]! : complement(reached[j]![i]!)];
      }),
    ),
  );
}

function addContest(store: Store, literals: readonly Literal[]): void {
  const atoms = literals.map(atomOf);
  if (atoms.some((atom) => store.contestOf.has(atom)) || new Set(atoms).size < atoms.length) return;
  for (const atom of atoms) store.contestOf.set(atom, store.contests.length);
  store.contests.push(literals);
}

/**
 * Have the logits the same first one of the largest as a race, because each is, up to one scale above 0
 * and one shift for all,
 * - whether the value wins;
 * - how many values it is above, or not below, or the sum of both numbers: then logits are in the order
 *   of the values, and equal where they are;
 * - how many values it beats, being above them, or equal and before them: then they are in strict order,
 *   and the first one of the largest values comes last.
 */
function isDecidedBy(store: Store, logits: readonly Form[], { values, winners }: Race): boolean {
  if (isScaled(logits, winners)) return true;
  const nAtoms = logits.reduce((total, { atoms }) => total + atoms.length, 0);
  if (nAtoms < values.length * (values.length - 1)) return false;
  const pairs = comparisonsOf(store, values);
  return [
    (i: number, j: number) => [pairs.above[i]![j]!],
    (i: number, j: number) => [pairs.reached[i]![j]!],
    (i: number, j: number) => [pairs.above[i]![j]!, pairs.reached[i]![j]!],
    (i: number, j: number) => [(i < j ? pairs.reached : pairs.above)[i]![j]!],
  ].some((terms) => isScaled(logits, countsOf(values.length, terms)));
}

const maxRace = 1000;

interface Comparisons {
  readonly above: readonly (readonly (Form | undefined)[])[];
  readonly reached: readonly (readonly (Form | undefined)[])[];
}

/** Of every value with every other. */
function comparisonsOf(store: Store, values: readonly Form[]): Comparisons {
  const table = values.map((): (readonly [Form, Form] | undefined)[] => []);
  values.forEach((value, i) => {
    for (let j = i + 1; j < values.length; j++) {
      const [above, reached] = sides(store, difference(value, values[j]!));
      table[i]![j] = [above, reached];
      table[j]![i] = [complement(reached), complement(above)];
    }
  });
  return {
    above: table.map((row) => row.map((each) => each?.[0])),
    reached: table.map((row) => row.map((each) => each?.[1])),
  };
}

function countsOf(length: number, terms: (i: number, j: number) => readonly Form[]): Form[] {
  return Array.from({ length }, (_, i) => {
    const parts: Part[] = [];
    for (let j = 0; j < length; j++) {
      if (j !== i) for (const form of terms(i, j)) parts.push({ factor: 1, form });
    }
    return sumOf(parts, 0);
  });
}

/** Is each form scale * model + shift, with one scale above 0 and one shift? */
function isScaled(forms: readonly Form[], models: readonly Form[]): boolean {
  const first = models.findIndex((model) => !isConstant(model));
  const [model, form] = [models[first], forms[first]];
  if (model === undefined || form === undefined || form.atoms[0] !== model.atoms[0]) return false;
  const [over, under] = [form.weights[0]!, model.weights[0]!];
  if (over > 0 !== under > 0) return false;
  // under * form - over * 2^exponent * model; both factors may be below 0, as the rest is to be constant.
  const rests = forms.map((each, k) => {
    const scaled = sumOf([{ factor: over, form: models[k]! }], 0, form.exponent);
    return sumOf(
      [
        { factor: under, form: each },
        { factor: -1, form: scaled },
      ],
      0,
    );
  });
  const shift = rests[0]!;
  return isConstant(shift) && rests.every((rest) => isSameForm(rest, shift));
}
