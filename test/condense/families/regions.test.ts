import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../../src/condense/families/cells-of.ts";
import { describe as describeCells } from "../../../src/condense/families/describe.ts";
import {
  axesOfParameters,
  type Description,
  isPatternless,
  keyOf,
  parametersOf,
  withParameters,
} from "../../../src/condense/families/regions.ts";
import { coordinatesOf, indexOf, type Shape, sizeOf } from "../../../src/math/shape.ts";

const keys = (cells: readonly number[], shape: Shape): string[] =>
  describeCells(cells, { shape }).map(keyOf);

describe("describe", () => {
  it.each<[string, number[], Shape, string]>([
    ["a whole array", [0, 1, 2, 3, 4, 5], [2, 3], "+[all,all]"],
    ["a row", [3, 4, 5], [2, 3], "+[point,all]"],
    ["a column", [1, 4], [2, 3], "+[all,point]"],
    ["one cell", [4], [2, 3], "+[point,point]"],
    ["all but one", [0, 1, 3, 4], [5], "+[but]"],
    ["a stretch", [1, 2], [5], "+[span]"],
    ["every second", [0, 2, 4], [6], "+[2x3]"],
    [
      "a window without its centre",
      [0, 1, 2, 4, 6, 8, 9, 10],
      [4, 4],
      "+[span,span] -[point,point]",
    ],
    ["a diagonal", [0, 4, 8], [3, 3], "+line 1,1"],
    ["an anti-diagonal", [2, 4, 6], [3, 3], "+line 1,-1"],
    ["above the diagonal", [1, 2, 5], [3, 3], "+<"],
    ["from the diagonal down", [0, 3, 4, 6, 7, 8], [3, 3], "+>="],
    ["two cells", [0, 3], [5], "+[point] +[point]"],
    ["a scalar", [0], [], "+[]"],
  ])("knows %s", (_, cells, shape, key) => {
    expect(keys(cells, shape)).toContain(key);
  });

  it("says the simplest first", () => {
    expect(keys([3, 4, 5], [2, 3])[0]).toBe("+[point,all]");
    expect(keys([0, 1, 2], [3])[0]).toBe("+[all]");
  });

  it("says cells one by one where they have no pattern", () => {
    const cells = [0, 1, 3, 7, 8, 9, 13, 14, 15, 20];
    const ways = describeCells(cells, { shape: [24] });
    expect(ways).toHaveLength(1);
    expect(isPatternless(ways[0]!)).toBe(true);
  });

  it("may describe cells that are not present along with the others", () => {
    // The square without its diagonal.
    const cells = [1, 2, 3, 5, 6, 7];
    const ways = describeCells(cells, { shape: [3, 3], present: new Set(cells) });
    expect(ways.map(keyOf)).toContain("+[all,all]");
  });
});

describe("cells of a description", () => {
  const point = (at: number): Description => ({
    regions: [{ kind: "product", sign: 1, axes: [{ kind: "point", at }] }],
  });
  const span = (from: number, to: number): Description => ({
    regions: [{ kind: "product", sign: 1, axes: [{ kind: "span", from, to }] }],
  });

  it("end at the border, go round a ring, or are none beyond an edge", () => {
    expect(cellsOf(span(3, 6), [5])).toBeUndefined();
    expect(cellsOf(span(3, 6), [5], ["plain"])).toBeUndefined();
    expect(cellsOf(span(3, 6), [5], ["ring"])).toEqual([0, 3, 4]);
    expect(cellsOf(span(3, 6), [5], ["clip"])).toEqual([3, 4]);
    expect(cellsOf(point(-1), [5], ["ring"])).toEqual([4]);
    expect(cellsOf(point(-1), [5], ["clip"])).toEqual([]);
  });

  it("never count twice, or less than not at all", () => {
    const [one] = point(2).regions;
    expect(cellsOf({ regions: [one!, one!] }, [5])).toBeUndefined();
    expect(cellsOf({ regions: [{ ...one!, sign: -1 }] }, [5])).toBeUndefined();
    expect(cellsOf({ regions: [one!, { ...one!, sign: -1 }] }, [5])).toEqual([]);
  });
});

const shapes = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 9 })),
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })),
  fc.integer({ min: 3, max: 6 }).map((n): [number, number] => [n, n]),
  fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 4 }))),
) as fc.Arbitrary<Shape>;

