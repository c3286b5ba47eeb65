import { expect, test } from "vitest";
import { block, list, variable } from "../../src/program/build.ts";
import type { Program } from "../../src/program/program.ts";
import { callLine, driverOf } from "../../src/run/c-driver.ts";
import { runC } from "../../src/run/run-c.ts";

/** An array of reals and an integer in, both beside each other out. */
const program: Program = {
  name: "f",
  inputs: [
    { name: "x", shape: ["n", 2], domain: { kind: "real" } },
    { name: "k", shape: [], domain: { kind: "sign" } },
  ],
  body: block([], list([variable("k")])),
};

const inputs = [
  { shape: [1, 2], data: Float64Array.of(0.5, 0.1) },
  { shape: [], data: Float64Array.of(-1) },
];

const headers = "#include <stddef.h>\n#include <stdint.h>\n#include <stdlib.h>\n";
const source = `${headers}void f(size_t n, const double *x, int32_t k, int32_t *y) {
    if (n > 1) abort();
    y[0] = x[1] == 0.1 ? k : 7;
}
`;

test("a call is its sizes, its values and the length of its result", () => {
  expect(callLine(0, inputs, program, 1)).toBe("0 1 0.5 0.1 -1 1");
  expect(driverOf([program])).toContain("void f(size_t, const double *, int32_t, int32_t *);");
});

test("the function is compiled and called", async () => {
  const calls = [callLine(0, inputs, program, 1)];
  const run = await runC({ source, programs: [program], calls });
  expect(run).toEqual({ kind: "done", results: [[-1]] });
});

test("what the compiler says is said", async () => {
  const run = await runC({ source: `${headers}void f(`, programs: [program], calls: [] });
  expect(run).toMatchObject({
    kind: "failed",
    results: [],
    reason: expect.stringContaining("error"),
  });
});

test("a function that aborts has failed", async () => {
  const calls = ["0 1 0.5 0.1 -1 1", "0 2 0 0 0 0 1 1"];
  const run = await runC({ source, programs: [program], calls });
  expect(run).toMatchObject({ kind: "failed", reason: "ended by SIGABRT" });
});

test("that there is no compiler is said", async () => {
  const run = await runC({ source, programs: [program], calls: [] }, ["no-such-compiler"]);
  expect(run.kind).toBe("missing");
});
