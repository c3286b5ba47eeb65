import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import * as library from "../../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-library-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("goes from files of layers to proved code, stage by stage", async () => {
  const path = join(folder, "layer.csv");
  writeFileSync(path, "1,-1\n1,-1\n-1,1\n");
  const network = await library.readNetwork([path], { output: "softmax" });
  const program = library.condense(network, { name: "f" });
  expect(library.verify(network, program).kind).toBe("equivalent");
  expect(library.emit(program, "python")).toContain("def f(x):");
  expect(library.explain(program)).toMatch(/^f takes x /);
  const sample = { x: [1, 0] };
  expect(library.predict(network, sample)).toEqual([0.5, 0.5]);
  expect(library.evaluate(program, sample)).toEqual([0.5, 0.5]);
});

it("makes the same of both in one step", () => {
  const table = library.parseLayerTable("1\n1\n-1\n", "layer");
  const network = library.networkOfTables([table], { output: "sign" });
  const stages: string[] = [];
  const { program, verdict, source } = library.distillNetwork(network, {
    name: "f",
    languages: ["typescript"],
    onStage: (stage) => stages.push(stage),
  });
  expect(stages).toEqual(["condense", "verify", "emit"]);
  expect(verdict.kind).toBe("equivalent");
  expect(Object.keys(source)).toEqual(["typescript"]);
  expect(library.evaluate(program, { x: [1, 1] })).toBe(1);
  expect(library.evaluate(program, { x: [0, 1] })).toBe(0);
});

it("prints and parses networks and programs", async () => {
  const table = library.parseLayerTable("1\n-0.5\n", "layer");
  const network = library.networkOfTables([table], { output: "step" });
  const program = library.condense(network, { name: "f" });
  expect(await library.parseNetwork(library.printNetwork(network))).toStrictEqual(network);
  expect(await library.parseProgram(library.printProgram(program))).toStrictEqual(program);
});