/** Sets that are products, or products without another one, diagonals, triangles, or just any. */
const sets = shapes.chain((shape) => {
  const axis = (length: number) =>
    fc.subarray(
      Array.from({ length }, (_, k) => k),
      { minLength: 1 },
    );
  const products = fc
    .tuple(...shape.map(axis))
    .map((own) => cellsWhere(shape, (place) => place.every((c, a) => own[a]!.includes(c))));
  const lacking = fc
    .tuple(products, products)
    .map(([outer, inner]) => outer.filter((cell) => !inner.includes(cell)));
  const diagonals = fc
    .constantFrom(1, -1)
    .map((sign) =>
      cellsWhere(shape, (place) => place[0] === (sign > 0 ? place[1] : shape[1]! - 1 - place[1]!)),
    );
  const triangles = fc
    .boolean()
    .map((isUpper) => cellsWhere(shape, ([a, b]) => (isUpper ? a! < b! : a! >= b!)));
  const anySet = fc.subarray(cellsWhere(shape, () => true));
  const all =
    shape.length < 2
      ? [products, lacking, anySet]
      : [products, lacking, diagonals, triangles, anySet];
  return fc
    .oneof(...all)
    .filter((cells) => cells.length > 0)
    .map((cells) => ({ shape, cells }));
});

function cellsWhere(shape: Shape, isMeant: (place: readonly number[]) => boolean): number[] {
  return Array.from({ length: sizeOf(shape) }, (_, k) => k).filter((k) =>
    isMeant(coordinatesOf(k, shape)),
  );
}

describe("laws", () => {
  it("every description of a set has the set's cells", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(sets, ({ shape, cells }) => {
        const ways = describeCells(cells, { shape });
        expect(ways.length).toBeGreaterThan(0);
        for (const way of ways) {
          expect(cellsOf(way, shape), keyOf(way)).toEqual(cells);
          for (const { kind } of way.regions) seen.add(kind);
        }
      }),
      { seed: 11, numRuns: 1500 },
    );
    expect([...seen].sort()).toEqual(["cells", "line", "product", "triangle"]);
  });

  it("every description is its key with its parameters", () => {
    fc.assert(
      fc.property(sets, ({ shape, cells }) => {
        for (const way of describeCells(cells, { shape })) {
          const parameters = parametersOf(way);
          expect(axesOfParameters(way)).toHaveLength(parameters.length);
          expect(withParameters(way, parameters)).toEqual(way);
          const other = withParameters(
            way,
            parameters.map((value) => value + 1),
          );
          expect(keyOf(other)).toBe(keyOf(way));
        }
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it("what is moved along an axis has moved parameters", () => {
    fc.assert(
      fc.property(sets, ({ shape, cells }) => {
        const axis = shape.length - 1;
        const wider = shape.with(axis, shape[axis]! + 1);
        const places = cells.map((cell) => coordinatesOf(cell, shape));
        const moved = places.map((place) => indexOf(place.with(axis, place[axis]! + 1), wider));
        const still = places.map((place) => indexOf(place, wider));
        const ways = new Map(
          describeCells(moved, { shape: wider }).map((way) => [keyOf(way), way]),
        );
        for (const way of describeCells(still, { shape: wider })) {
          const other = ways.get(keyOf(way));
          // All but one: what is missing moves the other way.
          if (other === undefined || isPatternless(way) || keyOf(way).includes("but")) continue;
          const difference = parametersOf(other).map((value, k) => value - parametersOf(way)[k]!);
          expect(difference).toEqual(axesOfParameters(way).map((a) => (a === axis ? 1 : 0)));
        }
      }),
      { seed: 13, numRuns: 400 },
    );
  });

  it("cells that a grid has are described whatever is described with them", () => {
    fc.assert(
      fc.property(sets, fc.nat(), ({ shape, cells }, seed) => {
        const present = new Set(
          cellsWhere(
            shape,
            (place) => cells.includes(indexOf(place, shape)) || (seed >> place[0]!) % 2 === 0,
          ),
        );
        for (const way of describeCells(cells, { shape, present })) {
          expect(cellsOf(way, shape)?.filter((cell) => present.has(cell))).toEqual(cells);
        }
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});
