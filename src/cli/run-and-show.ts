import { DEFAULT_TARGET } from "../data/choose-keys.ts";
import { parseProgram } from "../program/json.ts";
import { readText } from "../run/read-lines.ts";
import { type Prediction, runProgram } from "../run/run-program.ts";
import type { Session } from "./io.ts";

export interface RunJob {
  readonly program: string;
  readonly data: string;
  readonly target?: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** Prints predictions as they come, so that files may be of any length. */
export async function runAndShow(job: RunJob, { io }: Session): Promise<void> {
  const program = await parseProgram(await readText(job.program), job.program);
  const score = new Score();
  const kept: unknown[] = [];
  for await (const prediction of runProgram(program, job.data, job.target)) {
    score.add(prediction);
    if (job.json) kept.push(prediction.value);
    else io.out(`${JSON.stringify(prediction.value)}\n`);
  }
  if (job.json) io.out(`${JSON.stringify({ predictions: kept, ...score.result() })}\n`);
  else if (!job.quiet) io.out(`${score.sentence(job.target ?? DEFAULT_TARGET)}\n`);
}

/** How many samples and values were predicted right. */
class Score {
  #samples = 0;
  #rightSamples = 0;
  #values = 0;
  #rightValues = 0;

  add({ right, values }: Prediction): void {
    this.#samples += 1;
    if (right === undefined) return;
    this.#values += values;
    this.#rightValues += right;
    if (right === values) this.#rightSamples += 1;
  }

  /** Accuracy is the share of right values; null without targets. */
  result() {
    const hasTargets = this.#values > 0;
    return {
      samples: this.#samples,
      accuracy: hasTargets ? this.#rightValues / this.#values : null,
      rightSamples: hasTargets ? this.#rightSamples : null,
      values: hasTargets ? this.#values : null,
      rightValues: hasTargets ? this.#rightValues : null,
    };
  }

  sentence(target: string): string {
    const { samples, accuracy } = this.result();
    if (accuracy === null) {
      return `accuracy unknown (${samples} samples without the key ${JSON.stringify(target)})`;
    }
    const counts = `${this.#rightSamples} of ${samples} samples, ${this.#rightValues} of ${this.#values} values`;
    return `accuracy ${shareText(accuracy)} (${counts})`;
  }
}

/** Three digits, but 1.000 for a perfect score only. */
function shareText(share: number): string {
  return share < 1 ? (Math.floor(share * 1000) / 1000).toFixed(3) : "1.000";
}
