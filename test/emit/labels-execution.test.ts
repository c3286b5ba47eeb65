import ts from "typescript";
import { expect, test } from "vitest";
import { decodeOneHot, shapeWithoutValues } from "../../src/data/one-hot.ts";
import { emit } from "../../src/emit/emit.ts";
import { printProse } from "../../src/emit/prose.ts";
import { countPythonTokens } from "../../src/emit/python-tokens.ts";
import type { Label } from "../../src/math/label.ts";
import { Random } from "../../src/math/random.ts";
import { type NestedOf, nest } from "../../src/math/shape.ts";
import { check } from "../../src/program/check.ts";
import { type ArrayValue, evaluate } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { moduleTokens, pythonModule } from "../../src/program/python/module.ts";
import { callLine } from "../../src/run/c-driver.ts";
import { runC } from "../../src/run/run-c.ts";
import { runTypeScript } from "../../src/run/run-typescript.ts";
import { labelledPrograms } from "./labelled-programs.ts";
import { runPython } from "./run-python.ts";
import { sampleInputs } from "./sample-inputs.ts";
import { withOwnHelpers } from "./with-own-helpers.ts";

const programs = labelledPrograms(160, 1);
const samples = programs.map((program, k) => sampleInputs(program, new Random(k), [1, 2, 3, 4]));
const calls = programs.map((program, k) =>
  samples[k]!.map((inputs) => argumentsOf(program, inputs)),
);
const expected = programs.map((program, k) =>
  samples[k]!.map((inputs) => labelsOf(program, inputs)),
);

test("the programs are well formed, and what is counted is what is printed", () => {
  for (const program of programs) {
    check(program);
    expect(moduleTokens(pythonModule(program))).toBe(countPythonTokens(emit(program, "python")));
  }
});

test("printed Python takes texts and gives labels", () => {
  const sources = programs.map((program) => emit(program, "python"));
  const jobs = programs.map(({ name }, k) => ({ source: sources[k]!, name, calls: calls[k]! }));
  runPython(jobs).forEach((json, k) => {
    expect(JSON.parse(json), sources[k]).toStrictEqual(expected[k]);
  });
});

test("printed TypeScript takes texts and gives labels", async () => {
  const sources = programs.map((program) => emit(program, "typescript"));
  const functions = sources.map(
    (source, k) => `(() => {\n${source.replace("export ", "")}return ${programs[k]!.name};\n})()`,
  );
  const source = `const functions = [${functions.join(",\n")}];
export function every(calls: number): number[][] {
  return calls.map((each, k) => each.map((inputs) => functions[k](...inputs)));
}
`;
  const run = await runTypeScript({ source, name: "every", calls: [[calls as never]] });
  if (run.kind !== "done") throw new Error(run.reason);
  const [found] = run.results as readonly unknown[][];
  programs.forEach((_, k) => {
    expect(found![k], sources[k]).toStrictEqual(expected[k]);
  });
});

test("printed TypeScript is well typed", () => {
  const host = ts.createCompilerHost({});
  const text = new Map(
    programs.slice(0, 16).map((program, k) => [`/printed/f${k}.ts`, emit(program, "typescript")]),
  );
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    text.has(name)
      ? ts.createSourceFile(name, text.get(name)!, ts.ScriptTarget.ES2022)
      : read(name, ...rest);
  const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] };
  const checked = ts.createProgram([...text.keys()], options, host);
  const messages = ts
    .getPreEmitDiagnostics(checked)
    // Random programs compare constants with each other.
    .filter(({ code }) => code !== 2367)
    .map(
      ({ file, messageText }) =>
        `${ts.flattenDiagnosticMessageText(messageText, "\n")} in ${file?.text}`,
    );
  expect(messages).toEqual([]);
}, 20_000);

test("printed C takes the numbers of texts and gives those of labels", async () => {
  const given = programs.slice(0, 60);
  const sources = given.map((program, k) => withOwnHelpers(emit(program, "c"), k));
  const cases = given.flatMap((program, k) =>
    samples[k]!.map((inputs) => {
      const indices = flat(evaluate(program, inputs));
      return { k, indices, call: callLine(k, inputs, program, indices.length) };
    }),
  );
  const options = ["-Wall", "-Wextra", "-Wno-tautological-compare", "-Wno-bool-compare"];
  const lines = cases.map(({ call }) => call);
  const run = await runC({ source: sources.join("\n"), programs: given, calls: lines, options });
  if (run.kind !== "done") throw new Error(run.reason);
  cases.forEach(({ k, indices }, at) => {
    expect(run.results[at], sources[k]).toStrictEqual(indices);
  });
}, 30_000);

test("English lines hold no text as it is where that would break them", () => {
  for (const program of programs) {
    expect(printProse(program)).not.toMatch(/[\p{Cf}\p{Cs}\p{Zl}]/u);
  }
});

/** Texts where the program has places. */
function argumentsOf({ inputs }: Program, given: readonly ArrayValue[]) {
  return given.map(({ data, shape }, k): NestedOf<Label> => {
    const { domain } = inputs[k]!;
    if (domain.kind !== "one-hot") return nest(data, shape);
    return nest(decodeOneHot(data, domain.values), shapeWithoutValues(shape));
  });
}

function labelsOf(program: Program, inputs: readonly ArrayValue[]): NestedOf<Label> {
  const value = evaluate(program, inputs);
  const said = flat(value).map((index): Label => program.labels?.[index] ?? index);
  return nest(said, typeof value === "number" ? [] : value.shape);
}

function flat(value: number | ArrayValue): readonly number[] {
  return typeof value === "number" ? [value] : [...value.data];
}
