import type { Dataset } from "../data/dataset.ts";
import { distill, distillNetwork } from "../distill.ts";
import { countPythonTokens } from "../emit/python-tokens.ts";
import type { AnyNetwork } from "../enn/network.ts";
import { argmaxFamilies } from "../tasks/argmax-networks.ts";
import { maxSat } from "../tasks/max-sat-network.ts";
import { orientation, publishedWeights } from "../tasks/orientation-network.ts";
import { problems } from "../tasks/problems.ts";
import { taskSamples } from "../tasks/task-samples.ts";
import { BY_HAND } from "./by-hand.ts";
import { circuitPanels, circuitUnit } from "./circuit-unit.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { type Measurement, text, value } from "./measurement.ts";
import { networkPanels, networkUnit } from "./network-unit.ts";
import { parametersOf } from "./parameters.ts";
import { termsUnit } from "./terms-unit.ts";
import { treeUnit } from "./tree-unit.ts";

const LEARNT = "from data: parameters of the network, tokens of programs";
const VERDICTS = "is the program equal to the network?";
const GROWTH = "argmax by comparing all pairs: tokens and parameters by size";

/** Tasks with a program by hand. */
const TASKS = [
  "rule30",
  "rule110",
  "life",
  "all-rules",
  "argmax",
  "majority",
  "parity",
  "greater",
  "orientation",
] as const;

type LearntTask = (typeof TASKS)[number];

/** Those from bits to a bit that have few cases. */
const BOOLEAN: readonly LearntTask[] = TASKS.filter(
  (task) => task !== "argmax" && task !== "orientation",
);

export const compactness: Experiment = {
  name: "compactness",
  title: "Compactness",
  about:
    "Parameters are all weights and biases of dense layers. Tokens are those of Python, without imports, docstrings and comments; " +
    "programs by hand were written before anything was measured. A verdict is a proof over the whole domain. Lines are those in " +
    "which scikit-learn prints a decision tree that is right for all cases (of automata, all neighbourhoods of one cell; of " +
    "orientation, the 56 full lines), before anyone translates it to code. Terms are products of bits, of which Espresso finds few " +
    "that together are right for the same cases. Seconds of a proof are ours in a process that runs already, and ABC's of a whole " +
    "process that reads both circuits, most of which is its start where these are small; `cec` and `&cec` are its two ways. And-gates " +
    "have two inputs, each of which may be negated, and are those of one output. DiffLogic-CA has published a circuit for a cell of " +
    "Life, of 336 gates of any two inputs: it is quoted, and was not run here.",
  panels: [
    { what: LEARNT, unit: "count", x: "problem" },
    ...circuitPanels,
    ...networkPanels,
    { what: GROWTH, unit: "count", x: "inputs" },
    { what: VERDICTS, unit: "text", x: "problem" },
  ],
  units: (settings) => [
    ...TASKS.flatMap((task) => [
      learnt(task, settings),
      treeUnit(task, { what: LEARNT, x: task }, settings.seed),
      ...(BOOLEAN.includes(task) ? boolean(task, settings) : []),
    ]),
    networkUnit("orientation", () => orientation(28, publishedWeights), BY_HAND.orientation),
    networkUnit("MAX-SAT, 5 variables, 50 clauses", () => maxSat(5, 50, "argmax"), BY_HAND.johnson),
    ...(settings.quick ? [4, 8] : [4, 8, 16, 32]).map(grown),
  ],
};

function boolean(task: LearntTask, { seed }: Settings): Unit[] {
  return [
    termsUnit(task, { what: LEARNT, x: task }),
    circuitUnit({ x: task, dataset: () => samplesOf(task, seed), verdicts: VERDICTS }),
  ];
}

function learnt(task: LearntTask, { seed }: Settings): Unit {
  return {
    name: task,
    effort: 3,
    measure: async () => {
      const { network, source, verdict } = await distill(samplesOf(task, seed), { name: "f" });
      const at = { what: LEARNT, x: task };
      return [
        ...sizes(at, network, source.python!),
        value({ ...at, series: "tokens by hand" }, countPythonTokens(BY_HAND[task])),
        text({ what: VERDICTS, x: task, series: "ours" }, `${verdict.kind} on ${verdict.domain}`),
      ];
    },
  };
}

function samplesOf(task: LearntTask, seed: number): Dataset {
  const { size = 0 } = problems.get(task) ?? {};
  return taskSamples(task, { ...(size > 0 && { shape: [size] }), seed });
}

function grown(n: number): Unit {
  const [, { build }] = argmaxFamilies.find(([name]) => name === "argmax-pairs-integer")!;
  return {
    name: `argmax of ${n}`,
    effort: 1 + n / 8,
    measure: () => {
      const network = build([n]);
      const { source } = distillNetwork(network, { name: "f" });
      return sizes({ what: GROWTH, x: n }, network, source.python!);
    },
  };
}

function sizes(
  at: { readonly what: string; readonly x: string | number },
  network: AnyNetwork,
  python: string,
): Measurement[] {
  return [
    value({ ...at, series: "parameters" }, parametersOf(network)),
    value({ ...at, series: "tokens of ours" }, countPythonTokens(python)),
  ];
}
