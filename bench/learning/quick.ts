import { countPythonTokens } from "../../src/emit/python-tokens.ts";
import { problemSamples } from "../../src/tasks/problem-samples.ts";
import { learntFrom } from "./learnt-from.ts";
import { problemNamed } from "./problem-named.ts";
import { shareRight, testSets } from "./tested.ts";

/*
 * One training set, in full: `npx tsx bench/learning/quick.ts TASK [SAMPLES] [SEED] [MOST_SECONDS]`.
 */
const [name = "rule30", samples, seed = "0", mostSeconds = "60"] = process.argv.slice(2);
const problem = problemNamed(name);
const dataset = problemSamples(problem, {
  name,
  samples: samples === undefined ? problem.samples : Number(samples),
  seed: Number(seed),
});
for (const warning of dataset.warnings) console.log(warning);
const learnt = await learntFrom(dataset, Number(mostSeconds));
if (learnt.kind === "none") {
  console.log(`none: ${learnt.reason}`);
} else {
  const { program, candidate, verdict, source } = learnt.distilled;
  console.log(source.python!);
  for (const test of testSets(problem)) {
    const share = shareRight(program, test);
    console.log(`${share === 1 ? "exact" : share.toFixed(4)} on ${test.name}`);
  }
  const { bits, mistakes, sharing, open } = candidate;
  console.log(
    `${countPythonTokens(source.python!)} tokens, ${bits.toFixed(1)} bits, ${mistakes} mistakes, ${verdict.kind}`,
  );
  console.log([sharing, ...open].join("\n"));
}
const megabytes = process.resourceUsage().maxRSS / 1024;
console.log(
  `${learnt.seconds.fitting.toFixed(2)} s fitting, ${learnt.seconds.all.toFixed(2)} s in all for ${dataset.nSamples} samples, ${megabytes.toFixed(0)} MB at most`,
);
