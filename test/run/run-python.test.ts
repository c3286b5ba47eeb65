import { describe, expect, it } from "vitest";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import type { Network } from "../../src/enn/network.ts";
import { sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import { checkPrinted } from "../../src/run/check-printed.ts";
import { runPython } from "../../src/run/run-python.ts";

describe("runPython", () => {
  it("calls the function", async () => {
    const source = "def f(x, k):\n    return [each + k for each in x]\n";
    const run = await runPython({
      source,
      name: "f",
      calls: [
        [[1, 2], 3],
        [[], 0],
      ],
    });
    expect(run).toEqual({ kind: "done", results: [[4, 5], []] });
  });

  it("says what went wrong", async () => {
    const source = "def f(x):\n    return 1 // x\n";
    const run = await runPython({ source, name: "f", calls: [[1], [0]] });
    expect(run).toMatchObject({ kind: "failed", results: [1] });
    expect(run).toMatchObject({ reason: expect.stringContaining("ZeroDivisionError") });
  });

  it("says that there is no interpreter", async () => {
    const run = await runPython({ source: "", name: "f", calls: [] }, "no-such-python");
    expect(run.kind).toBe("missing");
  });
});

describe("checkPrinted", () => {
  const dataset = parseJsonl('{"x": [0,1], "y": [1]}\n{"x": [0,0], "y": [0]}');
  const checked = { name: "f", seed: 0, dataset, network: lastBit() };

  it("compares with the network, number by number", async () => {
    const right = await checkPrinted("def f(x):\n    return [x[1]]\n", checked);
    expect(right).toEqual({ executed: 102, agrees: true });
    const wrong = await checkPrinted("def f(x):\n    return [x[0]]\n", checked);
    expect(wrong).toMatchObject({ agrees: false, reason: "on [[0,1]]" });
    const truth = await checkPrinted("def f(x):\n    return [x[1] == 1]\n", checked);
    expect(truth.agrees).toBe(false);
    const flat = await checkPrinted("def f(x):\n    return x[1]\n", checked);
    expect(flat.agrees).toBe(false);
  });

  it("takes code that fails as code that disagrees", async () => {
    const run = await checkPrinted("def f(x:\n", checked);
    expect(run).toMatchObject({ executed: 0, agrees: false });
  });
});

/** Two bits in, the second one out. */
function lastBit(): Network {
  const weights = sparseMatrix([[{ column: 1, value: 1 }]], 2);
  return {
    kind: "feedforward",
    inputs: [{ name: "x", shape: [2], domain: { kind: "binary" } }],
    layers: [{ activation: "sign", weights, biases: Float64Array.of(0) }],
    output: { name: "y", shape: [1], labels: { kind: "above-zero" } },
  };
}
