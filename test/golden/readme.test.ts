import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withGoldenPrograms } from "../../scripts/golden-readme.ts";
import * as library from "../../src/index.ts";

const readme = readFileSync("README.md", "utf8");
const [samples, network] = [...readme.matchAll(/```js\n(.*?)```/gs)].map(([, code]) => code!);

it("the README shows golden programs", () => {
  const shown = [...readme.matchAll(/^def (\w+)\(/gm)].map(([, name]) => name);
  expect(shown).toEqual(["rule30", "addition", "largest_part", "orientation"]);
  expect(readme).toBe(withGoldenPrograms(readme));
});

it("the README's samples give the Game of Life, which moves a glider", async () => {
  const printed = await printedBy(samples!);
  expect(printed).toEqual([
    [readFileSync("examples/life/expected/python.py", "utf8")],
    ["equivalent", "on", "all 2^256 inputs x of 16x16 bits"],
    [
      [
        [0, 0, 0, 0, 0],
        [1, 0, 1, 0, 0],
        [0, 1, 1, 0, 0],
        [0, 1, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    ],
  ]);
});

it("the README's network is the published one", async () => {
  const printed = await printedBy(network!);
  expect(printed).toEqual([
    [readFileSync("examples/networks/orientation/expected/c.c", "utf8")],
    ["equivalent", "on", "all 2^784 inputs x of 28x28 bits"],
  ]);
});

/** What an example prints, line by line. */
async function printedBy(example: string): Promise<readonly (readonly unknown[])[]> {
  const body = example.replace(
    /^import \{ (.*) \} from "deep-distilling";$/m,
    "const { $1 } = library;",
  );
  expect(body).not.toBe(example);
  const printed: unknown[][] = [];
  const console = { log: (...values: unknown[]) => printed.push(values) };
  const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
  await new AsyncFunction("library", "console", body)(library, console);
  return printed;
}
