import { describe, expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import type { Network } from "../../src/enn/network.ts";
import { sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import {
  block,
  element,
  integer,
  not,
  range,
  size,
  table,
  variable,
} from "../../src/program/build.ts";
import type { Program } from "../../src/program/program.ts";
import { gridSvg } from "../../src/report/grid-svg.ts";
import { escapeHtml, html } from "../../src/report/html.ts";
import type { KnownOfData, KnownOfNetwork } from "../../src/report/known.ts";
import { reportHtml } from "../../src/report/report.ts";
import { seenCases } from "../../src/report/seen-cases.ts";
import { summarize } from "../../src/report/summary.ts";
import { summaryLines } from "../../src/report/summary-lines.ts";
import { verdictSentence } from "../../src/report/verdict-sentence.ts";

const EVIL = `<script>alert("x")</script>&'`;

describe("html", () => {
  it("escapes values, but not HTML", () => {
    expect(html`<p title="${EVIL}">${html`<b>${1}</b>`}${[html`&amp;`]}</p>`.text).toBe(
      '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;"><b>1</b>&amp;</p>',
    );
    expect(escapeHtml("a < b")).toBe("a &lt; b");
  });
});

describe("gridSvg", () => {
  it("draws runs of filled cells", () => {
    const { text } = gridSvg(
      [
        [1, 1, 0, 1],
        [0, 0, 0, 0],
      ],
      { title: "a & b", cell: 5 },
    );
    expect(text).toContain('width="20" height="10" viewBox="0 0 4 2"');
    expect(text).toContain('d="M0 0h2v1H0zM3 0h1v1H3z"');
    expect(text).toContain("<title>a &amp; b</title>");
    expect(text).not.toContain("negative");
  });

  it("draws cells below 0 apart", () => {
    const { text } = gridSvg([[-1, -2, 0, 0.5]], { title: "" });
    expect(text).toContain('class="filled" d="M3 0h1v1H3z"');
    expect(text).toContain('class="negative" d="M0 0h2v1H0z"');
  });
});

describe("reportHtml", () => {
  it("says what is known, in one page without scripts", () => {
    const page = reportHtml(known());
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("def flip(x):\n    return [1 - x[i] for i in range(len(x))]");
    expect(page).toContain("equivalent to the network on all inputs (by eye)");
    expect(page).toContain("x[i] = 0 does not occur: the program gives 1");
    expect(page).toContain("prefers-color-scheme: dark");
    expect(page).not.toMatch(/<script|https?:|src=/);
    expect(page.match(/<svg /g)!.length).toBeGreaterThan(4);
  });

  it("escapes every text that comes from outside", () => {
    const page = reportHtml({
      ...known(EVIL),
      name: EVIL,
      version: EVIL,
      source: { python: `x = "${EVIL}"` },
      verdict: { kind: "unproved", domain: EVIL, methods: [EVIL], reason: EVIL },
    });
    expect(page).not.toContain("<script");
    expect(page).not.toContain('alert("');
  });

  it("explains a network that was given, and asks no samples", () => {
    const page = reportHtml({ ...condensed(), verdict: { ...condensed().verdict, snapped: 2 } });
    expect(page).toContain("a network from x (2) to y (2)");
    expect(page).toContain("flip takes x (n values of 0 or 1) and returns n values of 0 or 1.");
    expect(page).toMatch(/<dt>Network<\/dt><dd>layers of 2 neurons, 2 nonzero weights<\/dd>/);
    expect(page).toContain("<title>Weights of unit 2</title>");
    expect(page).toContain("Unit 2, bias 1");
    expect(page).toContain("<dt>Ties snapped</dt><dd>2 units: ");
    expect(page).not.toContain("<h2>What the samples leave open</h2>");
    expect(page).not.toContain("<h2>Samples</h2>");
  });

  it("is the same text again", () => {
    expect(reportHtml(known())).toBe(reportHtml(known()));
  });
});

describe("seenCases", () => {
  it("counts occurrences and adds the unseen cases in order", () => {
    const { coverage, program, dataset } = known();
    expect(seenCases(coverage.parts[0]!, program, dataset)).toEqual([
      { values: [0], result: 1, occurrences: 0 },
      { values: [1], result: 0, occurrences: 4 },
    ]);
  });
});

describe("summarize", () => {
  const measured = {
    printed: [{ language: "python", file: "flip.py", executed: null, agrees: null }],
    seconds: { read: 0, learn: 1, condense: 0, verify: 0, emit: 0, total: 1.5 },
  } as const;

  it("has the fields that are documented", () => {
    const summary = summarize(known(), measured);
    expect(summary).toMatchObject({
      name: "flip",
      data: {
        samples: 2,
        inputs: [{ name: "x", shape: [2], domain: { kind: "binary" } }],
        targets: [{ name: "y", shape: [2], classes: [0] }],
      },
      network: { layers: [2], nonzeroWeights: 2, differentiae: 0, subconcepts: 0, concepts: 2 },
      training: { accuracy: 1, mistakes: 0, noise: 0 },
      program: { lines: 2, sizes: ["n"], tied: [], constants: 0 },
      verdict: { kind: "equivalent" },
      coverage: {
        determined: 0.5,
        undetermined: ["x[i] = 0 does not occur: the program gives 1", "edge: open"],
      },
      ...measured,
    });
  });

  it("names a hundred unseen cases and counts the rest", () => {
    const unseen = Array.from({ length: 250 }, (_, value) => ({ values: [value], result: 1 }));
    const part = { ...known().coverage.parts[0]!, cases: 300, seen: 50, unseen };
    const coverage = { cases: 300, seen: 50, parts: [part] };
    const summary = summarize({ ...known(), coverage }, measured);
    expect(summary.coverage!.undetermined).toHaveLength(102);
    expect(summary.coverage!.undetermined[100]).toBe("150 more cases do not occur");
  });

  it("has null for what only samples can say, where a network was given", () => {
    const { learn, ...seconds } = measured.seconds;
    const summary = summarize(condensed(), { ...measured, seconds });
    expect(Object.keys(summary)).toEqual(Object.keys(summarize(known(), measured)));
    expect(summary).toMatchObject({ data: null, learnt: null, training: null, coverage: null });
    expect(summaryLines(summary)).toEqual([
      ["verdict", "equivalent to the network on all inputs (by eye)"],
      ["network", "layers of 2 neurons, 2 nonzero weights"],
      ["program", "2 lines, 25 tokens, any n"],
      ["seconds", "1.50 (read 0.00, condense 0.00, verify 0.00, emit 0.00)"],
    ]);
  });

  it("counts the tokens of Python, also where it is not printed", () => {
    const source = { c: "int flip(void);" };
    const { lines, tokens } = summarize({ ...condensed(), source }, measured).program;
    expect([lines, tokens]).toEqual([2, 16]);
  });

  it("becomes lines for a terminal", () => {
    const lines = summaryLines(summarize({ ...known(), stopped: true }, measured));
    expect(lines.map(([label]) => label)).toEqual([
      "verdict",
      "rests on",
      "open",
      "",
      "stopped",
      "network",
      "program",
      "seconds",
    ]);
  });
});

it("verdictSentence says what is not known", () => {
  const rest = { domain: "2 bits", methods: [] };
  expect(verdictSentence({ kind: "unproved", reason: "too large", ...rest })).toBe(
    "not proved equivalent to the network on 2 bits: too large",
  );
  expect(verdictSentence({ kind: "equivalent", snapped: 3, ...rest })).toBe(
    "equivalent to the network on 2 bits; ties snapped in 3 units",
  );
  const counterexample = { inputs: { x: [0, 1] }, network: 1, program: 0 };
  expect(verdictSentence({ kind: "different", counterexample, ...rest })).toContain('{"x":[0,1]}');
});

/** Two samples of a network that flips two bits; neither holds a 0. */
function known(target = "y"): KnownOfData {
  const key = JSON.stringify(target);
  const dataset = parseJsonl(`{"x": [1,1], ${key}: [0,0]}\n{"x": [1,1], ${key}: [0,0]}`, {
    target,
  });
  return {
    kind: "data",
    name: "flip",
    seed: 0,
    version: "0.1.0",
    dataset,
    candidate: {
      network: network(),
      bits: 3,
      mistakeBits: 0,
      accuracy: 1,
      mistakes: 0,
      mistaken: [],
      sharing: "one cell",
      open: ["edge: open"],
      doubts: () => ({ rivals: [], probes: dataset, questions: [] }),
    },
    network: network(),
    program: program(),
    verdict: { kind: "equivalent", domain: "all inputs", methods: ["by eye"] },
    rivals: [],
    coverage: {
      cases: 2,
      seen: 1,
      parts: [
        {
          features: [element("x", variable("i"))],
          cases: 2,
          seen: 1,
          unseen: [{ values: [0], result: 1 }],
        },
      ],
    },
    source: { python: "def flip(x):\n    return [1 - x[i] for i in range(len(x))]\n" },
    stopped: false,
  };
}

/** The same without samples. */
function condensed(): KnownOfNetwork {
  const { name, seed, version, verdict, source } = known();
  return {
    kind: "network",
    name,
    seed,
    version,
    network: network(),
    program: program(),
    verdict,
    source,
    stopped: false,
  };
}

function program(): Program {
  const body = block([], not(element("x", variable("i"))));
  return {
    name: "flip",
    inputs: [{ name: "x", shape: ["n"], domain: { kind: "binary" } }],
    body: block([], table([range("i", integer(0), size("n"))], body)),
  };
}

function network(): Network {
  const rows = [0, 1].map((column) => [{ column, value: -2 }]);
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape: [2], domain: { kind: "binary" } }],
    layers: [{ activation: "sign", weights: sparseMatrix(rows, 2), biases: Float64Array.of(1, 1) }],
    output: { name: "y", shape: [2], labels: { kind: "above-zero" } },
  };
}
