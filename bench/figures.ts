import { allRules, lengths, life, ruleThirty } from "./automata.ts";
import { commands } from "./commands.ts";
import { condensing } from "./condensing.ts";
import { Report } from "./figure.ts";
import { learning } from "./learning/learning.ts";
import { learningOptions } from "./learning/options.ts";
import { proving } from "./proving.ts";
import { sizes } from "./sizes/sizes.ts";

/*
 * The figures that are hoped for, measured: `npm run bench`, about five minutes. Those of condensing
 * alone: `npm run bench -- condensing`, and of some of its families: `npm run bench -- condensing argmax`.
 *
 * How safe proofs are, some minutes, on its own only: `npm run bench -- proving [NETWORK]`.
 *
 * Learning beside scikit-learn, about an hour, on its own only: `npm run bench -- learning [TASK] [--seeds N]
 * [--show] [--alone] [--peers]`; TASK is the beginning of a name, --alone leaves the peers out,
 * --peers leaves out everything else.
 *
 * Learnt small and right large, some minutes, on its own only: `npm run bench -- sizes [PROBLEM]`.
 */
const report = new Report();
const [part, only] = process.argv.slice(2);
if (part === "learning") await learning(report, learningOptions(process.argv.slice(3)));
else if (part === "proving") proving(report, only);
else if (part === "sizes") await sizes(report, only);
else {
  if (part !== "condensing") await automata();
  condensing(report, only);
}
report.close();

async function automata(): Promise<void> {
  await lengths(report);
  await allRules(report, "ring", "auto");
  await allRules(report, "zero", "zero");
  await allRules(report, "zero", "auto");
  await ruleThirty(report, "ring", "auto");
  await ruleThirty(report, "zero", "zero");
  await ruleThirty(report, "zero", "auto");
  await life(report, "ring");
  await life(report, "zero");
  commands(report);
}
