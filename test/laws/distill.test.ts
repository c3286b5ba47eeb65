import { describe, expect, it } from "vitest";
import { type Distilled, distill } from "../../src/distill.ts";
import { printNetwork } from "../../src/enn/json.ts";
import { Random } from "../../src/math/random.ts";
import { type Shape, sizeOf } from "../../src/math/shape.ts";
import { type ArrayValue, evaluate } from "../../src/program/evaluate.ts";
import { printProgram } from "../../src/program/json.ts";
import { elementaryStep } from "../../src/tasks/elementary.ts";
import { type Border, cellOf } from "../../src/tasks/frame.ts";
import { lifeStep } from "../../src/tasks/life.ts";
import { taskSamples } from "../../src/tasks/task-samples.ts";
import { some } from "../thorough.ts";

/** The rule that makes mirrored rows of mirrored rows, and the one that does so with 0 and 1 exchanged. */
const mirrored = (rule: number): number => ruleOf((k) => bitOf(rule, swapped(k)));
const exchanged = (rule: number): number => ruleOf((k) => 1 - bitOf(rule, 7 - k));

const bitOf = (rule: number, k: number): number => (rule >> k) & 1;
const swapped = (k: number): number => ((k & 1) << 2) | (k & 2) | (k >> 2);

function ruleOf(bit: (k: number) => number): number {
  return [0, 1, 2, 3, 4, 5, 6, 7].reduce((rule, k) => rule + (bit(k) << k), 0);
}

/** The first of each of the 88 kinds of rules that are the same but for mirrors and names of the bits. */
const RULES = Array.from({ length: 256 }, (_, rule) => rule).filter((rule) =>
  [mirrored(rule), exchanged(rule), mirrored(exchanged(rule))].every((other) => rule <= other),
);

/** Each of these at one of the edges, in tests of which none takes long; the bench tries all rules at both. */
const GROUPS = Array.from({ length: 11 }, (_, group) => ({
  edge: (["ring", "zero"] as const)[group % 2]!,
  rules: RULES.slice(8 * group, 8 * group + 8),
}));

const randomBits = (length: number, random: Random): number[] =>
  Array.from({ length }, () => random.bit());

function run({ program }: Distilled, shape: Shape, x: readonly number[]): number[] {
  const y = evaluate(program, [{ shape, data: Float64Array.from(x) }]) as ArrayValue;
  expect(y.shape).toEqual(shape);
  return [...y.data];
}

/** The neighbourhoods that occur in samples of 20 cells. */
function neighbourhoods(samples: Float64Array, edge: Border): Set<string> {
  const found = new Set<string>();
  for (let start = 0; start < samples.length; start += 20) {
    const x = [...samples.subarray(start, start + 20)];
    x.forEach((bit, i) => {
      found.add(`${cellOf(x, i - 1, edge)}${bit}${cellOf(x, i + 1, edge)}`);
    });
  }
  return found;
}

describe("five random states are enough for every elementary rule", () => {
  it("for 88 kinds of rules", () => {
    expect(RULES).toHaveLength(88);
    // Rule 110 is 137 with 0 and 1 exchanged, 124 mirrored, and 193 both.
    expect(exchanged(110)).toBe(137);
    expect(mirrored(110)).toBe(124);
    expect(mirrored(exchanged(110))).toBe(193);
  });

  it.each(some(GROUPS))("edge: $edge, rules $rules", async ({ edge, rules }) => {
    for (const rule of rules) {
      const dataset = taskSamples(`rule${rule}`, { seed: rule, edge });
      expect(dataset.nSamples).toBe(5);
      // Otherwise the rule could not be known.
      expect(neighbourhoods(dataset.inputs[0]!.values, edge).size).toBe(8);
      const distilled = await distill(dataset, {
        name: `rule${rule}`,
        edge,
        languages: [],
      });
      expect(distilled.verdict.kind).toBe("equivalent");
      const random = new Random(1000 + rule);
      for (const length of [20, 21, 200, 1000]) {
        const x = randomBits(length, random);
        expect(run(distilled, [length], x), `rule ${rule}, ${length} cells`).toEqual(
          elementaryStep(rule, x, edge),
        );
      }
    }
  });
});

describe("three random frames are enough for Life", () => {
  it.each([0, 1, 2])("seed %i", async (seed) => {
    const distilled = await distill(taskSamples("life", { seed }), { name: "life" });
    expect(distilled.verdict.kind).toBe("equivalent");
    const random = new Random(1000 + seed);
    for (const shape of [
      [64, 64],
      [5, 7],
    ]) {
      const x = randomBits(sizeOf(shape), random);
      const [, width] = shape;
      const frame = Array.from({ length: shape[0]! }, (_, i) =>
        x.slice(i * width!, (i + 1) * width!),
      );
      expect(run(distilled, shape, x)).toEqual(lifeStep(frame, "ring").flat());
    }
  });
});

describe("equal data give equal files", () => {
  it.each(["rule30", "rule110", "rule90", "life"])("%s", async (name) => {
    const files = async (): Promise<unknown> => {
      const { network, program, source, verdict } = await distill(taskSamples(name, { seed: 5 }), {
        name,
      });
      return [printNetwork(network), printProgram(program), source, verdict];
    };
    expect(await files()).toEqual(await files());
  });
});
