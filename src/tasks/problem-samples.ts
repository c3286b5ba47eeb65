import { Column } from "../data/column.ts";
import type { Dataset } from "../data/dataset.ts";
import { makeDataset } from "../data/make-dataset.ts";
import { Random } from "../math/random.ts";
import type { Example, Problem } from "./problem.ts";
import { shuffle } from "./shuffle.ts";
import { withMistakes } from "./wrong-labels.ts";

export interface ProblemOptions {
  readonly name: string;
  readonly size?: number;
  readonly samples?: number;
  readonly seed?: number;
}

/** Random samples of a problem; at most all of its cases, where it has few. */
export function problemSamples(problem: Problem, options: ProblemOptions): Dataset {
  return datasetOf(problemExamples(problem, options), options.name);
}

/** The same as examples, wrong labels included. */
export function problemExamples(
  problem: Problem,
  { size = problem.size, samples = problem.samples, seed = 0 }: Omit<ProblemOptions, "name">,
): Example[] {
  const random = new Random(seed);
  const examples = rightExamples(problem, { size, samples, random });
  const { mistakes } = problem;
  if (mistakes === undefined) return examples;
  return withMistakes(examples, { share: mistakes.share, labels: mistakes.labels(size) }, random);
}

interface Draw {
  readonly size: number;
  readonly samples: number;
  readonly random: Random;
}

/** Examples with right answers. */
export function rightExamples({ source }: Problem, { size, samples, random }: Draw): Example[] {
  switch (source.kind) {
    case "cases":
      return shuffle(source.cases(size), random).slice(0, samples);
    case "drawn":
      return Array.from({ length: samples }, () => source.draw(size, random));
  }
}

/** Examples as they would be read from a file. */
export function datasetOf(examples: readonly Example[], name: string): Dataset {
  const inputs = Object.keys(examples[0]?.x ?? {}).map((key) => new Column(key));
  const target = new Column("y", true);
  const places = examples.map((_, sample) => `${name}:${sample + 1}`);
  examples.forEach(({ x, y, shares }, sample) => {
    for (const column of inputs) column.addNested(x[column.name], places[sample]!);
    target.addNested(shares ?? y, places[sample]!);
  });
  return makeDataset({ file: name, inputs, target, places, warnings: [] });
}
