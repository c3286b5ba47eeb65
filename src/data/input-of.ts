import { binary, type Domain } from "../math/domain.ts";
import type { Column, ColumnValues } from "./column.ts";
import type { Input } from "./dataset.ts";
import { encodeOneHot } from "./one-hot.ts";

/** What became of a column: an input, or why it is none. */
export type InputColumn =
  | { readonly kind: "kept"; readonly input: Input }
  | { readonly kind: "constant"; readonly name: string }
  | { readonly kind: "free-text"; readonly name: string; readonly texts: readonly string[] };

/** The input that a column holds, with the domain that its values show. */
export function inputOf(column: Column, nSamples: number): InputColumn {
  const { name, shape } = column;
  const values = column.take();
  if (shape.length === 0 && isConstant(values.numbers)) return { kind: "constant", name };
  if (values.kind !== "string") {
    const { numbers } = values;
    return { kind: "kept", input: { name, shape, domain: domainOf(numbers), values: numbers } };
  }
  if (values.texts.length > mostTexts(nSamples)) {
    return { kind: "free-text", name, texts: values.texts };
  }
  const { domain, encoded } = nominal(values);
  const { length } = values.texts;
  return { kind: "kept", input: { name, shape: [...shape, length], domain, values: encoded } };
}

const FEW_TEXTS = 20;
/** Each text is a place of its own in every sample, so that memory sets a limit. */
const MANY_TEXTS = 200;

/** Columns with more different texts hold names, dates or sentences rather than kinds. */
function mostTexts(nSamples: number): number {
  return Math.max(FEW_TEXTS, Math.min(MANY_TEXTS, nSamples / 5));
}

function isConstant(numbers: Float64Array): boolean {
  const first = numbers[0];
  return numbers.every((number) => number === first);
}

function domainOf(numbers: Float64Array): Domain {
  let low = Infinity;
  let high = -Infinity;
  for (const number of numbers) {
    if (!Number.isSafeInteger(number)) return { kind: "real" };
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return low >= 0 && high <= 1 ? binary : { kind: "integer", low, high };
}

function nominal({ numbers, texts }: ColumnValues): { domain: Domain; encoded: Float64Array } {
  const values = [...texts].sort(compareTexts);
  const ranks = new Map(values.map((text, rank) => [text, rank]));
  const rankOf = texts.map((text) => ranks.get(text)!);
  const encoded = encodeOneHot(
    numbers.map((code) => rankOf[code]!),
    values.length,
  );
  return { domain: { kind: "one-hot", values }, encoded };
}

/** By their characters' codes, so that no language settings matter. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : 1;
}
