import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { Random } from "../../src/math/random.ts";

export type Inputs = Readonly<Record<string, number | readonly number[]>>;

/** A number that follows from inputs which are drawn at a size. */
export interface DrawnProblem {
  readonly draw: (size: number, random: Random) => Inputs;
  readonly answer: (inputs: never) => number;
}

export function samplesOf({ draw, answer }: DrawnProblem, size: number, count: number): Dataset {
  const random = new Random(size);
  const lines = Array.from({ length: count }, () => {
    const x = draw(size, random);
    return `${JSON.stringify({ ...x, y: answer(x as never) })}\n`;
  });
  return parseJsonl(lines.join(""), {});
}
