import { decodeOneHot, shapeWithoutValues } from "../data/one-hot.ts";
import type { Language } from "../emit/emit.ts";
import type { Label } from "../math/label.ts";
import { type NestedOf, nest, type Shape } from "../math/shape.ts";
import { check } from "../program/check.ts";
import { type ArrayValue, evaluate, type Value } from "../program/evaluate.ts";
import type { Program } from "../program/program.ts";
import { callLine } from "./c-driver.ts";
import { runC } from "./run-c.ts";
import type { PrintedRun } from "./run-child.ts";
import { runPython } from "./run-python.ts";
import { runTypeScript } from "./run-typescript.ts";

/** What came of executing printed code. */
export interface Execution {
  readonly executed: number | null;
  readonly agrees: boolean | null;
  readonly reason?: string;
}

/** The inputs of a program, once. */
export type Inputs = readonly ArrayValue[];

/**
 * Does printed code give what its program means, labels where there are some, compared with `===`? (Reals
 * of a result: to 1e-12, since printed code rounds on the way.)
 *
 * Runs in a child process. `agrees` is null where no interpreter or compiler could be started, and where
 * the program itself has no value.
 */
export async function checkPrinted(
  source: string,
  language: Language,
  program: Program,
  samples: readonly Inputs[],
): Promise<Execution> {
  const expected = valuesOf(program, samples);
  if ("reason" in expected) return { executed: null, agrees: null, reason: expected.reason };
  const run = await runPrinted({ source, language, program }, samples, expected);
  switch (run.kind) {
    case "missing":
      return { executed: null, agrees: null, reason: run.reason };
    case "failed":
      return { executed: run.results.length, agrees: false, reason: run.reason };
    case "done": {
      const { labels } = program;
      // C gives the number of a label.
      const said = language === "c" || labels === undefined ? undefined : labels;
      const differing = expected.findIndex(
        (value, k) => !isSame(labelled(value, said), run.results[k], equality(program)),
      );
      if (differing < 0) return { executed: samples.length, agrees: true };
      const reason = `on ${JSON.stringify(givenTo(program, samples[differing]!))}`;
      return { executed: samples.length, agrees: false, reason };
    }
  }
}

/** What the program means, or why it means nothing: an index leaves its array, for example. */
function valuesOf(
  program: Program,
  samples: readonly Inputs[],
): readonly Value[] | { readonly reason: string } {
  try {
    return samples.map((inputs) => evaluate(program, inputs));
  } catch (error) {
    if (error instanceof RangeError) return { reason: `the program fails: ${error.message}` };
    throw error;
  }
}

interface PrintedProgram {
  readonly source: string;
  readonly language: Language;
  readonly program: Program;
}

function runPrinted(
  { source, language, program }: PrintedProgram,
  samples: readonly Inputs[],
  expected: readonly Value[],
): Promise<PrintedRun> {
  const { name } = program;
  switch (language) {
    case "python":
      return runPython({ source, name, calls: samples.map((inputs) => givenTo(program, inputs)) });
    case "typescript":
      return runTypeScript({
        source,
        name,
        calls: samples.map((inputs) => givenTo(program, inputs)),
      });
    case "c": {
      const calls = samples.map((inputs, k) =>
        callLine(0, inputs, program, flatten(expected[k]!).length),
      );
      return runC({ source, programs: [program], calls }).then((run) => shaped(run, expected));
    }
  }
}

/** Results of C are flat: with the shapes that are expected. */
function shaped(run: PrintedRun, expected: readonly Value[]): PrintedRun {
  if (run.kind === "missing") return run;
  const results = run.results.map((flat, k) => nest(flat as number[], shapeOf(expected[k]!)));
  return { ...run, results };
}

/** The arguments of a call: texts where the program has places for them. */
function givenTo({ inputs: taken }: Program, inputs: Inputs): readonly NestedOf<Label>[] {
  return inputs.map(({ data, shape }, k) => {
    const { domain } = taken[k]!;
    if (domain.kind !== "one-hot") return nest(data, shape);
    return nest(decodeOneHot(data, domain.values), shapeWithoutValues(shape));
  });
}

type Equality = (expected: Label, found: unknown) => boolean;

function equality(program: Program): Equality {
  const type = check(program);
  const isReal = (type.kind === "array" ? type.of : type.kind) === "real";
  return isReal ? isNear : (a, b) => a === b;
}

const TOLERANCE = 1e-12;

function isNear(expected: Label, found: unknown): boolean {
  if (typeof expected !== "number" || typeof found !== "number") return false;
  return Math.abs(expected - found) <= TOLERANCE * Math.max(1, Math.abs(expected));
}

/** Equal labels in equal nesting; `true` is not 1. */
function isSame(expected: NestedOf<Label>, found: unknown, isEqual: Equality): boolean {
  if (typeof expected !== "object") return isEqual(expected, found);
  if (!Array.isArray(found) || found.length !== expected.length) return false;
  return expected.every((each, k) => isSame(each, found[k], isEqual));
}

/** A value, in nested arrays, or the labels that its numbers stand for. */
function labelled(value: Value, labels: readonly Label[] | undefined): NestedOf<Label> {
  const said = Array.from(flatten(value), (number): Label => labels?.[number] ?? number);
  return nest(said, shapeOf(value));
}

function flatten(value: Value): ArrayLike<number> {
  return typeof value === "number" ? [value] : value.data;
}

function shapeOf(value: Value): Shape {
  return typeof value === "number" ? [] : value.shape;
}
