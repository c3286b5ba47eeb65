import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { distill, put, scratch } from "./command.ts";

const folder = scratch();

/** At least three of five bits. */
const majority = put(folder, "majority.csv", `${"2\n".repeat(5)}-5\n`);
/** Two differentiae, and a concept that is 1 where both are. */
const both = [
  put(folder, "both.csv", "2,0\n0,2\n-1,-1\n"),
  put(folder, "concept.csv", "1\n1\n-1\n"),
];

describe("distill condense", () => {
  it("prints the code, then a summary, and writes five files", async () => {
    const out = join(folder, "majority");
    const said = await distill("condense", majority, "--output", "step", "-o", out, "--check-run");
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(said.out).toMatch(/^def majority\(x\):\n/);
    expect(said.out).toMatch(/^verdict {3}equivalent to the network on all 2\^5 inputs /m);
    expect(said.out).toMatch(/^network {3}layers of 1 neurons, 5 nonzero weights$/m);
    expect(said.out).toMatch(/^run {7}python agrees on 100 inputs$/m);
    expect(said.out).not.toMatch(/^rests on/m);
    expect(readdirSync(out).sort()).toEqual([
      "majority.py",
      "network.json",
      "program.json",
      "report.html",
      "summary.json",
    ]);
    const report = readFileSync(join(out, "report.html"), "utf8");
    expect(report).toContain("<h2>In English</h2>");
    expect(report).toContain("a network from x (5) to y (one number)");
  });

  it("has in summary.json what no samples are needed for", async () => {
    const out = join(folder, "json");
    const said = await distill("condense", ...both, "--output", "sign", "--json", "-o", out);
    expect(said.out).toBe(readFileSync(join(out, "summary.json"), "utf8"));
    const summary = JSON.parse(said.out);
    expect(summary).toMatchObject({
      name: "both",
      seed: 0,
      data: null,
      learnt: null,
      network: { layers: [2, 1], nonzeroWeights: 4 },
      training: null,
      program: { constants: 0 },
      verdict: { kind: "equivalent" },
      coverage: null,
      printed: [{ language: "python", file: "both.py", executed: null, agrees: null }],
    });
    expect(Object.keys(summary.seconds)).toEqual(["read", "condense", "verify", "emit", "total"]);
  });

  it("stops after --max-seconds with what it has, and says so", async () => {
    const out = join(folder, "stopped");
    const argv = ["--output", "step", "--max-seconds", "0.000001", "-o", out];
    const said = await distill("condense", majority, ...argv);
    expect(said).toMatchObject({ code: 4, err: "" });
    expect(said.out).toMatch(/^verdict {3}not proved .*: stopped by --max-seconds$/m);
    expect(said.out).toMatch(/^stopped {3}by --max-seconds: this is what was found so far$/m);
    const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    expect(summary).toMatchObject({
      stopped: true,
      verdict: { kind: "unproved", reason: "stopped by --max-seconds" },
    });
    expect(readdirSync(out)).toContain("majority.py");
    const inTime = ["--output", "step", "--max-seconds", "600", "-o", out, "--json"];
    const again = await distill("condense", majority, ...inTime);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ stopped: false });
  });

  it("says which constants are tied to the training size", async () => {
    const argv = ["--output", "step", "--json", "-o", join(folder, "tied")];
    const { program } = JSON.parse((await distill("condense", majority, ...argv)).out);
    // Either the comparison names the 3 of 5, or the length stays a number.
    expect(program.tied.length).toBeGreaterThan(0);
  });

  it("gives the same bytes for network.json, which verify and run accept", async () => {
    const [first, second] = [join(folder, "first"), join(folder, "second")];
    const named = ["--name", "both", "--quiet"];
    const said = await distill("condense", ...both, "--output", "sign", ...named, "-o", first);
    const network = join(first, "network.json");
    const again = await distill("condense", network, ...named, "--require-proof", "-o", second);
    expect(again).toEqual(said);
    for (const name of readdirSync(second).filter((each) => each !== "summary.json")) {
      expect(readFileSync(join(second, name), "utf8")).toBe(
        readFileSync(join(first, name), "utf8"),
      );
    }
    const program = join(second, "program.json");
    const verified = await distill("verify", program, network);
    expect(verified.out).toMatch(/^equivalent to the network on /);
    const data = put(folder, "data.jsonl", '{"x": [1,1], "y": 1}\n{"x": [1,0], "y": -1}\n');
    expect(JSON.parse((await distill("run", program, data, "--json")).out)).toMatchObject({
      predictions: [1, -1],
      accuracy: 1,
    });
  });

  it("prints the languages that are named, in their order, and executes all", async () => {
    const out = join(folder, "languages");
    const argv = ["--emit", "typescript,c,python", "--output", "sign", "--check-run"];
    const said = await distill("condense", ...both, ...argv, "-o", out);
    expect(said.code).toBe(0);
    expect(said.out).toMatch(/^\/\*\*[^*]*\*\/\nexport function both\(/);
    expect(said.out).toMatch(/files {5}.*: .*both\.ts, both\.c, both\.py, /);
    const { printed } = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    expect(printed.map(({ file }: { file: string }) => file)).toEqual([
      "both.ts",
      "both.c",
      "both.py",
    ]);
    expect(printed.map(({ agrees }: { agrees: unknown }) => agrees)).not.toContain(false);
    const report = readFileSync(join(out, "report.html"), "utf8");
    expect(report).toContain("The program in typescript");
    expect(report).toContain("The program in c<");
  });

  it.each([
    ["argmax", "2,0\n0,2\n0,1\n", '{"x": [1,0]}', "0\n"],
    ["softmax", "1,1\n0,0\n", '{"x": [1]}', "[0.5,0.5]\n"],
    ["identity", "0.5,-3\n1,1\n", '{"x": [1]}', "[1.5,-2]\n"],
    ["sign", "1,-1\n0,0\n", '{"x": [1]}', "[1,-1]\n"],
    ["step", "1,-1\n0,0\n", '{"x": [1]}', "[1,0]\n"],
  ])("gives %s as the network gives it", async (output, text, sample, expected) => {
    const layer = put(folder, "raw.csv", text);
    const out = join(folder, output);
    const said = await distill("condense", layer, "--output", output, "-o", out, "--check-run");
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(said.out).toMatch(/^verdict {3}equivalent to the network /m);
    expect(said.out).toMatch(/^run {7}python agrees on 100 inputs$/m);
    const data = put(folder, "raw.jsonl", sample);
    const run = await distill("run", join(out, "program.json"), data, "--quiet");
    expect(run.out).toBe(expected);
  });

  it.each([
    ["sign", [-1]],
    ["integer:-3..4", [-3]],
    ["real", [0.25]],
  ])("takes inputs of the domain %s", async (domain, x) => {
    const layer = put(folder, "domain.csv", "1\n0\n");
    const out = join(folder, `domain-${domain.slice(0, 4)}`);
    const argv = ["--input-domain", domain, "--output", "sign", "--check-run", "-o", out];
    const said = await distill("condense", layer, ...argv);
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(said.out).toMatch(/^run {7}python agrees on 100 inputs$/m);
    const data = put(folder, "domain.jsonl", JSON.stringify({ x }));
    const run = await distill("run", join(out, "program.json"), data, "--quiet");
    expect(run.out).toBe(`${Math.sign(x[0]!)}\n`);
  });

  it("takes shapes of inputs and outputs", async () => {
    // Each of 2x3 bits, as it is.
    const rows = [0, 1, 2, 3, 4, 5].map((i) => [0, 1, 2, 3, 4, 5].map((j) => (i === j ? 1 : 0)));
    const text = [...rows, new Array(6).fill(0)].map((row) => `${row.join()}\n`).join("");
    const layer = put(folder, "same.csv", text);
    const shapes = ["--input-shape", "2x3", "--output-shape", "2x3", "--output", "step"];
    const out = join(folder, "shapes");
    await distill("condense", layer, ...shapes, "--require-proof", "-o", out);
    const data = put(folder, "shapes.jsonl", '{"x": [[0,1,1],[1,0,0]]}');
    const run = await distill("run", join(out, "program.json"), data, "--quiet");
    expect(run.out).toBe("[[0,1,1],[1,0,0]]\n");
  });
});

