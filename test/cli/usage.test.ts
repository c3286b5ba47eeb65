import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli/command-line.ts";
import { distill, put, scratch } from "./command.ts";

const folder = scratch();
const out = join(folder, "out");
const data = put(folder, "data.jsonl", '{"x": 0, "y": 1}\n{"x": 1, "y": 0}\n');

describe("usage", () => {
  it.each([
    [["--unknown"], "unknown option '--unknown'"],
    [["--seed", "x"], "Expected an integer from 0"],
    [["--seed", "-1"], "Expected an integer from 0"],
    [["--max-seconds", "0"], "Expected a number of seconds above 0"],
    [["--edge", "torus"], "Allowed choices are auto, ring, zero, none"],
    [["--noise", "2"], "--noise expects auto or a share"],
    [["--noise", "lots"], "--noise expects auto or a share"],
    [["--noise", "1"], "--noise expects auto or a share from 0 to below 1"],
    [["--emit", "perl"], "--emit expects python, typescript or c"],
    [["--emit", ""], "Expected different names"],
    [["--name", "a b"], "try a_b"],
    [["--name", "class"], "try class_"],
    [["--inputs", "a,a"], "Expected different names"],
    [["--json", "--quiet"], "cannot be used with"],
  ])("learn %j", async (options, sentence) => {
    const said = await distill("learn", data, "--out", out, ...options);
    expect(said.err).toContain(sentence);
    expect(said.err).toMatch(/^[a-z-]+: [^\n]+\n$/);
    expect([said.code, said.out]).toEqual([2, ""]);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [["nothing"], "unknown command 'nothing'"],
    [["lern"], "(Did you mean learn?)"],
    [["learn"], "missing required argument 'data'"],
    [["demo", "nothing"], 'no demo "nothing"; demos are addition, largest-part, life, '],
    [["task", "rule999"], "no task"],
    [["task", "life", "--size", "20"], "task life has 2 axes"],
    [["task", "rule30", "--size", "0"], "Expected an integer from 1"],
    [["task", "rule30", "--size", "20x"], "Expected N or RxC"],
    [["task", "rule30", "--edge", "none"], "Allowed choices are ring, zero"],
    [["run", "a"], "missing required argument 'data'"],
    [["run", "a", "b", "c"], "too many arguments"],
  ])("%j", async (argv, sentence) => {
    const said = await distill(...argv);
    expect(said.err).toContain(sentence);
    expect(said.err).toMatch(/^[a-z-]+: [^\n]+\n$/);
    expect([said.code, said.out]).toEqual([2, ""]);
  });

  it("help and version are no errors, no command at all is one", async () => {
    expect((await distill("--help")).out).toContain("learn");
    expect((await distill("learn", "--help")).code).toBe(0);
    expect(await distill("--version")).toMatchObject({ code: 0, out: "0.1.0\n" });
    expect(await distill()).toMatchObject({ code: 2, out: "" });
  });
});

it("calls an exception of ours a bug, in one line and without a stack", async () => {
  let err = "";
  const out = (): void => {
    throw new Error("no paper\nat all");
  };
  const io = { out, isTerminal: false, hasColors: false };
  const code = await main(["--version"], { ...io, err: (text) => (err += text) });
  expect(code).toBe(70);
  expect(err).toMatch(/^bug: [^\n]*\(no paper\)[^\n]*\n$/);
});

describe("reproduce", () => {
  it("names the experiments where one is unknown", async () => {
    const { code, err } = await distill("reproduce", "automatons");
    expect(code).toBe(2);
    expect(err).toContain("unknown-experiment: there is no experiment");
    expect(err).toContain("automata, life, arithmetic, orientation, max-sat, compactness");
  });
});
