import { expect, test } from "vitest";
import { decodeOneHot, shapeWithoutValues } from "../../src/data/one-hot.ts";
import { emit } from "../../src/emit/emit.ts";
import type { Label } from "../../src/math/label.ts";
import { Random } from "../../src/math/random.ts";
import { type NestedOf, nest } from "../../src/math/shape.ts";
import { type ArrayValue, evaluate, type Value } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { callLine } from "../../src/run/c-driver.ts";
import { runC } from "../../src/run/run-c.ts";
import { runTypeScript } from "../../src/run/run-typescript.ts";
import { nominalPrograms } from "./nominal-programs.ts";
import { runPython } from "./run-python.ts";
import { sampleInputs } from "./sample-inputs.ts";
import { withOwnHelpers } from "./with-own-helpers.ts";

const programs = nominalPrograms(300, 5);
const samples = programs.map((program, k) => sampleInputs(program, new Random(k), [1, 2, 4]));
const expected = programs.map((program, k) =>
  samples[k]!.map((inputs) => JSON.stringify(labelled(program, evaluate(program, inputs)))),
);
const calls = programs.map((program, k) => samples[k]!.map((inputs) => given(program, inputs)));

test("Python of every form takes texts and gives labels", () => {
  const sources = programs.map((program) => emit(program, "python"));
  const jobs = programs.map(({ name }, k) => ({ source: sources[k]!, name, calls: calls[k]! }));
  runPython(jobs).forEach((found, k) => {
    expect(texts(JSON.parse(found)), sources[k]).toEqual(expected[k]);
  });
});

test("so does TypeScript", async () => {
  const sources = programs.map((program) => emit(program, "typescript"));
  const functions = sources.map(
    (source, k) => `(() => {\n${source.replace("export ", "")}return ${programs[k]!.name};\n})()`,
  );
  const source = `const functions = [${functions.join(",\n")}];
export const all = (calls) =>
  calls.map((samples, k) => samples.map((inputs) => functions[k](...inputs)));
`;
  const run = await runTypeScript({ source, name: "all", calls: [[calls as never]] });
  if (run.kind !== "done") throw new Error(run.reason);
  const [found] = run.results as readonly unknown[][];
  programs.forEach((_, k) => {
    expect(texts(found![k]), sources[k]).toEqual(expected[k]);
  });
});

test("C takes the numbers of texts and gives those of labels", async () => {
  const some = programs.slice(0, 100);
  const sources = some.map((program, k) => withOwnHelpers(emit(program, "c"), k));
  const cases = some.flatMap((program, k) =>
    samples[k]!.map((inputs) => {
      const value = evaluate(program, inputs);
      const numbers = typeof value === "number" ? [value] : [...value.data];
      return { k, numbers, call: callLine(k, inputs, program, numbers.length) };
    }),
  );
  const run = await runC({
    source: sources.join("\n"),
    programs: some,
    calls: cases.map(({ call }) => call),
    options: ["-Wall", "-Wextra", "-Werror", "-Wno-tautological-compare", "-Wno-bool-compare"],
  });
  if (run.kind !== "done") throw new Error(run.reason);
  cases.forEach(({ k, numbers }, at) => {
    expect(JSON.stringify(run.results[at]), sources[k]).toBe(JSON.stringify(numbers));
  });
}, 30_000);

function texts(results: unknown): readonly string[] {
  return (results as readonly unknown[]).map((each) => JSON.stringify(each));
}

function given({ inputs: taken }: Program, inputs: readonly ArrayValue[]) {
  return inputs.map(({ data, shape }, k): NestedOf<Label> => {
    const { domain } = taken[k]!;
    if (domain.kind !== "one-hot") return nest(data, shape);
    return nest<Label>(decodeOneHot(data, domain.values), shapeWithoutValues(shape));
  });
}

function labelled({ labels }: Program, value: Value): NestedOf<Label> {
  const { data, shape } = typeof value === "number" ? { data: [value], shape: [] } : value;
  return nest(
    Array.from(data, (number): Label => labels?.[number] ?? number),
    shape,
  );
}
