import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { Random } from "../../src/math/random.ts";
import { arithmeticProblems } from "../../src/reproduce/arithmetic-problems.ts";
import { rollOut } from "../../src/reproduce/automata-tests.ts";
import { casesOf, hiddenCases } from "../../src/reproduce/hidden-cases.ts";
import { learnProgram } from "../../src/reproduce/learn-program.ts";
import { patchesOf } from "../../src/reproduce/life-tests.ts";
import { optimalChoices } from "../../src/reproduce/max-sat/optimal-choices.ts";
import { padded } from "../../src/reproduce/padded.ts";
import { TEXTBOOK_RULES } from "../../src/reproduce/textbook-rules.ts";
import { espresso } from "../../src/run/espresso.ts";
import { LIFE, ruleName } from "../../src/tasks/outer-totalistic.ts";
import { problems } from "../../src/tasks/problems.ts";

/** What Python says: its operators on truths are those of JavaScript on 0 and 1, but for the opposite. */
function formulaValue(formula: string, cells: readonly number[]): number {
  const compute = new Function("l", "c", "r", `return (${formula}) & 1`);
  return compute(...cells) as number;
}

describe("textbook formulas", () => {
  it("compute their rules", () => {
    for (const [rule, formula] of TEXTBOOK_RULES) {
      for (let k = 0; k < 8; k++) {
        const cells = [k >> 2, (k >> 1) & 1, k & 1];
        expect(formulaValue(formula, cells), `rule ${rule}`).toBe((rule >> k) & 1);
      }
    }
  });
});

describe("automata", () => {
  it("roll out step after step", () => {
    const { y } = rollOut(30, { x: [[0, 0, 1, 0, 0]], y: [] }, 2);
    expect(y).toEqual([
      [0, 1, 1, 1, 0],
      [1, 1, 0, 0, 1],
    ]);
  });

  it("make of Life's 512 patches 140 living cells", () => {
    expect(ruleName(LIFE)).toBe("B3/S23");
    expect(patchesOf(LIFE).filter(({ y }) => y === 1)).toHaveLength(140);
  });
});

describe("arithmetic", () => {
  const drawn = (name: string) =>
    arithmeticProblems.find((problem) => problem.name === name)!.draw(8, new Random(7));

  it("adds with the lowest bit first, and carries", () => {
    const { x, y } = drawn("addition");
    const numberOf = (bits: unknown): number =>
      (bits as number[]).reduce((sum, bit, k) => sum + bit * 2 ** k, 0);
    expect(numberOf(y)).toBe(numberOf(x.a) + numberOf(x.b));
    expect(drawn("carry").y).toBe((y as number[])[8]);
  });

  it("fills smaller sizes with zeros for learners of one size", () => {
    const shown = [[{ x: { a: [1], b: [1] }, y: 1 }], [{ x: { a: [1, 0], b: [0, 1] }, y: 0 }]];
    expect(padded(shown)[0]).toEqual({ x: { a: [1, 0], b: [1, 0] }, y: 1 });
  });

  it("is right at sizes that were never shown", async () => {
    const argmax = arithmeticProblems.find(({ name }) => name === "argmax")!;
    const random = new Random(1);
    const shown = Array.from({ length: 40 }, () => argmax.draw(5, random));
    const { program } = (await learnProgram([shown], "f"))!;
    for (const { x, y } of Array.from({ length: 20 }, () => argmax.draw(60, random))) {
      expect(evaluate(program, x)).toBe(y);
    }
  });
});

describe("ours beside peers", () => {
  it("asks all cases that were not shown", async () => {
    const cases = casesOf({ ...problems.get("parity")!, size: 5 });
    const [ours] = hiddenCases({
      ...{ what: "right", name: "parity", cases, counts: [24], effort: 1 },
      settings: { quick: true, seed: 0 },
    });
    const context = { quick: true, seed: 0, now: () => 0, rest: async () => {}, espresso };
    expect(await ours!.measure(context)).toEqual([
      { kind: "value", what: "right", series: "ours", x: 24, value: 1, trials: 8 },
    ]);
  });
});

describe("optimal choices", () => {
  it("follow single clauses where nothing else asks for the variable", () => {
    const alone = optimalChoices(150, new Random(2)).filter(
      ({ x }) => (x.positive as number[])[0]! > 0 && Math.max(...(x.negative as number[])) === 0,
    );
    expect(alone.length).toBeGreaterThan(0);
    for (const { y } of alone) expect(y).toBe(1);
  });
});
