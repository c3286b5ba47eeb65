import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Context, Experiment } from "../../src/reproduce/experiment.ts";
import { cannot, text, value } from "../../src/reproduce/measurement.ts";
import { picturesOf } from "../../src/reproduce/pictures.ts";
import { reproduce } from "../../src/reproduce/reproduce.ts";
import type { Results } from "../../src/reproduce/results.ts";
import { resultsHtml } from "../../src/reproduce/results-html.ts";
import { madeSentences, resultsMarkdown } from "../../src/reproduce/results-markdown.ts";
import { resultsText } from "../../src/reproduce/results-text.ts";
import { espresso } from "../../src/run/espresso.ts";
import { finishedUnits } from "../../src/run/finished-units.ts";

const folder = mkdtempSync(join(tmpdir(), "distill-reproduce-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let runs = 0;

/** Two sizes, of which a peer can do one; four units need a package each. */
const experiment: Experiment = {
  name: "sums",
  title: "Sums",
  about: "Sums of <n> numbers.",
  panels: [
    { what: "right sums", unit: "share", x: "numbers", axis: "linear" },
    { what: "programs", unit: "text", x: "numbers" },
  ],
  units: () => [
    {
      name: "ours",
      effort: 1,
      measure: () => {
        runs += 1;
        return [
          value({ what: "right sums", series: "ours", x: 2 }, 1),
          value({ what: "right sums", series: "ours", x: 20 }, 0.99999),
          value({ what: "right sums", series: "table", x: 2 }, 0.5),
          cannot({ what: "right sums", series: "table", x: 20 }, "takes 2 numbers only"),
          text({ what: "programs", series: "ours", x: 2 }, "sum(x) < 3\n"),
        ];
      },
    },
    {
      name: "theirs",
      effort: 1,
      needs: "sklearn",
      measure: () => [value({ what: "right sums", series: "tree", x: 2 }, 0.25)],
    },
    {
      name: "trained",
      effort: 1,
      needs: "torch",
      measure: () => [value({ what: "right sums", series: "GRU", x: 2 }, 0.75)],
    },
    {
      name: "ruled",
      effort: 1,
      needs: "weka",
      measure: () => [value({ what: "right sums", series: "RIPPER", x: 2 }, 0.5)],
    },
    {
      name: "proved",
      effort: 1,
      needs: "abc",
      measure: () => [value({ what: "right sums", series: "ABC", x: 2 }, 1)],
    },
  ],
};

const context: Context = { quick: true, seed: 0, now: () => 0, rest: async () => {}, espresso };

async function found(path = folder, packages: Partial<Context> = {}): Promise<Results> {
  const memory = finishedUnits(path);
  const tools = {
    context: { ...context, ...packages },
    memory,
    version: "1",
    onProgress: () => {},
  };
  const experiments = await reproduce([experiment], tools);
  return { made: { version: "1", seed: 0, quick: true, machine: "a machine" }, experiments };
}

describe("a run", () => {
  it("leaves peers out where there are none, and recalls what was done", async () => {
    const first = await found();
    expect(first.experiments[0]!.panels[0]!.rows.map(({ series }) => series)).toEqual([
      "ours",
      "ours",
      "table",
      "table",
    ]);
    const again = await found();
    expect(again).toEqual(first);
    expect(runs).toBe(1);
  });

  it("goes on after half a line, which an interrupted run leaves", async () => {
    const path = join(folder, "half");
    await found(path);
    const file = join(path, "units.jsonl");
    appendFileSync(file, '{"key":"1/qui');
    const before = runs;
    await found(path);
    expect(runs).toBe(before);
    expect(readFileSync(file, "utf8").endsWith("\n")).toBe(true);
  });
});

describe("packages that peers need", () => {
  const sklearn = {} as NonNullable<Context["sklearn"]>;
  const torch = {} as NonNullable<Context["torch"]>;
  const weka = {} as NonNullable<Context["weka"]>;
  const abc = {} as NonNullable<Context["abc"]>;
  const seriesWith = async (packages: Partial<Context>, path: string): Promise<string[]> => {
    const { experiments } = await found(join(folder, path), packages);
    return [...new Set(experiments[0]!.panels[0]!.rows.map(({ series }) => series))];
  };

  it("are missing one without the other, and filled in by a later run", async () => {
    expect(await seriesWith({ sklearn }, "a")).toEqual(["ours", "table", "tree"]);
    expect(await seriesWith({ torch }, "b")).toEqual(["ours", "table", "GRU"]);
    expect(await seriesWith({ weka }, "c")).toEqual(["ours", "table", "RIPPER"]);
    expect(await seriesWith({ abc }, "d")).toEqual(["ours", "table", "ABC"]);
    const before = runs;
    expect(await seriesWith({ sklearn, torch }, "b")).toEqual(["ours", "table", "tree", "GRU"]);
    expect(runs).toBe(before);
  });

  it("are named with their versions, or as missing", () => {
    const made = { version: "1", seed: 0, quick: false, machine: "a machine" };
    const [sentence] = madeSentences({ ...made, torch: "1.13" });
    expect(sentence).toContain(
      "; without scikit-learn, torch 1.13, without Weka, without ABC; a machine.",
    );
  });
});

describe("what was found is shown", () => {
  it("as a table, where nothing but 1 is 100 % and nothing that cannot be done is 0", async () => {
    const shown = resultsText(await found());
    expect(shown).toContain("numbers  ours     table   ours against the best");
    expect(shown).toContain("2        100 %    50 %    better");
    expect(shown).toContain("20       99.99 %  cannot");
    expect(shown).toContain("cannot: table: takes 2 numbers only");
    expect(shown).toContain("    sum(x) < 3");
    expect(shown).toMatch(/^right sums +1 +0 +0$/m);
  });

  it("as Markdown, which names its pictures", async () => {
    const results = await found();
    const [picture] = Object.keys(picturesOf(results));
    expect(picture).toBe("sums-right-sums.svg");
    expect(resultsMarkdown(results)).toContain(`![right sums](${picture})`);
  });

  it("as a page that escapes what it holds", async () => {
    const page = resultsHtml(await found());
    expect(page).toContain("Sums of &lt;n&gt; numbers.");
    expect(page).toContain("<svg");
    expect(page).not.toContain("<script");
  });
});
