import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { RuleLearner, RuleQuestion } from "../reproduce/rule-peers.ts";
import { arff } from "./arff.ts";
import type { OutsidePackage } from "./outside-package.ts";

export const WEKA: OutsidePackage = { name: "Weka", setUp: "apt-get install -y weka" };

/** Where its package puts it. */
const JAR = "/usr/share/java/weka.jar";

const JRIP = "weka.classifiers.rules.JRip";
/** The first one is taken where there are few samples; two do not prune, for samples without mistakes. */
const GRID = ["", "-P", "-P -N 1"];
const FEW = 12;
const FOLDS = 3;

/** RIPPER, as Weka has it, in a process for each question, one after the other. */
export class Ripper implements RuleLearner {
  readonly #jar: string;
  readonly #version: string;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(jar: string, version: string) {
    this.#jar = jar;
    this.#version = version;
  }

  /** Nothing where there is no Java or no Weka. */
  static async start(jar = JAR): Promise<Ripper | undefined> {
    try {
      const [version] = (await java(jar, ["weka.core.Version"])).split("\n");
      return new Ripper(jar, version!.trim());
    } catch {
      return undefined;
    }
  }

  /** Of Weka. */
  get version(): string {
    return this.#version;
  }

  predict(question: RuleQuestion): Promise<readonly number[]> {
    const answer = this.#last.then(() => this.#ask(question));
    this.#last = answer.catch(() => {});
    return answer;
  }

  async #ask({ x, y, asked, seed }: RuleQuestion): Promise<readonly number[]> {
    const labels = [...new Set(y)].sort((a, b) => a - b);
    const areBits = x[0]!.map((_, k) =>
      [x, asked].every((rows) => rows.every((row) => row[k] === 0 || row[k] === 1)),
    );
    const folder = await mkdtemp(join(tmpdir(), "distill-weka-"));
    try {
      const [shown, open] = ["shown.arff", "asked.arff"].map((file) => join(folder, file));
      await writeFile(shown!, arff({ x, y, areBits, labels }));
      await writeFile(open!, arff({ x: asked, y: [], areBits, labels }));
      const files = ["-t", shown!, "-T", open!, "-p", "0"];
      const text = await java(this.#jar, schemeOf(x.length, seed, files));
      return predictionsIn(text, asked.length).map((k) => labels[k]!);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/** The best of the grid on the samples alone. */
function schemeOf(samples: number, seed: number, files: readonly string[]): string[] {
  if (samples < FEW) return [JRIP, ...files, "-S", `${seed}`];
  const grid = GRID.flatMap((options) => ["-B", `${JRIP} ${options} -S ${seed}`]);
  return [
    "weka.classifiers.meta.MultiScheme",
    ...files,
    "-X",
    `${FOLDS}`,
    "-S",
    `${seed}`,
    ...grid,
  ];
}

/** Indices of labels, from lines such as `3  1:?  2:1  0.9`: instance, actual, predicted, how sure. */
function predictionsIn(text: string, expected: number): number[] {
  const found = [...text.matchAll(/^ *\d+ +\S+ +(\d+):/gm)].map(([, index]) => Number(index) - 1);
  if (found.length === expected) return found;
  throw new Error(`Weka answered ${found.length} of ${expected} questions`);
}

const MOST_BYTES = 2 ** 28;

/** What a class prints; rejects where it, or Java, is missing. */
async function java(jar: string, words: readonly string[]): Promise<string> {
  const options = ["-XX:+UseSerialGC", "-cp", jar, ...words];
  return (await promisify(execFile)("java", options, { maxBuffer: MOST_BYTES })).stdout;
}
