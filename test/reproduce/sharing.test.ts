import { describe, expect, it } from "vitest";
import { arithmetic } from "../../src/reproduce/arithmetic.ts";
import { automata } from "../../src/reproduce/automata.ts";
import type { Context, Experiment, Unit } from "../../src/reproduce/experiment.ts";
import { batchOf } from "../../src/reproduce/flat.ts";
import { life } from "../../src/reproduce/life.ts";
import { orientation } from "../../src/reproduce/orientation.ts";
import type { SharingQuestion } from "../../src/reproduce/sharing-peers.ts";
import { allCases } from "../../src/reproduce/tree-unit.ts";
import { espresso } from "../../src/run/espresso.ts";

const quick = { quick: true, seed: 0 } as const;

function unitOf(experiment: Experiment, name: string): Unit {
  return experiment.units(quick).find((unit) => unit.name === name)!;
}

/** What a unit asks, and what it measures where every answer is half right. */
async function asked(unit: Unit) {
  const questions: SharingQuestion[] = [];
  const context: Context = {
    ...quick,
    now: () => 0,
    rest: async () => {},
    espresso,
    torch: {
      ask: async (question) => {
        questions.push(question);
        return question.tests.map(() => ({ cells: 0.5, samples: 0.5 }));
      },
    },
  };
  return { measured: await unit.measure(context), question: questions[0] };
}

describe("networks that share their weights", () => {
  it("are given arrays of one size beside each other", () => {
    const examples = [{ x: { a: [1, 0, 0], b: [1, 1, 0] }, y: 0 }];
    expect(batchOf(examples)).toEqual({ x: [[1, 0, 0, 1, 1, 0]], y: [[0]], shape: [2, 3] });
    expect(batchOf([{ x: { x: [[1, 0]] }, y: 1 }]).shape).toEqual([1, 1, 2]);
  });

  it("are given each size as it is, and answer all that are asked", async () => {
    const { measured, question } = await asked(unitOf(arithmetic, "comparison, three sizes, GRU"));
    expect(question).toMatchObject({ kind: "sequence from its end", isQuick: true });
    expect(question!.shown.map(({ shape }) => shape)).toEqual([
      [2, 8],
      [2, 9],
      [2, 11],
    ]);
    expect(question!.tests.at(-1)!.shape).toEqual([2, 550]);
    expect(measured.map(({ x, series }) => [series, x])).toEqual([
      ["GRU", "comparison of 11"],
      ["GRU", "comparison of 110"],
      ["GRU", "comparison of 550"],
    ]);
  });

  it("have a reason where a problem of the same panel is none for them", async () => {
    const { measured } = await asked(unitOf(arithmetic, "argmax, three sizes, other networks"));
    expect(measured).toHaveLength(3);
    for (const each of measured) expect(each).toMatchObject({ kind: "cannot", series: "GRU" });
  });

  it("see rings, tori and pictures, and have to be right on rings of every length", async () => {
    const ring = await asked(unitOf(automata, "rule 30, 5 states, CNN"));
    expect(ring.question!.tests.map(({ shape }) => shape[1])).toEqual([20, 100, 1000, 20]);
    expect(ring.measured.map(({ x }) => x)).toEqual([5, 20, 100, 1000, "20, 100 steps"]);
    const torus = await asked(unitOf(life, "B3/S23, 3 frames, start 2, CNN"));
    expect(torus.question!.shown[0]!.shape).toEqual([1, 16, 16]);
    expect(torus.question!.seed).toBe(1);
    const picture = await asked(unitOf(orientation, "56 full lines, seed 0, CNN"));
    expect(picture.question!.shown[0]!.shape).toEqual([1, 28, 28]);
  });

  it("are logic gates for patches, at two sizes of the training set", async () => {
    const gates = life.units(quick).filter(({ name }) => name.endsWith("logic gates"));
    expect(gates).toHaveLength(2);
    const { measured, question } = await asked(gates[1]!);
    expect(question).toMatchObject({ kind: "gates", shown: [{ shape: [1, 3, 3] }] });
    expect(measured).toMatchObject([{ series: "logic gates", x: 256, value: 0.5 }]);
  });

  it("leave the names of all other units as they are", () => {
    const names = [...automata.units(quick), ...orientation.units(quick)].map(({ name }) => name);
    expect(names).toContain("rule 30, 5 states, peers");
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("a tree of all cases", () => {
  it("is shown neighbourhoods, patches and all small inputs", () => {
    expect(allCases("rule30").map(({ y }) => y)).toEqual([0, 1, 1, 1, 1, 0, 0, 0]);
    const counts = ["life", "argmax", "majority", "parity", "greater", "orientation"].map(
      (task) => allCases(task).length,
    );
    expect(counts).toEqual([512, 100_000, 512, 256, 256, 56]);
  });
});
