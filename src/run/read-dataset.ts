import type { KeyOptions } from "../data/choose-keys.ts";
import type { Dataset } from "../data/dataset.ts";
import { JsonlBuilder } from "../data/jsonl-builder.ts";
import { TableBuilder } from "../data/table-builder.ts";
import { dataFormat } from "./read-format.ts";
import { readLines } from "./read-lines.ts";
import { readRows } from "./read-rows.ts";

/**
 * The data set in a file: `.jsonl`, one sample a line, or `.csv` and `.tsv`, one sample a row.
 *
 * Every key or column but the target's is an input, in the order of the first line. Throws DistillError
 * with the file and line at fault. Cost: linear in the file's size.
 */
export async function readDataset(path: string, options: KeyOptions = {}): Promise<Dataset> {
  const format = await dataFormat(path);
  return format.kind === "lines"
    ? readSampleLines(path, options)
    : readTable(path, format.delimiter, options);
}

async function readSampleLines(path: string, options: KeyOptions): Promise<Dataset> {
  const builder = new JsonlBuilder(path, options);
  let lineNumber = 0;
  for await (const lines of readLines(path)) {
    for (const line of lines) builder.add(line, ++lineNumber);
  }
  return builder.finish();
}

async function readTable(path: string, delimiter: string, options: KeyOptions): Promise<Dataset> {
  const builder = new TableBuilder(path, options);
  for await (const rows of readRows(path, delimiter)) {
    for (const { cells, line } of rows) builder.add(cells, line);
  }
  return builder.finish();
}
