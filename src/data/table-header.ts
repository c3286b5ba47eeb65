import { duplicateColumn, missingElement, mixedAxes, tooManyAxes, warnings } from "../errors.ts";
import { coordinatesOf, indexOf, type Shape, sizeOf } from "../math/shape.ts";
import { elementName } from "./element-name.ts";

/** A value or an array whose elements are columns of a table. */
export interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** Which column holds each element, flat and row-major. */
  readonly columns: readonly number[];
  /** The indices of each element, flat and row-major. */
  readonly indices: readonly (readonly number[])[];
}

export interface TableHeader {
  readonly nColumns: number;
  /** By name, in the order of the first column of each. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly warnings: readonly string[];
}

/** What a table's row of names says. Throws `duplicate-column`, `mixed-axes`, `missing-element`, `too-many-axes`. */
export function parseHeader(cells: readonly string[], place: string): TableHeader {
  const columns = cells.map((cell, column) => parseName(cell, column));
  checkDuplicates(columns, place);
  const named = columns.filter(({ name }) => name !== "");
  const unnamed = columns.filter(({ name }) => name === "");
  const fields = [...grouped(named)].map(
    ([name, elements]) => [name, fieldOf(name, elements, place)] as const,
  );
  return {
    nColumns: cells.length,
    fields: new Map(fields),
    warnings: unnamed.map(({ column }) => warnings.unnamedColumn(place, column + 1)),
  };
}

/** One column: an element of an array, or a value by itself. */
interface Element {
  readonly name: string;
  readonly path: readonly number[];
  readonly column: number;
}

/** `x[2][5]` is an element of `x`. */
function parseName(cell: string, column: number): Element {
  const [, name, brackets] = /^(.+?)((?:\[\d+\])*)$/s.exec(cell.trim()) ?? ["", "", ""];
  const path = [...(brackets ?? "").matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return { name: name!, path, column };
}

function grouped(elements: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const group = groups.get(element.name);
    if (group === undefined) groups.set(element.name, [element]);
    else group.push(element);
  }
  return groups;
}

function checkDuplicates(elements: readonly Element[], place: string): void {
  const seen = new Map<string, number>();
  for (const { name, path, column } of elements) {
    if (name === "") continue;
    const full = elementName(name, path);
    const before = seen.get(full);
    if (before !== undefined) throw duplicateColumn(place, full, [before + 1, column + 1]);
    seen.set(full, column);
  }
}

function fieldOf(name: string, elements: readonly Element[], place: string): Field {
  const shape = shapeOf(name, elements, place);
  const size = sizeOf(shape);
  const columns: number[] = [];
  for (const { path, column } of elements) columns[indexOf(path, shape)] = column;
  if (elements.length < size) {
    // Columns are different and within the shape: a place among the first ones is empty.
    const missing = elementName(name, coordinatesOf(firstGap(columns), shape));
    throw missingElement(place, missing, elementName(name, elements[0]!.path));
  }
  const indices = Array.from({ length: size }, (_, k) => coordinatesOf(k, shape));
  return { name, shape, columns, indices };
}

function firstGap(columns: readonly number[]): number {
  let k = 0;
  while (columns[k] !== undefined) k++;
  return k;
}

const MOST_AXES = 3;

/** One more than the largest index along each axis. */
function shapeOf(name: string, elements: readonly Element[], place: string): Shape {
  const [first] = elements;
  const axes = first!.path.length;
  if (axes > MOST_AXES) throw tooManyAxes(place, name);
  const other = elements.find(({ path }) => path.length !== axes);
  if (other !== undefined) {
    throw mixedAxes(place, elementName(name, first!.path), elementName(name, other.path));
  }
  return Array.from({ length: axes }, (_, axis) =>
    elements.reduce((length, { path }) => Math.max(length, path[axis]! + 1), 0),
  );
}
