import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { goldenFile, goldenFiles } from "../../scripts/golden-files.ts";
import {
  networkFolder,
  networksFolder,
  type ShownNetwork,
  shownNetworks,
} from "../../scripts/golden-folders.ts";
import { condense } from "../../src/condense/condense.ts";
import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { Random } from "../../src/math/random.ts";
import { type Shape, sizeOf } from "../../src/math/shape.ts";
import { identifier } from "../../src/program/names.ts";
import type { Program } from "../../src/program/program.ts";
import { networkFamilies } from "../../src/tasks/networks.ts";
import { randomInput } from "../../src/tasks/random-input.ts";
import { executeC, executePython, executeTypeScript, type Job } from "./execute.ts";

const shown = shownNetworks();

const programs = new Map<string, Program>();

/** Condensed when first asked for, so that a failure belongs to the test that asks. */
function programOf({ name, network }: ShownNetwork): Program {
  const program = programs.get(name) ?? condense(network, { name: identifier(name) });
  programs.set(name, program);
  return program;
}

describe("shipped networks", () => {
  it("are those of all families", () => {
    expect(readdirSync(networksFolder)).toEqual([...networkFamilies.keys()].sort());
  });

  it.each(shown)("$name $size is condensed into its golden program", (each) => {
    const printed = Object.entries(goldenFiles(programOf(each)));
    expect(printed).toEqual(printed.map(([file]) => [file, golden(each.name, file)]));
  });

  it.each([
    ["python", executePython],
    ["typescript", executeTypeScript],
    ["c", executeC],
  ] as const)("compute in %s what the networks compute", async (language, execute) => {
    const inputs = shown.map(({ name, size, network }) => inputsOf(name, size, network));
    const jobs = shown.map((each, k): Job => {
      const { network } = each;
      // The golden source, unless that test has failed.
      const source = goldenFiles(programOf(each))[goldenFile(language)]!;
      const samples = inputs[k]!.map((x) => split(x, network));
      const nOutputs = predictor(network)(inputs[k]![0]!).length;
      return { program: programOf(each), source, samples, nOutputs };
    });
    const results = await execute(jobs);
    shown.forEach(({ name, network }, k) => {
      const predict = predictor(network);
      const isRounded = network.layers.at(-1)!.activation === "softmax";
      const wanted = inputs[k]!.map((x) => text([...predict(x)], isRounded));
      const found = results[k]!.map((result) => text([result].flat(3) as number[], isRounded));
      expect(found, name).toEqual(wanted);
    });
  });
});

function golden(name: string, file: string): string {
  return readFileSync(join(networkFolder(name), file), "utf8");
}

/** A few inputs of which most say something. */
function inputsOf(name: string, size: Shape, network: Network): (readonly number[])[] {
  const random = new Random(23);
  const { draw } = networkFamilies.get(name)!;
  return Array.from({ length: 12 }, (_, k) =>
    draw !== undefined && k % 4 > 0 ? draw(size, random) : randomInput(network, random),
  );
}

/** The inputs of a network, one array each. */
function split(x: readonly number[], { inputs }: Network): Job["samples"][number] {
  let start = 0;
  return inputs.map(({ shape }) => {
    const data = Float64Array.from(x.slice(start, start + sizeOf(shape)));
    start += data.length;
    return { shape, data };
  });
}

/** Probabilities are rounded on the way: they are compared to ten digits. */
function text(values: readonly number[], isRounded: boolean): string {
  return values.map((value) => (isRounded ? value.toFixed(10) : `${value + 0}`)).join(" ");
}
