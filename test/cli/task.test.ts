import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readDataset } from "../../src/run/read-dataset.ts";
import { distill, scratch } from "./command.ts";

const folder = scratch();
const examples = join(dirname(fileURLToPath(import.meta.url)), "../../examples");

it("writes a file, or to the terminal", async () => {
  const path = join(folder, "new/data.jsonl");
  const argv = ["task", "life", "--size", "3x4", "--samples", "2", "--seed", "7"];
  expect(await distill(...argv, "-o", path)).toEqual({ code: 0, out: "", err: "" });
  expect((await distill(...argv)).out).toBe(readFileSync(path, "utf8"));
  const { nSamples, inputs } = await readDataset(path);
  expect([nSamples, inputs[0]!.shape]).toEqual([2, [3, 4]]);
});

it.each([
  ["rule30", ["rule30"]],
  ["rule30-zero", ["rule30", "--edge", "zero"]],
  ["rule110", ["rule110"]],
  ["life", ["life"]],
])("examples/%s is what the task gives", async (name, argv) => {
  const text = readFileSync(join(examples, name, "data.jsonl"), "utf8");
  expect((await distill("task", ...argv)).out).toBe(text);
});
