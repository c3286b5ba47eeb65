import { emptyTable, otherDelimiter, raggedRow, warnings } from "../errors.ts";
import { chooseKeys, type KeyOptions } from "./choose-keys.ts";
import { Column } from "./column.ts";
import type { Dataset } from "./dataset.ts";
import { makeDataset } from "./make-dataset.ts";
import { type Field, parseHeader, type TableHeader } from "./table-header.ts";
import { leavesOf } from "./table-sample.ts";
import { targetOfTable, usualTargets } from "./target-of-table.ts";

/** A data set that grows row by row, the first of which names the columns. */
export class TableBuilder {
  readonly #places: string[] = [];
  readonly #warnings: string[] = [];
  #header: TableHeader | undefined;
  #columns: readonly { readonly column: Column; readonly field: Field }[] = [];

  constructor(
    readonly file: string,
    readonly options: KeyOptions = {},
  ) {}

  /** Adds the sample in one row. Throws what is wrong with it. */
  add(cells: readonly string[], lineNumber: number): void {
    const place = `${this.file}:${lineNumber}`;
    if (this.#header === undefined) {
      this.#start(cells, place);
      return;
    }
    checkRow(cells, this.#header, place);
    for (const { column, field } of this.#columns) {
      column.addLeaves(leavesOf(cells, field, place), { place, ...field });
    }
    this.#places.push(place);
  }

  /** The data set; the builder is empty afterwards. Throws `no-samples` and what `makeDataset` throws. */
  finish(): Dataset {
    const { file } = this;
    if (this.#places.length === 0) throw emptyTable(file);
    const columns = this.#columns.map(({ column }) => column);
    return makeDataset({
      file,
      inputs: columns.slice(0, -1),
      target: columns.at(-1)!,
      places: this.#places,
      warnings: this.#warnings,
    });
  }

  #start(cells: readonly string[], place: string): void {
    const header = parseHeader(cells, place);
    this.#header = header;
    const names = [...header.fields.keys()];
    checkDelimiter(cells, place);
    const keys = chooseKeys(names, place, withTarget(this.options, names));
    this.#columns = [...keys.inputs, keys.target].map((name) => ({
      column: new Column(name, name === keys.target),
      field: header.fields.get(name)!,
    }));
    this.#warnings.push(
      ...header.warnings,
      ...targetWarnings(keys.inputs, keys.target, place, this.options),
    );
  }
}

/** Throws `ragged-rows`. */
export function checkRow(cells: readonly string[], { nColumns }: TableHeader, place: string): void {
  if (cells.length !== nColumns) throw raggedRow(place, nColumns, cells.length);
}

function withTarget(options: KeyOptions, names: readonly string[]): KeyOptions {
  const target = options.target ?? targetOfTable(names);
  return target === undefined ? options : { ...options, target };
}

/** Other columns that are called as targets are would say the answer. */
function targetWarnings(
  inputs: readonly string[],
  target: string,
  place: string,
  options: KeyOptions,
): string[] {
  if (options.target !== undefined || options.inputs !== undefined) return [];
  const others = usualTargets(inputs);
  return others.length > 0 ? [warnings.otherTargets(place, target, others)] : [];
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ";": "commas instead of semicolons",
  "\t": "commas instead of tabs, or call the file .tsv",
  ",": "tabs instead of commas, or call the file .csv",
};

/** A row of names in one cell was written for another delimiter. */
function checkDelimiter(cells: readonly string[], place: string): void {
  const [only, ...others] = cells;
  if (only === undefined || others.length > 0) return;
  const delimiter = Object.keys(DELIMITERS).find((each) => only.includes(each));
  if (delimiter !== undefined) throw otherDelimiter(place, only, DELIMITERS[delimiter]!);
}
