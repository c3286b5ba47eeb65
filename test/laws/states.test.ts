import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { parseJsonl } from "../../src/data/parse-jsonl.ts";
import { distill } from "../../src/distill.ts";
import { Random } from "../../src/math/random.ts";
import { modulo } from "../../src/math/shape.ts";
import { tokens } from "../../src/program/size.ts";
import { some } from "../thorough.ts";

type Grid = readonly (readonly number[])[];

/** An automaton of several states on a torus. */
interface Automaton {
  readonly states: readonly number[];
  /** The next state of a cell, from how many of its neighbours are in a state. */
  readonly next: (own: number, count: (state: number) => number) => number;
  readonly isAlongAxes: boolean;
  readonly mostTokens: number;
}

const AUTOMATA: readonly (readonly [string, Automaton])[] = [
  [
    "a fire: what burns is gone, and trees beside it burn",
    {
      states: [0, 1, 1, 1, 2],
      next: (own, count) => (own === 2 ? 0 : own === 1 && count(2) > 0 ? 2 : own),
      isAlongAxes: true,
      mostTokens: 150,
    },
  ],
  [
    "a brain: firing cells rest, and two that fire wake a third",
    {
      states: [0, 1, 2],
      next: (own, count) => (own === 1 ? 2 : own === 0 && count(1) === 2 ? 1 : 0),
      isAlongAxes: false,
      mostTokens: 150,
    },
  ],
  [
    "bits: odd ones along the axes",
    {
      states: [0, 1],
      next: (own, count) => (own + count(1)) % 2,
      isAlongAxes: true,
      mostTokens: 130,
    },
  ],
];

function step({ next, isAlongAxes }: Automaton, grid: Grid): number[][] {
  const [height, width] = [grid.length, grid[0]!.length];
  const steps = [-1, 0, 1]
    .flatMap((a) => [-1, 0, 1].map((b) => [a, b] as const))
    .filter(([a, b]) => Math.abs(a) + Math.abs(b) > 0 && !(isAlongAxes && a !== 0 && b !== 0));
  return grid.map((row, i) =>
    row.map((own, j) => {
      const around = steps.map(([a, b]) => grid[modulo(i + a, height)]![modulo(j + b, width)]);
      return next(own, (state) => around.filter((each) => each === state).length);
    }),
  );
}

function drawn({ states }: Automaton, height: number, width: number, random: Random): number[][] {
  return Array.from({ length: height }, () =>
    Array.from({ length: width }, () => states[random.below(states.length)]!),
  );
}

function samplesOf(automaton: Automaton): Dataset {
  const random = new Random(1);
  const lines = Array.from({ length: 12 }, () => {
    const x = drawn(automaton, 6, 6, random);
    return `${JSON.stringify({ x, y: step(automaton, x) })}\n`;
  });
  return parseJsonl(lines.join(""), {});
}

describe("automata of several states, and of neighbours along the axes", () => {
  it.each(some(AUTOMATA))("%s", async (_, automaton) => {
    const { program, verdict } = await distill(samplesOf(automaton), { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expect(tokens(program)).toBeLessThan(automaton.mostTokens);
    const random = new Random(2);
    for (const [height, width] of [
      [4, 5],
      [20, 30],
    ] as const) {
      const x = drawn(automaton, height, width, random);
      expect(evaluate(program, { x })).toEqual(step(automaton, x));
    }
  });
});
