import { extname } from "node:path";
import type { KeyOptions } from "../data/choose-keys.ts";
import type { Dataset } from "../data/dataset.ts";
import { DatasetBuilder } from "../data/dataset-builder.ts";
import { unsupportedFormat } from "../errors.ts";
import { checkFile, readLines } from "./read-lines.ts";

/**
 * The data set in a file: so far `.jsonl`, one sample a line.
 *
 * Every key but the target's is an input, in the order of the first line's keys. Throws DistillError
 * with the file and line at fault. Cost: linear in the file's size.
 */
export async function readDataset(path: string, options: KeyOptions = {}): Promise<Dataset> {
  await checkDataFile(path);
  const builder = new DatasetBuilder(path, options);
  let lineNumber = 0;
  for await (const lines of readLines(path)) {
    for (const line of lines) builder.add(line, ++lineNumber);
  }
  return builder.finish();
}

/** Throws what `checkFile` throws, and `unsupported-format`. */
export async function checkDataFile(path: string): Promise<void> {
  await checkFile(path);
  const extension = extname(path).toLowerCase();
  if (extension !== ".jsonl") throw unsupportedFormat(path, extension);
}
