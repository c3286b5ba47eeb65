import { describe, expect, it } from "vitest";
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
