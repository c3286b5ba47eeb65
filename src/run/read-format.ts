import { extname } from "node:path";
import { unsupportedFormat } from "../errors.ts";
import { checkFile } from "./read-lines.ts";

/** How a file of samples is written. */
export type DataFormat =
  | { readonly kind: "lines" }
  | { readonly kind: "table"; readonly delimiter: string };

/** By the file's extension. Throws what `checkFile` throws, and `unsupported-format`. */
export async function dataFormat(path: string): Promise<DataFormat> {
  await checkFile(path);
  const extension = extname(path).toLowerCase();
  if (extension === ".jsonl") return { kind: "lines" };
  if (extension === ".csv") return { kind: "table", delimiter: "," };
  if (extension === ".tsv") return { kind: "table", delimiter: "\t" };
  throw unsupportedFormat(path, extension);
}
