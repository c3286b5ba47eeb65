import type { Dataset } from "../src/data/dataset.ts";
import { countPythonTokens } from "../src/emit/python-tokens.ts";
import { nest } from "../src/math/shape.ts";
import { elementaryStep } from "../src/tasks/elementary.ts";
import type { Border, Frame } from "../src/tasks/frame.ts";
import { lifeStep } from "../src/tasks/life.ts";
import { taskSamples } from "../src/tasks/task-samples.ts";
import type { Report } from "./figure.ts";
import { isRight, learnt } from "./learnt.ts";

const SIZES = [[20], [21], [200], [1000]];

/** All 256 rules from five states each: exact wherever all eight neighbourhoods occur. */
export async function allRules(
  report: Report,
  border: Border,
  edge: Border | "auto",
): Promise<void> {
  let complete = 0;
  let exact = 0;
  let proved = 0;
  let openEdge = 0;
  for (let rule = 0; rule < 256; rule++) {
    const dataset = taskSamples(`rule${rule}`, { samples: 5, seed: rule, edge: border });
    if (neighbourhoods(dataset, border) < 8) continue;
    complete += 1;
    const { program, verdict, candidate } = await learnt(dataset, { edge });
    if (verdict.kind === "equivalent") proved += 1;
    const right = isRight(program, SIZES, (x) => elementaryStep(rule, x, border));
    if (right) exact += 1;
    else if (candidate.open.length > 0) openEdge += 1;
  }
  const isHonest = exact + openEdge === complete && proved === complete;
  report.add({
    what: `256 rules, 5 states of 20 cells, border ${border}, --edge ${edge}`,
    hopedFor:
      edge === "auto" && border === "zero"
        ? "exact or edge reported, all proved"
        : "all exact and proved",
    measured: `${exact} exact, ${openEdge} edge open, ${proved} proved of ${complete}`,
    isReached: isHonest && (edge === "auto" || openEdge === 0),
  });
}

/** Rule 30 from three states, a hundred seeds. */
export async function ruleThirty(
  report: Report,
  border: Border,
  edge: Border | "auto",
): Promise<void> {
  let exact = 0;
  for (let seed = 0; seed < 100; seed++) {
    const dataset = taskSamples("rule30", { samples: 3, seed, edge: border });
    const { program } = await learnt(dataset, { edge });
    if (isRight(program, SIZES, (x) => elementaryStep(30, x, border))) exact += 1;
  }
  report.add({
    what: `rule 30, 3 states of 20 cells, border ${border}, --edge ${edge}`,
    hopedFor: "95 of 100 seeds exact",
    measured: `${exact} of 100`,
    isReached: exact >= 95,
  });
}

/** Life from three random frames, a hundred seeds. */
export async function life(report: Report, border: Border): Promise<void> {
  let exact = 0;
  for (let seed = 0; seed < 100; seed++) {
    const { program } = await learnt(taskSamples("life", { samples: 3, seed, edge: border }));
    const step = (x: readonly number[], shape: readonly number[]) =>
      lifeStep(nest(x, shape) as Frame, border).flat();
    if (
      isRight(
        program,
        [
          [16, 16],
          [64, 64],
          [5, 7],
        ],
        step,
      )
    )
      exact += 1;
  }
  report.add({
    what: `Life, 3 frames 16x16, border ${border}; right on 64x64 and 5x7`,
    hopedFor: "95 of 100 seeds exact",
    measured: `${exact} of 100`,
    isReached: exact >= 95,
  });
}

/** Lengths of the printed programs beside those written by hand. */
export async function lengths(report: Report): Promise<void> {
  const rows = [
    { task: "rule30", border: "ring", most: 55, byHand: 46 },
    { task: "rule30", border: "zero", most: 75, byHand: 49 },
    { task: "life", border: "ring", most: 140, byHand: 128 },
  ] as const;
  for (const { task, border, most, byHand } of rows) {
    const { source } = await learnt(taskSamples(task, { edge: border, seed: 0 }));
    const tokens = countPythonTokens(source.python!);
    report.add({
      what: `tokens of ${task}, border ${border} (by hand ${byHand})`,
      hopedFor: `at most ${most}`,
      measured: `${tokens}`,
      isReached: tokens <= most,
    });
  }
}

function neighbourhoods({ nSamples, inputs }: Dataset, border: Border): number {
  const { values, shape } = inputs[0]!;
  const n = shape[0]!;
  const seen = new Set<number>();
  for (let sample = 0; sample < nSamples; sample++) {
    const x = [...values.subarray(sample * n, (sample + 1) * n)];
    const at = (i: number): number => (border === "ring" ? x.at(i % n)! : i < 0 ? 0 : (x[i] ?? 0));
    x.forEach((_, i) => {
      seen.add(4 * at(i - 1) + 2 * at(i) + at(i + 1));
    });
  }
  return seen.size;
}
