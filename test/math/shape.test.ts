import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinatesOf, indexOf, isSameShape, modulo, nest, sizeOf } from "../../src/math/shape.ts";

describe("modulo", () => {
  it.each([
    [-1, 5, 4],
    [-6, 5, 4],
    [0, 5, 0],
    [4, 5, 4],
    [5, 5, 0],
    [13, 5, 3],
    [1, -5, -4],
    [-7, -5, -2],
  ])("%i modulo %i is %i", (dividend, divisor, rest) => {
    expect(modulo(dividend, divisor)).toBe(rest);
  });

  it("never gives -0", () => {
    expect(modulo(-5, 5)).toBe(0);
    expect(modulo(5, -5)).toBe(0);
  });

  it("gives NaN for the divisor 0", () => {
    expect(modulo(3, 0)).toBeNaN();
  });
});

describe("shapes", () => {
  it("have as many elements as the product of their lengths, a scalar one", () => {
    expect(sizeOf([])).toBe(1);
    expect(sizeOf([7])).toBe(7);
    expect(sizeOf([2, 3, 4])).toBe(24);
    expect(sizeOf([2, 0])).toBe(0);
  });

  it("are the same when every axis is", () => {
    expect(isSameShape([], [])).toBe(true);
    expect(isSameShape([2, 3], [2, 3])).toBe(true);
    expect(isSameShape([2, 3], [3, 2])).toBe(false);
    expect(isSameShape([2, 3], [2])).toBe(false);
    expect(isSameShape([2], [2, 1])).toBe(false);
  });
});

describe("coordinates", () => {
  it("count the last axis fastest", () => {
    const all = [0, 1, 2, 3, 4, 5].map((index) => coordinatesOf(index, [2, 3]));
    expect(all).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(indexOf([1, 2], [2, 3])).toBe(5);
  });

  it("of a scalar are none", () => {
    expect(coordinatesOf(0, [])).toEqual([]);
    expect(indexOf([], [])).toBe(0);
  });

  it("and flat indices are each other's inverse", () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(shapes, fc.nat(), (shape, any) => {
        const index = any % sizeOf(shape);
        const coordinates = coordinatesOf(index, shape);
        expect(coordinates.every((c, axis) => c >= 0 && c < shape[axis]!)).toBe(true);
        expect(indexOf(coordinates, shape)).toBe(index);
      }),
      { seed: 1 },
    );
  });
});

describe("nest", () => {
  it("gives rows of rows", () => {
    expect(nest([1, 2, 3, 4, 5, 6], [2, 3])).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(nest(Float64Array.of(1, 2, 3, 4), [1, 2, 2])).toEqual([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
  });

  it("leaves a scalar a number and an empty axis empty", () => {
    expect(nest([7], [])).toBe(7);
    expect(nest([], [0])).toEqual([]);
    expect(nest([], [2, 0])).toEqual([[], []]);
  });
});
