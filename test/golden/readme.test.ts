import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as library from "../../src/index.ts";

const readme = readFileSync("README.md", "utf8");

it("the README shows the golden rule 30", () => {
  expect(readme).toContain(readFileSync("examples/rule30/expected/python.py", "utf8"));
});

it("the README's example runs and moves a glider", async () => {
  const block = /```js\n(.*?)```/s.exec(readme)![1]!;
  const body = block.replace(
    /^import \{ (.*) \} from "deep-distilling";$/m,
    "const { $1 } = library;",
  );
  expect(body).not.toBe(block);
  const printed: unknown[][] = [];
  const console = { log: (...values: unknown[]) => printed.push(values) };
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction("library", "console", body)(library, console);
  expect(printed[0]![0]).toBe(readFileSync("examples/life/expected/python.py", "utf8"));
  expect(printed[1]).toEqual(["equivalent", "on", "all 2^256 inputs x of 16x16 bits"]);
  expect(printed[2]).toEqual([
    [
      [0, 0, 0, 0, 0],
      [1, 0, 1, 0, 0],
      [0, 1, 1, 0, 0],
      [0, 1, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ],
  ]);
});
