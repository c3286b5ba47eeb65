import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { distill } from "../src/distill.ts";
import { identifier } from "../src/program/names.ts";
import { readDataset } from "../src/run/read-dataset.ts";

/*
 * Writes examples/NAME/expected/python.py anew. Golden programs are rewritten only on purpose, and read
 * as diffs before they are committed.
 */
for (const example of readdirSync("examples").sort()) {
  const dataset = await readDataset(join("examples", example, "data.jsonl"));
  const { source } = await distill(dataset, { name: identifier(example) });
  const folder = join("examples", example, "expected");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "python.py"), source.python!);
  console.log(`${example}\n${source.python}`);
}
