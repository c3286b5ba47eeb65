import { expect, test } from "vitest";
import {
  bracketed,
  breakable,
  concat,
  type Doc,
  enclosed,
  filled,
  flat,
  group,
  layout,
  line,
  separated,
} from "../../src/emit/layout.ts";

const long: readonly Doc[] = ["a", "b", "c"].map((letter) => letter.repeat(40));

test("what fits stays on one line", () => {
  expect(layout(bracketed("[", separated(["1", "2"]), "]"), 1)).toBe("    [1, 2]");
});

test("what does not fit is broken at all its own lines", () => {
  const [a, b, c] = long;
  expect(layout(concat("x = ", bracketed("[", separated(long), "]")), 0)).toBe(
    `x = [\n    ${a},\n    ${b},\n    ${c}\n]`,
  );
});

test("inner brackets break only if they must", () => {
  const inner = bracketed("(", separated(["1", "2"]), ")");
  expect(layout(bracketed("[", separated([...long, inner]), "]"), 0)).toMatch(
    /\n {4}\(1, 2\)\n\]$/,
  );
});

test("filled lines hold as many items as fit", () => {
  const [a, b, c] = long;
  expect(layout(bracketed("[", filled(long), "]"), 0)).toBe(`[\n    ${a}, ${b},\n    ${c}\n]`);
});

test("what follows a group counts", () => {
  const text = "x".repeat(89);
  expect(layout(concat(group(text, line, "y"), "z"), 0)).toBe(`${text} yz`);
  expect(layout(concat(group(text, line, "y"), "zz"), 0)).toBe(`${text}\nyzz`);
});

test("brackets on their own lines may keep what they hold on one", () => {
  const pair = concat("a".repeat(43), line, "b".repeat(43));
  expect(layout(concat("total", enclosed("(", pair, ")")), 0)).toBe(`total(\n    ${flat(pair)}\n)`);
});

test("parentheses appear only where a line is broken", () => {
  expect(layout(breakable("x"), 0)).toBe("x");
  expect(layout(breakable(concat(long[0]!, group(line, long[1]!), group(line, long[2]!))), 0)).toBe(
    `(\n    ${long[0]} ${long[1]}\n    ${long[2]}\n)`,
  );
});

test("a list may be longer than the arguments of a call", () => {
  const lines = layout(
    bracketed("[", filled(Array.from({ length: 200_000 }, () => "1")), "]"),
    0,
  ).split("\n");
  // 29 times "1, " in 88 columns
  expect([lines.length, lines[1]!.length]).toEqual([2 + Math.ceil(200_000 / 29), 90]);
});
