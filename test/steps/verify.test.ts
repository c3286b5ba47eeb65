import { describe, expect, it } from "vitest";
import { condense } from "../../src/condense/condense.ts";
import type { Network, StepNetwork, StepPart } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import { sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import { bit, block, compare, integer, range, scan, size } from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";
import { verify } from "../../src/verify/verify.ts";
import { wellFormedMutants } from "../verify/mutants.ts";
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
      for (const mutant of wellFormedMutants(program)) {
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
  it("does not take a length for a cell, whatever its name is", () => {
    const network = isExactly(543, 4);
    const length = { kind: "variable", name: "x_here" } as const;
    const program: Program = {
      name: "f",
      inputs: [{ name: "x", shape: ["x_here"], domain: network.inputs[0]!.domain }],
      body: block(
        [],
        scan(range("i", integer(0), size("x_here")), [], {
          body: block([], bit(compare(length, "==", integer(543)))),
        }),
      ),
    };
    check(program);
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
    const narrow = carriedUpTo(3, await stepsFrom(remainder, 10, 120));
    const alike = condense(narrow, { name: "f" });
    const { result } = alike.body;
    if (result.kind !== "scan") throw new Error("no scan");
    const carried = result.carried.map((each) => ({ ...each, high: 9 }));
    const roomy: Program = { ...alike, body: block([], { ...result, carried }) };
    const reasonFor = (program: Program): unknown => {
      const verdict = verify(narrow, program);
      return verdict.kind === "unproved" ? verdict.reason : verdict.kind;
    };
    expect(reasonFor(alike)).toBe("the program fails: state is 4, not between 0 and 3");
    expect(reasonFor(roomy)).toBe("the network fails: state is 4, not between 0 and 3");
  });
});

/** A network that says at each place whether a number up to 1,000 is this one. */
function isExactly(wanted: number, length: number): StepNetwork {
  const domain = { kind: "integer", low: 0, high: 1000 } as const;
  const item: Network = {
    kind: "feedforward",
    inputs: [{ name: "x", shape: [], domain }],
    layers: [
      {
        weights: sparseMatrix([[{ column: 0, value: 1 }], [{ column: 0, value: 1 }]], 1),
        biases: Float64Array.of(0.5 - wanted, -0.5 - wanted),
        activation: "step",
      },
      {
        weights: sparseMatrix(
          [
            [
              { column: 0, value: 1 },
              { column: 1, value: -1 },
            ],
          ],
          2,
        ),
        biases: Float64Array.of(-0.5),
        activation: "step",
      },
    ],
    output: { name: "y", shape: [], labels: { kind: "raw" } },
  };
  return {
    kind: "step",
    inputs: [{ name: "x", shape: [length], domain }],
    isBackward: false,
    carried: [],
    item,
    output: { name: "y", shape: [length], labels: { kind: "raw" } },
  };
}

/** The same network with less room for what it carries. */
function carriedUpTo(high: number, network: StepNetwork): StepNetwork {
  const [state] = network.carried;
  const narrowed = (part: StepPart): StepPart => ({
    ...part,
    inputs: part.inputs.map((input) =>
      input.name === state!.name
        ? { ...input, domain: { kind: "integer", low: state!.low, high } }
        : input,
    ),
  });
  return {
    ...network,
    carried: [{ ...state!, high, next: narrowed(state!.next) }],
    item: narrowed(network.item!),
  };
}
