import { allRules, lengths, life, ruleThirty } from "./automata.ts";
import { commands } from "./commands.ts";
import { Report } from "./figure.ts";

/*
 * The figures that are hoped for, measured: `npm run bench`, about four minutes.
 */
const report = new Report();
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
report.close();
