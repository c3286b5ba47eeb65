import type { Nested } from "../../src/math/shape.ts";
import { nest } from "../../src/math/shape.ts";
import type { Program } from "../../src/program/program.ts";
import { callLine } from "../../src/run/c-driver.ts";
import type { Inputs } from "../../src/run/check-printed.ts";
import { runC } from "../../src/run/run-c.ts";
import type { PrintedRun } from "../../src/run/run-child.ts";
import { runTypeScript } from "../../src/run/run-typescript.ts";
import { runPython } from "../emit/run-python.ts";
import { withOwnHelpers } from "../emit/with-own-helpers.ts";

/** A printed program, and the inputs that it is to be called with. */
export interface Job {
  readonly program: Program;
  readonly source: string;
  readonly samples: readonly Inputs[];
  /** How many numbers a result has. */
  readonly nOutputs: number;
}

/** The results of all calls of each job, in one process. */
export type Execute = (jobs: readonly Job[]) => Promise<readonly (readonly unknown[])[]>;

export const executePython: Execute = async (jobs) => {
  const results = runPython(
    jobs.map(({ source, program, samples }) => ({
      source,
      name: program.name,
      calls: samples.map((inputs) => inputs.map(nested)),
    })),
  );
  return results.map((text) => JSON.parse(text) as unknown[]);
};

/** One module, in which each source is in a function of its own, so that helpers do not meet. */
export const executeTypeScript: Execute = async (jobs) => {
  const functions = jobs.map(
    ({ source, program }) =>
      `(() => {\n${source.replace("export ", "")}return ${program.name};\n})()`,
  );
  const source = `const functions = [\n${functions.join(",\n")}\n];
export function all(calls: number): number[][] {
  return calls.map((samples, k) => samples.map((inputs) => functions[k](...inputs)));
}
`;
  const calls = jobs.map(({ samples }) => samples.map((inputs) => inputs.map(nested)));
  const run = await runTypeScript({ source, name: "all", calls: [[calls as never]] });
  return resultsOf(run)[0] as unknown[][];
};

/** One file, which compiles without a warning. */
export const executeC: Execute = async (jobs) => {
  const sources = jobs.map(({ source }, k) => withOwnHelpers(source, k));
  const calls = jobs.flatMap(({ program, samples, nOutputs }, k) =>
    samples.map((inputs) => callLine(k, inputs, program, nOutputs)),
  );
  const programs = jobs.map(({ program }) => program);
  const job = { source: sources.join("\n"), programs, calls };
  const results = [...resultsOf(await runC({ ...job, options: ["-Wall", "-Wextra", "-Werror"] }))];
  return jobs.map(({ samples }) => results.splice(0, samples.length));
};

function resultsOf(run: PrintedRun): readonly unknown[] {
  if (run.kind !== "done") throw new Error(run.reason);
  return run.results;
}

function nested({ data, shape }: Inputs[number]): Nested {
  return nest(data, shape);
}
