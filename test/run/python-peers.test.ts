import { afterAll, describe, expect, it } from "vitest";
import { missingPackages } from "../../src/cli/reproduce-and-show.ts";
import type { Made } from "../../src/reproduce/results.ts";
import { PythonProcess } from "../../src/run/python-process.ts";
import { SklearnPeers } from "../../src/run/sklearn-peers.ts";
import { TorchPeers } from "../../src/run/torch-peers.ts";
import { elementaryStep } from "../../src/tasks/elementary.ts";
import { everyBits } from "../../src/tasks/every-bits.ts";

const made = { version: "1", seed: 0, quick: true, machine: "a machine" };

describe("a package of Python", () => {
  const echo = `
import json, sys
print("7.0", flush=True)
for line in sys.stdin:
    print(json.dumps(json.loads(line)["x"]), flush=True)
`;

  it("answers one question after the other", async () => {
    const python = (await PythonProcess.start({ name: "echo", setUp: "", script: echo }))!;
    expect(python.version).toBe("7.0");
    expect(await Promise.all([python.ask({ x: 1 }), python.ask({ x: [2] })])).toEqual([1, [2]]);
    python.close();
  });

  it("is nothing where it is not installed", async () => {
    const script = "import nothing_of_this_name";
    expect(await PythonProcess.start({ name: "nothing", setUp: "", script })).toBeUndefined();
  });

  it("says that its process has ended", async () => {
    const script = 'print("1", flush=True)';
    const python = (await PythonProcess.start({ name: "short", setUp: "", script }))!;
    await expect(python.ask({})).rejects.toThrow("the process of short has ended");
  });

  it("is missing without the others, with the one command that installs it", () => {
    const all = { ...made, sklearn: "1.2", torch: "1.13", weka: "3.6", abc: "1.01" };
    const setUps = (missing: keyof typeof all): string[] => {
      const { [missing]: _, ...others } = all;
      return missingPackages(others as Made).map(({ setUp }) => setUp);
    };
    expect(setUps("torch")).toEqual(["apt-get install -y python3-torch"]);
    expect(setUps("sklearn")).toEqual(["apt-get install -y python3-sklearn"]);
    expect(setUps("weka")).toEqual(["apt-get install -y weka"]);
    expect(setUps("abc")).toEqual(["apt-get install -y berkeley-abc"]);
    expect(missingPackages(all)).toEqual([]);
  });
});

const torch = await TorchPeers.start();
const sklearn = await SklearnPeers.start();

describe("torch", () => {
  /** Random enough to show all neighbourhoods. */
  const states = [0x1e3a5, 0xc9b17, 0x70f42].map((number) =>
    Array.from({ length: 20 }, (_, k) => (number >> k) & 1),
  );
  const long = [[...states[0]!, ...states[2]!, ...states[1]!]];
  const ring = (x: number[][]) => ({
    x,
    y: x.map((state) => elementaryStep(90, state, "ring")),
    shape: [1, x[0]!.length],
  });

  it.skipIf(torch === undefined)(
    "learns a rule for rings of every length, the same each time",
    async () => {
      const question = { kind: "ring", shown: [ring(states)], isQuick: true, seed: 3 } as const;
      const tests = [ring(states), ring(long)];
      const found = await torch!.ask({ ...question, tests });
      expect(found).toEqual([
        { cells: 1, samples: 1 },
        { cells: 1, samples: 1 },
      ]);
      expect(await torch!.ask({ ...question, tests })).toEqual(found);
    },
  );

  it.skipIf(torch === undefined)("finds gates for bits, and hardens them", async () => {
    const x = everyBits(4);
    const differ = { x, y: x.map(([a, b]) => [a! ^ b!]), shape: [1, 4] };
    const question = { kind: "gates", shown: [differ], isQuick: true, seed: 3 } as const;
    expect(await torch!.ask({ ...question, tests: [differ] })).toEqual([{ cells: 1, samples: 1 }]);
  });

  afterAll(() => torch?.close());
});

describe("scikit-learn", () => {
  it.skipIf(sklearn === undefined)("prints a tree of all cases", async () => {
    const x = [0, 1, 2, 3].map((k) => [k >> 1, k & 1]);
    const both = x.map(([a, b]) => [a! & b!]);
    // One node asks for a, one for b: two lines each, and three leaves.
    expect(await sklearn!.treeLines({ x, y: both, seed: 0 })).toBe(7);
    sklearn!.close();
  });
});
