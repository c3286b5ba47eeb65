import { DEFAULT_TARGET } from "../data/choose-keys.ts";
import { checkIntegers, parseSample } from "../data/parse-sample.ts";
import { checkRow } from "../data/table-builder.ts";
import { parseHeader, type TableHeader } from "../data/table-header.ts";
import { nestedLeavesOf } from "../data/table-sample.ts";
import { targetOfTable } from "../data/target-of-table.ts";
import { emptyTable, missingKey, noSamples, noTarget } from "../errors.ts";
import { type DataFormat, dataFormat } from "./read-format.ts";
import { readLines } from "./read-lines.ts";
import { readRows } from "./read-rows.ts";

/** One sample: what stands under a key, as JSON has it. */
export interface PlacedSample {
  readonly place: string;
  readonly keys: readonly string[];
  /** The key of the target; undefined where the samples have none. */
  readonly target: string | undefined;
  readonly get: (key: string) => unknown;
}

export interface SampleOptions {
  /** The keys that are read. */
  readonly inputs: readonly string[];
  /** Default: `y`; in tables the usual names, or else the last column, unless that is an input. */
  readonly target?: string | undefined;
}

/**
 * The samples of a file one by one; each may have its own shapes, and other keys too.
 *
 * Throws DistillError with the file and line.
 */
export async function* readSamples(
  path: string,
  options: SampleOptions,
): AsyncGenerator<PlacedSample> {
  const format: DataFormat = await dataFormat(path);
  if (format.kind === "lines") yield* samplesOfLines(path, options);
  else yield* samplesOfTable(path, format.delimiter, options);
}

async function* samplesOfLines(
  path: string,
  { inputs, target: wanted }: SampleOptions,
): AsyncGenerator<PlacedSample> {
  let lineNumber = 0;
  let first: { readonly place: string; readonly target: string | undefined } | undefined;
  for await (const lines of readLines(path)) {
    for (const line of lines) {
      const place = `${path}:${++lineNumber}`;
      if (line.trim() === "") continue;
      const sample = parseSample(line, place);
      const keys = [...sample.keys()];
      first ??= { place, target: checkTarget(keys, wanted, place) ?? defaultOf(keys) };
      const { target } = first;
      if (target !== undefined && !sample.has(target)) throw missingKey(place, target, first.place);
      checkIntegers(line, { sample, names: readKeys(keys, inputs, target), place });
      yield { place, keys, target, get: (key) => sample.get(key) };
    }
  }
  if (first === undefined) throw noSamples(path);
}

function defaultOf(keys: readonly string[]): string | undefined {
  return keys.includes(DEFAULT_TARGET) ? DEFAULT_TARGET : undefined;
}

function readKeys(
  keys: readonly string[],
  inputs: readonly string[],
  target: string | undefined,
): string[] {
  return keys.filter((key) => key === target || inputs.includes(key));
}

/** The target that was named. Throws `no-target` where it is not there. */
function checkTarget(
  keys: readonly string[],
  target: string | undefined,
  place: string,
): string | undefined {
  if (target !== undefined && !keys.includes(target)) throw noTarget(place, target, keys);
  return target;
}

async function* samplesOfTable(
  path: string,
  delimiter: string,
  options: SampleOptions,
): AsyncGenerator<PlacedSample> {
  let table: Table | undefined;
  let isEmpty = true;
  for await (const rows of readRows(path, delimiter)) {
    for (const { cells, line } of rows) {
      const place = `${path}:${line}`;
      if (table === undefined) {
        table = tableOf(cells, place, options);
        continue;
      }
      checkRow(cells, table.header, place);
      isEmpty = false;
      const { fields } = table.header;
      const get = (key: string): unknown => nestedLeavesOf(cells, fields.get(key)!, place);
      yield { place, keys: table.keys, target: table.target, get };
    }
  }
  if (isEmpty) throw emptyTable(path);
}

interface Table {
  readonly header: TableHeader;
  readonly keys: readonly string[];
  readonly target: string | undefined;
}

function tableOf(cells: readonly string[], place: string, options: SampleOptions): Table {
  const header = parseHeader(cells, place);
  const keys = [...header.fields.keys()];
  const others = keys.filter((key) => !options.inputs.includes(key));
  const target = checkTarget(keys, options.target, place) ?? targetOfTable(others);
  return { header, keys, target };
}
