import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { experiments } from "../../src/reproduce/experiments.ts";
import { picturesOf } from "../../src/reproduce/pictures.ts";
import type { Results } from "../../src/reproduce/results.ts";
import { resultsMarkdown } from "../../src/reproduce/results-markdown.ts";

const folder = "docs/results";
const results = JSON.parse(readFileSync(`${folder}/results.json`, "utf8")) as Results;

it("the results in docs are of all experiments, with baselines, in full", () => {
  expect(results.experiments.map(({ name }) => name)).toEqual(experiments.map(({ name }) => name));
  expect(results.made).toMatchObject({ quick: false, seed: 0, sklearn: expect.any(String) });
});

it("their tables and plots are printed from results.json", () => {
  expect(readFileSync(`${folder}/README.md`, "utf8")).toBe(resultsMarkdown(results));
  for (const [name, picture] of Object.entries(picturesOf(results))) {
    expect(readFileSync(`${folder}/${name}`, "utf8"), name).toBe(picture);
  }
});

it("the README shows plots that are there", () => {
  const shown = [...readFileSync("README.md", "utf8").matchAll(/\]\((docs\/results\/.*?\.svg)\)/g)];
  expect(shown).toHaveLength(3);
  for (const [, path] of shown) expect(existsSync(path!), path).toBe(true);
});
