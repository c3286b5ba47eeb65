import { CsvError, Parser } from "csv-parse";
import { badTable } from "../errors.ts";
import { readChunks } from "./read-lines.ts";

/** A row of a table, and the line on which it starts. */
export interface Row {
  readonly cells: string[];
  readonly line: number;
}

/**
 * The rows of a table, in batches; blank lines are skipped.
 *
 * Throws `bad-table` and what `readChunks` throws. Cost: linear; memory is one chunk and the longest row.
 */
export async function* readRows(path: string, delimiter: string): AsyncGenerator<readonly Row[]> {
  let rows: Row[] = [];
  let linesBefore = 0;
  // The parser counts CRLF inside of quotes as two lines.
  let surplus = 0;
  const parser = new Parser({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (cells: string[], { lines }) => {
      const inside = lines - linesBefore > 1 ? cells.join() : "";
      linesBefore = lines;
      surplus += count(inside, /\r\n/g);
      rows.push({ cells, line: lines - surplus - count(inside, /\r\n|\n|\r/g) });
      return null;
    },
  });
  // Errors come by the callbacks of `write` and `end`, too.
  parser.on("error", () => {});
  parser.resume();
  const taken = (): readonly Row[] => {
    const batch = rows;
    rows = [];
    return batch;
  };
  try {
    for await (const chunk of readChunks(path)) {
      if (chunk === "") continue;
      await settled((done) => parser.write(chunk, done));
      yield taken();
    }
    await settled((done) => parser.end(done));
    yield taken();
  } catch (error) {
    throw error instanceof CsvError ? tableError(path, error) : error;
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function settled(start: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error ? reject(error) : resolve()));
  });
}

function tableError(path: string, { code, lines }: CsvError & { lines?: unknown }): Error {
  const place = typeof lines === "number" ? `${path}:${lines}` : path;
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return badTable(place, "a quote that is never closed");
    case "CSV_INVALID_CLOSING_QUOTE":
      return badTable(place, "text after a closing quote");
    default:
      return badTable(place, "a quote inside a cell");
  }
}
