import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printNetwork } from "../../src/enn/json.ts";
import type { Network } from "../../src/enn/network.ts";
import { atLeastOf, majority, majoritySign, odd } from "../../src/tasks/count-networks.ts";
import { distill, put, scratch } from "./command.ts";

const folder = scratch();

const file = (name: string, network: Network): string =>
  put(folder, `${name}.json`, printNetwork(network));

/** At least all but one. */
const nearly = [5, 8, 11].map((n) => file(`nearly${n}`, atLeastOf([n], n - 1)));

describe("distill condense with several networks", () => {
  it("gives one program, and proves it at each size", async () => {
    const out = join(folder, "nearly");
    const said = await distill("condense", ...nearly, "--name", "nearly", "-o", out, "--check-run");
    expect(said).toMatchObject({ code: 0, err: "" });
    expect(said.out).toContain("    return int(sum(x) >= len(x) - 1)\n");
    expect(said.out).toMatch(/^verdict {3}equivalent to the network on all 2\^11 inputs /m);
    expect(said.out).toMatch(
      /^sizes {5}5: equivalent\n {10}8: equivalent\n {10}11: equivalent\nnetwork/m,
    );
    expect(said.out).toMatch(/^run {7}python agrees on 100 inputs$/m);
    expect(readdirSync(out).sort()).toEqual([
      "nearly.py",
      "network.json",
      "program.json",
      "report.html",
      "summary.json",
    ]);
    const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    expect(summary).toMatchObject({
      data: null,
      learnt: null,
      condensed: {
        sizes: [5, 8, 11].map((n) => ({ shapes: [[n]], verdict: { kind: "equivalent" } })),
        open: [],
      },
      program: { sizes: ["n"], tied: [] },
    });
    // That of the largest size, whatever the order of the files.
    expect(readFileSync(join(out, "network.json"), "utf8")).toBe(readFileSync(nearly[2]!, "utf8"));
    const report = readFileSync(join(out, "report.html"), "utf8");
    expect(report).toContain("<dt>Size 8</dt><dd>equivalent</dd>");
  });

  it("gives the same bytes for the files in another order", async () => {
    const [one, other] = [join(folder, "one"), join(folder, "other")];
    const argv = ["--name", "f", "--quiet"];
    const said = await distill("condense", ...nearly, ...argv, "-o", one);
    const turned = [...nearly].reverse();
    expect(await distill("condense", ...turned, ...argv, "-o", other)).toEqual(said);
    expect(said.out).toMatch(/^def f\(x\):/);
    for (const name of ["network.json", "program.json", "report.html", "f.py"])
      expect(readFileSync(join(other, name), "utf8")).toBe(readFileSync(join(one, name), "utf8"));
  });

  it("ties no constant to a size that was proved at several", async () => {
    const exact = [5, 8].map((n) => file(`three${n}`, atLeastOf([n], 3)));
    const argv = ["--json", "-o", join(folder, "three")];
    const { program } = JSON.parse((await distill("condense", ...exact, ...argv)).out);
    expect(program).toMatchObject({ sizes: ["n"], tied: [] });
  });

  it("says two sizes are few, and where programs part", async () => {
    const few = await distill("condense", ...nearly.slice(1), "-o", join(folder, "few"));
    expect(few.out).toMatch(/^open {6}sizes: constants were fitted to the lengths of two sizes; /m);
    const out = join(folder, "parted");
    const other = file("odd", odd(5));
    const said = await distill("condense", nearly[1]!, other, "--require-proof", "-o", out);
    expect(said.code).toBe(3);
    expect(said.out).toMatch(/^verdict {3}different from the network on all 2\^[58] inputs /m);
    expect(said.out).toMatch(
      /^open {6}sizes: no one program was found for all of them: the programs of the sizes part at sum\(x\) >= 7 \(8\), sum\(x\) % 2 == 1 \(5\)$/m,
    );
    const { verdict, condensed } = JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
    expect(verdict.counterexample.network).not.toBe(verdict.counterexample.program);
    expect(condensed.open).toHaveLength(1);
    expect(readFileSync(join(out, "report.html"), "utf8")).toContain("<dt>Open</dt>");
  });

  it("stops after --max-seconds, and says so", async () => {
    const argv = ["--max-seconds", "0.000001", "-o", join(folder, "stopped")];
    const said = await distill("condense", ...nearly, ...argv);
    expect(said).toMatchObject({ code: 4, err: "" });
    expect(said.out).toMatch(/^verdict {3}not proved .*: stopped by --max-seconds$/m);
  });
});

describe("several networks at fault", () => {
  const out = join(folder, "none");
  const five = file("five", majority([5]));

  it.each<readonly [string, string, RegExp]>([
    ["same-size", file("five2", majority([5])), /five2\.json: .* found x of 5 in both; leave /],
    ["different-problems", file("signs", majoritySign(6)), /signs\.json: expected y of single /],
    ["different-problems", file("axes", majority([2, 3])), /axes\.json: expected x with 1 axis /],
    ["mixed-networks", put(folder, "layer.csv", "1\n1\n"), /five\.json: .* among 2 files; write /],
    ["bad-network", put(folder, "bad.json", "{}"), /bad\.json: /],
    ["missing-file", join(folder, "gone.json"), /gone\.json does not exist; /],
  ])("%s: %s", async (code, other, sentence) => {
    const said = await distill("condense", five, other, "--out", out);
    expect(said.err).toMatch(new RegExp(`^${code}: [^\\n]+\\n$`));
    expect(said.err).toMatch(sentence);
    expect([said.code, said.out]).toEqual([1, ""]);
    expect(existsSync(out)).toBe(false);
  });
});
