import type { Shape } from "../src/math/shape.ts";
import type { Family } from "../src/tasks/family.ts";
import { networkFamilies } from "../src/tasks/networks.ts";
import { calibrate } from "./condensing-calibration.ts";
import {
  agreement,
  type Condensed,
  nonzeroWeights,
  outcomeOf,
  printedLengths,
  timesOf,
  verdictOf,
} from "./condensing-case.ts";
import { published } from "./condensing-cold.ts";
import { growths } from "./condensing-growth.ts";
import { hopeFor, sentenceOf } from "./condensing-hopes.ts";
import type { Figure, Report } from "./figure.ts";

/**
 * Networks with known answers, condensed and verified: each family at each size, the published networks
 * by the command, and how time grows with nonzero weights. `only` picks families by the start of a name.
 */
export function condensing(report: Report, only = ""): void {
  const calibration = calibrate();
  console.log(`      calibration: a fixed loop took ${calibration.toFixed(3)} s in this process`);
  for (const [name, family] of networkFamilies) {
    if (!name.startsWith(only)) continue;
    for (const size of family.sizes) report.add(figureOf(name, { family, size, calibration }));
  }
  if (only !== "") return;
  published(report, calibration);
  growths(report, calibration);
}

interface Case {
  readonly family: Family;
  readonly size: Shape;
  readonly calibration: number;
}

function figureOf(name: string, { family, size, calibration }: Case): Figure {
  const network = family.build(size);
  const what = `${name} ${size.join("x")} (${nonzeroWeights(network)} weights)`;
  const hopedFor = sentenceOf(hopeFor(name));
  const outcome = outcomeOf(network);
  if (outcome.kind === "failed")
    return { what, hopedFor, measured: outcome.reason, isReached: false };
  const lengths = printedLengths(outcome.program);
  const isSame = agreement(outcome.program, { family, size, network });
  const length =
    typeof lengths === "string" ? lengths : `${lengths.tokens} tokens in ${lengths.lines} lines`;
  const said = isSame === true ? "exact" : isSame === false ? "WRONG" : isSame;
  return {
    what,
    hopedFor,
    measured: [verdictOf(outcome), said, length, timesAgainst(outcome, calibration)].join(", "),
    isReached: outcome.verdict.kind === "equivalent" && isSame === true && isWithin(name, lengths),
  };
}

function timesAgainst(outcome: Condensed, calibration: number): string {
  const ratio = (outcome.condenseSeconds + outcome.verifySeconds) / calibration;
  return `${timesOf(outcome)} (${ratio.toFixed(3)} of calibration)`;
}

function isWithin(name: string, lengths: ReturnType<typeof printedLengths>): boolean {
  const { tokens = Infinity, lines = Infinity } = hopeFor(name);
  return typeof lengths !== "string" && lengths.tokens <= tokens && lengths.lines <= lines;
}
