import { problemSamples } from "../../src/tasks/problem-samples.ts";
import type { Report } from "../figure.ts";
import { CURVES, type Curve, type Hope } from "./curves.ts";
import { larges } from "./large.ts";
import { matricesOf } from "./matrices.ts";
import { PEER_NAMES, type Peers, type Shares, startPeers } from "./peers.ts";
import { problemNamed } from "./problem-named.ts";
import { type TestSet, testSets } from "./tested.ts";
import { type Trial, tryOn } from "./trial.ts";

export interface LearningOptions {
  /** Of the tasks' names; all where it is empty. */
  readonly prefix: string;
  /** 0 to this, less one. */
  readonly seeds: number;
  /** Print what is learnt from the first seed. */
  readonly show: boolean;
  readonly who: "all" | "ours" | "peers";
}

const SECONDS = 10;

/** Exactness against the number of samples, beside scikit-learn on the same samples. */
export async function learning(report: Report, options: LearningOptions): Promise<void> {
  const peers = options.who !== "ours" ? await startPeers() : undefined;
  for (const curve of CURVES) {
    if (curve.task.startsWith(options.prefix)) await draw(curve, { report, options, peers });
  }
  peers?.close();
  if (options.who !== "peers") larges(report, options.prefix);
}

interface Bench {
  readonly report: Report;
  readonly options: LearningOptions;
  readonly peers: Peers | undefined;
}

async function draw({ task, samples, hopes }: Curve, bench: Bench): Promise<void> {
  const problem = problemNamed(task);
  const tests = testSets(problem);
  console.log(`\n${task}: ${problem.about}; tested on ${tests.map(({ name }) => name).join(", ")}`);
  for (const count of samples) {
    const point = await pointOf(task, count, { tests, bench });
    console.log(sentenceOf(count, point));
    if (point.trials.length === 0) continue;
    if (bench.options.show) console.log(point.trials[0]!.said);
    for (const hope of hopes) {
      if (hope.samples === count) judge(task, hope, { point, report: bench.report });
    }
  }
}

/** One place of a curve: all seeds with the same number of samples. */
interface Point {
  readonly trials: readonly Trial[];
  readonly peers: readonly Shares[];
}

async function pointOf(
  task: string,
  samples: number,
  { tests, bench }: { readonly tests: readonly TestSet[]; readonly bench: Bench },
): Promise<Point> {
  const problem = problemNamed(task);
  const examples = tests.flatMap((test) => test.examples);
  const trials: Trial[] = [];
  const peers: Shares[] = [];
  for (let seed = 0; seed < bench.options.seeds; seed++) {
    const dataset = problemSamples(problem, { name: task, samples, seed });
    if (bench.options.who !== "peers") trials.push(await tryOn(dataset, tests));
    if (bench.peers) peers.push(await bench.peers.ask(matricesOf(dataset, examples), seed));
  }
  return { trials, peers };
}

function sentenceOf(samples: number, { trials, peers }: Point): string {
  const figures = [
    ...(trials.length === 0 ? [] : [ourSentence(trials)]),
    ...(peers.length === 0 ? [] : PEER_NAMES.map((name) => peerSentence(name, peers))),
  ];
  return `      ${String(samples).padStart(6)} samples: ${figures.join("; ")}`;
}

/** Seeds that are exact, the mean share of right answers, the slowest seed and the program of median length. */
function ourSentence(trials: readonly Trial[]): string {
  const exact = trials.filter((trial) => isExact(trial)).length;
  const mean = average(trials.map(({ shares }) => average([...shares.values()])));
  const tokens = trials.flatMap((trial) => trial.tokens ?? []).sort((a, b) => a - b);
  const length = tokens[Math.floor(tokens.length / 2)] ?? "no";
  return `${exact}/${trials.length} exact (${mean.toFixed(3)}), ${timesOf(trials)}, ${length} tokens`;
}

/** The slowest seeds: fitting, and the whole ladder. */
function timesOf(trials: readonly Trial[]): string {
  const fitting = Math.max(...trials.map(({ seconds }) => seconds.fitting));
  const all = Math.max(...trials.map(({ seconds }) => seconds.all));
  return `${fitting.toFixed(1)} s of ${all.toFixed(1)} s at most`;
}

function peerSentence(name: (typeof PEER_NAMES)[number], peers: readonly Shares[]): string {
  const shares = peers.map((each) => each[name]);
  const exact = shares.filter((share) => share === 1).length;
  return `${name} ${exact}/${shares.length} (${average(shares).toFixed(3)})`;
}

interface Judged {
  readonly point: Point;
  readonly report: Report;
}

function judge(task: string, hope: Hope, { point: { trials }, report }: Judged): void {
  const exact = trials.filter((trial) => isExact(trial, hope.test)).length;
  const named = trials.filter(({ shares, rivals }) =>
    [shares, ...rivals].some((each) => areExact(each, hope.test)),
  ).length;
  const worst = Math.max(...trials.map(({ seconds }) => seconds.fitting));
  const least = Math.min(...trials.flatMap(({ shares }) => sharesOn(shares, hope.test)));
  report.add({
    what: `${task} from ${hope.samples}${hope.test === undefined ? "" : `, ${hope.test}`}`,
    hopedFor: `${hope.seeds} of 10 exact, ${hope.atLeast === undefined ? "" : `none below ${hope.atLeast} and the exact rule named, `}fitted in under ${SECONDS} s`,
    measured: `${exact} of ${trials.length}, ${named} with it named, none below ${least.toFixed(3)}, ${timesOf(trials)}`,
    isReached:
      exact * 10 >= hope.seeds * trials.length &&
      (hope.atLeast === undefined || (least >= hope.atLeast && named === trials.length)) &&
      worst < SECONDS,
  });
}

function isExact({ shares }: Trial, test?: string): boolean {
  return areExact(shares, test);
}

function areExact(shares: Trial["shares"], test?: string): boolean {
  return sharesOn(shares, test).every((share) => share === 1);
}

/** Of the one test set that is named, or of all. */
function sharesOn(shares: Trial["shares"], test?: string): number[] {
  return test === undefined ? [...shares.values()] : [shares.get(test)!];
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
