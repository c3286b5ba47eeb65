import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { distill, put, scratch } from "./command.ts";

const folder = scratch();
const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

describe("distill learn --ask", () => {
  const sizes = "size,ok\n1,no\n2,no\n5,yes\n8,yes\n";

  it("writes the inputs whose labels would settle most, and names the other rule", async () => {
    const asked = join(folder, "asked.jsonl");
    const said = await distill(
      "learn",
      put(folder, "sizes.csv", sizes),
      "--ask",
      asked,
      "--out",
      join(folder, "ask"),
    );
    expect(said.code).toBe(0);
    const inputs = readFileSync(asked, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect([{ size: 3 }, { size: 4 }]).toContainEqual(inputs[0]);
    expect(said.err).toMatch(/^asked: /);
    expect(said.out).toMatch(
      /^open {6}rule: another one .* fits about as well \("yes" if size >= /m,
    );
    const { coverage } = JSON.parse(readFileSync(join(folder, "ask/summary.json"), "utf8"));
    expect(coverage.rivals[0].python).toMatch(/^def sizes\(size\):/);
  });

  it("writes an empty file where nothing is open", async () => {
    const asked = join(folder, "nothing.jsonl");
    const all = "size,ok\n1,no\n2,no\n3,yes\n4,yes\n";
    await distill(
      "learn",
      put(folder, "all.csv", all),
      "--ask",
      asked,
      "--out",
      join(folder, "all"),
    );
    expect(readFileSync(asked, "utf8")).toBe("");
  });
});

describe("distill learn with several files", () => {
  const majority = (length: number): string =>
    Array.from({ length: 2 ** length }, (_, code) => {
      const x = Array.from({ length }, (_, k) => (code >> k) & 1);
      const ones = x.reduce((sum, bit) => sum + bit, 0);
      return `${JSON.stringify({ x, y: 2 * ones > length })}\n`;
    }).join("");

  it("gives one program, and says how it does at each size", async () => {
    const files = [3, 4, 5].map((length) => put(folder, `of${length}.jsonl`, majority(length)));
    const said = await distill("learn", ...files, "--out", join(folder, "sizes"));
    expect(said.err).toBe("");
    expect(said.out).toContain("    return sum(x) > len(x) // 2\n");
    expect(said.out).toMatch(/^sizes {5}3: 100% of 8 samples right$/m);
    const { learnt } = JSON.parse(readFileSync(join(folder, "sizes/summary.json"), "utf8"));
    expect(learnt.sizes).toHaveLength(3);
    expect(learnt.sizes[2]).toEqual({ shapes: [[5]], samples: 32, accuracy: 1 });
  });

  it("refuses files of different problems", async () => {
    const one = put(folder, "one.jsonl", majority(3));
    const other = put(folder, "other.csv", "a,y\n0,0\n1,1\n");
    const said = await distill("learn", one, other, "--out", join(folder, "none"));
    expect(said.code).toBe(1);
    expect(said.err).toMatch(/^different-problems: .*other\.csv:2: expected [^\n]+\n$/);
  });
});

describe("distill demo", () => {
  it("prints the code, then a summary, and writes five files", async () => {
    const out = join(folder, "rule30");
    const said = await distill("demo", "--out", out, "--check-run");
    expect(said.err).toBe("");
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/^def rule30\(x\):\n/);
    expect(said.out).toMatch(/^verdict {3}equivalent to the network on /m);
    expect(said.out).toMatch(
      /^rests on {2}5 samples, none mistaken; one function at every place of a ring; 8 of 8 cases seen$/m,
    );
    expect(said.out).toMatch(/^run {7}python agrees on 105 inputs$/m);
    expect(readdirSync(out).sort()).toEqual([
      "network.json",
      "program.json",
      "report.html",
      "rule30.py",
      "summary.json",
    ]);
    expect(said.out.startsWith(readFileSync(join(out, "rule30.py"), "utf8"))).toBe(true);
  });

  it("prints the summary alone with --json", async () => {
    const out = join(folder, "json");
    const said = await distill("demo", "rule110", "--json", "--out", out);
    expect(said.out).toBe(readFileSync(join(out, "summary.json"), "utf8"));
    const summary = JSON.parse(said.out);
    expect(summary).toMatchObject({
      name: "rule110",
      seed: 0,
      data: { samples: 5, inputs: [{ name: "x", shape: [20] }], targets: [{ classes: [0, 1] }] },
      training: { accuracy: 1, mistakes: 0, noise: 0 },
      program: { sizes: ["n"], tied: [] },
      verdict: { kind: "equivalent" },
      printed: [{ language: "python", file: "rule110.py", executed: null, agrees: null }],
    });
    expect(summary.network.layers).toHaveLength(3);
    expect(summary.seconds.total).toBeGreaterThan(0);
    expect(said.err).toContain("def rule110(x):");
  });

  it("writes the same bytes again, in a folder that is there already", async () => {
    const out = join(folder, "again");
    await distill("demo", "--out", out, "--quiet");
    const names = ["network.json", "program.json", "report.html", "rule30.py"];
    const before = names.map((name) => readFileSync(join(out, name), "utf8"));
    writeFileSync(join(out, "mine.txt"), "kept");
    const said = await distill("demo", "--out", out, "--quiet");
    expect(said.out).toBe(before[3]);
    expect(names.map((name) => readFileSync(join(out, name), "utf8"))).toEqual(before);
    expect(readFileSync(join(out, "mine.txt"), "utf8")).toBe("kept");
  });

  it("lists its data", async () => {
    const { out } = await distill("demo", "--list");
    // Networks are examples, too, but have no data to learn from.
    const names = readdirSync("examples").filter((name) => name !== "networks");
    expect(out).toBe(`${names.sort().join("\n")}\n`);
    expect(out).toContain("rule30-zero\n");
  });
});

describe("distill learn", () => {
  it("learns what verify proves and run predicts", async () => {
    const data = join(folder, "majority.jsonl");
    const out = join(folder, "majority");
    await distill("task", "majority3", "--size", "12", "--samples", "8", "-o", data);
    const learnt = await distill("learn", data, "--out", out, "--require-proof", "--quiet");
    expect(learnt.code).toBe(0);
    const [program, network] = [join(out, "program.json"), join(out, "network.json")];
    const verified = await distill("verify", program, network);
    expect(verified.out).toMatch(/^equivalent to the network on /);
    expect(verified.code).toBe(0);
    const larger = join(folder, "larger.jsonl");
    await distill(
      "task",
      "majority3",
      "--size",
      "50",
      "--samples",
      "20",
      "--seed",
      "1",
      "-o",
      larger,
    );
    const run = await distill("run", program, larger);
    expect(run.out).toMatch(/\naccuracy 1\.000 \(20 of 20 samples, 1000 of 1000 values\)\n$/);
  });

  it("names the function after the file", async () => {
    const data = put(
      folder,
      "two bits.jsonl",
      bits("y", (a, b) => a & b),
    );
    const said = await distill("learn", data, "--out", join(folder, "and"), "--quiet");
    expect(said.out).toMatch(/^def two_bits\(a, b\):\n/);
  });

  it("takes the target and inputs that are named", async () => {
    const data = put(
      folder,
      "c.jsonl",
      bits("c", (a, b) => a | b),
    );
    const argv = ["--target", "c", "--name", "either", "--out", join(folder, "or"), "--quiet"];
    expect((await distill("learn", data, ...argv, "--inputs", "a,b")).out).toMatch(
      /^def either\(a, b\):\n/,
    );
  });

  it("refuses to verify a program against another network", async () => {
    const program = join(folder, "and/program.json");
    const network = join(folder, "majority/network.json");
    const said = await distill("verify", program, network);
    expect(said.err).toMatch(/^different-inputs: /);
    expect(said.code).toBe(1);
    const or = await distill("verify", program, join(folder, "or/network.json"));
    expect(or.out).toMatch(/^different from the network on /);
    expect(or.code).toBe(3);
  });
});

it("runs as a process of its own, with clean streams", () => {
  const argv = [
    "--import",
    "tsx",
    "src/cli/main.ts",
    "demo",
    "--quiet",
    "-o",
    join(folder, "spawned"),
  ];
  const child = spawnSync(process.execPath, argv, { cwd: root, encoding: "utf8" });
  expect(child.stderr).toBe("");
  expect(child.stdout).toBe(readFileSync(join(folder, "spawned/rule30.py"), "utf8"));
  expect(child.status).toBe(0);
});

function bits(target: string, rule: (a: number, b: number) => number): string {
  const pairs = [0, 1].flatMap((a) => [0, 1].map((b) => ({ a, b, [target]: rule(a, b) })));
  return pairs.map((pair) => `${JSON.stringify(pair)}\n`).join("");
}
