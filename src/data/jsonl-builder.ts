import { extraKey, missingKey, noSamples } from "../errors.ts";
import { chooseKeys, type KeyOptions, type Keys } from "./choose-keys.ts";
import { Column } from "./column.ts";
import type { Dataset } from "./dataset.ts";
import { keysInOrder } from "./keys-in-order.ts";
import { makeDataset } from "./make-dataset.ts";
import { checkIntegers, parseSample, type Sample } from "./parse-sample.ts";

/** A data set that grows line by line, so that a file need not be in memory as text. */
export class JsonlBuilder {
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
    if (this.#keys === undefined) this.#start(keysInOrder(line, sample), place);
    this.#checkKeys(sample, place);
    const names = this.#columns.map(({ name }) => name);
    checkIntegers(line, { sample, names, place });
    for (const column of this.#columns) column.addNested(sample.get(column.name), place);
    this.#places.push(place);
  }

  /** The data set; the builder is empty afterwards. Throws `no-samples` and what `makeDataset` throws. */
  finish(): Dataset {
    const { file } = this;
    const target = this.#columns.at(-1);
    if (target === undefined) throw noSamples(file);
    const inputs = this.#columns.slice(0, -1);
    return makeDataset({ file, inputs, target, places: this.#places, warnings: [] });
  }

  #start(found: readonly string[], place: string): void {
    const keys = chooseKeys(found, place, this.options);
    this.#keys = keys;
    this.#columns = [...keys.inputs, keys.target].map(
      (name) => new Column(name, name === keys.target),
    );
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
