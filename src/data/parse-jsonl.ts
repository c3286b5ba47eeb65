import type { KeyOptions } from "./choose-keys.ts";
import type { Dataset } from "./dataset.ts";
import { JsonlBuilder } from "./jsonl-builder.ts";

export interface ParseOptions extends KeyOptions {
  /** What errors call the text. */
  readonly file?: string;
}

/** A data set from text with one JSON object a line. Throws what is wrong with it. */
export function parseJsonl(text: string, options: ParseOptions = {}): Dataset {
  const builder = new JsonlBuilder(options.file ?? "data", options);
  const lines = text.replace(/^\ufeff/, "").split("\n");
  lines.forEach((line, index) => {
    builder.add(line, index + 1);
  });
  return builder.finish();
}
