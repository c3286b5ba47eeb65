import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { distill } from "../src/distill.ts";
import { identifier } from "../src/program/names.ts";
import { readDataset } from "../src/run/read-dataset.ts";
import { goldenFiles } from "./golden-files.ts";

/*
 * Writes examples/NAME/expected/* anew, in every language. Golden programs are rewritten only on purpose,
 * and read as diffs before they are committed.
 */
for (const example of readdirSync("examples").sort()) {
  const dataset = await readDataset(join("examples", example, "data.jsonl"));
  const { program } = await distill(dataset, { name: identifier(example) });
  const folder = join("examples", example, "expected");
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(goldenFiles(program))) {
    writeFileSync(join(folder, file), text);
    console.log(`${example}/${file}\n${text}`);
  }
}
