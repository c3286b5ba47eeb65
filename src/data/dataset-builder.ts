import { extraKey, missingKey, noSamples } from "../errors.ts";
import { binary } from "../math/domain.ts";
import { checkContradictions } from "./check-contradictions.ts";
import { chooseKeys, type KeyOptions, type Keys } from "./choose-keys.ts";
import { Column } from "./column.ts";
import type { Dataset, Target } from "./dataset.ts";
import { parseSample, type Sample } from "./parse-sample.ts";

/** A data set that grows line by line, so that a file need not be in memory as text. */
export class DatasetBuilder {
  readonly #places: string[] = [];
  #keys: Keys | undefined;
  #columns: Column[] = [];

  constructor(
    readonly file: string,
    readonly options: KeyOptions = {},
  ) {}

  /** Adds the sample on one line; blank lines are skipped. Throws what is wrong with it. */
  add(line: string, lineNumber: number): void {
    if (line.trim() === "") return;
    const place = `${this.file}:${lineNumber}`;
    const sample = parseSample(line, place);
    if (this.#keys === undefined) this.#start(sample, place);
    this.#checkKeys(sample, place);
    for (const column of this.#columns) column.add(sample.get(column.name), place);
    this.#places.push(place);
  }

  /** The data set. Throws `no-samples` and `contradiction`. */
  finish(): Dataset {
    const target = this.#columns.at(-1);
    if (target === undefined) throw noSamples(this.file);
    const dataset: Dataset = {
      nSamples: this.#places.length,
      inputs: this.#columns.slice(0, -1).map((each) => ({
        name: each.name,
        shape: each.shape,
        domain: binary,
        values: each.values(),
      })),
      target: targetOf(target),
      places: this.#places,
      warnings: [],
    };
    checkContradictions(dataset);
    return dataset;
  }

  #start(first: Sample, place: string): void {
    this.#keys = chooseKeys(first, place, this.options);
    this.#columns = [...this.#keys.inputs, this.#keys.target].map((name) => new Column(name));
  }

  #checkKeys(sample: Sample, place: string): void {
    const first = this.#places[0] ?? place;
    const missing = this.#columns.find(({ name }) => !sample.has(name));
    if (missing !== undefined) throw missingKey(place, missing.name, first);
    if (this.#keys!.mayHoldOthers || sample.size === this.#columns.length) return;
    const names = new Set(this.#columns.map(({ name }) => name));
    throw extraKey(place, [...sample.keys()].find((key) => !names.has(key))!, first);
  }
}

function targetOf(column: Column): Target {
  const labels = column.values();
  const classes = [0, 1].filter((label) => labels.includes(label));
  const lowest = classes[0]!;
  const values = new Int32Array(labels.length);
  // Binary labels: there are at most two classes.
  for (let k = 0; k < values.length; k++) values[k] = labels[k] === lowest ? 0 : 1;
  return { name: column.name, shape: column.shape, classes, values };
}
