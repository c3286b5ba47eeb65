import { expect, it } from "vitest";
import { decodeOneHot, encodeOneHot, shapeWithoutValues } from "../../src/data/one-hot.ts";
import { parseInput } from "../../src/data/parse-input.ts";
import type { Domain } from "../../src/math/domain.ts";

it("gives each value a place, and takes it back", () => {
  const encoded = encodeOneHot([2, 0], 3);
  expect([...encoded]).toEqual([0, 0, 1, 1, 0, 0]);
  expect(decodeOneHot(encoded, ["a", "b", "c"])).toEqual(["c", "a"]);
  expect(shapeWithoutValues([4, 3])).toEqual([4]);
});

const parse = (value: unknown, domain: Domain) =>
  parseInput(value, { place: "here", name: "x", domain });

it("is what inputs of texts become", () => {
  const domain: Domain = { kind: "one-hot", values: ["b", "o", "x"] };
  const { shape, data } = parse([["x"], ["b"]], domain);
  expect(shape).toEqual([2, 1, 3]);
  expect([...data]).toEqual([0, 0, 1, 1, 0, 0]);
  expect(parse("o", domain)).toEqual({ shape: [3], data: Float64Array.of(0, 1, 0) });
  expect(() => parse(["x", "z"], domain)).toThrow(
    'unknown-value: here: expected one of ["b","o","x"] in x[1], found "z"',
  );
});

it("leaves other inputs as they are, and true is 1", () => {
  expect(parse([true, 0], { kind: "binary" }).data).toEqual(Float64Array.of(1, 0));
  expect(parse(-7, { kind: "integer", low: -Infinity, high: 3 }).data).toEqual(Float64Array.of(-7));
  expect(() => parse(4, { kind: "integer", low: -Infinity, high: 3 })).toThrow(
    "an integer up to 3 in x, found 4",
  );
  expect(() => parse(["1"], { kind: "real" })).toThrow(
    'outside-domain: here: expected a finite number in x[0], found "1"',
  );
});
