import type { Dataset } from "../../data/dataset.ts";
import { printInputs } from "../../data/print-jsonl.ts";
import type { Label } from "../../math/label.ts";
import { type NestedOf, nest, sizeOf } from "../../math/shape.ts";
import { networkOf } from "../candidate-of.ts";
import { sumsOf } from "../feature/feature.ts";
import type { Found } from "../found.ts";
import type { PlacedRule } from "../network/term-units.ts";
import { MOST_BITS_BEHIND } from "../search/rivals.ts";
import { answerKey, answersOf, labelOf } from "./answers.ts";
import type { Doubts, Rival } from "./doubts.ts";
import { withMovedThresholds } from "./moved-thresholds.ts";
import { probesOf } from "./probes.ts";
import { questionsOf } from "./questions.ts";

/** Numbers that are read when rules are compared. */
const MOST_READS = 1e8;

/** Answers, of all rules at all places, that are compared. */
const MOST_ANSWERS = 1e5;

const MOST_RIVALS = 3;

/** Rules that answer all probes alike: the one with the fewest bits, and how probable they are together. */
interface Behaviour {
  readonly found: Found;
  readonly answers: Int32Array;
  weight: number;
}

/**
 * Where rules that were found beside the chosen one differ from it on inputs that no sample shows. A rule
 * is as probable as its description is short: a bit more halves it.
 */
export function doubtsAbout(chosen: Found, others: readonly Found[], dataset: Dataset): Doubts {
  const near = others.filter(({ bits }) => bits <= chosen.bits + MOST_BITS_BEHIND);
  const all = [chosen, ...withMovedThresholds(chosen, dataset), ...near];
  const rules = all.flatMap((found) => found.rules);
  const nReads = rules.reduce((sum, placed) => sum + readsOf(placed), 1);
  const probes = probesOf(
    dataset,
    rules,
    Math.min(MOST_READS / nReads, MOST_ANSWERS / rules.length),
  );
  const behaviours = behavioursOf(all, probes);
  const nOutputs = sizeOf(dataset.target.shape);
  const keyed = behaviours.map(({ answers, weight }) => ({
    weight,
    answers: Array.from({ length: probes.nSamples }, (_, k) => answerKey(answers, k, nOutputs)),
  }));
  const questions = questionsOf(keyed, probes.nSamples);
  const [first, ...rest] = behaviours;
  const rivals = rest
    .sort((a, b) => a.found.bits - b.found.bits)
    .slice(0, MOST_RIVALS)
    .map((behaviour) => rivalOf(behaviour, first!, probes));
  return { rivals, probes, questions };
}

/** Numbers that a rule reads in one sample. */
function readsOf({ rule, place }: PlacedRule): number {
  const sums = rule.features.flatMap(({ at }) => sumsOf(at(place)));
  return sums.reduce((count, { columns }) => count + columns.length, 0);
}

function behavioursOf(all: readonly Found[], probes: Dataset): Behaviour[] {
  const byAnswers = new Map<string, Behaviour>();
  const [chosen] = all;
  for (const found of all) {
    const answers = answersOf(found, probes);
    const key = answers.join();
    const weight = 2 ** (chosen!.bits - found.bits);
    const known = byAnswers.get(key);
    if (known === undefined) byAnswers.set(key, { found, answers, weight });
    else {
      const isShorter = known.found !== chosen && found.bits < known.found.bits;
      byAnswers.set(key, {
        found: isShorter ? found : known.found,
        answers,
        weight: known.weight + weight,
      });
    }
  }
  return [...byAnswers.values()];
}

function rivalOf({ found, answers }: Behaviour, chosen: Behaviour, probes: Dataset): Rival {
  const { shape, classes } = probes.target;
  const size = sizeOf(shape);
  const probe = Math.floor(answers.findIndex((answer, k) => answer !== chosen.answers[k]) / size);
  const said = (by: Int32Array): NestedOf<Label> =>
    nest(
      Array.from(by.subarray(probe * size, (probe + 1) * size), (answer) =>
        labelOf(answer, classes),
      ),
      shape,
    );
  return {
    network: networkOf(probes, found),
    moreBits: found.bits - chosen.found.bits,
    input: printInputs(probes, probe),
    learnt: said(chosen.answers),
    rival: said(answers),
  };
}
