import type { Program } from "../program/program.ts";
import { type Polynomial, sizesOf } from "./polynomial.ts";

/** How large the inputs of a printed function may be. */
export interface Sizes {
  /** The largest length of each symbol. */
  readonly limits: ReadonlyMap<string, bigint>;
  /** The symbols of each input's shape, in order: an input has at most `MOST_ELEMENTS` elements. */
  readonly shapes: readonly (readonly string[])[];
}

/** No memory holds more elements than that. */
export const MOST_ELEMENTS = 1n << 40n;

/** The sizes of a program, each of them at most the limit. */
export function sizesUpTo(limit: bigint, { inputs }: Program): Sizes {
  const shapes = inputs.map(({ shape }) => shape.filter((size) => typeof size === "string"));
  const limits = new Map(shapes.flat().map((size) => [size, limit] as const));
  return { limits, shapes };
}

/** A number that the polynomial is never above. */
export function highest(polynomial: Polynomial, sizes: Sizes): bigint {
  let sum = 0n;
  for (const [product, factor] of polynomial) {
    if (product === "") sum += factor;
    else if (factor > 0n) sum += factor * largestProduct(sizesOf(product), sizes);
  }
  return sum;
}

/** A number that the polynomial is never below, if no size is below `least`, 0 or 1. */
export function lowest(polynomial: Polynomial, sizes: Sizes, least: 0n | 1n = 0n): bigint {
  let sum = 0n;
  for (const [product, factor] of polynomial) {
    if (product === "") sum += factor;
    else if (factor > 0n) sum += factor * least;
    else sum += factor * largestProduct(sizesOf(product), sizes);
  }
  return sum;
}

function largestProduct(product: readonly string[], { limits, shapes }: Sizes): bigint {
  let rest = product;
  let most = 1n;
  for (const shape of shapes) {
    const [covered, left] = split(rest, shape);
    const elements = productOf(covered, limits);
    if (elements <= MOST_ELEMENTS) continue;
    most *= MOST_ELEMENTS;
    rest = left;
  }
  return most * productOf(rest, limits);
}

/** The factors of a product that are axes of one array, and the others. */
function split(
  product: readonly string[],
  shape: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const axes = [...shape];
  const left: string[] = [];
  const covered = product.filter((size) => {
    const axis = axes.indexOf(size);
    if (axis < 0) left.push(size);
    else axes.splice(axis, 1);
    return axis >= 0;
  });
  return [covered, left];
}

function productOf(product: readonly string[], limits: Sizes["limits"]): bigint {
  return product.reduce((result, size) => result * (limits.get(size) ?? 0n), 1n);
}
