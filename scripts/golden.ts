import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { condense } from "../src/condense/condense.ts";
import { distill } from "../src/distill.ts";
import { identifier } from "../src/program/names.ts";
import type { Program } from "../src/program/program.ts";
import { readDataset } from "../src/run/read-dataset.ts";
import { goldenFiles } from "./golden-files.ts";
import {
  dataExamples,
  dataFolder,
  dataPath,
  networkFolder,
  networksFolder,
  shownNetworks,
} from "./golden-folders.ts";
import { withGoldenPrograms } from "./golden-readme.ts";

/*
 * Writes the golden programs anew, in every language: examples/NAME/expected/* of data sets, and
 * examples/networks/FAMILY/expected/* of networks, and those that the README shows. They are rewritten only
 * on purpose, and read as diffs before they are committed.
 */
for (const example of dataExamples()) {
  const dataset = await readDataset(dataPath(example));
  const { program } = await distill(dataset, { name: identifier(example) });
  write(dataFolder(example), program);
}
rmSync(networksFolder, { recursive: true, force: true });
for (const { name, network } of shownNetworks()) {
  write(networkFolder(name), condense(network, { name: identifier(name) }));
}
writeFileSync("README.md", withGoldenPrograms(readFileSync("README.md", "utf8")));

function write(folder: string, program: Program): void {
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(goldenFiles(program))) {
    writeFileSync(join(folder, file), text);
    console.log(`${join(folder, file)}\n${text}`);
  }
}
