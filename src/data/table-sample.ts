import { missingValue, notFinite, unsafeInteger } from "../errors.ts";
import { type NestedOf, nest } from "../math/shape.ts";
import { elementName } from "./element-name.ts";
import type { Leaf } from "./leaf.ts";
import { isUnsafeInteger, parseCell } from "./parse-cell.ts";
import type { Field } from "./table-header.ts";

/**
 * The leaves of one field of a row, flat and row-major.
 *
 * Throws `missing-value`, `not-finite` and `unsafe-integer`.
 */
export function leavesOf(cells: readonly string[], field: Field, place: string): Leaf[] {
  const { columns } = field;
  const leaves = new Array<Leaf>(columns.length);
  for (let k = 0; k < columns.length; k++) {
    const text = cells[columns[k]!]!;
    const leaf = parseCell(text);
    if (leaf === undefined || leaf === Infinity || leaf === -Infinity || isUnsafeInteger(text)) {
      throw faultOf(text, leaf, { place, element: elementName(field.name, field.indices[k]!) });
    }
    leaves[k] = leaf;
  }
  return leaves;
}

/** The same as nested arrays of the field's shape. */
export function nestedLeavesOf(
  cells: readonly string[],
  field: Field,
  place: string,
): NestedOf<Leaf> {
  return nest(leavesOf(cells, field, place), field.shape);
}

function faultOf(
  text: string,
  leaf: Leaf | undefined,
  { place, element }: { readonly place: string; readonly element: string },
): Error {
  if (leaf === undefined) return missingValue(place, element);
  return Number.isFinite(leaf)
    ? unsafeInteger(place, element, text.trim())
    : notFinite(place, element, text.trim());
}
