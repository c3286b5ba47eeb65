import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distill } from "../../src/distill.ts";
import { identifier } from "../../src/program/names.ts";
import { checkPrinted } from "../../src/run/check-printed.ts";
import { readDataset } from "../../src/run/read-dataset.ts";

describe("shipped examples", () => {
  const examples = readdirSync("examples").sort();

  it("are there", () => {
    expect(examples).toContain("rule30");
    expect(examples).toContain("life");
  });

  it.each(examples)(
    "%s is distilled into its golden program, proved and executed",
    async (name) => {
      const dataset = await readDataset(join("examples", name, "data.jsonl"));
      const distilled = await distill(dataset, { name: identifier(name) });
      const expected = readFileSync(join("examples", name, "expected", "python.py"), "utf8");
      expect(distilled.source.python).toBe(expected);
      expect(distilled.verdict.kind).toBe("equivalent");
      const run = await checkPrinted(expected, {
        ...distilled,
        dataset,
        name: identifier(name),
        seed: 0,
      });
      expect(run.agrees).toBe(true);
      expect(run.executed).toBeGreaterThan(100);
    },
  );
});
