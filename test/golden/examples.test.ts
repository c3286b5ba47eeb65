import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goldenFile, goldenFiles } from "../../scripts/golden-files.ts";
import { dataExamples, dataFolder, dataPath } from "../../scripts/golden-folders.ts";
import { distill } from "../../src/distill.ts";
import type { Language } from "../../src/emit/emit.ts";
import { identifier } from "../../src/program/names.ts";
import { checkPrinted } from "../../src/run/check-printed.ts";
import { readDataset } from "../../src/run/read-dataset.ts";
import { dataSamples, randomSamples } from "../../src/run/samples.ts";

const languages: readonly Language[] = ["python", "typescript", "c"];

describe("shipped examples", () => {
  const examples = dataExamples();

  it("are there", () => {
    expect(examples).toContain("rule30");
    expect(examples).toContain("life");
  });

  it.each(examples)(
    "%s is distilled into its golden program, proved and executed",
    async (name) => {
      const dataset = await readDataset(dataPath(name));
      const { program, network, verdict } = await distill(dataset, { name: identifier(name) });
      const golden = (file: string) => readFileSync(join(dataFolder(name), file), "utf8");
      const printed = Object.entries(goldenFiles(program));
      expect(printed).toEqual(printed.map(([file]) => [file, golden(file)]));
      expect(verdict.kind).toBe("equivalent");
      const samples = [...dataSamples(dataset, 60), ...randomSamples(network.inputs, 100, 0)];
      for (const language of languages) {
        const source = golden(goldenFile(language));
        const run = await checkPrinted(source, language, program, samples);
        expect(run, language).toEqual({ executed: samples.length, agrees: true });
      }
      expect(samples.length).toBeGreaterThan(100);
    },
  );
});