describe("networks at fault", () => {
  const out = join(folder, "none");
  mkdirSync(join(folder, "d.csv"));
  const json = JSON.stringify({ format: "x" });

  it.each([
    ["missing-file", ["gone.csv"], ""],
    ["empty-layer", ["bad.csv"], ""],
    ["too-few-rows", ["bad.csv"], "1,2\n"],
    ["ragged-rows", ["bad.csv"], "1,2\n3\n"],
    ["not-a-number", ["bad.csv"], "a,b\n1,2\n3,4\n"],
    ["not-a-number", ["bad.csv"], "1,\n3,4\n"],
    ["not-finite", ["bad.csv"], "1,NaN\n3,4\n"],
    ["not-finite", ["bad.csv"], "1,2\n3,inf\n"],
    ["shape-mismatch", ["bad.csv", "concept.csv"], "1,2,3\n3,4,5\n"],
    ["shape-mismatch", ["concept.csv", "bad.csv"], "1\n1\n1\n"],
    ["shape-mismatch", ["bad.csv", "--input-shape", "3"], "1\n1\n1\n"],
    ["shape-mismatch", ["bad.csv", "--output-shape", "2x2"], "1\n1\n1\n"],
    ["mixed-networks", ["bad.json", "concept.csv"], json],
    ["bad-network", ["bad.json"], json],
    ["bad-network", ["bad.json"], "not JSON"],
    ["unsupported-format", ["bad.txt"], "1\n1\n"],
    ["not-a-file", ["d.csv"], ""],
  ])("%s: %j", async (code, words, text) => {
    const argv = words.map((word) => (/^(-|\d)/.test(word) ? word : join(folder, word)));
    if (argv.some((word) => /bad\.\w+$/.test(word))) {
      put(folder, words.find((word) => word.startsWith("bad"))!, text);
    }
    const said = await distill("condense", ...argv, "--out", out);
    expect(said.err).toMatch(new RegExp(`^${code}: [^\\n]+\\n$`));
    expect([said.code, said.out]).toEqual([1, ""]);
    expect(existsSync(out)).toBe(false);
  });

  it("asks whether the bias row was included", async () => {
    const short = put(folder, "short.csv", "1\n1\n");
    const said = await distill("condense", both[0]!, short, "--out", out);
    expect(said.err).toBe(
      "shape-mismatch: layer 2 expects 1 inputs, found 2; was the bias row included?\n",
    );
  });

  it.each([
    [["--hidden", "relu"], "Allowed choices are sign, step"],
    [["--output", "relu"], "Allowed choices are sign, step, argmax, softmax, identity"],
    [["--input-domain", "bits"], "Expected binary, sign, real or integer:LO..HI"],
    [["--input-domain", "integer:4..1"], "Expected binary, sign, real or integer:LO..HI"],
    [["--input-domain", "integer:0.5..1"], "Expected binary, sign, real or integer:LO..HI"],
    [["--input-domain", "integer:0..1e9"], "Expected binary, sign, real or integer:LO..HI"],
    [["--input-domain", "integer:0..99999999999999999999"], "Expected binary, sign, real or"],
    [["--input-shape", "2x"], "Expected N, RxC or PxRxC"],
    [["--input-shape", "0"], "Expected an integer from 1"],
    [["--input-shape", "1x1x1x2"], "Expected N, RxC or PxRxC"],
    [["--output-shape", "a"], "Expected N, RxC or PxRxC"],
    [["--emit", "perl"], "--emit expects python, typescript or c"],
    [["--edge", "ring"], "unknown option '--edge'"],
    [["network.onnx"], "not-yet: reading network.onnx is not there yet"],
  ])("%j is a usage error", async (words, sentence) => {
    const said = await distill("condense", majority, ...words, "--out", out);
    expect(said.err).toContain(sentence);
    expect(said.err).toMatch(/^[a-z-]+: [^\n]+\n$/);
    expect([said.code, said.out]).toEqual([2, ""]);
    expect(existsSync(out)).toBe(false);
  });

  it("options that network.json answers are a usage error", async () => {
    const made = join(folder, "made");
    await distill("condense", ...both, "--output", "sign", "--quiet", "-o", made);
    const network = join(made, "network.json");
    const said = await distill("condense", network, "--hidden", "step", "-o", out);
    expect(said.err).toMatch(/^usage: .*network\.json says itself what --hidden says; [^\n]*\n$/);
    expect(said.code).toBe(2);
  });
});

describe("distill verify", () => {
  it("finds a difference in a network of raw outputs, and exits with 3", async () => {
    const [one, other] = [join(folder, "one"), join(folder, "other")];
    const three = put(folder, "three.csv", `${"2\n".repeat(5)}-3\n`);
    await distill("condense", majority, "--output", "sign", "--quiet", "-o", one);
    await distill("condense", three, "--output", "sign", "--quiet", "-o", other);
    const argv = [join(one, "program.json"), join(other, "network.json")];
    const said = await distill("verify", ...argv, "--json");
    expect(said.code).toBe(3);
    const { verdict } = JSON.parse(said.out);
    expect(verdict.kind).toBe("different");
    const ones = verdict.counterexample.inputs.x.reduce((sum: number, bit: number) => sum + bit, 0);
    expect([ones, verdict.counterexample.network, verdict.counterexample.program]).toEqual([
      2, 1, -1,
    ]);
  });
});
