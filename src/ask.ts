import type { Dataset } from "./data/dataset.ts";
import { printInputs } from "./data/print-jsonl.ts";
import type { Distilled } from "./distill.ts";
import { sizeOf } from "./math/shape.ts";
import { cover } from "./verify/cover.ts";
import type { Coverage } from "./verify/coverage.ts";

const MOST_QUESTIONS = 10;

/** Probes that are tried for cases that no sample shows. */
const MOST_TRIED = 100;

/**
 * Inputs whose labels would settle most, as JSON objects: first those on which rules differ that fit
 * about as well, then those that show most cases that no sample shows.
 */
export function questionsAbout({ doubts, program, coverage }: Distilled): string[] {
  const { probes, questions } = doubts;
  const asked = [...questions];
  let unseen = unseenCases(coverage) ?? new Set();
  if (unseen.size > 0) {
    const leftBy = Array.from({ length: Math.min(MOST_TRIED, probes.nSamples) }, (_, probe) =>
      unseenCases(cover(program, single(probes, probe))),
    );
    while (asked.length < MOST_QUESTIONS) {
      const left = leftBy.map((cases) => intersection(unseen, cases ?? unseen));
      const least = Math.min(unseen.size, ...left.map(({ size }) => size));
      if (least === unseen.size) break;
      const best = left.findIndex(({ size }) => size === least);
      asked.push(best);
      unseen = left[best]!;
    }
  }
  return [...new Set(asked)].map((probe) => printInputs(probes, probe));
}

/** The cases that no sample shows, as keys; undefined where there are too many to be listed. */
function unseenCases({ parts }: Coverage): Set<string> | undefined {
  if (parts.some(({ cases, seen, unseen }) => unseen.length < cases - seen)) return undefined;
  return new Set(
    parts.flatMap(({ unseen }, part) => unseen.map(({ values }) => `${part}: ${values}`)),
  );
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
  return new Set([...a].filter((item) => b.has(item)));
}

function single(dataset: Dataset, sample: number): Dataset {
  return {
    ...dataset,
    nSamples: 1,
    inputs: dataset.inputs.map((input) => {
      const size = sizeOf(input.shape);
      return { ...input, values: input.values.slice(sample * size, (sample + 1) * size) };
    }),
    target: {
      ...dataset.target,
      values: dataset.target.values.slice(0, sizeOf(dataset.target.shape)),
    },
  };
}
