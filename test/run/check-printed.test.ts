import { expect, test } from "vitest";
import { emit, type Language } from "../../src/emit/emit.ts";
import { block, element, integer, list, number, softmax } from "../../src/program/build.ts";
import type { Program } from "../../src/program/program.ts";
import { checkPrinted } from "../../src/run/check-printed.ts";
import { randomSamples } from "../../src/run/samples.ts";

const input = { name: "x", shape: [2], domain: { kind: "binary" } } as const;

/** Two bits in, the second one out. */
const lastBit: Program = {
  name: "f",
  inputs: [input],
  body: block([], list([element("x", integer(1))])),
};

const samples = [[{ shape: [2], data: Float64Array.of(0, 1) }], ...randomSamples([input], 10, 0)];
const check = (source: string, language: Language) =>
  checkPrinted(source, language, lastBit, samples);

test("what is printed is executed and agrees, in every language", async () => {
  for (const language of ["python", "typescript", "c"] as const) {
    const run = await check(emit(lastBit, language), language);
    expect(run, language).toEqual({ executed: 11, agrees: true });
  }
});

test("Python that says something else disagrees, and the input is named", async () => {
  const wrong = await check("def f(x):\n    return [x[0]]\n", "python");
  expect(wrong).toMatchObject({ agrees: false, reason: "on [[0,1]]" });
  const truth = await check("def f(x):\n    return [x[1] == 1]\n", "python");
  expect(truth.agrees).toBe(false);
  const flat = await check("def f(x):\n    return x[1]\n", "python");
  expect(flat.agrees).toBe(false);
});

test("so does TypeScript", async () => {
  const wrong = await check(
    "export function f(x: number[]): number[] { return [x[0]]; }",
    "typescript",
  );
  expect(wrong).toMatchObject({ agrees: false, reason: "on [[0,1]]" });
});

test("so does C", async () => {
  const source = "#include <stdint.h>\nvoid f(const int32_t *x, int32_t *y) { y[0] = x[0]; }\n";
  expect(await check(source, "c")).toMatchObject({ agrees: false, reason: "on [[0,1]]" });
});

test("code that fails is code that disagrees", async () => {
  expect(await check("def f(x:\n", "python")).toMatchObject({ executed: 0, agrees: false });
  expect(await check("export function f(", "typescript")).toMatchObject({
    executed: 0,
    agrees: false,
  });
  expect(await check("void f(", "c")).toMatchObject({ executed: 0, agrees: false });
});

test("probabilities may differ in their last digits, and no more", async () => {
  const shares: Program = {
    ...lastBit,
    body: block([], softmax(list([number(0.5), element("x", integer(0))]))),
  };
  const python = (digits: number) =>
    `import math
def f(x):
    powers = [math.exp(0.5), math.exp(x[0])]
    return [round(power / sum(powers), ${digits}) for power in powers]
`;
  expect((await checkPrinted(python(15), "python", shares, samples)).agrees).toBe(true);
  expect((await checkPrinted(python(9), "python", shares, samples)).agrees).toBe(false);
});

test("a program that has no value is not run, and says why", async () => {
  const beyond: Program = { ...lastBit, body: block([], element("x", integer(2))) };
  expect(await checkPrinted("def f(x):\n    return 0\n", "python", beyond, samples)).toEqual({
    executed: null,
    agrees: null,
    reason: "the program fails: x has no index 2 along axis 0",
  });
});

/** Two marks in: who has the first one, "x" or `b"`? */
const marked: Program = {
  name: "f",
  inputs: [{ name: "x", shape: [2, 2], domain: { kind: "one-hot", values: ['b"', "x"] } }],
  body: block([], element("x", integer(0), integer(1))),
  labels: ["lose", "win"],
};

const marks = randomSamples([{ shape: [2, 2], domain: marked.inputs[0]!.domain }], 10, 0);

test("texts are given and labels come back, in every language", async () => {
  for (const language of ["python", "typescript", "c"] as const) {
    const run = await checkPrinted(emit(marked, language), language, marked, marks);
    expect(run, language).toEqual({ executed: 10, agrees: true });
  }
});

test("another label, and its number, disagree; the texts are named", async () => {
  const says = (text: string) =>
    checkPrinted(`def f(x):\n    return ${text}\n`, "python", marked, marks.slice(0, 1));
  expect((await says('"win" if x[0] == "x" else "lose"')).agrees).toBe(true);
  expect((await says('"WIN" if x[0] == "x" else "LOSE"')).agrees).toBe(false);
  const number = await says('int(x[0] == "x")');
  expect(number.agrees).toBe(false);
  expect(number.reason).toMatch(/^on \[\[("b\\""|"x"),("b\\""|"x")\]\]$/);
});
