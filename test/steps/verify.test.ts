import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { StepNetwork } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import { integer } from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { verify } from "../../src/verify/verify.ts";
import { programMutants } from "../verify/mutants.ts";
import { addition, balanced, latch, ofLength, remainder, stepsFrom, type Walk } from "./walks.ts";

/** All arrays of some lengths. */
function allArrays({ inputs }: Walk, length: number): number[][][] {
  const cells = Object.values(inputs).flatMap((limit) => new Array<number>(length).fill(limit));
  const count = cells.reduce((product, limit) => product * limit, 1);
  return Array.from({ length: count }, (_, k) => {
    let rest = k;
    const values = cells.map((limit) => {
      const value = rest % limit;
      rest = Math.floor(rest / limit);
      return value;
    });
    return Object.keys(inputs).map((_, input) =>
      values.slice(input * length, (input + 1) * length),
    );
  });
}

/** Is a program what the network is, on all arrays of up to four places? */
function agrees(program: Program, network: StepNetwork, walk: Walk): boolean {
  return [1, 2, 3, 4].every((length) => {
    const sized = ofLength(network, length);
    return allArrays(walk, length).every((arrays) => {
      const expected = predict(sized, arrays.flat());
      const given = arrays.map((array) => ({
        shape: [length],
        data: Float64Array.from(array),
      }));
      try {
        const said = evaluate(program, given);
        return typeof said !== "number" && `${said.data}` === `${expected}`;
      } catch {
        return false;
      }
    });
  });
}

describe("step networks and their programs", () => {
  it.each<readonly [string, Walk, number, number]>([
    ["addition", addition(2), 8, 150],
    ["a latch", latch, 8, 80],
    ["a remainder", remainder, 10, 120],
    ["brackets", balanced, 10, 300],
  ])(
    "are proved equal for every length, and no mutant is wrongly: %s",
    async (_, walk, n, count) => {
      const network = await stepsFrom(walk, n, count);
      const program = condense(network, { name: "f" });
      expect(verify(network, program).kind).toBe("equivalent");
      const tried = { equivalent: 0, different: 0 };
      for (const mutant of programMutants(program)) {
        if (!isWellFormed(mutant)) continue;
        const verdict = verify(network, mutant);
        if (verdict.kind === "unproved") continue;
        tried[verdict.kind] += 1;
        expect(verdict.kind === "equivalent", JSON.stringify(mutant.body)).toBe(
          agrees(mutant, network, walk),
        );
      }
      expect(tried.different).toBeGreaterThan(10);
    },
  );

  it("have to walk the same way and carry the same", async () => {
    const network = await stepsFrom(latch, 8, 80);
    const program = condense(network, { name: "f" });
    const { result } = program.body;
    if (result.kind !== "scan") throw new Error("no scan");
    const backward: Program = {
      ...program,
      body: { lets: [], result: { ...result, isBackward: true } },
    };
    expect(verify(network, backward).kind).toBe("different");
    expect(verify({ ...network, isBackward: true }, backward).kind).toBe("equivalent");
  });
});

describe("the proof of steps", () => {
  it("does not take a length for a cell, whatever its name is", async () => {
    const network = await stepsFrom(latch, 8, 80);
    const item = { kind: "variable", name: "set_here" } as const;
    const given = condense(network, { name: "f" });
    const { result } = given.body;
    if (result.kind !== "scan") throw new Error("no scan");
    const program: Program = {
      ...given,
      inputs: given.inputs.map((input) => ({ ...input, shape: ["set_here"] })),
      body: {
        lets: [],
        result: {
          ...result,
          range: { ...result.range, to: { kind: "size", name: "set_here" } },
          body: { lets: [], result: { kind: "modulo", left: item, right: integer(2) } },
        },
      },
    };
    expect(verify(network, program).kind).not.toBe("equivalent");
  });

  it("takes no outputs that stand for something else", async () => {
    const network = await stepsFrom(latch, 8, 80);
    const program = condense(network, { name: "f" });
    const classes: StepNetwork = {
      ...network,
      output: { ...network.output, classes: ["no", "yes"] },
    };
    expect(verify(classes, program).kind).toBe("unproved");
  });

  it("says why where what a network carries leaves its bounds", async () => {
    const network = await stepsFrom(remainder, 10, 120);
    const narrow = {
      ...network,
      carried: network.carried.map((each) => ({ ...each, high: each.high + 1, low: each.low })),
    };
    const program = condense(network, { name: "f" });
    expect(verify(narrow, program).kind).toBe("unproved");
  });
});

function isWellFormed(program: Program): boolean {
  try {
    check(program);
    return true;
  } catch {
    return false;
  }
}
