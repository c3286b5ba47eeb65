import ts from "typescript";
import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { Random } from "../../src/math/random.ts";
import { nest } from "../../src/math/shape.ts";
import { evaluate, type Value } from "../../src/program/evaluate.ts";
import { runTypeScript } from "../../src/run/run-typescript.ts";
import { arrayPrograms } from "./array-programs.ts";
import { randomPrograms } from "./random-programs.ts";
import { sampleInputs } from "./sample-inputs.ts";
import { smallPrograms } from "./small-programs.ts";

const programs = [...randomPrograms(500, 7), ...arrayPrograms, ...Object.values(smallPrograms)];
const sources = programs.map((program) => emit(program, "typescript"));

/** All programs as one module: each in a function of its own, so that helpers do not meet. */
const module = `${sources
  .map(
    (source, k) =>
      `export const f${k} = (() => {\n${source.replace("export ", "")}return ${programs[k]!.name};\n})();\n`,
  )
  .join("")}export function all(calls: number): number[][] {
  return calls.map(([k, samples]) => samples.map((inputs) => functions[k](...inputs)));
}
const functions = [${programs.map((_, k) => `f${k}`).join(", ")}];
`;

test("printed TypeScript gives what evaluate gives, at small sizes", async () => {
  const samples = programs.map((program, k) => sampleInputs(program, new Random(k), [1, 2, 3]));
  const calls = samples.map((each, k) => [k, each.map((inputs) => inputs.map(plain))]);
  const run = await runTypeScript({ source: module, name: "all", calls: [[calls as never]] });
  const expected = programs.map((program, k) =>
    samples[k]!.map((inputs) => plain(evaluate(program, inputs))),
  );
  if (run.kind !== "done") throw new Error(run.reason);
  const [found] = run.results as readonly unknown[][];
  programs.forEach((_, k) => {
    if (sources[k]!.includes("softmax")) expect(near(found![k])).toEqual(near(expected[k]));
    else expect(JSON.stringify(found![k]), sources[k]).toBe(JSON.stringify(expected[k]));
  });
});

test("numbers of any size are compared exactly", async () => {
  const ones = new Array<number>(200).fill(1);
  const rest = ones.map((_, k) => (k > 0 ? 1 : 0));
  const source = emit(smallPrograms.larger, "typescript");
  const calls = [
    [ones, rest],
    [rest, ones],
    [ones, ones],
  ];
  const run = await runTypeScript({ source, name: "larger", calls });
  expect(run).toEqual({ kind: "done", results: [1, 0, 0] });
});

test("printed TypeScript is well typed", () => {
  const host = ts.createCompilerHost({});
  const text = new Map(sources.slice(-80).map((source, k) => [`/printed/f${k}.ts`, source]));
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    text.has(name)
      ? ts.createSourceFile(name, text.get(name)!, ts.ScriptTarget.ES2022)
      : read(name, ...rest);
  const options = {
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
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

test("the random programs use every way of writing", () => {
  const all = sources.join("\n");
  const ways = [
    "x.map((_, i) =>",
    "Array.from({ length:",
    "new Array<number>(",
    ".push(",
    "total += ",
    "total++;",
    "&& !found;",
    "&& holds;",
    "-Infinity",
    "Math.sign(",
    "Math.floor(",
    "Number(",
    ".includes(",
    " ** ",
    " !== ",
    " && ",
    " || ",
    "& ~",
    "softmax(",
    "[0, ...x, 0]",
    "n - 1) % n]",
    "throw new RangeError(",
    "} else {",
    "best = ",
  ];
  expect(ways.filter((way) => !all.includes(way))).toEqual([]);
});

function plain(value: Value) {
  return typeof value === "number" ? value : nest(value.data, value.shape);
}

/** Probabilities, to ten digits. */
function near(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(near);
  return typeof value === "number" ? value.toFixed(10) : value;
}
