import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distill, put, scratch } from "./command.ts";

const folder = scratch();

/** Forty sizes of which those from 20 on are large; three lines are wrong, and two of them contradict others. */
const WRONG = new Map([
  [3, "large"],
  [24, "small"],
  [31, "small"],
]);
const lines = Array.from({ length: 40 }, (_, size) => {
  const label = size >= 20 ? "large" : "small";
  const given = WRONG.get(size);
  return given === undefined ? [`${size},${label}`] : [`${size},${label}`, `${size},${given}`];
}).flat();
const file = put(folder, "sizes.csv", `size,y\n${lines.join("\n")}\n`);

const learn = (...options: readonly string[]) =>
  distill("learn", file, "--out", join(folder, "out"), ...options);

describe("--noise", () => {
  it("auto names the samples that are called mistaken, by their lines", async () => {
    const said = await learn("--json");
    const { training } = JSON.parse(said.out);
    expect(training.mistakes).toBe(3);
    expect(training.noise).toBeCloseTo(3 / 43, 12);
    expect(training.mistaken.map((place: string) => place.replace(/.*:/, ""))).toEqual([
      "6",
      "28",
      "36",
    ]);
    expect(said.err).toMatch(/^mistaken {2}.*sizes\.csv:6, .*sizes\.csv:28, .*sizes\.csv:36$/m);
  });

  it("takes a rule that is within the rate", async () => {
    const said = await learn("--noise", "0.07");
    expect(said.code).toBe(0);
    expect(said.out).toContain('return "small" if size <= 19 else "large"');
  });

  it("refuses rules that call more labels mistaken, with the way out", async () => {
    const said = await learn("--noise", "0.01");
    expect(said.code).toBe(1);
    expect(said.err).toBe(
      "too-noisy: the shortest rule calls 3 of 43 labels mistaken, expected at most a share of 0.01, and none was found within it; give a larger --noise, or auto\n",
    );
  });
});
