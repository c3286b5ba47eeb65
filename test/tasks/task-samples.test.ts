import { describe, expect, it } from "vitest";
import { elementaryStep, majorityStep } from "../../src/tasks/elementary.ts";
import { lifeStep } from "../../src/tasks/life.ts";
import { problems } from "../../src/tasks/problems.ts";
import { taskNamed, taskNames } from "../../src/tasks/registry.ts";
import { taskSamples } from "../../src/tasks/task-samples.ts";

describe("reference functions", () => {
  it("rule 30 gives its bits: 111 110 101 100 011 010 001 000 -> 0 0 0 1 1 1 1 0", () => {
    expect(elementaryStep(30, [0, 0, 0, 1, 0, 0, 0], "ring")).toEqual([0, 0, 1, 1, 1, 0, 0]);
    expect(elementaryStep(30, [1, 0, 0, 0], "ring")).toEqual([1, 1, 0, 1]);
    expect(elementaryStep(30, [1, 0, 0, 0], "zero")).toEqual([1, 1, 0, 0]);
  });

  it("majority of three is rule 232", () => {
    const x = [0, 1, 1, 0, 1, 0, 0, 1, 1, 1];
    for (const edge of ["ring", "zero"] as const) {
      expect(majorityStep(x, edge)).toEqual(elementaryStep(232, x, edge));
    }
  });

  it("a blinker turns, and feels the other side on a ring only", () => {
    const upright = [
      [0, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
    ];
    expect(lifeStep(upright, "zero")).toEqual([
      [0, 0, 0],
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(lifeStep(upright, "ring")).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });
});

describe("taskSamples", () => {
  it("gives states and their successors", () => {
    const { nSamples, inputs, target } = taskSamples("rule110", {
      shape: [7],
      samples: 3,
      seed: 4,
    });
    expect(nSamples).toBe(3);
    const x = [...inputs[0]!.values.slice(7, 14)];
    const y = Array.from(target.values.slice(7, 14), (index) => target.classes[index]);
    expect(y).toEqual(elementaryStep(110, x, "ring"));
  });

  it("gives the same samples for the same seed", () => {
    expect(taskSamples("life", { seed: 1 })).toEqual(taskSamples("life", { seed: 1 }));
    expect(taskSamples("life", { seed: 1 })).not.toEqual(taskSamples("life", { seed: 2 }));
  });

  it("knows one class where the rule gives one", () => {
    expect(taskSamples("rule0").target.classes).toEqual([0]);
    expect(taskSamples("rule255").target.classes).toEqual([1]);
  });

  it("has 258 automata beside the problems, and names those near to a mistyped one", () => {
    expect(taskNames()).toHaveLength(258 + problems.size);
    expect(() => taskNamed("rul30")).toThrow(/^unknown-task: .*near it: .*rule30/);
    expect(() => taskNamed("rule256")).toThrow("unknown-task");
    expect(() => taskNamed("chess")).toThrow(/"chess"; tasks are/);
  });

  it("refuses shapes that a task has not", () => {
    expect(() => taskSamples("life", { shape: [20] })).toThrow("bad-task-shape");
    expect(() => taskSamples("rule30", { shape: [4, 4] })).toThrow("bad-task-shape");
    expect(() => taskSamples("rule30", { shape: [1e6], samples: 1e6 })).toThrow("too-large");
  });
});
