import { expect, test } from "vitest";
import { runTypeScript } from "../../src/run/run-typescript.ts";
import { stripTypes } from "../../src/run/strip-types.ts";

const source = `export function f(x: readonly number[], k: number): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length; i++) y.push(x[i] + k);
  return y;
}
`;

test("types are left out, and what only looks like them stays", () => {
  expect(stripTypes(source)).toBe(`export function f(x, k) {
  const y = [];
  for (let i = 0; i < x.length; i++) y.push(x[i] + k);
  return y;
}
`);
  const nested = "function f(x: readonly (readonly number[])[]): readonly (readonly number[])[] {";
  expect(stripTypes(nested)).toBe("function f(x) {");
  expect(stripTypes("let found: boolean;\nlet big: bigint[][];")).toBe("let found;\nlet big;");
  expect(stripTypes("function f(x: readonly string[]): (number | string)[] {")).toBe(
    "function f(x) {",
  );
  expect(stripTypes("new Array<number | string>(n)")).toBe("new Array(n)");
  expect(stripTypes('["a: string", "<string>"][k]! !== "]!"')).toBe(
    '["a: string", "<string>"][k] !== "]!"',
  );
  expect(stripTypes('"\\": string" /* x: string */')).toBe('"\\": string" /* x: string */');
  expect(stripTypes("new Array<number>(n).fill(0)")).toBe("new Array(n).fill(0)");
  expect(stripTypes("c ? a : (b + 1) * numbers")).toBe("c ? a : (b + 1) * numbers");
  expect(stripTypes("{ length: n }, n < number_ > 2")).toBe("{ length: n }, n < number_ > 2");
});

test("the function is called", async () => {
  const run = await runTypeScript({
    source,
    name: "f",
    calls: [
      [[1, 2], 3],
      [[], 0],
    ],
  });
  expect(run).toEqual({ kind: "done", results: [[4, 5], []] });
});

test("what went wrong is said", async () => {
  const failing = "export function f(x: number): number { if (x === 0) throw 7; return x; }";
  const run = await runTypeScript({ source: failing, name: "f", calls: [[1], [0]] });
  expect(run).toMatchObject({ kind: "failed", results: [1], reason: "7" });
});

test("that there is no interpreter is said", async () => {
  const run = await runTypeScript({ source: "", name: "f", calls: [] }, "no-such-node");
  expect(run.kind).toBe("missing");
});
