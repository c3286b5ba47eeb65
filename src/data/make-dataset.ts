import { noUsableInputs, warnings } from "../errors.ts";
import type { Column } from "./column.ts";
import type { Dataset, Input } from "./dataset.ts";
import { type InputColumn, inputOf } from "./input-of.ts";
import { looksOf } from "./looks-of.ts";
import { targetOf } from "./target-of.ts";

/** Columns that are complete, and where their samples stood. */
export interface Columns {
  readonly file: string;
  readonly inputs: readonly Column[];
  readonly target: Column;
  readonly places: readonly string[];
  readonly warnings: readonly string[];
}

/** The data set of columns that are complete; they are empty afterwards. Throws `no-inputs`, `too-many-classes`. */
export function makeDataset({ file, inputs, target, places, ...known }: Columns): Dataset {
  const columns = inputs.map((column) => inputOf(column, places.length));
  const kept = columns.flatMap((column): readonly Input[] =>
    column.kind === "kept" ? [column.input] : [],
  );
  const dropped = warningsOf(columns, file);
  if (kept.length === 0) throw noUsableInputs(file, columns.map(reasonOf));
  return {
    nSamples: places.length,
    inputs: kept,
    target: targetOf(target, file),
    places,
    warnings: [...known.warnings, ...dropped],
  };
}

function warningsOf(columns: readonly InputColumn[], file: string): string[] {
  const constant = columns.flatMap((column) => (column.kind === "constant" ? [column.name] : []));
  const texts = columns.flatMap((column) => {
    if (column.kind !== "free-text") return [];
    const { name, texts } = column;
    const facts = { count: texts.length, looks: looksOf(texts), example: texts[0]! };
    return [warnings.freeText(file, name, facts)];
  });
  const times = columns.flatMap((column) => (column.kind === "kept" ? timesIn(column.input) : []));
  const doubtful = times.map((facts) => warnings.timesAsTexts(file, facts));
  const left = constant.length > 0 ? [warnings.constantInputs(file, constant), ...texts] : texts;
  return [...left, ...doubtful];
}

/** Dates and times are kinds of their own here, which is rarely what they are meant for. */
function timesIn({ name, domain }: Input): { name: string; looks: string; example: string }[] {
  if (domain.kind !== "one-hot") return [];
  const looks = looksOf(domain.values);
  return looks === "dates" || looks === "times"
    ? [{ name, looks, example: domain.values[0]! }]
    : [];
}

function reasonOf(column: InputColumn): string {
  switch (column.kind) {
    case "kept":
      return "";
    case "constant":
      return `${column.name} never changes`;
    case "free-text":
      return `${column.name} looks like ${looksOf(column.texts)}`;
  }
}
