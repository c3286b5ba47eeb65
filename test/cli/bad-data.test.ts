import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distill, put, scratch } from "./command.ts";

const folder = scratch();
const ok = '{"x": [0,1], "y": 1}\n';

describe("data at fault", () => {
  it.each([
    ["no-samples", ""],
    ["bad-json", `${ok}oops`],
    ["not-an-object", "[]"],
    ["missing-key", `${ok}{"y": 1}`],
    ["extra-key", `${ok}{"x": [1,1], "y": 1, "z": 1}`],
    ["no-target", '{"x": 0}'],
    ["no-inputs", '{"y": 0}'],
    ["ragged-array", '{"x": [[0,1],[0]], "y": 0}'],
    ["shape-mismatch", `${ok}{"x": [1], "y": 1}`],
    ["not-a-number", '{"x": [null], "y": 0}'],
    ["not-binary", '{"x": [2], "y": 0}'],
    ["empty-array", '{"x": [], "y": 0}'],
    ["too-many-axes", '{"x": [[[[1]]]], "y": 0}'],
    ["contradiction", `${ok}{"x": [0,1], "y": 0}`],
    ["constant-target", ok],
  ])("%s gives exit code 1, one line, and no files", async (code, text) => {
    const out = join(folder, "out");
    const path = put(folder, "data.jsonl", text);
    expectRefusal(await distill("learn", path, "--out", out), code);
    expect(existsSync(out)).toBe(false);
  });

  it("a target that is named as an input is a usage error", async () => {
    const out = join(folder, "out");
    const path = put(folder, "data.jsonl", `${ok}{"x": [1,1], "y": 0}`);
    const said = await distill("learn", path, "--inputs", "x,y", "--out", out);
    expect(said).toMatchObject({ code: 2, out: "" });
    expect(said.err).toMatch(/^usage: --inputs names the target "y"; [^\n]*\n$/);
    expect(existsSync(out)).toBe(false);
  });

  it("files that cannot be read", async () => {
    const out = join(folder, "out");
    mkdirSync(join(folder, "d.jsonl"));
    const latin = put(folder, "latin.jsonl", Uint8Array.of(0x7b, 0xe9, 0x7d));
    const csv = put(folder, "data.csv", "x,y\n0,1\n");
    expectRefusal(await distill("learn", join(folder, "none.jsonl"), "-o", out), "missing-file");
    expectRefusal(await distill("learn", join(csv, "none.jsonl"), "-o", out), "missing-file");
    expectRefusal(await distill("learn", join(folder, "d.jsonl"), "-o", out), "not-a-file");
    expectRefusal(await distill("learn", latin, "-o", out), "not-text");
    expectRefusal(await distill("learn", csv, "-o", out), "unsupported-format");
    expect(existsSync(out)).toBe(false);
  });

  it("inputs and targets that are not there", async () => {
    const path = put(folder, "data.jsonl", ok);
    expectRefusal(await distill("learn", path, "--target", "z"), "no-target");
    expectRefusal(await distill("learn", path, "--inputs", "z"), "unknown-input");
  });

  it("a place that cannot be written, before anything is learnt", async () => {
    const file = put(folder, "taken", "");
    const path = put(folder, "data.jsonl", ok);
    expectRefusal(await distill("learn", path, "--out", file), "unwritable");
    expectRefusal(await distill("task", "rule30", "-o", join(file, "data.jsonl")), "unwritable");
  });

  it("leaves no temporary folders", () => {
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

function expectRefusal(said: { code: number; out: string; err: string }, code: string): void {
  expect(said.err).toMatch(new RegExp(`^${code}: [^\\n]+\\n$`));
  expect(said.code).toBe(1);
  expect(said.out).toBe("");
}
