import { expect, it } from "vitest";
import { isUnsafeInteger, parseCell } from "../../src/data/parse-cell.ts";

it.each([
  ["0", 0],
  [" 1 ", 1],
  ["-0", 0],
  ["+1.50", 1.5],
  [".5e-1", 0.05],
  ["2.", 2],
  ["inf", Infinity],
  ["-Infinity", -Infinity],
  ["", undefined],
  ["  ", undefined],
  ["NaN", undefined],
  ["null", undefined],
  ["TRUE", true],
  ["False", false],
  ["tRUE", "tRUE"],
  [" red ", "red"],
  ["0x10", "0x10"],
  ["1,5", "1,5"],
  ["1e", "1e"],
  ["2024-01-05", "2024-01-05"],
  ["none", "none"],
])("%j is %j", (text, leaf) => {
  expect(parseCell(text)).toBe(leaf);
});

it("tells integers that doubles round", () => {
  const unsafe = ["9007199254740992", "-9007199254740993", "12345678901234567890.0"];
  expect(unsafe.map(isUnsafeInteger)).toEqual([true, true, true]);
  const safe = [
    "9007199254740991",
    "0000000000000000001",
    "1e20",
    "9007199254740993.5",
    "x1234567890123456",
  ];
  expect(safe.map(isUnsafeInteger)).toEqual([false, false, false, false, false]);
});
