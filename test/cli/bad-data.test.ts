import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
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
    ["missing-value", '{"x": [null], "y": 0}'],
    ["mixed-kinds", `${ok}{"x": ["0","1"], "y": 0}`],
    ["not-a-value", '{"x": {"a": 1}, "y": 0}'],
    ["not-finite", '{"x": 1e999, "y": 0}'],
    ["unsafe-integer", '{"x": 12345678901234567890, "y": 0}'],
    ["bad-distribution", '{"x": 1, "y": {"a": 0.5}}'],
    ["too-many-classes", [1, 2, 3, 4].map((k) => `{"x": ${k}, "y": ${k / 8}}\n`).join("")],
    ["no-inputs", '{"x": 1, "y": 0}\n{"x": 1, "y": 1}'],
    ["empty-array", '{"x": [], "y": 0}'],
    ["too-many-axes", '{"x": [[[[1]]]], "y": 0}'],
    ["constant-target", ok],
  ])("%s gives exit code 1, one line, and no files", async (code, text) => {
    const out = join(folder, "out");
    const path = put(folder, "data.jsonl", text);
    expectRefusal(await distill("learn", path, "--out", out), code);
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ["no-samples", "x,y\n"],
    ["ragged-rows", "x,y\n1\n"],
    ["duplicate-column", "x,x,y\n1,1,0\n"],
    ["missing-element", "x[0],x[2],y\n1,1,0\n"],
    ["mixed-axes", "x,x[0],y\n1,1,0\n"],
    ["bad-table", 'x,y\n"1,0\n'],
    ["missing-value", "x,y\n,0\n"],
    ["mixed-kinds", "x,y\n1,0\none,1\n"],
    ["unsafe-integer", "x,y\n9007199254740993,0\n"],
    ["constant-target", "x,y\n1,0\n2,0\n"],
    ["no-inputs", "y\n1\n"],
    ["no-inputs", "x;y\n1;0\n"],
  ])("%s in a table, too: %j", async (code, text) => {
    const out = join(folder, "out");
    expectRefusal(await distill("learn", put(folder, "t.csv", text), "--out", out), code);
    expect(existsSync(out)).toBe(false);
  });

  it("contradictions, where no label may be wrong", async () => {
    const path = put(folder, "data.jsonl", `${ok}{"x": [0,1], "y": 0}`);
    const said = await distill("learn", path, "--noise", "0", "-o", join(folder, "out"));
    expectRefusal(said, "contradiction");
    expect(said.err).toContain(`${path}:2: expected the target of ${path}:1`);
  });

  it("says that dates are taken as texts, where they are few", async () => {
    const rows = ["a,day,y", ...[1, 2, 3, 4, 5, 6].map((k) => `${k},2024-0${k}-05,${k > 3}`)];
    const path = put(folder, "few-days.csv", rows.join("\n"));
    const said = await distill("learn", path, "--out", join(folder, "few-days"), "--quiet");
    expect(said.code).toBe(0);
    expect(said.err).toMatch(
      /^warning: dates: .*few-days\.csv: "day" looks like dates, such as "2024-01-05", [^\n]+\n$/,
    );
  });

  it("shows warnings, and writes them to the summary", async () => {
    const rows = [
      "a,b,day,y",
      ...Array.from({ length: 24 }, (_, k) => `3,${k % 2},${k + 1}.5.2024,${k % 2}`),
    ];
    const path = put(folder, "days.csv", rows.join("\n"));
    const out = join(folder, "warned");
    const said = await distill("learn", path, "--out", out, "--quiet");
    expect(said.code).toBe(0);
    const [first, second] = said.err.split("\n");
    expect(first).toBe(
      `warning: constant-input: ${path}: "a" never changes and was left out; nothing can be learnt from it`,
    );
    expect(second).toContain(`warning: free-text: ${path}: "day" has 24 different texts`);
    expect(second).toContain("looks like dates");
    const { data } = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    expect(data.warnings.map((warning: string) => `warning: ${warning}`)).toEqual([first, second]);
    expect(data.inputs.map(({ name }: { name: string }) => name)).toEqual(["b"]);
    const run = await distill("run", join(out, "program.json"), path, "--json");
    expect(JSON.parse(run.out)).toMatchObject({ samples: 24, accuracy: 1 });
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
    const xlsx = put(folder, "data.xlsx", "x,y\n0,1\n");
    expectRefusal(await distill("learn", join(folder, "none.jsonl"), "-o", out), "missing-file");
    expectRefusal(await distill("learn", join(xlsx, "none.jsonl"), "-o", out), "missing-file");
    expectRefusal(await distill("learn", join(folder, "d.jsonl"), "-o", out), "not-a-file");
    expectRefusal(await distill("learn", latin, "-o", out), "not-text");
    expectRefusal(await distill("learn", xlsx, "-o", out), "unsupported-format");
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
